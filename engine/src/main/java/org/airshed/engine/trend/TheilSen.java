package org.airshed.engine.trend;

import java.util.Arrays;

/**
 * The median of the slopes of all pairs, with Sen's interval. Source: Theil (1950), Sen (1968);
 * docs/science/trend.md.
 *
 * @param slope per step
 * @param intercept at step 0: the median of what the slope leaves
 * @param low the lower end of the interval of the slope
 * @param high its upper end
 */
public record TheilSen(double slope, double intercept, double low, double high) {

    /**
     * @param level confidence of the interval, such as 0.95
     */
    public static TheilSen of(Series series, double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("expected a level between 0 and 1, got " + level);
        }
        double[] values = series.values();
        int[] steps = series.observed();
        double[] slopes = slopes(values, steps);
        double slope = Series.median(slopes);
        double[] left = new double[steps.length];
        for (int at = 0; at < steps.length; at++) {
            left[at] = values[steps[at]] - slope * steps[at];
        }
        Arrays.sort(left);
        double half = Normal.quantile(1 - level) * Math.sqrt(MannKendall.variance(series.values()));
        int lowest = (int) Math.floor((slopes.length - half) / 2) - 1;
        int highest = (int) Math.ceil((slopes.length + half) / 2);
        return new TheilSen(
                slope,
                Series.median(left),
                slopes[Math.clamp(lowest, 0, slopes.length - 1)],
                slopes[Math.clamp(highest, 0, slopes.length - 1)]);
    }

    private static double[] slopes(double[] values, int[] steps) {
        double[] slopes = new double[steps.length * (steps.length - 1) / 2];
        int size = 0;
        for (int first = 0; first < steps.length; first++) {
            for (int second = first + 1; second < steps.length; second++) {
                slopes[size++] =
                        (values[steps[second]] - values[steps[first]])
                                / (steps[second] - steps[first]);
            }
        }
        Arrays.sort(slopes);
        return slopes;
    }
}
