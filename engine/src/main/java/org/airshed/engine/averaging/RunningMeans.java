package org.airshed.engine.averaging;

import java.time.Instant;
import org.airshed.engine.quantity.Thousandths;

/**
 * Running means of an hourly series: the mean that carries an hour's end covers that hour and those
 * before it. Sums are carried as whole thousandths, so they never drift. See
 * docs/science/averaging.md.
 */
public final class RunningMeans {
    private final HourlySeries series;
    private final int window;
    private final int minimumHours;
    private final long[] sums_thousandths; // [hour]
    private final int[] counts; // [hour] hours with a value within the window

    private RunningMeans(HourlySeries series, int window, int minimumHours) {
        if (minimumHours < 1 || minimumHours > window) {
            throw new IllegalArgumentException(
                    "expected a minimum of 1 to %d hours, got %d".formatted(window, minimumHours));
        }
        this.series = series;
        this.window = window;
        this.minimumHours = minimumHours;
        this.sums_thousandths = new long[series.size()];
        this.counts = new int[series.size()];
        long sum_thousandths = 0;
        int count = 0;
        for (int hour = 0; hour < series.size(); hour++) {
            int entering_thousandths = series.thousandths(hour);
            if (entering_thousandths != Thousandths.ABSENT) {
                sum_thousandths += entering_thousandths;
                count++;
            }
            if (hour >= window && series.thousandths(hour - window) != Thousandths.ABSENT) {
                sum_thousandths -= series.thousandths(hour - window);
                count--;
            }
            sums_thousandths[hour] = sum_thousandths;
            counts[hour] = count;
        }
    }

    /** Eight-hour means: at least 6 hours in each (GB 3095-2026 Table 4). */
    public static RunningMeans ofEightHours(HourlySeries series) {
        return new RunningMeans(series, 8, 6);
    }

    /** 24-hour means: at least 20 hours in each, as for a natural day (GB 3095-2026 Table 4). */
    public static RunningMeans of24Hours(HourlySeries series) {
        return new RunningMeans(series, 24, DailyMean.MINIMUM_HOURS);
    }

    /** Means over any number of hours, with the least number of values in each. */
    public static RunningMeans of(HourlySeries series, int hours, int minimumHours) {
        return new RunningMeans(series, hours, minimumHours);
    }

    public int size() {
        return counts.length;
    }

    /** How many hours each mean covers. */
    public int window() {
        return window;
    }

    public Instant hourEnd(int hour) {
        return series.hourEnd(hour);
    }

    /** The mean that ends with this hour. */
    public RunningMean mean(int hour) {
        return valid(hour)
                ? new RunningMean.Valid(
                        Rational.ofThousandths(sums_thousandths[hour], counts[hour]), counts[hour])
                : new RunningMean.TooFewHours(counts[hour], minimumHours);
    }

    /** All means as doubles, {@code NaN} where there are too few hours. */
    public double[] toDoubles() {
        double[] means = new double[size()];
        for (int hour = 0; hour < means.length; hour++) {
            means[hour] =
                    valid(hour)
                            ? (double) sums_thousandths[hour]
                                    / ((double) counts[hour] * Thousandths.PER_UNIT)
                            : Double.NaN;
        }
        return means;
    }

    int indexOf(Instant hourEnd) {
        return series.indexOf(hourEnd);
    }

    HourlySeries.Tally tally(int hour) {
        return new HourlySeries.Tally(sums_thousandths[hour], counts[hour]);
    }

    boolean valid(int hour) {
        return hour >= 0 && hour < counts.length && counts[hour] >= minimumHours;
    }

    /** Compares two valid means without dividing. */
    boolean higher(int hour, int other) {
        return sums_thousandths[hour] * counts[other] > sums_thousandths[other] * counts[hour];
    }
}
