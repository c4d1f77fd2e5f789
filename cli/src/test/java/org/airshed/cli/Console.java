package org.airshed.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** Runs a command as a terminal would and keeps what it printed. */
record Console(int exitCode, String out, String err) {

    static Console run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode =
                Airshed.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                        .execute(arguments);
        return new Console(exitCode, out.toString(), err.toString());
    }

    List<String> lines() {
        return out.lines().toList();
    }
}
