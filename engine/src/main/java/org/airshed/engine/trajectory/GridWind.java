package org.airshed.engine.trajectory;

import org.airshed.engine.meteorology.HeightAxis;
import org.airshed.engine.meteorology.HorizontalGrid;
import org.airshed.engine.meteorology.LatLonGrid;
import org.airshed.engine.meteorology.WindPair;

/** The wind of a pair, interpolated as the kernels do; about a pole between turned neighbours. */
final class GridWind implements Wind {
    private final WindPair pair;
    private final HorizontalGrid grid;

    GridWind(WindPair pair) {
        this.pair = pair;
        this.grid = pair.grid();
    }

    @Override
    public void sample(double column, double row, double z_m, float share, double[] uvw) {
        for (int part = 0; part < 3; part++) {
            uvw[part] = pair.value(column, row, z_m, part, share);
        }
    }

    @Override
    public void samplePolar(
            int side,
            double longitude_rad,
            double row,
            double z_m,
            double stretch,
            float share,
            double[] xyw) {
        if (!(grid instanceof LatLonGrid angles)) {
            throw new IllegalStateException("a cap on a grid without poles");
        }
        double lastRow = grid.rows() - 1.0;
        double nearRow = Math.clamp(row, 0.0, lastRow);
        double column =
                pair.turned(
                        (StrictMath.toDegrees(longitude_rad) - angles.west_deg())
                                / angles.columnStep_deg());
        int i = Math.min((int) column, pair.storedColumns() - 2);
        int j = Math.min((int) nearRow, grid.rows() - 2);
        double x = column - i;
        double y = nearRow - j;
        HeightAxis heights = pair.heights();
        int level = heights.level(z_m);
        float up = (float) heights.above(level, z_m);
        xyw[0] = 0;
        xyw[1] = 0;
        xyw[2] = 0;
        for (int corner = 0; corner < 4; corner++) {
            int east = corner & 1;
            int north = corner >> 1;
            double weight = (east == 1 ? x : 1 - x) * (north == 1 ? y : 1 - y);
            int at =
                    (j + north) * pair.rowStride()
                            + (i + east) * pair.columnStride()
                            + level * WindPair.STRIDE;
            double lambda =
                    StrictMath.toRadians(angles.west_deg() + (i + east) * angles.columnStep_deg());
            double cos = StrictMath.cos(lambda);
            double sin = StrictMath.sin(lambda);
            double u = column(at, up, share) * stretch;
            double outward = -side * column(at + 1, up, share);
            xyw[0] += weight * (outward * cos - u * sin);
            xyw[1] += weight * (outward * sin + u * cos);
            xyw[2] += weight * column(at + 2, up, share);
        }
    }

    private double column(int at, float up, float share) {
        return WindPair.between(pair.nodes(), at, at, at, at, 1, 0, 0, 0, up, share);
    }
}
