package org.airshed.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code airshed aqi}: air quality indices and the standards behind them. */
@Command(
        name = "aqi",
        header = "Air quality indices and the standards behind them.",
        versionProvider = Airshed.Version.class,
        mixinStandardHelpOptions = true,
        subcommands = {AqiCompareCommand.class, AqiExplainCommand.class, AqiStandardsCommand.class})
final class AqiCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "expected one of the commands compare, explain, standards");
    }
}
