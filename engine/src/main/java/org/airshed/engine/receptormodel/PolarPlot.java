package org.airshed.engine.receptormodel;

import java.util.ArrayList;
import java.util.List;

/**
 * A bivariate polar plot: the mean concentration as a smooth surface over wind direction and speed,
 * with its 95 % band. Idea: Carslaw and Beevers (2013); the smoother and checks:
 * docs/science/polar-plot.md.
 *
 * @param points of the raster where hours support the surface, south to north, west to east
 * @param reach_ms the highest speed
 * @param hours that made the surface
 * @param leftOut hours with a value but without a usable wind
 * @param freedom effective degrees of freedom of the surface
 * @param persistence lag-1 autocorrelation of what the surface leaves, 0 or more
 */
public record PolarPlot(
        List<Point> points,
        double reach_ms,
        int hours,
        int leftOut,
        double freedom,
        double persistence) {
    /** Points of the raster across the plane. */
    public static final int RASTER = 51;

    /** So many hours must lie within a point's own raster cell and the eight around it. */
    static final int FEWEST_NEARBY = 3;

    private static final int FEWEST_HOURS = 100;
    private static final double Z_95 = 1.959963984540054; // the normal quantile of 0.975

    /**
     * @param east_ms towards where the wind comes from: positive for a wind from the east
     * @param north_ms positive for a wind from the north
     * @param value in the unit measured; smoothing may leave it slightly below 0
     * @param low the lower end of the 95 % band of the mean
     * @param high its upper end
     */
    public record Point(double east_ms, double north_ms, double value, double low, double high) {}

    public static PolarPlot of(WindHours hours) {
        int size = hours.size();
        double[] east_ms = new double[size]; // NaN where an hour takes no part
        double[] north_ms = new double[size];
        double reach_ms = 0;
        int used = 0;
        int leftOut = 0;
        for (int hour = 0; hour < size; hour++) {
            boolean calm = hours.calm(hour);
            boolean takesPart = calm || hours.directed(hour);
            double speed_ms = takesPart ? calm ? 0 : hours.speed_ms()[hour] : Double.NaN;
            double from_rad = calm ? 0 : StrictMath.toRadians(hours.from_deg()[hour]);
            east_ms[hour] = speed_ms * StrictMath.sin(from_rad);
            north_ms[hour] = speed_ms * StrictMath.cos(from_rad);
            reach_ms = takesPart ? Math.max(reach_ms, speed_ms) : reach_ms;
            used += takesPart ? 1 : 0;
            leftOut += !takesPart && !Double.isNaN(hours.measured()[hour]) ? 1 : 0;
        }
        if (used < FEWEST_HOURS || reach_ms == 0) {
            throw new IllegalArgumentException(
                    "expected at least %d hours with wind and value, some of them not calm, got %d"
                            .formatted(FEWEST_HOURS, used));
        }
        WindSurface surface = new WindSurface(reach_ms);
        for (int hour = 0; hour < size; hour++) {
            if (!Double.isNaN(east_ms[hour])) {
                surface.add(east_ms[hour], north_ms[hour], hours.measured()[hour]);
            }
        }
        surface.fit();
        double persistence = persistence(surface, east_ms, north_ms, hours.measured());
        double noise = surface.noise() * (1 + persistence) / (1 - persistence);
        return new PolarPlot(
                points(surface, nearby(east_ms, north_ms, reach_ms), reach_ms, noise),
                reach_ms,
                used,
                leftOut,
                surface.freedom(),
                persistence);
    }

    private static double persistence(
            WindSurface surface, double[] east_ms, double[] north_ms, double[] measured) {
        double square = 0;
        double product = 0;
        double before = Double.NaN;
        for (int hour = 0; hour < measured.length; hour++) {
            double left =
                    Double.isNaN(east_ms[hour])
                            ? Double.NaN
                            : measured[hour] - surface.value(east_ms[hour], north_ms[hour]);
            square += Double.isNaN(left) ? 0 : left * left;
            product += Double.isNaN(left * before) ? 0 : left * before;
            before = left;
        }
        return square == 0 ? 0 : Math.clamp(product / square, 0, 0.99);
    }

    private static int[] nearby(double[] east_ms, double[] north_ms, double reach_ms) {
        int[] nearby = new int[RASTER * RASTER];
        for (int hour = 0; hour < east_ms.length; hour++) {
            if (!Double.isNaN(east_ms[hour])) {
                int column = index(east_ms[hour], reach_ms);
                int row = index(north_ms[hour], reach_ms);
                for (int y = Math.max(0, row - 1); y <= Math.min(RASTER - 1, row + 1); y++) {
                    for (int x = Math.max(0, column - 1);
                            x <= Math.min(RASTER - 1, column + 1);
                            x++) {
                        nearby[y * RASTER + x]++;
                    }
                }
            }
        }
        return nearby;
    }

    private static int index(double component_ms, double reach_ms) {
        return (int) Math.rint((component_ms / reach_ms + 1) / 2 * (RASTER - 1));
    }

    private static List<Point> points(
            WindSurface surface, int[] nearby, double reach_ms, double noise) {
        List<Point> points = new ArrayList<>();
        for (int at = 0; at < nearby.length; at++) {
            double east_ms = reach_ms * (2.0 * (at % RASTER) / (RASTER - 1) - 1);
            double north_ms = reach_ms * (2.0 * (at / RASTER) / (RASTER - 1) - 1);
            if (nearby[at] >= FEWEST_NEARBY
                    && east_ms * east_ms + north_ms * north_ms <= reach_ms * reach_ms * 1.0001) {
                double value = surface.value(east_ms, north_ms);
                double half = Z_95 * Math.sqrt(noise * surface.spread(east_ms, north_ms));
                points.add(new Point(east_ms, north_ms, value, value - half, value + half));
            }
        }
        return List.copyOf(points);
    }
}
