package org.airshed.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The process in which heavy engine runs execute: a heap of its own, so that a run that needs too
 * much never takes the server down, and an end as soon as its input closes, so that it never
 * outlives who started it.
 *
 * <p>It is spoken to in lines. {@code ping} answers {@code pong}; {@code run COMMAND…} executes a
 * command of this command line and answers its output, each line after {@code "| "}, then {@code
 * end exit=N}; {@code stop} ends it after the runs before it. The end of the input ends it at once,
 * in the middle of a run too. Arguments are separated by tabs.
 */
@Command(
        name = "worker",
        header = "Runs other commands in a process of its own, told by lines on standard input.",
        description =
                "ping; run COMMAND, its arguments separated by tabs; stop. Ends when the input ends.",
        versionProvider = Airshed.Version.class,
        mixinStandardHelpOptions = true)
final class WorkerCommand implements Callable<Integer> {
    private static final int LONGEST_LINE = 1 << 16;
    private static final int WAITING_RUNS = 1000;

    @Spec private CommandSpec spec = CommandSpec.create();

    private final LinkedBlockingQueue<String> waiting = new LinkedBlockingQueue<>(WAITING_RUNS);

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "worker ready pid=%d heap_mib=%d vector=%s%n",
                ProcessHandle.current().pid(),
                Runtime.getRuntime().maxMemory() >> 20,
                vectorModule() ? "on" : "off");
        Thread.ofPlatform().daemon().name("input").start(() -> listen(out));
        while (true) {
            String line = waiting.take();
            if (line.equals("stop")) {
                return 0;
            }
            run(line, out);
        }
    }

    /** Whether this JVM was started with the Vector API; kernels use it when it was. */
    static boolean vectorModule() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    }

    private void listen(PrintWriter out) {
        try (var in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                take(line, out);
            }
        } catch (IOException broken) {
            // An input that breaks has ended: whoever started this worker is gone.
        }
        Runtime.getRuntime().halt(0);
    }

    private void take(String line, PrintWriter out) {
        if (line.equals("ping")) {
            say(out, "pong");
        } else if (line.length() > LONGEST_LINE) {
            say(
                    out,
                    "refused expected at most %d characters, got %d"
                            .formatted(LONGEST_LINE, line.length()));
        } else if (!line.equals("stop") && !line.startsWith("run\t") && !line.startsWith("run ")) {
            say(out, "refused expected ping, run COMMAND or stop, got \"%s\"".formatted(line));
        } else if (!waiting.offer(line)) {
            say(out, "refused %d runs are waiting already".formatted(WAITING_RUNS));
        }
    }

    private static void run(String line, PrintWriter out) {
        String[] arguments = line.split(line.startsWith("run\t") ? "\t" : " ");
        var said = new StringWriter();
        var printed = new PrintWriter(said);
        int exit =
                Airshed.commandLine(printed, printed)
                        .execute(Arrays.copyOfRange(arguments, 1, arguments.length));
        printed.flush();
        synchronized (out) {
            said.toString().lines().forEach(text -> out.println("| " + text));
            out.printf("end exit=%d%n", exit);
            out.flush();
        }
    }

    private static void say(PrintWriter out, String line) {
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }
}
