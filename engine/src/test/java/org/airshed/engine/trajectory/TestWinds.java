package org.airshed.engine.trajectory;

import java.time.Instant;
import java.util.Set;
import org.airshed.engine.meteorology.HeightAxis;
import org.airshed.engine.meteorology.LatLonGrid;
import org.airshed.engine.meteorology.WindField;
import org.airshed.engine.meteorology.WindPair;

/** Winds of which more is known than their values. */
final class TestWinds {
    static final Instant BEGIN = Instant.parse("2016-11-20T00:00:00Z");
    static final HeightAxis HEIGHTS = new HeightAxis(0, 20, 60, 150, 400, 1000, 3000, 9000);

    private TestWinds() {}

    /** The air turns as one body about an axis in the equator, so over both poles. */
    static void solidBody(
            double longitude_rad, double latitude_rad, double speed_mps, double[] uv) {
        // Axis at longitude 0: the velocity Ω × r in east and north.
        uv[0] = -speed_mps * StrictMath.sin(latitude_rad) * StrictMath.cos(longitude_rad);
        uv[1] = speed_mps * StrictMath.sin(longitude_rad);
    }

    static WindPair solidBody(double step_deg, double speed_mps, int length_s) {
        int columns = (int) StrictMath.round(360 / step_deg);
        int rows = (int) StrictMath.round(180 / step_deg) + 1;
        var grid = new LatLonGrid(columns, rows, -180, -90, step_deg, step_deg);
        return new WindPair(
                solidBody(grid, BEGIN, speed_mps),
                solidBody(grid, BEGIN.plusSeconds(length_s), speed_mps));
    }

    private static WindField solidBody(LatLonGrid grid, Instant time, double speed_mps) {
        double[] uv = new double[2];
        return new WindField(
                time,
                grid,
                HEIGHTS,
                Set.of(),
                (row, column, parts) -> {
                    solidBody(
                            StrictMath.toRadians(-180 + column * grid.columnStep_deg()),
                            StrictMath.toRadians(-90 + row * grid.rowStep_deg()),
                            speed_mps,
                            uv);
                    for (int level = 0; level < HEIGHTS.levels(); level++) {
                        parts[4 * level] = (float) uv[0];
                        parts[4 * level + 1] = (float) uv[1];
                        parts[4 * level + 2] = 0;
                        parts[4 * level + 3] =
                                1000 - HEIGHTS.height_m(level) >= 0 ? 90_000 : 50_000;
                    }
                });
    }

    /** Waves in all directions, rising and sinking, changing in time; a hole where asked for. */
    static WindPair waves(LatLonGrid grid, boolean hole, int length_s) {
        return new WindPair(
                waves(grid, BEGIN, 0, hole), waves(grid, BEGIN.plusSeconds(length_s), 1, hole));
    }

    private static WindField waves(LatLonGrid grid, Instant time, double phase, boolean hole) {
        return new WindField(
                time,
                grid,
                HEIGHTS,
                Set.of(),
                (row, column, parts) -> {
                    double lambda =
                            StrictMath.toRadians(grid.west_deg() + column * grid.columnStep_deg());
                    double phi = StrictMath.toRadians(grid.south_deg() + row * grid.rowStep_deg());
                    for (int level = 0; level < HEIGHTS.levels(); level++) {
                        double z = HEIGHTS.height_m(level) / 9000;
                        double cos = StrictMath.cos(phi);
                        double turn = 3 * lambda + 5 * phi + phase;
                        parts[4 * level] = (float) (cos * (12 + 20 * z + 9 * StrictMath.sin(turn)));
                        parts[4 * level + 1] = (float) (cos * 11 * StrictMath.cos(turn + z));
                        parts[4 * level + 2] =
                                (float) (0.08 * StrictMath.sin(2 * turn) * z * (1.3 - z));
                        parts[4 * level + 3] = (float) (101_325 * (1 - 0.7 * z));
                        if (hole && row == grid.rows() / 2 && column == grid.columns() / 2) {
                            parts[4 * level] = Float.NaN;
                        }
                    }
                });
    }
}
