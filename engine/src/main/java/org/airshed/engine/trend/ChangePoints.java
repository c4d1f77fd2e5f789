package org.airshed.engine.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Every change of the mean, by PELT: the parts whose squared distances from their own means plus a
 * penalty for each change are least. Source: Killick, Fearnhead and Eckley (2012);
 * docs/science/change-points.md.
 *
 * @param parts in order
 * @param penalty what each change had to save, in squared units
 */
public record ChangePoints(List<Part> parts, double penalty) {
    /** A change adds a place and a mean: the information criterion of Schwarz (1978). */
    public static final double SCHWARZ = 2;

    private static final double MAD_OF_NORMAL = 0.6744897501960817; // the quantile of 0.75

    /**
     * @param from its first step
     * @param to the step behind its last
     * @param mean of its values
     */
    public record Part(int from, int to, double mean) {}

    public ChangePoints {
        parts = List.copyOf(parts);
    }

    /**
     * @param factor the penalty is factor·σ²·ln n, with the noise σ from the median absolute
     *     difference of neighbours; {@link #SCHWARZ} or more
     */
    public static ChangePoints of(Series series, double factor) {
        if (!(factor > 0)) {
            throw new IllegalArgumentException("expected a factor above 0, got " + factor);
        }
        int[] steps = series.observed();
        double[] values = new double[steps.length];
        Arrays.setAll(values, at -> series.values()[steps[at]]);
        double noise = noise(values);
        double penalty = factor * noise * noise * StrictMath.log(values.length);
        List<Part> parts = new ArrayList<>();
        double[] sums = sums(values, false);
        int[] lastChange = lastChanges(values, penalty);
        for (int to = values.length; to > 0; to = lastChange[to]) {
            int from = lastChange[to];
            parts.add(
                    new Part(
                            from == 0 ? 0 : steps[from],
                            to == steps.length ? series.values().length : steps[to],
                            (sums[to] - sums[from]) / (to - from)));
        }
        Collections.reverse(parts);
        return new ChangePoints(parts, penalty);
    }

    private static double noise(double[] values) {
        double[] apart = new double[values.length - 1];
        for (int at = 0; at < apart.length; at++) {
            apart[at] = Math.abs(values[at + 1] - values[at]);
        }
        Arrays.sort(apart);
        return Series.median(apart) / MAD_OF_NORMAL / Math.sqrt(2);
    }

    private static double[] sums(double[] values, boolean squared) {
        double[] sums = new double[values.length + 1];
        for (int at = 0; at < values.length; at++) {
            double apart = values[at] - (squared ? values[0] : 0);
            sums[at + 1] = sums[at] + (squared ? apart * apart : apart);
        }
        return sums;
    }

    /** [number of values], where the last part of the best parting of so many begins. */
    private static int[] lastChanges(double[] values, double penalty) {
        double[] shifted = new double[values.length]; // from the first, against cancellation
        Arrays.setAll(shifted, at -> values[at] - values[0]);
        double[] sums = sums(shifted, false);
        double[] squares = sums(values, true);
        double[] least = new double[values.length + 1];
        least[0] = -penalty;
        int[] lastChange = new int[values.length + 1];
        int[] candidates = new int[values.length + 1];
        int size = 1;
        for (int to = 1; to <= values.length; to++) {
            least[to] = Double.POSITIVE_INFINITY;
            for (int at = 0; at < size; at++) {
                int from = candidates[at];
                double cost = least[from] + cost(sums, squares, from, to) + penalty;
                if (cost < least[to]) {
                    least[to] = cost;
                    lastChange[to] = from;
                }
            }
            int kept = 0;
            for (int at = 0; at < size; at++) {
                int from = candidates[at];
                if (least[from] + cost(sums, squares, from, to) <= least[to]) {
                    candidates[kept++] = from;
                }
            }
            candidates[kept++] = to;
            size = kept;
        }
        return lastChange;
    }

    private static double cost(double[] sums, double[] squares, int from, int to) {
        double sum = sums[to] - sums[from];
        return squares[to] - squares[from] - sum * sum / (to - from);
    }
}
