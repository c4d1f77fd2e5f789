package org.airshed.engine.trend;

import java.util.Arrays;

/**
 * Whether later values tend to be higher: Mann (1945), Kendall (1975), with ties and, if asked,
 * with autocorrelation. See docs/science/trend.md.
 *
 * @param values how many were compared
 * @param s pairs that rise less those that fall
 * @param variance of s without a trend, ties and autocorrelation included
 * @param inflation by how much autocorrelation multiplied the variance; 1 where it did not
 * @param z s, continuity-corrected, in standard deviations
 * @param p the probability of such a z without a trend, both sides
 * @param tau s over the number of pairs
 */
public record MannKendall(
        int values, long s, double variance, double inflation, double z, double p, double tau) {

    /** What is done about values that resemble the ones before them. */
    public enum Autocorrelation {
        /** Nothing. */
        IGNORED,
        /** The variance grows by the significant autocorrelations of ranks: Hamed, Rao (1998). */
        VARIANCE,
        /** The lag-1 part is taken out, the slope kept: Zhang and others (2000), first round. */
        PREWHITENED
    }

    private static final double SIGNIFICANT = 1.959963984540054; // the normal quantile of 0.975

    public static MannKendall of(Series series, Autocorrelation about) {
        return switch (about) {
            case IGNORED -> of(series.values(), 1);
            case VARIANCE -> of(series.values(), inflation(series));
            case PREWHITENED -> of(prewhitened(series), 1);
        };
    }

    private static MannKendall of(double[] values, double inflation) {
        return of(s(values), variance(values), inflation, count(values), pairs(count(values)));
    }

    static MannKendall of(long s, double plain, double inflation, int count, long pairs) {
        double variance = plain * inflation;
        double z = variance > 0 ? (s - Long.signum(s)) / Math.sqrt(variance) : 0;
        return new MannKendall(
                count, s, variance, inflation, z, Normal.bothTails(z), (double) s / pairs);
    }

    static long pairs(int count) {
        return (long) count * (count - 1) / 2;
    }

    static int count(double[] values) {
        return (int) Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
    }

    static long s(double[] values) {
        long s = 0;
        for (int first = 0; first < values.length; first++) {
            for (int second = first + 1; second < values.length; second++) {
                s += values[second] > values[first] ? 1 : 0;
                s -= values[second] < values[first] ? 1 : 0;
            }
        }
        return s;
    }

    /** Var(S) of independent values: [n(n−1)(2n+5) − Σ t(t−1)(2t+5)]/18 over ties of t. */
    static double variance(double[] values) {
        double[] ascending =
                Arrays.stream(values)
                        .filter(value -> !Double.isNaN(value))
                        .map(value -> value + 0.0)
                        .sorted()
                        .toArray();
        double variance = spread(ascending.length);
        int from = 0;
        while (from < ascending.length) {
            int to = from + 1;
            while (to < ascending.length && ascending[to] == ascending[from]) {
                to++;
            }
            variance -= spread(to - from);
            from = to;
        }
        return variance;
    }

    private static double spread(double n) {
        return n * (n - 1) * (2 * n + 5) / 18;
    }

    /** n/n* of Hamed and Rao; less than 1 counts as 1, so that it never makes a trend surer. */
    private static double inflation(Series series) {
        double[] ranks = Series.ranks(series.without(TheilSen.of(series, 0.95).slope()).values());
        double n = ranks.length;
        double bound = SIGNIFICANT / Math.sqrt(n);
        double sum = 0;
        for (int lag = 1; lag < ranks.length - 2; lag++) {
            double correlation = Series.autocorrelation(ranks, lag);
            if (Math.abs(correlation) > bound) {
                sum += (n - lag) * (n - lag - 1) * (n - lag - 2) * correlation;
            }
        }
        return Math.max(1, 1 + 2 / (n * (n - 1) * (n - 2)) * sum);
    }

    private static double[] prewhitened(Series series) {
        double slope = TheilSen.of(series, 0.95).slope();
        double[] values = series.values();
        double[] left = series.without(slope).values();
        double correlation = Series.autocorrelation(left, 1);
        if (Math.abs(correlation) <= SIGNIFICANT / Math.sqrt(left.length)) {
            return values;
        }
        double[] white = new double[left.length - 1];
        for (int at = 0; at < white.length; at++) {
            white[at] = (values[at + 1] - correlation * values[at]) / (1 - correlation);
        }
        return white;
    }
}
