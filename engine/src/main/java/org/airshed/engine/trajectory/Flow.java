package org.airshed.engine.trajectory;

import org.airshed.engine.meteorology.GridMetric;
import org.airshed.engine.meteorology.HorizontalGrid;
import org.airshed.engine.meteorology.LatLonGrid;

/**
 * One particle's step by the general methods: midpoint and classical fourth-order Runge–Kutta, and
 * Dormand–Prince 5(4) with its error (Hairer, Nørsett, Wanner 1993, Solving Ordinary Differential
 * Equations I, II.1 and table 5.2).
 *
 * <p>A step is done in one chart from begin to end: the grid's columns and rows, or within 6° of a
 * pole the azimuthal equidistant plane that touches it, in radians of arc. There is nothing
 * singular at a pole but the longitude. Page: {@code docs/science/transport.md}.
 */
final class Flow {
    /** Coefficients of each stage, [stage][earlier stage]; the last row is the solution itself. */
    private static final double[][] MIDPOINT = {{}, {0.5}, {0, 1}};

    private static final double[][] RUNGE_KUTTA_4 = {
        {}, {0.5}, {0, 0.5}, {0, 0, 1}, {1.0 / 6, 1.0 / 3, 1.0 / 3, 1.0 / 6}
    };

    private static final double[][] DORMAND_PRINCE = {
        {},
        {1.0 / 5},
        {3.0 / 40, 9.0 / 40},
        {44.0 / 45, -56.0 / 15, 32.0 / 9},
        {19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729},
        {9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656},
        {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84}
    };

    /** Fifth order less fourth order; the seventh stage stands at the solution. */
    private static final double[] DORMAND_PRINCE_ERROR = {
        71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40
    };

    private final Wind wind;
    private final GridMetric metric;
    private final HorizontalGrid grid;
    private final Domain domain;
    private final double[][] rate = new double[7][3];
    private final double[] sampled = new double[3];

    /** A place on the grid, and on the plane of a pole while a step is done there. */
    static final class State {
        double column;
        double row;
        double z_m;
        private int side; // 0 on the grid, +1 north, −1 south
        private final double[] at = new double[3];

        void set(double column, double row, double z_m) {
            this.column = column;
            this.row = row;
            this.z_m = z_m;
        }
    }

    Flow(Wind wind, GridMetric metric, HorizontalGrid grid, Domain domain) {
        this.wind = wind;
        this.metric = metric;
        this.grid = grid;
        this.domain = domain;
    }

    End midpoint(State state, double begin_s, double step_s, double length_s) {
        return explicit(MIDPOINT, state, begin_s, step_s, length_s);
    }

    End rungeKutta4(State state, double begin_s, double step_s, double length_s) {
        return explicit(RUNGE_KUTTA_4, state, begin_s, step_s, length_s);
    }

    /** Leaves the state as it was where the step cannot be done. */
    private End explicit(
            double[][] table, State state, double begin_s, double step_s, double length_s) {
        End end = stages(table, state, capOf(state), begin_s, step_s, length_s);
        if (beyondPole(state, end)) {
            end = stages(table, state, capBeyond(state), begin_s, step_s, length_s);
        }
        return end == End.NONE ? leave(state, state.at) : end;
    }

    /**
     * A step of fifth order. The error of its fourth-order companion, in metres, is put into {@code
     * error_m[0]}; the state moves only when that is at most the tolerance.
     */
    End dormandPrince(
            State state,
            double begin_s,
            double step_s,
            double length_s,
            double tolerance_m,
            double[] error_m) {
        End end = dormandPrince(state, capOf(state), begin_s, step_s, length_s);
        if (beyondPole(state, end)) {
            end = dormandPrince(state, capBeyond(state), begin_s, step_s, length_s);
        }
        if (end != End.NONE) {
            return end;
        }
        double[] miss = new double[3];
        for (int stage = 0; stage < 7; stage++) {
            for (int axis = 0; axis < 3; axis++) {
                miss[axis] += step_s * DORMAND_PRINCE_ERROR[stage] * rate[stage][axis];
            }
        }
        error_m[0] = metres(state.side, state.row, miss);
        return error_m[0] <= tolerance_m ? leave(state, state.at) : End.NONE;
    }

    private End dormandPrince(
            State state, int side, double begin_s, double step_s, double length_s) {
        End end = stages(DORMAND_PRINCE, state, side, begin_s, step_s, length_s);
        return end == End.NONE
                ? rate(state.side, state.at, (begin_s + step_s) / length_s, rate[6])
                : end;
    }

    private int capOf(State state) {
        if (domain.northCap && state.row > domain.lastPlainRow) {
            return 1;
        }
        return domain.southCap && state.row < domain.firstPlainRow ? -1 : 0;
    }

    /** Whether a step on the grid came past its last row though a pole lies there. */
    private boolean beyondPole(State state, End end) {
        return end == End.LEFT_DOMAIN && state.side == 0 && capBeyond(state) != 0;
    }

    private int capBeyond(State state) {
        if (domain.northCap && state.at[1] > domain.lastRow) {
            return 1;
        }
        return domain.southCap && state.at[1] < 0 ? -1 : 0;
    }

    private End stages(
            double[][] table,
            State state,
            int side,
            double begin_s,
            double step_s,
            double length_s) {
        enter(state, side);
        double[] begin = state.at.clone();
        for (int stage = 0; stage < table.length; stage++) {
            double ahead = 0;
            for (int axis = 0; axis < 3; axis++) {
                state.at[axis] = begin[axis];
            }
            for (int earlier = 0; earlier < table[stage].length; earlier++) {
                double weight = table[stage][earlier];
                ahead += weight;
                for (int axis = 0; axis < 3; axis++) {
                    state.at[axis] = Math.fma(step_s * weight, rate[earlier][axis], state.at[axis]);
                }
            }
            // The ground reflects.
            state.at[2] = Math.abs(state.at[2]);
            if (stage < table.length - 1) {
                double share = (begin_s + ahead * step_s) / length_s;
                End end = rate(state.side, state.at, share, rate[stage]);
                if (end != End.NONE) {
                    return end;
                }
            }
        }
        return End.NONE;
    }

