package org.airshed.engine.meteorology;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.airshed.engine.geography.Position;
import org.airshed.engine.random.CounterRandom;

/**
 * Weather that never was, for demonstrations and checks: stagnation, then air from the south, then
 * a front that cleans from the northwest, over and over, with a boundary layer that grows by day.
 * The upward wind follows from the horizontal one by discrete continuity, so that mass is kept.
 * Same seed, same weather, at any resolution. Page: {@code docs/science/synthetic-weather.md}.
 */
public final class SyntheticWeather {
    /** Scale height and surface density of the air: U.S. Standard Atmosphere 1976, rounded. */
    private static final double SCALE_M = 8000;

    private static final double SURFACE_PA = 101_325;
    private static final double TEMPERATURE_K = 283;

    /** A front of middling speed [m/s]. */
    private static final double FRONT_MPS = 10;

    /** Whence the front comes in: the direction it moves in is southeast. */
    private static final double FRONT_EAST = Math.sqrt(0.5);

    private static final int EDDIES = 6;

    private final long seed;
    private final LatLonGrid grid;
    private final double[] levels_m;
    private final CounterRandom random;

    /** A part of the sequence. */
    private enum Regime {
        STAGNATION(42, 1.2, 0.8, 500),
        SOUTHERLY(40, 1.5, 5.5, 900),
        FRONT(14, 7.5, -8.5, 1500);

        private final double hours;
        private final double east_mps;
        private final double north_mps;
        private final double dayHeight_m;

        Regime(double hours, double east_mps, double north_mps, double dayHeight_m) {
            this.hours = hours;
            this.east_mps = east_mps;
            this.north_mps = north_mps;
            this.dayHeight_m = dayHeight_m;
        }
    }

    /**
     * @param grid without the poles, where wind in east and north has no direction
     * @param levels_m heights above the ground, ascending, the first above 0
     */
    public SyntheticWeather(long seed, LatLonGrid grid, double... levels_m) {
        double north_deg = grid.south_deg() + (grid.rows() - 1) * grid.rowStep_deg();
        if (grid.south_deg() < -89 || north_deg > 89 || grid.rows() < 3 || grid.columns() < 3) {
            throw new IllegalArgumentException(
                    "expected 3 × 3 points or more between 89° south and north, got " + grid);
        }
        if (!(levels_m[0] > 0)) {
            throw new IllegalArgumentException(
                    "expected levels above the ground, got %s m".formatted(levels_m[0]));
        }
        this.seed = seed;
        this.grid = grid;
        this.levels_m = VerticalLevels.ordered(levels_m, true, "rising heights");
        this.random = new CounterRandom(seed);
    }

