package org.airshed.engine.trend;

import java.util.Arrays;

/**
 * Values at equal steps, {@code NaN} where there is none; at least {@value #FEWEST} of them are
 * numbers and at most {@value #MOST} steps are given, because every pair is looked at.
 *
 * @param values [step], any unit
 */
public record Series(double[] values) {
    static final int FEWEST = 4;
    static final int MOST = 10_000;

    public Series {
        if (values.length > MOST) {
            throw new IllegalArgumentException(
                    "expected at most %d values, got %d: take means of longer periods"
                            .formatted(MOST, values.length));
        }
        int numbers = 0;
        for (int at = 0; at < values.length; at++) {
            if (Double.isInfinite(values[at])) {
                throw new IllegalArgumentException(
                        "expected finite values, got %s (step %d)".formatted(values[at], at));
            }
            numbers += Double.isNaN(values[at]) ? 0 : 1;
        }
        if (numbers < FEWEST) {
            throw new IllegalArgumentException(
                    "expected at least %d values, got %d".formatted(FEWEST, numbers));
        }
        values = values.clone();
    }

    /** The steps that have a value. */
    int[] observed() {
        int[] steps = new int[values.length];
        int size = 0;
        for (int at = 0; at < values.length; at++) {
            if (!Double.isNaN(values[at])) {
                steps[size++] = at;
            }
        }
        return Arrays.copyOf(steps, size);
    }

    /** The same without a straight line of this slope through the first step. */
    Series without(double slope) {
        double[] left = values.clone();
        for (int at = 0; at < left.length; at++) {
            left[at] -= slope * at;
        }
        return new Series(left);
    }

    static double median(double[] ascending) {
        int half = ascending.length / 2;
        return ascending.length % 2 == 1
                ? ascending[half]
                : (ascending[half - 1] + ascending[half]) / 2;
    }

    /** Places in ascending order from 1, ties sharing their mean; {@code NaN} stays. */
    static double[] ranks(double[] values) {
        double[] ascending =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
        double[] ranks = new double[values.length];
        for (int at = 0; at < values.length; at++) {
            double value = values[at] + 0.0; // -0.0 and 0.0 are one value
            ranks[at] =
                    Double.isNaN(value)
                            ? Double.NaN
                            : (1 + below(ascending, value, false) + below(ascending, value, true))
                                    / 2.0;
        }
        return ranks;
    }

    /** How many are less, or less or equal. */
    private static int below(double[] ascending, double value, boolean orEqual) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) / 2;
            if (ascending[middle] < value || orEqual && ascending[middle] == value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The correlation with itself so many steps later, over the pairs that are there. */
    static double autocorrelation(double[] values, int lag) {
        double sum = 0;
        int count = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        double mean = sum / count;
        double square = 0;
        double product = 0;
        for (int at = 0; at < values.length; at++) {
            if (!Double.isNaN(values[at])) {
                square += (values[at] - mean) * (values[at] - mean);
                if (at + lag < values.length && !Double.isNaN(values[at + lag])) {
                    product += (values[at] - mean) * (values[at + lag] - mean);
                }
            }
        }
        return square == 0 ? 0 : product / square;
    }
}
