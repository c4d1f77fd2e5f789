package org.airshed.engine.meteorology;

/**
 * The air over one point of a step, from the ground up, heights by the hypsometric equation. Levels
 * below the ground have negative heights; who reads the column leaves them out. Page: {@code
 * docs/science/prepared-wind.md}.
 */
final class AirColumn {
    /** WMO-No. 8 (2018), part I, chapter 3: gas constant of dry air [J/(kg K)], gravity [m/s²]. */
    static final double DRY_AIR = 287.05;

    static final double GRAVITY = 9.80665;

    /** Water vapour is lighter than dry air: Tv = T (1 + 0.608 q). */
    private static final double VAPOUR = 0.608;

    /** Where a step has no temperature: U.S. Standard Atmosphere 1976 at sea level [K]. */
    private static final double STANDARD_K = 288.15;

    private final MetStep step;
    private final int levels;
    final double[] pressure_Pa; // [level]
    final double[] height_m; // [level] above the ground
    final double[] virtual_K; // [level]
    private final double[] fixed_Pa; // of pressure levels, else empty
    private final double[] logStep; // ln of the pressure below over a pressure level's own
    double surface_Pa;

    AirColumn(MetStep step) {
        this.step = step;
        levels = step.levels().count();
        fixed_Pa =
                step.levels() instanceof PressureLevels fixed ? fixed.pressure_Pa() : new double[0];
        // The logarithms are nearly all the work of a column; these are the same for every one.
        logStep = new double[fixed_Pa.length];
        for (int level = 1; level < fixed_Pa.length; level++) {
            logStep[level] = StrictMath.log(fixed_Pa[level - 1] / fixed_Pa[level]);
        }
        pressure_Pa = new double[levels];
        height_m = new double[levels];
        virtual_K = new double[levels];
    }

    /** Fills the column of a point. */
    void read(int row, int column) {
        surface_Pa = surface_Pa(row, column);
        for (int level = 0; level < levels; level++) {
            double t = value(MetVariable.TEMPERATURE, level, row, column, STANDARD_K);
            double q = value(MetVariable.SPECIFIC_HUMIDITY, level, row, column, 0);
            virtual_K[level] = t * (1 + VAPOUR * q);
        }
        switch (step.levels()) {
            case PressureLevels levels -> {
                System.arraycopy(fixed_Pa, 0, pressure_Pa, 0, fixed_Pa.length);
                heights();
            }
            case HybridLevels levels -> fromHybrid(levels, row, column);
            case HeightLevels levels -> fromHeights(levels, row, column);
            case SingleLevel level -> {
                height_m[0] = level.height_m();
                pressure_Pa[0] = surface_Pa * (1 - GRAVITY * level.height_m() / (DRY_AIR * 288.15));
            }
        }
    }

    private double surface_Pa(int row, int column) {
        double standard = 101_325;
        if (step.levels() instanceof SingleLevel) {
            return value(MetVariable.SURFACE_PRESSURE, 0, row, column, standard);
        }
        if (step.findField(MetVariable.SURFACE_PRESSURE).isEmpty()
                && step.levels() instanceof HeightLevels) {
            double ground_m = value(MetVariable.OROGRAPHY, 0, row, column, 0);
            // The standard atmosphere's troposphere, below 11 km.
            return standard * StrictMath.pow(1 - 2.25577e-5 * ground_m, 5.25588);
        }
        return step.field(MetVariable.SURFACE_PRESSURE).value(0, row, column);
    }

    private void fromHybrid(HybridLevels levels, int row, int column) {
        var stored = step.findField(MetVariable.PRESSURE);
        for (int level = 0; level < this.levels; level++) {
            pressure_Pa[level] =
                    stored.isPresent()
                            ? stored.get().value(level, row, column)
                            : levels.pressure_Pa(level, surface_Pa);
        }
        heights();
    }

    private void fromHeights(HeightLevels levels, int row, int column) {
        double ground_m =
                levels.from() == HeightLevels.From.SEA_LEVEL
                        ? step.field(MetVariable.OROGRAPHY).value(0, row, column)
                        : 0;
        var stored = step.findField(MetVariable.PRESSURE);
        double below_Pa = surface_Pa;
        double below_m = 0;
        double[] fixed_m = levels.height_m();
        for (int level = 0; level < this.levels; level++) {
            height_m[level] = fixed_m[level] - ground_m;
            double thickness_m = height_m[level] - below_m;
            pressure_Pa[level] =
                    stored.isPresent()
                            ? stored.get().value(level, row, column)
                            : below_Pa
                                    * StrictMath.exp(
                                            -GRAVITY * thickness_m / (DRY_AIR * virtual_K[level]));
            below_Pa = pressure_Pa[level];
            below_m = height_m[level];
        }
    }

    /**
     * From the surface up, and down to the levels below the ground, which keep the virtual
     * temperature of the lowest level above it: what stands there was extrapolated anyway.
     */
    private void heights() {
        int first = 0;
        while (first < levels - 1 && pressure_Pa[first] >= surface_Pa) {
            first++;
        }
        double below_Pa = surface_Pa;
        double below_m = 0;
        double below_K = virtual_K[first];
        for (int level = first; level < levels; level++) {
            double mean_K = 0.5 * (below_K + virtual_K[level]);
            height_m[level] =
                    below_m + DRY_AIR / GRAVITY * mean_K * logOfStep(level, first, below_Pa);
            below_Pa = pressure_Pa[level];
            below_m = height_m[level];
            below_K = virtual_K[level];
        }
        for (int level = 0; level < first; level++) {
            height_m[level] =
                    -DRY_AIR
                            / GRAVITY
                            * virtual_K[first]
                            * StrictMath.log(pressure_Pa[level] / surface_Pa);
        }
    }

    private double logOfStep(int level, int first, double below_Pa) {
        return level > first && level < logStep.length
                ? logStep[level]
                : StrictMath.log(below_Pa / pressure_Pa[level]);
    }

    double density_kgm3(int level) {
        return pressure_Pa[level] / (DRY_AIR * virtual_K[level]);
    }

    private double value(
            MetVariable variable, int level, int row, int column, double withoutField) {
        var field = step.findField(variable);
        return field.isPresent() ? field.get().value(level, row, column) : withoutField;
    }
}
