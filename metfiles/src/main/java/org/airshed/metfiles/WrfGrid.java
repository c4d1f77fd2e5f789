package org.airshed.metfiles;

import java.io.IOException;
import java.util.Optional;
import org.airshed.engine.geography.Position;
import org.airshed.engine.meteorology.EarthShape;
import org.airshed.engine.meteorology.GridPoint;
import org.airshed.engine.meteorology.HorizontalGrid;
import org.airshed.engine.meteorology.LambertGrid;
import org.airshed.engine.meteorology.LatLonGrid;
import org.airshed.engine.meteorology.PlaneAxes;
import org.airshed.engine.meteorology.PolarStereographicGrid;

/**
 * The mass points of WRF output, made from the numbers of its map projection and compared with the
 * positions the file lists.
 *
 * @param turned whether wind along the grid is not wind along the meridians
 */
record WrfGrid(HorizontalGrid grid, boolean turned) {
    /** WRF's earth is a sphere of this radius [m]. */
    private static final EarthShape EARTH = EarthShape.sphere(6_370_000.0);

    /** Listed positions have 32 bits, and steps are rounded: this share of a cell is allowed. */
    private static final double TOLERANCE = 0.05;

    int columns() {
        return grid.columns();
    }

    int rows() {
        return grid.rows();
    }

    static NcVariable variable(NcFile file, String name) throws IOException {
        NcVariable found = file.variables().get(name);
        if (found == null) {
            throw refuse(file, "expected %s in WRF output, got none".formatted(name));
        }
        return found;
    }

    static WrfGrid of(NcFile file) throws IOException {
        NcVariable latitude = variable(file, "XLAT");
        NcVariable longitude = variable(file, "XLONG");
        int rank = latitude.shape().size();
        if (rank < 2 || !latitude.shape().equals(longitude.shape())) {
            throw refuse(file, "expected XLAT and XLONG of one shape, got " + latitude.shape());
        }
        int rows = latitude.shape().get(rank - 2);
        int columns = latitude.shape().get(rank - 1);
        if (rows < 2 || columns < 2) {
            throw refuse(file, "expected two points or more each way, got " + latitude.shape());
        }
        Position low = position(file, 0, 0, 0);
        Position high = position(file, 0, rows - 1, columns - 1);
        WrfGrid laid;
        try {
            laid = laid(file, columns, rows, low, high);
        } catch (IllegalArgumentException wrong) {
            throw new MetFileRefusedException(file.file(), -1, wrong.getMessage() + "", wrong);
        }
        int lastTime = rank > 2 ? latitude.shape().getFirst() - 1 : 0;
        laid.check(file, low, 0, 0);
        laid.check(file, high, rows - 1, columns - 1);
        laid.check(file, position(file, 0, rows - 1, 0), rows - 1, 0);
        // A nest that moves with the time has no grid of its own.
        laid.check(file, position(file, lastTime, 0, 0), 0, 0);
        return laid;
    }

    private void check(NcFile file, Position listed, int row, int column) throws IOException {
        GridPoint there = grid.point(listed);
        if (!(Math.abs(there.row() - row) < TOLERANCE)
                || !(Math.abs(there.column() - column) < TOLERANCE)) {
            throw refuse(
                    file,
                    "expected row %d, column %d at %s as its projection says, got row %.3f, column %.3f"
                            .formatted(row, column, listed, there.row(), there.column()));
        }
    }

    private static Position position(NcFile file, int time, int row, int column)
            throws IOException {
        try {
            double east_deg = value(file, "XLONG", time, row, column);
            return new Position(
                    east_deg > 180 ? east_deg - 360 : east_deg,
                    value(file, "XLAT", time, row, column));
        } catch (IllegalArgumentException wrong) {
            throw new MetFileRefusedException(file.file(), -1, wrong.getMessage() + "", wrong);
        }
    }

    private static double value(NcFile file, String name, int time, int row, int column)
            throws IOException {
        NcVariable variable = variable(file, name);
        int rank = variable.shape().size();
        int[] start = new int[rank];
        int[] count = new int[rank];
        java.util.Arrays.fill(count, 1);
        start[0] = rank > 2 ? time : start[0];
        start[rank - 2] = row;
        start[rank - 1] = column;
        return variable.type().value(file.box(variable, start, count), 0);
    }

    private static WrfGrid laid(NcFile file, int columns, int rows, Position low, Position high)
            throws IOException {
        int projection = (int) number(file, "MAP_PROJ");
        if (projection == 6) {
            double pole_deg = optional(file, "POLE_LAT").orElse(90.0);
            double east_deg = high.longitude_deg() - low.longitude_deg();
            if (pole_deg != 90.0) {
                throw refuse(file, "expected the pole at 90°, got a rotated grid, " + pole_deg);
            }
            return new WrfGrid(
                    new LatLonGrid(
                            columns,
                            rows,
                            low.longitude_deg(),
                            low.latitude_deg(),
                            (east_deg < 0 ? east_deg + 360 : east_deg) / (columns - 1),
                            (high.latitude_deg() - low.latitude_deg()) / (rows - 1)),
                    false);
        }
        PlaneAxes axes = new PlaneAxes(columns, rows, 0, 0, number(file, "DX"), number(file, "DY"));
        double meridian_deg = number(file, "STAND_LON");
        double parallel_deg = number(file, "TRUELAT1");
        return switch (projection) {
            case 1 ->
                    new WrfGrid(
                            new LambertGrid(
                                            EARTH,
                                            meridian_deg,
                                            parallel_deg,
                                            parallel_deg,
                                            optional(file, "TRUELAT2").orElse(parallel_deg),
                                            axes)
                                    .startingAt(low),
                            true);
            case 2 ->
                    new WrfGrid(
                            new PolarStereographicGrid(EARTH, meridian_deg, parallel_deg, axes)
                                    .startingAt(low),
                            true);
            default ->
                    throw refuse(
                            file,
                            "expected WRF's projection 1 (Lambert), 2 (polar stereographic) or 6"
                                    + " (latitude–longitude), got %d%s"
                                            .formatted(
                                                    projection,
                                                    projection == 3 ? " (Mercator)" : ""));
        };
    }

    private static Optional<Double> optional(NcFile file, String attribute) {
        return file.attributes().get(attribute) instanceof double[] numbers && numbers.length > 0
                ? Optional.of(numbers[0])
                : Optional.empty();
    }

    private static double number(NcFile file, String attribute) throws IOException {
        return optional(file, attribute)
                .orElseThrow(() ->
                        refuse(file, "expected the number %s in WRF output".formatted(attribute)));
    }

    private static MetFileRefusedException refuse(NcFile file, String why) {
        return new MetFileRefusedException(file.file(), -1, why);
    }
}
