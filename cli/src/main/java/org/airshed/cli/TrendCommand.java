package org.airshed.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.airshed.engine.trend.ChangePoints;
import org.airshed.engine.trend.MannKendall;
import org.airshed.engine.trend.Pettitt;
import org.airshed.engine.trend.SeasonalKendall;
import org.airshed.engine.trend.Series;
import org.airshed.engine.trend.TheilSen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code airshed trend}: see docs/science/trend.md and change-points.md. */
@Command(
        name = "trend",
        header = "Slope, test and breaks of the monthly means of an hourly series.",
        description = {
            "Rows of one station with columns year, month and the measured one; a month's mean needs"
                    + " --least values."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the results were printed or written", "2:an input was refused"},
        versionProvider = Airshed.Version.class,
        mixinStandardHelpOptions = true)
final class TrendCommand extends HoursCommand {
    private static final int MONTHS = 12;

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

    @Option(
            names = "--method",
            paramLabel = "NAME",
            defaultValue = "hamed-rao",
            description =
                    "What the test does about months that resemble the ones before: hamed-rao"
                            + " widens the variance, prewhitened takes the likeness out, plain"
                            + " does nothing (default: ${DEFAULT-VALUE}).")
    private Method method = Method.HAMED_RAO;

    @Option(
            names = "--deseasonalise",
            paramLabel = "HOW",
            defaultValue = "monthly-means",
            description =
                    "What is taken out before slope, test and breaks: monthly-means or none"
                            + " (default: ${DEFAULT-VALUE}).")
    private Seasons seasons = Seasons.MONTHLY_MEANS;

    enum Method {
        HAMED_RAO(MannKendall.Autocorrelation.VARIANCE),
        PREWHITENED(MannKendall.Autocorrelation.PREWHITENED),
        PLAIN(MannKendall.Autocorrelation.IGNORED);

        private final MannKendall.Autocorrelation about;

        Method(MannKendall.Autocorrelation about) {
            this.about = about;
        }
    }

    enum Seasons {
        MONTHLY_MEANS,
        NONE
    }

    @Override
    String run() throws TableFile.Unusable {
        TableFile table = hours();
        int[] year = table.wholes("year", 1900, 2200, "a year of 1900 to 2200");
        int[] month = table.wholes("month", 1, MONTHS, "a month of 1 to 12");
        double[] values = table.numbers(value());
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (int row = 0; row < year.length; row++) {
            first = Math.min(first, at(year[row], month[row]));
            last = Math.max(last, at(year[row], month[row]));
        }
        int from = first;
        int many = Math.max(0, last - first + 1);
        return table.answer(
                () -> results(new Series(means(year, month, values, from, many)), from));
    }

    private static int at(int year, int month) {
        return year * MONTHS + month - 1;
    }

    private double[] means(int[] year, int[] month, double[] values, int first, int many) {
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
        boolean years = monthly.values().length >= 2 * MONTHS;
        Series flat =
                switch (seasons) {
                    case MONTHLY_MEANS -> SeasonalKendall.deseasonalised(monthly, MONTHS);
                    case NONE -> monthly;
                };
        TheilSen slope = TheilSen.of(flat, level);
        MannKendall test = MannKendall.of(flat, method.about);
        Optional<SeasonalKendall> seasonal =
                years ? Optional.of(SeasonalKendall.of(monthly, MONTHS)) : Optional.empty();
        Pettitt change = Pettitt.of(flat);
        Map<String, String> results = new LinkedHashMap<>();
        results.put(
                "months",
                "" + Arrays.stream(flat.values()).filter(mean -> !Double.isNaN(mean)).count());
        results.put("method", text(word(method)));
        results.put("deseasonalise", text(word(seasons)));
        results.put("slope_per_year", number(MONTHS * slope.slope()));
        results.put("low", number(MONTHS * slope.low()));
        results.put("high", number(MONTHS * slope.high()));
        results.put("p", number(test.p()));
        results.put("inflation", number(test.inflation()));
        results.put(
                "seasonal_slope_per_year",
                number(seasonal.map(SeasonalKendall::slope).orElse(Double.NaN)));
        results.put("seasonal_p", number(seasonal.map(of -> of.test().p()).orElse(Double.NaN)));
        results.put("pettitt_from", text(name(first + change.firstAfter())));
        results.put("pettitt_p", number(change.p()));
        results.put("parts", parts(ChangePoints.of(flat, penalty), first));
        return json() ? object(results) : table(results);
    }

    private String parts(ChangePoints found, int first) {
        String parts =
                found.parts().stream()
                        .map(part ->
                                (json() ? "{\"from\":\"%s\",\"mean\":%s}" : "%s:%s")
                                        .formatted(name(first + part.from()), number(part.mean())))
                        .collect(Collectors.joining(json() ? "," : ";"));
        return json() ? "[" + parts + "]" : parts;
    }

    private String number(double value) {
        return number(value, json() ? "null" : "");
    }

    private String text(String word) {
        return json() ? quoted(word) : word;
    }

    private static String object(Map<String, String> results) {
        return results.entrySet().stream()
                .map(result -> quoted(result.getKey()) + ":" + result.getValue())
                .collect(Collectors.joining(",", "{", "}\n"));
    }

    private static String table(Map<String, String> results) {
        return String.join(",", results.keySet())
                + "\n"
                + String.join(",", results.values())
                + "\n";
    }

    private static String name(int month) {
        return format("%d-%02d", month / MONTHS, month % MONTHS + 1);
    }
}