    /**
     * Puts the place into a chart: the grid (0), or the plane of the north (1) or south pole (−1).
     */
    private void enter(State state, int side) {
        state.side = side;
        state.at[2] = state.z_m;
        if (state.side == 0) {
            state.at[0] = state.column;
            state.at[1] = state.row;
        } else {
            double lambda = longitude_rad(state.column);
            double theta = Math.max(0, StrictMath.PI / 2 - state.side * latitude_rad(state.row));
            state.at[0] = theta * StrictMath.cos(lambda);
            state.at[1] = theta * StrictMath.sin(lambda);
        }
    }

    /** Brings a chart's place back to the grid and says whether it is still inside. */
    private End leave(State state, double[] at) {
        double column = at[0];
        double row = at[1];
        if (state.side != 0) {
            double theta = StrictMath.hypot(at[0], at[1]);
            column = column(StrictMath.atan2(at[1], at[0]));
            row = row(state.side * (StrictMath.PI / 2 - theta));
            row = Math.clamp(row, 0.0, domain.lastRow);
        }
        column = turned(column);
        double z_m = Math.abs(at[2]);
        End end = bounds(column, row, z_m);
        if (end == End.NONE) {
            state.set(column, row, z_m);
        }
        return end;
    }

    /** Adds a displacement in metres towards the grid's east and north and upward. */
    End displace(State state, double east_m, double north_m, double up_m) {
        enter(state, capOf(state));
        double z_m = Math.abs(state.z_m + up_m);
        if (state.side == 0) {
            double columns = metric.columnsPerMetre() * metric.secant(state.row);
            state.at[0] = Math.fma(east_m, columns, state.column);
            state.at[1] = Math.fma(north_m, metric.rowsPerMetre(), state.row);
        } else {
            // Both axes alike: on the plane east of the plane serves as well as the earth's.
            double perMetre = metric.rowsPerMetre() * metric.rowStep_rad();
            state.at[0] += east_m * perMetre;
            state.at[1] += north_m * perMetre;
        }
        state.at[2] = z_m;
        return leave(state, state.at);
    }

    private End rate(int side, double[] at, double share, double[] rate) {
        if (side == 0) {
            double column = turned(at[0]);
            End end = bounds(column, at[1], at[2]);
            if (end != End.NONE) {
                return end;
            }
            wind.sample(column, at[1], at[2], (float) share, sampled);
            rate[0] = sampled[0] * metric.columnsPerMetre() * metric.secant(at[1]);
            rate[1] = sampled[1] * metric.rowsPerMetre();
        } else {
            double theta = StrictMath.hypot(at[0], at[1]);
            double lambda = StrictMath.atan2(at[1], at[0]);
            double row = row(side * (StrictMath.PI / 2 - theta));
            if (!(at[2] <= domain.top_m)) {
                return Double.isNaN(at[2]) ? End.MISSING_WIND : End.ABOVE_TOP;
            }
            double stretch = theta < 1e-9 ? 1 : theta / StrictMath.sin(theta);
            wind.samplePolar(side, lambda, row, at[2], stretch, (float) share, sampled);
            // One row is rowStep_rad of arc, so metres become radians by their product.
            double perMetre = metric.rowsPerMetre() * metric.rowStep_rad();
            rate[0] = sampled[0] * perMetre;
            rate[1] = sampled[1] * perMetre;
        }
        rate[2] = sampled[2];
        return Double.isNaN(rate[0] + rate[1] + rate[2]) ? End.MISSING_WIND : End.NONE;
    }

    private End bounds(double column, double row, double z_m) {
        if (domain.contains(column, row, z_m)) {
            return End.NONE;
        }
        if (Double.isNaN(column + row + z_m)) {
            return End.MISSING_WIND;
        }
        return z_m > domain.top_m ? End.ABOVE_TOP : End.LEFT_DOMAIN;
    }

    private double metres(int side, double row, double[] difference) {
        double perMetreX = metric.rowsPerMetre() * metric.rowStep_rad();
        double perMetreY = perMetreX;
        if (side == 0) {
            perMetreX = metric.columnsPerMetre() * metric.secant(row);
            perMetreY = metric.rowsPerMetre();
        }
        double x_m = difference[0] / perMetreX;
        double y_m = difference[1] / perMetreY;
        return Math.sqrt(x_m * x_m + y_m * y_m + difference[2] * difference[2]);
    }

    private double turned(double column) {
        return domain.turn > 0 && Double.isFinite(column)
                ? domain.turned(column - domain.turn * Math.floor(column / domain.turn))
                : column;
    }

    private double longitude_rad(double column) {
        LatLonGrid angles = (LatLonGrid) grid;
        return StrictMath.toRadians(angles.west_deg() + column * angles.columnStep_deg());
    }

    private double column(double longitude_rad) {
        LatLonGrid angles = (LatLonGrid) grid;
        return (StrictMath.toDegrees(longitude_rad) - angles.west_deg()) / angles.columnStep_deg();
    }

    private double latitude_rad(double row) {
        return metric.south_rad() + row * metric.rowStep_rad();
    }

    private double row(double latitude_rad) {
        return (latitude_rad - metric.south_rad()) / metric.rowStep_rad();
    }
}
