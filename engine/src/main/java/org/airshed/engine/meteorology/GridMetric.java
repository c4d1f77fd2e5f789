package org.airshed.engine.meteorology;

import org.airshed.engine.geography.Position;

/**
 * How far apart the points of a grid are: columns per metre towards east are {@code columnsPerMetre
 * / cos(south_rad + row × rowStep_rad)}. On a projected grid both angles are 0, and the
 * projection's own scale is in the wind that stands on the points ({@link #scale}).
 *
 * @param columnsPerMetre at the equator, or in the plane [1/m]
 * @param rowsPerMetre [1/m]
 * @param south_rad latitude of the first row [rad]; 0 on a projected grid
 * @param rowStep_rad [rad]; 0 on a projected grid
 */
public record GridMetric(
        double columnsPerMetre, double rowsPerMetre, double south_rad, double rowStep_rad) {
    /** The metric of a grid; a Gaussian grid has no single one and must be regridded before. */
    public static GridMetric of(HorizontalGrid grid) {
        return switch (grid) {
            case LatLonGrid g -> {
                double columnStep_rad = StrictMath.toRadians(g.columnStep_deg());
                double rowStep_rad = StrictMath.toRadians(g.rowStep_deg());
                yield new GridMetric(
                        1 / (Position.EARTH_RADIUS_M * columnStep_rad),
                        1 / (Position.EARTH_RADIUS_M * rowStep_rad),
                        StrictMath.toRadians(g.south_deg()),
                        rowStep_rad);
            }
            case LambertGrid g -> plane(g.axes());
            case PolarStereographicGrid g -> plane(g.axes());
            case TransverseMercatorGrid g -> plane(g.axes());
            case GaussianGrid g ->
                    throw new IllegalArgumentException(
                            "expected rows at equal steps for transport, got a Gaussian grid of %d"
                                            .formatted(g.rows())
                                    + " rows: regrid it to latitudes and longitudes");
        };
    }

    private static GridMetric plane(PlaneAxes axes) {
        return new GridMetric(1 / axes.columnStep_m(), 1 / axes.rowStep_m(), 0, 0);
    }

    /** Metres of the plane per metre of the earth at a point; 1 on a grid of angles. */
    static double scale(HorizontalGrid grid, GridPoint at) {
        return switch (grid) {
            case LatLonGrid g -> 1;
            case GaussianGrid g -> 1;
            case LambertGrid g -> scale(g, g.earth(), g.axes(), at);
            case PolarStereographicGrid g -> scale(g, g.earth(), g.axes(), at);
            case TransverseMercatorGrid g -> scale(g, g.earth(), g.axes(), at);
        };
    }

    /** The projections are conformal: a short way north has the scale of every way. */
    private static double scale(
            HorizontalGrid grid, EarthShape earth, PlaneAxes axes, GridPoint at) {
        double half = 0.05;
        Position south = grid.position(new GridPoint(at.column(), at.row() - half));
        Position north = grid.position(new GridPoint(at.column(), at.row() + half));
        double phi = StrictMath.toRadians((south.latitude_deg() + north.latitude_deg()) / 2);
        double eSin = earth.eccentricity() * StrictMath.sin(phi);
        double root = Math.sqrt(1 - eSin * eSin);
        double flat = (1 - earth.flattening()) * (1 - earth.flattening());
        double meridian_m = earth.semiMajor_m() * flat / (root * root * root);
        double parallel_m = earth.semiMajor_m() / root * StrictMath.cos(phi);
        double north_m =
                meridian_m * StrictMath.toRadians(north.latitude_deg() - south.latitude_deg());
        double east_m =
                parallel_m
                        * StrictMath.toRadians(
                                HorizontalGrid.wrapped_deg(
                                        north.longitude_deg() - south.longitude_deg()));
        return 2 * half * axes.rowStep_m() / StrictMath.hypot(north_m, east_m);
    }

    /** 1 / cos of the latitude of a row to 1e-13: see {@link #cosine}. */
    public double secant(double row) {
        return 1.0 / cosine(Math.fma(row, rowStep_rad, south_rad));
    }

    /**
     * cos x for |x| ≤ π/2 by its Taylor series to x^18, error below 1e-14: own, because {@code
     * Math.cos} is not the same everywhere, and short enough to stand in the innermost loop.
     */
    public static double cosine(double x) {
        double square = x * x;
        double sum = -1.0 / 6402373705728000.0;
        sum = Math.fma(sum, square, 1.0 / 20922789888000.0);
        sum = Math.fma(sum, square, -1.0 / 87178291200.0);
        sum = Math.fma(sum, square, 1.0 / 479001600.0);
        sum = Math.fma(sum, square, -1.0 / 3628800.0);
        sum = Math.fma(sum, square, 1.0 / 40320.0);
        sum = Math.fma(sum, square, -1.0 / 720.0);
        sum = Math.fma(sum, square, 1.0 / 24.0);
        sum = Math.fma(sum, square, -0.5);
        return Math.fma(sum, square, 1.0);
    }
}
