package org.airshed.engine.meteorology;

import java.util.EnumSet;
import java.util.Set;

/**
 * Makes prepared wind of a step: on heights above the ground, the upward wind relative to the
 * ground below, the pressure beside it. Page: {@code docs/science/prepared-wind.md}.
 *
 * <p>Refused: several levels without an upward wind or omega, and pressure or hybrid levels without
 * surface pressure: nothing can be made of them that is true.
 */
public final class WindPreparation {
    /**
     * Exponent of the power law over open land in neutral air: Irwin (1979), Atmos. Environ. 13,
     * 191–194; 1/7 in WMO-No. 1185 (2017).
     */
    public static final double PROFILE_EXPONENT = 1.0 / 7;

    /** Single-level wind is extrapolated up to here and kept above [m]. */
    public static final double PROFILE_TOP_M = 500;

    private static final double WIND_HEIGHT_M = 10;

    private final MetStep step;
    private final HeightAxis heights;
    private final GridMetric metric;
    private final AirColumn here;
    private final AirColumn before;
    private final AirColumn after;
    private final int levels;

    private WindPreparation(MetStep step, HeightAxis heights) {
        this.step = step;
        this.heights = heights;
        this.metric = GridMetric.of(step.grid());
        this.here = new AirColumn(step);
        this.before = new AirColumn(step);
        this.after = new AirColumn(step);
        this.levels = step.levels().count();
    }

    /** The step's wind on the heights; wind of a single level is extrapolated and says so. */
    public static WindField of(MetStep step, HeightAxis heights) {
        Set<MetLabel> labels = EnumSet.noneOf(MetLabel.class);
        labels.addAll(step.labels());
        var preparation = new WindPreparation(step, heights);
        if (step.levels() instanceof SingleLevel single) {
            labels.add(MetLabel.SINGLE_LEVEL);
            labels.add(MetLabel.EXTRAPOLATED_WIND);
            return new WindField(
                    step.time(),
                    step.grid(),
                    heights,
                    labels,
                    (row, column, parts) -> preparation.profile(single, row, column, parts));
        }
        if (step.findField(MetVariable.OMEGA).isEmpty()
                && step.findField(MetVariable.UPWARD_WIND).isEmpty()) {
            throw new IllegalArgumentException(
                    "expected %s or %s for transport on levels, the step of %s has neither"
                            .formatted(
                                    MetVariable.OMEGA.standardName(),
                                    MetVariable.UPWARD_WIND.standardName(),
                                    step.time()));
        }
        return new WindField(step.time(), step.grid(), heights, labels, preparation::fill);
    }

    /** u(z) = u₁₀ (z / 10 m)^p from 10 m to 500 m, constant below and above. */
    private void profile(SingleLevel single, int row, int column, float[] parts) {
        boolean onLevels = step.findField(MetVariable.EASTWARD_WIND).isPresent();
        var u = step.field(onLevels ? MetVariable.EASTWARD_WIND : MetVariable.EASTWARD_WIND_10M);
        var v = step.field(onLevels ? MetVariable.NORTHWARD_WIND : MetVariable.NORTHWARD_WIND_10M);
        double at_m = onLevels ? Math.max(single.height_m(), 1) : WIND_HEIGHT_M;
        here.read(row, column);
        for (int k = 0; k < heights.levels(); k++) {
            double z_m = heights.height_m(k);
            double used_m = Math.clamp(z_m, at_m, Math.max(at_m, PROFILE_TOP_M));
            double factor = StrictMath.pow(used_m / at_m, PROFILE_EXPONENT);
            parts[4 * k] = (float) (factor * u.value(0, row, column));
            parts[4 * k + 1] = (float) (factor * v.value(0, row, column));
            parts[4 * k + 2] = 0;
            // The standard atmosphere's temperature is near enough for a label on a map.
            parts[4 * k + 3] =
                    (float) (here.surface_Pa * StrictMath.pow(1 - 2.25577e-5 * z_m, 5.25588));
        }
    }

