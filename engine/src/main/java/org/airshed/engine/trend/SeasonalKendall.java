package org.airshed.engine.trend;

import java.util.Arrays;

/**
 * A trend within seasons only: January against January. Source: Hirsch, Slack and Smith (1982);
 * docs/science/trend.md.
 *
 * @param test the sums of the seasons' own tests, seasons taken as independent
 * @param slope the median slope of pairs of the same season, per year
 */
public record SeasonalKendall(MannKendall test, double slope) {

    /**
     * @param seasons how many steps a year has, such as 12
     */
    public static SeasonalKendall of(Series series, int seasons) {
        double[] values = series.values();
        if (seasons < 2 || values.length < 2 * seasons) {
            throw new IllegalArgumentException(
                    "expected at least two years of 2 or more seasons, got %d values of %d seasons"
                            .formatted(values.length, seasons));
        }
        long s = 0;
        double variance = 0;
        int count = 0;
        long pairs = 0;
        double[] slopes = new double[0];
        for (int season = 0; season < seasons; season++) {
            double[] own = season(values, season, seasons);
            s += MannKendall.s(own);
            variance += MannKendall.variance(own);
            int ownCount = MannKendall.count(own);
            count += ownCount;
            pairs += MannKendall.pairs(ownCount);
            slopes = with(slopes, own);
        }
        if (pairs == 0) {
            throw new IllegalArgumentException(
                    "expected a season with values in two years, got none");
        }
        Arrays.sort(slopes);
        return new SeasonalKendall(
                MannKendall.of(s, variance, 1, count, pairs), Series.median(slopes));
    }

    /**
     * The series without its seasons: from each value goes how far its season's mean lies from the
     * mean of all seasons, both of what the seasonal slope leaves, so that years begun or broken
     * off make no season. A season without a value takes no part.
     */
    public static Series deseasonalised(Series series, int seasons) {
        double step = of(series, seasons).slope() / seasons;
        double[] left = series.without(step).values();
        double[] means = new double[seasons];
        double sum = 0;
        int present = 0;
        for (int season = 0; season < seasons; season++) {
            means[season] =
                    Arrays.stream(season(left, season, seasons))
                            .filter(value -> !Double.isNaN(value))
                            .average()
                            .orElse(Double.NaN);
            if (!Double.isNaN(means[season])) {
                sum += means[season];
                present++;
            }
        }
        double[] flat = series.values().clone();
        for (int at = 0; at < flat.length; at++) {
            flat[at] -= means[at % seasons] - sum / present;
        }
        return new Series(flat);
    }

    private static double[] season(double[] values, int season, int seasons) {
        double[] own = new double[(values.length - season + seasons - 1) / seasons];
        for (int year = 0; year < own.length; year++) {
            own[year] = values[season + year * seasons];
        }
        return own;
    }

    private static double[] with(double[] slopes, double[] own) {
        int size = slopes.length;
        double[] more = Arrays.copyOf(slopes, size + own.length * (own.length - 1) / 2);
        for (int first = 0; first < own.length; first++) {
            for (int second = first + 1; second < own.length; second++) {
                double slope = (own[second] - own[first]) / (second - first);
                if (!Double.isNaN(slope)) {
                    more[size++] = slope;
                }
            }
        }
        return Arrays.copyOf(more, size);
    }
}
