package org.airshed.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.airshed.stationfiles.CnemcFile;
import org.airshed.stationfiles.FileEnd;
import org.airshed.stationfiles.UnusableFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code airshed aqi compare}: what was published against what the standard gives. */
@Command(
        name = "compare",
        header = "Recomputes every published real-time AQI and lists the rows that differ.",
        description = {
            "Reads hourly files of China's national network (CNEMC), plain or gzip, and computes"
                    + " the AQI of every row that has one, by the edition of HJ 633 in force at"
                    + " that hour and in the form CNEMC publishes.",
            "Differences already known to be the publisher's own are marked 'known'."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every row is equal or a known deviation of the publisher",
            "1:at least one row differs that is not known",
            "2:a file could not be used to its end, or no row had an AQI to compare"
        },
        versionProvider = Airshed.Version.class,
        mixinStandardHelpOptions = true)
final class AqiCompareCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Hourly files, plain or gzip, in UTF-8.")
    private List<Path> files = List.of();

    @Option(
            names = "--list",
            paramLabel = "N",
            defaultValue = "1000",
            description = "List at most so many differing rows (default: ${DEFAULT-VALUE}).")
    private int differencesListed;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (differencesListed < 0) {
            throw new ParameterException(
                    spec.commandLine(), "expected --list of at least 0, got " + differencesListed);
        }
        RunCost cost = RunCost.begin();
        AqiComparison comparison = new AqiComparison(out, differencesListed);
        boolean usable = true;
        for (Path file : files) {
            usable &= read(file, comparison);
        }
        if (comparison.outsideEveryEdition() > 0) {
            out.printf(
                    "%d rows were observed on days no edition of HJ 633 covers: not compared%n",
                    comparison.outsideEveryEdition());
        }
        if (usable && comparison.compared() == 0) {
            usable = false;
            fail("expected rows with a published AQI, found none");
        }
        out.printf("rejects=%d unknown=%d%n", comparison.rejects(), comparison.unknown());
        out.println(cost.line());
        out.printf("aqi compared=%d equal=%d%n", comparison.compared(), comparison.equal());
        out.flush();
        return usable ? (comparison.unknown() == 0 ? 0 : 1) : 2;
    }

    private boolean read(Path file, AqiComparison comparison) {
        comparison.beginFile(file.getFileName() + "");
        try {
            return switch (CnemcFile.read(file, comparison)) {
                case FileEnd.Complete complete -> true;
                case FileEnd.BrokenOff broken -> fail(broken.why());
            };
        } catch (UnusableFileException unusable) {
            return fail(unusable.getMessage() + "");
        }
    }

    private boolean fail(String why) {
        spec.commandLine().getErr().println("airshed: " + why);
        spec.commandLine().getErr().flush();
        return false;
    }
}