    private void fill(int row, int column, float[] parts) {
        here.read(row, column);
        double[] rising = rising_mps(row, column);
        MetField u = step.field(MetVariable.EASTWARD_WIND);
        MetField v = step.field(MetVariable.NORTHWARD_WIND);
        boolean near = hasWindNearGround();
        int level = lowestLevel(near ? WIND_HEIGHT_M + 1 : 0.5);
        double low_m = 0;
        double lowU =
                near
                        ? value(MetVariable.EASTWARD_WIND_10M, row, column)
                        : at(u, level, row, column);
        double lowV =
                near
                        ? value(MetVariable.NORTHWARD_WIND_10M, row, column)
                        : at(v, level, row, column);
        double lowW = 0;
        double low_Pa = here.surface_Pa;
        boolean onWindHeight = !near;
        for (int k = 0; k < heights.levels(); k++) {
            double z_m = heights.height_m(k);
            // From the ground to 10 m the wind of 10 m; then on to the lowest level.
            if (!onWindHeight && z_m > WIND_HEIGHT_M && level < levels) {
                double part = WIND_HEIGHT_M / here.height_m[level];
                lowW = part * rising[level];
                low_Pa += part * (here.pressure_Pa[level] - low_Pa);
                low_m = WIND_HEIGHT_M;
                onWindHeight = true;
            }
            while (level < levels && here.height_m[level] < z_m) {
                low_m = here.height_m[level];
                lowU = u.value(level, row, column);
                lowV = v.value(level, row, column);
                lowW = rising[level];
                low_Pa = here.pressure_Pa[level];
                level++;
            }
            if (level >= levels) {
                java.util.Arrays.fill(parts, 4 * k, 4 * k + 4, Float.NaN);
                continue;
            }
            double part = (z_m - low_m) / (here.height_m[level] - low_m);
            double windPart = onWindHeight ? part : 0;
            parts[4 * k] = (float) (lowU + windPart * (u.value(level, row, column) - lowU));
            parts[4 * k + 1] = (float) (lowV + windPart * (v.value(level, row, column) - lowV));
            parts[4 * k + 2] = (float) (lowW + part * (rising[level] - lowW));
            parts[4 * k + 3] = (float) (low_Pa + part * (here.pressure_Pa[level] - low_Pa));
        }
    }

    private double at(MetField field, int level, int row, int column) {
        return level < levels ? field.value(level, row, column) : Double.NaN;
    }

    private boolean hasWindNearGround() {
        return step.findField(MetVariable.EASTWARD_WIND_10M).isPresent()
                && step.findField(MetVariable.NORTHWARD_WIND_10M).isPresent();
    }

    private double value(MetVariable variable, int row, int column) {
        return step.field(variable).value(0, row, column);
    }

    private int lowestLevel(double above_m) {
        int level = 0;
        while (level < levels && !(here.height_m[level] >= above_m)) {
            level++;
        }
        return level;
    }

    /**
     * The rate at which air rises over the ground below it, at every level [m/s]. On a surface s of
     * the file, dz/dt = V·∇ₛz + (ω − V·∇ₛp) ∂z/∂p with z above the ground: the slope of the ground
     * and that of the level are both in it. What the surface itself moves in time is left out.
     */
    private double[] rising_mps(int row, int column) {
        MetField u = step.field(MetVariable.EASTWARD_WIND);
        MetField v = step.field(MetVariable.NORTHWARD_WIND);
        double[] rising = new double[levels];
        double[][] slope = slopes(row, column); // [z east, z north, p east, p north][level]
        var omega = step.findField(MetVariable.OMEGA);
        for (int level = 0; level < levels; level++) {
            double east_mps = u.value(level, row, column);
            double north_mps = v.value(level, row, column);
            double alongSurface = east_mps * slope[0][level] + north_mps * slope[1][level];
            if (omega.isPresent()) {
                double through_Pas =
                        omega.get().value(level, row, column)
                                - east_mps * slope[2][level]
                                - north_mps * slope[3][level];
                rising[level] =
                        alongSurface - through_Pas / (here.density_kgm3(level) * AirColumn.GRAVITY);
            } else {
                rising[level] =
                        step.field(MetVariable.UPWARD_WIND).value(level, row, column)
                                - east_mps * groundSlope(row, column, true)
                                - north_mps * groundSlope(row, column, false);
            }
        }
        return rising;
    }

