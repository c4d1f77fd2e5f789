package org.airshed.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command line of Airshed; every command is described in docs/guide/cli.md. */
@Command(
        name = "airshed",
        header = "Joint prevention and control of air pollution: files, indices, checks.",
        mixinStandardHelpOptions = true,
        versionProvider = Airshed.Version.class,
        subcommands = {
            AqiCommand.class,
            MetCommand.class,
            TrajectoryCommand.class,
            ClusterCommand.class,
            PscfCommand.class,
            CwtCommand.class,
            PolarCommand.class,
            CpfCommand.class,
            PmfCommand.class,
            TrendCommand.class,
            WorkerCommand.class,
            HelpCommand.class
        })
public final class Airshed implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(
                commandLine(utf8(FileDescriptor.out), utf8(FileDescriptor.err)).execute(arguments));
    }

    /** The whole command line, printing to these writers. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new Airshed())
                .registerConverter(BigDecimal.class, Airshed::decimal)
                .registerConverter(
                        TrendCommand.Method.class,
                        text -> ModelCommand.named(TrendCommand.Method.values(), text))
                .registerConverter(
                        TrendCommand.Seasons.class,
                        text -> ModelCommand.named(TrendCommand.Seasons.values(), text))
                .setOut(out)
                .setErr(err);
    }

    private static BigDecimal decimal(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException noDecimal) {
            throw new TypeConversionException("expected a decimal, got '%s'".formatted(text));
        }
    }

    /** Chinese names must come out whole whatever the terminal's locale claims. */
    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8),
                true);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected a command");
    }

    /** The version the build wrote into the jar. */
    static final class Version implements IVersionProvider {
        private static final String BUILT =
                "/META-INF/maven/org.airshed/airshed-cli/pom.properties";

        @Override
        public String[] getVersion() {
            try (InputStream in = Airshed.class.getResourceAsStream(BUILT)) {
                Properties built = new Properties();
                if (in != null) {
                    built.load(in);
                }
                return new String[] {"airshed " + built.getProperty("version", "not packaged")};
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
