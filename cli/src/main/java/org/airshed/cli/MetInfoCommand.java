package org.airshed.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.airshed.engine.meteorology.MetVariable;
import org.airshed.metfiles.MetArchive;
import org.airshed.metfiles.MetFileRefusedException;
import org.airshed.metfiles.MetGap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code airshed met info}: what files of the weather hold. */
@Command(
        name = "info",
        header = "Shows what files of the weather hold together, and what is missing for what.",
        description = {
            "Opens the files as one archive: its grid, levels, times and gaps, every variable with"
                    + " unit and extremes, and for each calculation what it would lack.",
            "Formats: netCDF-3 and netCDF-4 (ERA5, ERA-Interim and others by CF names; WRF), GRIB 1"
                    + " and 2, ARL packed, global wind as PNG with its JSON file beside it, weather"
                    + " of a grid of points as CSV with their positions beside it."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the files were read to their end",
            "2:a file was refused: standard error says which, where and what was expected"
        },
        versionProvider = Airshed.Version.class,
        mixinStandardHelpOptions = true)
final class MetInfoCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files of the weather on one grid, in any order.")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "Print one JSON document instead of lines.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        ProgressBar opening = new ProgressBar(err, "opening");
        try (MetArchive archive = MetArchive.open(files, opening::done)) {
            MetContents contents = MetContents.of(archive, new ProgressBar(err, "reading"));
            if (json) {
                out.println(MetInfoJson.of(archive, contents));
            } else {
                print(out, archive, contents);
            }
            out.flush();
            return 0;
        } catch (MetFileRefusedException refused) {
            err.println("airshed: " + refused.getMessage());
        } catch (IOException failed) {
            err.println("airshed: cannot read: " + failed.getMessage());
        }
        err.flush();
        return 2;
    }

    private static void print(PrintWriter out, MetArchive archive, MetContents contents) {
        archive.formats()
                .forEach(
                        (format, number) -> out.printf("format  %s, %d file(s)%n", format, number));
        out.println("grid    " + MetContents.grid(archive.grid()));
        out.println("levels  " + MetContents.levels(archive.levels()));
        Instant first = archive.times().first();
        Instant last = archive.times().last();
        out.printf(
                "times   %d from %s to %s, every %s min%n",
                archive.times().size(), first, last, archive.interval().toMinutes());
        for (MetGap gap : archive.gaps()) {
            out.printf(
                    "gap     %d step(s) missing between %s and %s%n",
                    gap.missing(), gap.after(), gap.before());
        }
        if (!archive.labels().isEmpty()) {
            out.println(
                    "labels  "
                            + archive.labels().stream()
                                    .map(Enum::name)
                                    .collect(Collectors.joining(", ")));
        }
        contents.extents()
                .forEach((variable, extent) -> out.println("holds   " + line(variable, extent)));
        archive.notes().forEach(note -> out.println("unused  " + note));
        for (MetContents.Need need : MetContents.needs(archive)) {
            out.printf(
                    "%s %s%s%n",
                    need.missing().isEmpty() ? "can    " : "cannot ",
                    need.calculation(),
                    need.missing().isEmpty()
                            ? ""
                            : ": missing " + String.join(", ", need.missing()));
        }
    }

    private static String line(MetVariable variable, MetContents.Extent extent) {
        String range =
                extent.empty()
                        ? "no value"
                        : String.format(
                                Locale.ROOT,
                                "%.6g to %.6g %s",
                                extent.least(),
                                extent.greatest(),
                                variable.unit());
        return String.format(
                Locale.ROOT,
                "%-40s %s, %d step(s), %.1f %% missing",
                variable.standardName(),
                range,
                extent.steps(),
                extent.missingPercent());
    }
}