    /** Slopes of the levels' heights above the ground and pressures, by central differences. */
    private double[][] slopes(int row, int column) {
        double[][] slope = new double[4][levels];
        double gamma = step.grid().gridNorth_rad(new GridPoint(column, row));
        double cos = StrictMath.cos(gamma);
        double sin = StrictMath.sin(gamma);
        double[][] along = difference(row, column, true);
        double[][] across = difference(row, column, false);
        for (int what = 0; what < 2; what++) {
            for (int level = 0; level < levels; level++) {
                double x = along[what][level];
                double y = across[what][level];
                slope[2 * what][level] = x * cos + y * sin;
                slope[2 * what + 1][level] = y * cos - x * sin;
            }
        }
        return slope;
    }

    /** Height and pressure per metre along columns or rows; one-sided at an edge. */
    private double[][] difference(int row, int column, boolean alongColumns) {
        int[] from = neighbour(row, column, alongColumns, -1);
        int[] to = neighbour(row, column, alongColumns, 1);
        double perMetre = perMetre(row, column, alongColumns, from, to);
        double[][] change = new double[2][levels];
        if (perMetre == 0) {
            return change;
        }
        before.read(from[0], from[1]);
        after.read(to[0], to[1]);
        for (int level = 0; level < levels; level++) {
            change[0][level] = (after.height_m[level] - before.height_m[level]) * perMetre;
            change[1][level] = (after.pressure_Pa[level] - before.pressure_Pa[level]) * perMetre;
        }
        return change;
    }

    private double groundSlope(int row, int column, boolean towardEast) {
        var ground = step.findField(MetVariable.OROGRAPHY);
        if (ground.isEmpty()) {
            return 0;
        }
        double gamma = step.grid().gridNorth_rad(new GridPoint(column, row));
        double[] slope = new double[2];
        for (int axis = 0; axis < 2; axis++) {
            int[] from = neighbour(row, column, axis == 0, -1);
            int[] to = neighbour(row, column, axis == 0, 1);
            slope[axis] =
                    (ground.get().value(0, to[0], to[1]) - ground.get().value(0, from[0], from[1]))
                            * perMetre(row, column, axis == 0, from, to);
        }
        double cos = StrictMath.cos(gamma);
        double sin = StrictMath.sin(gamma);
        return towardEast ? slope[0] * cos + slope[1] * sin : slope[1] * cos - slope[0] * sin;
    }

    /** One over the metres between two neighbours; 0 where they are one, or at a pole. */
    private double perMetre(int row, int column, boolean alongColumns, int[] from, int[] to) {
        int apart =
                alongColumns
                        ? Math.floorMod(to[1] - from[1], step.grid().columns())
                        : to[0] - from[0];
        double scale = GridMetric.scale(step.grid(), new GridPoint(column, row));
        double secant = metric.secant(row);
        if (apart == 0 || alongColumns && Math.abs(secant) > 1e4) {
            return 0;
        }
        return alongColumns
                ? metric.columnsPerMetre() * secant * scale / apart
                : metric.rowsPerMetre() * scale / apart;
    }

    /** Row and column of the next point, or the point itself at an edge. */
    private int[] neighbour(int row, int column, boolean alongColumns, int away) {
        HorizontalGrid grid = step.grid();
        if (!alongColumns) {
            return new int[] {Math.clamp(row + away, 0, grid.rows() - 1), column};
        }
        int next =
                grid.wraps()
                        ? Math.floorMod(column + away, grid.columns())
                        : Math.clamp(column + away, 0, grid.columns() - 1);
        return new int[] {row, next};
    }
}
