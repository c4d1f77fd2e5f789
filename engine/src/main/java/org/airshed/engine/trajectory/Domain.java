package org.airshed.engine.trajectory;

import org.airshed.engine.meteorology.HorizontalGrid;
import org.airshed.engine.meteorology.LatLonGrid;
import org.airshed.engine.meteorology.WindPair;

/**
 * The bounds the kernels work within. About a pole, where a degree of longitude shrinks to nothing,
 * a step that begins beyond 84° is done on a plane that touches the pole ({@link Flow}).
 */
final class Domain {
    /** At 84° a column is a tenth of what it is at the equator. */
    static final double CAP_DEG = 84.0;

    final double lastColumn; // the furthest column a particle may have
    final double lastRow;
    final double firstPlainRow; // below it the cap of the south pole
    final double lastPlainRow; // above it the cap of the north pole
    final double top_m;
    final double turn; // columns of a whole circle, 0 where the grid does not wrap
    final boolean northCap;
    final boolean southCap;

    Domain(WindPair wind) {
        this(wind.grid(), wind.heights().top_m());
    }

    Domain(HorizontalGrid grid, double top_m) {
        this.top_m = top_m;
        lastColumn = grid.wraps() ? grid.columns() : grid.columns() - 1.0;
        lastRow = grid.rows() - 1.0;
        turn = grid.wraps() ? grid.columns() : 0;
        double south = 0;
        double north = lastRow;
        boolean southReached = false;
        boolean northReached = false;
        if (grid instanceof LatLonGrid angles && grid.wraps()) {
            double step_deg = angles.rowStep_deg();
            // The last row may stand half a step from the pole: the cap closes it.
            southReached = angles.south_deg() <= -90 + step_deg;
            northReached = angles.south_deg() + lastRow * step_deg >= 90 - step_deg;
            south = southReached ? (-CAP_DEG - angles.south_deg()) / step_deg : 0;
            north = northReached ? (CAP_DEG - angles.south_deg()) / step_deg : lastRow;
        }
        firstPlainRow = Math.max(0, south);
        lastPlainRow = Math.min(lastRow, north);
        northCap = northReached;
        southCap = southReached;
    }

    boolean contains(double column, double row, double z_m) {
        return column >= 0 && column <= lastColumn && row >= 0 && row <= lastRow && z_m <= top_m;
    }

    /** Brings a column that went at most one turn too far back. */
    double turned(double column) {
        if (column < 0) {
            return column + turn;
        }
        return turn > 0 && column >= turn ? column - turn : column;
    }
}
