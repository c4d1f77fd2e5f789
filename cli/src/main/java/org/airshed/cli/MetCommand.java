package org.airshed.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code airshed met}: files of the weather. */
@Command(
        name = "met",
        header = "Files of the weather: what is in them and what they suffice for.",
        versionProvider = Airshed.Version.class,
        mixinStandardHelpOptions = true,
        subcommands = {MetInfoCommand.class})
final class MetCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected the command info");
    }
}
