package org.airshed.engine.trend;

/**
 * Whether and where the level of a series changes once. Source: Pettitt (1979);
 * docs/science/change-points.md.
 *
 * @param firstAfter the first step of the new level
 * @param k the greatest |U|
 * @param p the approximate probability of such a k without a change
 */
public record Pettitt(int firstAfter, double k, double p) {

    public static Pettitt of(Series series) {
        int[] steps = series.observed();
        double[] ranks = Series.ranks(series.values());
        double n = steps.length;
        double sum = 0;
        double k = -1;
        int firstAfter = 0;
        for (int at = 0; at < steps.length - 1; at++) {
            sum += ranks[steps[at]];
            double u = Math.abs(2 * sum - (at + 1) * (n + 1));
            if (u > k) {
                k = u;
                firstAfter = steps[at + 1];
            }
        }
        double p = 2 * StrictMath.exp(-6 * k * k / (n * n * n + n * n));
        return new Pettitt(firstAfter, k, Math.min(1, p));
    }
}
