package org.airshed.engine.meteorology;

import org.airshed.engine.geography.Position;

/**
 * Where the columns (west to east) and rows (south to north) of a field lie on the earth.
 *
 * <p>Latitudes are those of the files: geodetic on an ellipsoid, and taken unchanged where a file
 * puts its grid on a sphere, as weather models do. Equations and sources: {@code
 * docs/science/grids.md}.
 */
public sealed interface HorizontalGrid
        permits LatLonGrid,
                GaussianGrid,
                LambertGrid,
                PolarStereographicGrid,
                TransverseMercatorGrid {
    int columns();

    int rows();

    /** Whether the column after the last one is the first: a whole circle of longitude. */
    boolean wraps();

    /**
     * The grid's coordinates of a place. On a grid that wraps, columns run from 0 to below {@link
     * #columns()}; a place outside the grid has coordinates outside it, NaN where the projection
     * has none.
     */
    GridPoint point(Position position);

    /** The place of a point of the grid, also of one between its points or outside. */
    Position position(GridPoint point);

    /**
     * The bearing of the grid's north, in radians clockwise from true north. Wind along the grid
     * (u, v) is (u cos γ + v sin γ, v cos γ − u sin γ) towards east and north.
     */
    double gridNorth_rad(GridPoint point);

    /** Whether the point lies between the first and the last points of the grid. */
    default boolean contains(GridPoint point) {
        double lastColumn = wraps() ? columns() : columns() - 1.0;
        return point.column() >= 0
                && point.column() <= lastColumn
                && point.row() >= 0
                && point.row() <= rows() - 1.0;
    }

    /**
     * Refuses what no field of this project may have: fewer than one point or over 2^28 of them.
     */
    static void checkSize(int columns, int rows) {
        if (columns < 1 || rows < 1 || (long) columns * rows > 1L << 28) {
            throw new IllegalArgumentException(
                    "expected a grid of 1 to 2^28 points, got %d × %d".formatted(columns, rows));
        }
    }

    /** The longitude, whole turns added, that lies in [-180°, 180°). */
    static double wrapped_deg(double longitude_deg) {
        double turned = longitude_deg - 360.0 * Math.floor((longitude_deg + 180.0) / 360.0);
        return turned >= 180.0 ? -180.0 : turned;
    }

    /**
     * How many columns east of the first meridian a longitude lies, the nearest way to the grid.
     */
    static double column(
            double longitude_deg, double west_deg, double step_deg, int columns, boolean wraps) {
        double east_deg = longitude_deg - west_deg;
        east_deg -= 360.0 * Math.floor(east_deg / 360.0);
        double column = east_deg / step_deg;
        if (wraps) {
            return column >= columns ? 0.0 : column;
        }
        // Outside to the west as well as to the east: the nearer side names it.
        double beyond_deg = east_deg - (columns - 1) * step_deg;
        return beyond_deg > 0 && 360.0 - east_deg < beyond_deg
                ? (east_deg - 360.0) / step_deg
                : column;
    }
}
