package org.airshed.metfiles;

import org.airshed.engine.geography.Position;
import org.airshed.engine.meteorology.EarthShape;
import org.airshed.engine.meteorology.GaussianGrid;
import org.airshed.engine.meteorology.HorizontalGrid;
import org.airshed.engine.meteorology.LambertGrid;
import org.airshed.engine.meteorology.LatLonGrid;
import org.airshed.engine.meteorology.PlaneAxes;
import org.airshed.engine.meteorology.PolarStereographicGrid;

/**
 * A grid of a GRIB message and how its points lie in the data.
 *
 * @param alongGrid whether wind is given along the grid's axes
 */
record GribGrid(HorizontalGrid grid, boolean rowsFall, boolean columnsFall, boolean alongGrid) {

    /** How a message scans its points: the flags both editions share. */
    record Scan(boolean columnsFall, boolean rowsFall, boolean alongGrid) {
        static Scan of(int mode, int components) {
            if ((mode & 0x30) != 0) {
                throw new IllegalArgumentException(
                        "expected rows one after another in one direction, got scanning mode 0x%02x"
                                .formatted(mode));
            }
            return new Scan((mode & 0x80) != 0, (mode & 0x40) == 0, (components & 0x08) != 0);
        }
    }

    private GribGrid(HorizontalGrid grid, Scan scan) {
        this(grid, scan.rowsFall(), scan.columnsFall(), scan.alongGrid());
    }

    /** Corners of a grid of latitudes and longitudes as messages give them [°]. */
    record Corners(
            int columns,
            int rows,
            double firstLatitude,
            double firstLongitude,
            double lastLatitude,
            double lastLongitude) {}

    static GribGrid latLon(Corners corners, Scan scan) {
        double west = scan.columnsFall() ? corners.lastLongitude() : corners.firstLongitude();
        double south = Math.min(corners.firstLatitude(), corners.lastLatitude());
        double north = Math.max(corners.firstLatitude(), corners.lastLatitude());
        check(corners);
        return new GribGrid(
                new LatLonGrid(
                        corners.columns(),
                        corners.rows(),
                        HorizontalGrid.wrapped_deg(west),
                        south,
                        columnStep_deg(corners, scan),
                        (north - south) / (corners.rows() - 1)),
                scan);
    }

    private static void check(Corners corners) {
        if (corners.columns() < 2 || corners.rows() < 2) {
            throw new IllegalArgumentException(
                    "expected two columns and rows or more, got %d × %d (reduced grids are not read)"
                            .formatted(corners.columns(), corners.rows()));
        }
        HorizontalGrid.checkSize(corners.columns(), corners.rows());
    }

    /** From the corners: the step itself is stored in rounded units. */
    private static double columnStep_deg(Corners corners, Scan scan) {
        double span =
                scan.columnsFall()
                        ? corners.firstLongitude() - corners.lastLongitude()
                        : corners.lastLongitude() - corners.firstLongitude();
        span -= 360.0 * Math.floor(span / 360.0);
        return span / (corners.columns() - 1);
    }

    /**
     * @param parallels between a pole and the equator
     */
    static GribGrid gaussian(Corners corners, int parallels, Scan scan) {
        check(corners);
        if (parallels < 1 || parallels > 4000 || corners.rows() != 2 * parallels) {
            throw new IllegalArgumentException(
                    "expected a whole Gaussian grid of 2 × %d rows, got %d"
                            .formatted(parallels, corners.rows()));
        }
        double west = scan.columnsFall() ? corners.lastLongitude() : corners.firstLongitude();
        return new GribGrid(
                new GaussianGrid(
                        corners.columns(),
                        HorizontalGrid.wrapped_deg(west),
                        columnStep_deg(corners, scan),
                        gaussianLatitudes_deg(2 * parallels)),
                scan);
    }

    /** Roots of the Legendre polynomial by Newton's method: Press et al. (2007), 4.6. */
    private static double[] gaussianLatitudes_deg(int rows) {
        double[] latitudes_deg = new double[rows];
        for (int root = 0; root < rows / 2; root++) {
            double x = StrictMath.cos(StrictMath.PI * (root + 0.75) / (rows + 0.5));
            for (int pass = 0; pass < 20; pass++) {
                double value = 1;
                double before = 0;
                for (int degree = 0; degree < rows; degree++) {
                    double beforeThat = before;
                    before = value;
                    value = ((2 * degree + 1) * x * before - degree * beforeThat) / (degree + 1);
                }
                double slope = rows * (x * value - before) / (x * x - 1);
                x -= value / slope;
            }
            latitudes_deg[rows - 1 - root] = StrictMath.toDegrees(StrictMath.asin(x));
            latitudes_deg[root] = -latitudes_deg[rows - 1 - root];
        }
        return latitudes_deg;
    }

    /** The first point of the data and the steps of a plane grid. */
    record Plane(
            int columns,
            int rows,
            double firstLatitude,
            double firstLongitude,
            double columnStep_m,
            double rowStep_m) {
        private PlaneAxes axes() {
            return new PlaneAxes(columns, rows, 0, 0, columnStep_m, rowStep_m);
        }

        private Position first() {
            return new Position(HorizontalGrid.wrapped_deg(firstLongitude), firstLatitude);
        }
    }

    static GribGrid lambert(
            EarthShape earth,
            Plane plane,
            double meridian_deg,
            double parallel1_deg,
            double parallel2_deg,
            Scan scan) {
        refuseFalling(scan);
        var grid =
                new LambertGrid(
                        earth,
                        meridian_deg,
                        parallel1_deg,
                        parallel1_deg,
                        parallel2_deg,
                        plane.axes());
        return new GribGrid(grid.startingAt(plane.first()), scan);
    }

    static GribGrid polarStereographic(
            EarthShape earth, Plane plane, double meridian_deg, double true_deg, Scan scan) {
        refuseFalling(scan);
        var grid = new PolarStereographicGrid(earth, meridian_deg, true_deg, plane.axes());
        return new GribGrid(grid.startingAt(plane.first()), scan);
    }

    private static void refuseFalling(Scan scan) {
        if (scan.columnsFall() || scan.rowsFall()) {
            throw new IllegalArgumentException(
                    "expected a projected grid that begins at its lower left point");
        }
    }

    /** Puts decoded points where the grid has them, in the unit of a variable. */
    void place(float[] decoded, Linear toSi, float[] into, int offset) {
        int columns = grid.columns();
        int rows = grid.rows();
        boolean same = toSi.equals(Linear.SAME);
        for (int row = 0; row < rows; row++) {
            int to = offset + (rowsFall ? rows - 1 - row : row) * columns;
            for (int column = 0; column < columns; column++) {
                float value = decoded[row * columns + column];
                into[to + (columnsFall ? columns - 1 - column : column)] =
                        same ? value : (float) (toSi.scale() * value + toSi.offset());
            }
        }
    }
}