    /** The weather of a moment, labelled {@link MetLabel#SYNTHETIC}. */
    public MetStep step(Instant time) {
        double hour = Duration.between(Instant.EPOCH, time).toSeconds() / 3600.0;
        int plane = grid.rows() * grid.columns();
        int levels = levels_m.length;
        float[][] on = new float[5][levels * plane]; // u, v, w, temperature, pressure
        float[][] ground = new float[4][plane]; // surface pressure, mixing height, u*, heat flux
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                column(hour, row, column, on, ground);
            }
        }
        rise(on[0], on[1], on[2]);
        Map<MetVariable, MetField> fields = new EnumMap<>(MetVariable.class);
        fields.put(MetVariable.EASTWARD_WIND, field(levels, on[0]));
        fields.put(MetVariable.NORTHWARD_WIND, field(levels, on[1]));
        fields.put(MetVariable.UPWARD_WIND, field(levels, on[2]));
        fields.put(MetVariable.TEMPERATURE, field(levels, on[3]));
        fields.put(MetVariable.PRESSURE, field(levels, on[4]));
        fields.put(MetVariable.SURFACE_PRESSURE, field(1, ground[0]));
        fields.put(MetVariable.MIXING_HEIGHT, field(1, ground[1]));
        fields.put(MetVariable.FRICTION_VELOCITY, field(1, ground[2]));
        fields.put(MetVariable.SENSIBLE_HEAT_FLUX, field(1, ground[3]));
        return new MetStep(
                time,
                grid,
                new HeightLevels(levels_m, HeightLevels.From.GROUND),
                fields,
                Set.of(MetLabel.SYNTHETIC));
    }

    private MetField field(int levels, float[] values) {
        return new MetField(levels, grid.rows(), grid.columns(), values);
    }

    private void column(double hour, int row, int column, float[][] on, float[][] ground) {
        double longitude_deg = grid.west_deg() + column * grid.columnStep_deg();
        double latitude_deg = grid.south_deg() + row * grid.rowStep_deg();
        double[] flow = flow(hour, longitude_deg, latitude_deg); // u, v, day height
        double solar_h = hour + longitude_deg / 15;
        double day = Math.max(0, StrictMath.sin(StrictMath.PI * (solar_h - 6) / 12));
        double mixing_m = 120 + (flow[2] - 120) * StrictMath.pow(day, 0.7);
        // From the exponent of a stable night to that of a mixed day (Irwin 1979).
        double exponent = 0.35 - 0.22 * Math.min(1, 2 * day);
        int plane = grid.rows() * grid.columns();
        int at = row * grid.columns() + column;
        double lowest = 1;
        for (int level = 0; level < levels_m.length; level++) {
            double z_m = levels_m[level];
            double layer = StrictMath.pow(Math.min(z_m, 1000) / 1000, exponent);
            double factor = layer * (1 + 0.1 * Math.max(0, z_m - 1000) / 1000);
            lowest = level == 0 ? factor : lowest;
            int k = level * plane + at;
            on[0][k] = (float) (factor * flow[0]);
            on[1][k] = (float) (factor * flow[1]);
            on[3][k] = (float) (TEMPERATURE_K - 0.0065 * Math.min(z_m, 11_000));
            on[4][k] = (float) (SURFACE_PA * StrictMath.exp(-z_m / SCALE_M));
        }
        double speed_mps = lowest * StrictMath.hypot(flow[0], flow[1]);
        double heat_Wm2 = 180 * day - 20 * (1 - Math.min(1, 4 * day));
        ground[0][at] = (float) SURFACE_PA;
        ground[1][at] = (float) mixing_m;
        ground[2][at] =
                (float)
                        BoundaryLayer.surfaceScales(speed_mps, 0.3, heat_Wm2, TEMPERATURE_K, 1.25)
                                .friction_mps();
        ground[3][at] = (float) heat_Wm2;
    }

    /** Wind at 1,000 m and the day's mixing height: the regime as it arrives here, and eddies. */
    private double[] flow(double hour, double longitude_deg, double latitude_deg) {
        double east_m = (longitude_deg - 115) * 85_000;
        double north_m = (latitude_deg - 40) * 111_000;
        double late_h = (east_m - north_m) * FRONT_EAST / FRONT_MPS / 3600;
        double[] flow = regime(hour - late_h);
        for (int eddy = 0; eddy < EDDIES; eddy++) {
            // A stream function ψ = A sin(k·x − ωt + φ) turns without sources.
            double length_m = 600_000 + 1_600_000 * random.uniform(eddy, 1, 0);
            double angle = 2 * StrictMath.PI * random.uniform(eddy, 1, 1);
            double phase = 2 * StrictMath.PI * random.uniform(eddy, 1, 2);
            double speed_mps = 0.5 + 0.7 * random.uniform(eddy, 1, 3);
            double wave = 2 * StrictMath.PI / length_m;
            double kx = wave * StrictMath.cos(angle);
            double ky = wave * StrictMath.sin(angle);
            double turn = kx * east_m + ky * north_m - wave * 4 * hour * 3600 + phase;
            double cos = speed_mps * StrictMath.cos(turn);
            flow[0] -= cos * StrictMath.sin(angle);
            flow[1] += cos * StrictMath.cos(angle);
        }
        return flow;
    }

    /** The regimes one after another, each of its seeded length, blended over six hours. */
    private double[] regime(double hour) {
        double cycle_h = 0;
        for (Regime regime : Regime.values()) {
            cycle_h += regime.hours;
        }
        int cycle = (int) Math.floor(hour / cycle_h);
        double inCycle_h = hour - cycle * cycle_h;
        double[] flow = new double[3];
        double begin_h = 0;
        for (Regime regime : Regime.values()) {
            double end_h = begin_h + regime.hours;
            double strength = 0.85 + 0.3 * random.uniform(cycle, 2, regime.ordinal());
            double share = 0;
            // Of the neighbours in time too: the cycle is a circle.
            for (int turn = -1; turn <= 1; turn++) {
                double at_h = inCycle_h + turn * cycle_h;
                share += ramp(at_h - begin_h) - ramp(at_h - end_h);
            }
            flow[0] += share * strength * regime.east_mps;
            flow[1] += share * strength * regime.north_mps;
            flow[2] += share * regime.dayHeight_m;
            begin_h = end_h;
        }
        return flow;
    }

    /** 0 before, 1 after, smooth over six hours. */
    private static double ramp(double hours) {
        double x = Math.clamp(hours / 6 + 0.5, 0, 1);
        return x * x * (3 - 2 * x);
    }

    /** Air density over that at the ground [1]. */
    private static double density(double z_m) {
        return StrictMath.exp(-z_m / SCALE_M);
    }

    /** ρw at each level from the convergence of ρV below it: nothing comes through the ground. */
    private void rise(float[] u, float[] v, float[] w) {
        int plane = grid.rows() * grid.columns();
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                double flux = 0;
                double below_m = 0;
                double below = 0;
                for (int level = 0; level < levels_m.length; level++) {
                    int offset = level * plane;
                    double here =
                            density(levels_m[level]) * divergence_ps(u, v, offset, row, column);
                    double mean = level == 0 ? here : 0.5 * (below + here);
                    flux -= mean * (levels_m[level] - below_m);
                    w[offset + row * grid.columns() + column] =
                            (float) (flux / density(levels_m[level]));
                    below = here;
                    below_m = levels_m[level];
                }
            }
        }
    }

    /** The discrete divergence mass is kept in: central differences on the sphere [1/s]. */
    double divergence_ps(float[] u, float[] v, int offset, int row, int column) {
        int columns = grid.columns();
        int west = grid.wraps() ? Math.floorMod(column - 1, columns) : Math.max(column - 1, 0);
        int east = grid.wraps() ? (column + 1) % columns : Math.min(column + 1, columns - 1);
        int south = Math.max(row - 1, 0);
        int north = Math.min(row + 1, grid.rows() - 1);
        int apart = Math.floorMod(east - west, columns);
        double step_m = Position.EARTH_RADIUS_M * StrictMath.toRadians(1);
        double across_m = apart * grid.columnStep_deg() * step_m * cosine(row);
        double along_m = (north - south) * grid.rowStep_deg() * step_m * cosine(row);
        int line = offset + row * columns;
        double eastward = u[line + east] - u[line + west];
        double northward =
                v[offset + north * columns + column] * cosine(north)
                        - v[offset + south * columns + column] * cosine(south);
        return eastward / across_m + northward / along_m;
    }

    private double cosine(int row) {
        return StrictMath.cos(StrictMath.toRadians(grid.south_deg() + row * grid.rowStep_deg()));
    }

    @Override
    public String toString() {
        return "SyntheticWeather[seed=%d, %s]".formatted(seed, grid);
    }
}
