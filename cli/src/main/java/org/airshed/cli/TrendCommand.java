package org.airshed.cli;

import java.nio.file.Path;
import org.airshed.engine.trend.ChangePoints;
import org.airshed.engine.trend.MannKendall;
import org.airshed.engine.trend.Pettitt;
import org.airshed.engine.trend.SeasonalKendall;
import org.airshed.engine.trend.Series;
import org.airshed.engine.trend.TheilSen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code airshed trend}: see docs/science/trend.md and change-points.md. */
@Command(
        name = "trend",
        header = "Slope, test and breaks of the monthly means of an hourly series.",
        description = {
            "Rows with columns year, month and the measured one; a month's mean needs --least values. Rows of several stations are averaged as one."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the results were printed or written", "2:an input was refused"},
        versionProvider = Airshed.Version.class,
        mixinStandardHelpOptions = true)
final class TrendCommand extends ModelCommand {
    private static final int MONTHS = 12;

    @Parameters(paramLabel = "FILE", description = "Hourly CSV, plain or gzip, with a header.")
    private Path file = Path.of("");

    @Option(
            names = "--value",
            paramLabel = "COLUMN",
            defaultValue = "PM2.5",
            description = "The column of what was measured (default: ${DEFAULT-VALUE}).")
    private String value = "";

    @Option(
            names = "--least",
            paramLabel = "N",
            defaultValue = "504",
            description =
                    "So many values make a month's mean, else it is a gap (default: 21 days of"
                            + " hours, ${DEFAULT-VALUE}).")
    private int least;

    @Option(
            names = "--level",
            paramLabel = "SHARE",
            defaultValue = "0.95",
            description = "Confidence of the slope's interval (default: ${DEFAULT-VALUE}).")
    private double level;

    @Option(
            names = "--penalty",
            paramLabel = "C",
            defaultValue = "2",
            description = "A break must save C·σ²·ln n (default: ${DEFAULT-VALUE}).")
    private double penalty;

    @Override
    String run() throws TableFile.Unusable {
        progress("read", 0, 1);
        TableFile table = TableFile.read(file);
        progress("read", 1, 1);
        double[] year = table.numbers("year");
        double[] month = table.numbers("month");
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (int row = 0; row < year.length; row++) {
            if (!(year[row] >= 1900 && year[row] <= 2200 && month[row] >= 1 && month[row] <= 12)) {
                throw new TableFile.Unusable(
                        "expected a year and a month, got %s and %s (row %d)"
                                .formatted(year[row], month[row], row + 1));
            }
            first = Math.min(first, at(year[row], month[row]));
            last = Math.max(last, at(year[row], month[row]));
        }
        Series monthly =
                new Series(
                        means(
                                year,
                                month,
                                table.numbers(value),
                                first,
                                Math.max(0, last - first + 1)));
        return results(monthly, first);
    }

    private static int at(double year, double month) {
        return (int) year * MONTHS + (int) month - 1;
    }

    private double[] means(double[] year, double[] month, double[] values, int first, int many) {
        double[] sums = new double[many];
        int[] counts = new int[many];
        for (int row = 0; row < values.length; row++) {
            if (!Double.isNaN(values[row])) {
                sums[at(year[row], month[row]) - first] += values[row];
                counts[at(year[row], month[row]) - first]++;
            }
        }
        for (int step = 0; step < many; step++) {
            sums[step] =
                    counts[step] >= least && counts[step] > 0
                            ? sums[step] / counts[step]
                            : Double.NaN;
        }
        return sums;
    }

    private String results(Series monthly, int first) {
        Series flat = SeasonalKendall.deseasonalised(monthly, MONTHS);
        TheilSen slope = TheilSen.of(flat, level);
        MannKendall test = MannKendall.of(flat, MannKendall.Autocorrelation.VARIANCE);
        SeasonalKendall seasonal = SeasonalKendall.of(monthly, MONTHS);
        Pettitt change = Pettitt.of(flat);
        StringBuilder parts = new StringBuilder();
        for (ChangePoints.Part part : ChangePoints.of(flat, penalty).parts()) {
            parts.append(parts.isEmpty() ? "" : json() ? "," : ";")
                    .append(
                            (json() ? "{\"from\":\"%s\",\"mean\":%s}" : "%s:%s")
                                    .formatted(name(first + part.from()), part.mean()));
        }
        return (json()
                        ? "{\"months\":%d,\"slope_per_year\":%s,\"low\":%s,\"high\":%s,\"p\":%s,\"inflation\":%s,\"seasonal_slope_per_year\":%s,\"seasonal_p\":%s,\"pettitt_from\":\"%s\",\"pettitt_p\":%s,\"parts\":[%s]}%n"
                        : "months,slope_per_year,low,high,p,inflation,seasonal_slope_per_year,seasonal_p,pettitt_from,pettitt_p,parts%n%d,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s%n")
                .formatted(
                        test.values(),
                        MONTHS * slope.slope(),
                        MONTHS * slope.low(),
                        MONTHS * slope.high(),
                        test.p(),
                        test.inflation(),
                        seasonal.slope(),
                        seasonal.test().p(),
                        name(first + change.firstAfter()),
                        change.p(),
                        parts);
    }

    private static String name(int month) {
        return format("%d-%02d", month / MONTHS, month % MONTHS + 1);
    }
}
