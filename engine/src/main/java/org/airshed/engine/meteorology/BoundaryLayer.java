package org.airshed.engine.meteorology;

/**
 * Mixing height, friction velocity and Obukhov length where a file has none. Page: {@code
 * docs/science/boundary-layer.md}.
 */
public final class BoundaryLayer {
    /** Stull (1988), An Introduction to Boundary Layer Meteorology. */
    public static final double VON_KARMAN = 0.40;

    /** Vogelezang and Holtslag (1996), Boundary-Layer Meteorol. 81, 245–269. */
    public static final double CRITICAL_RICHARDSON = 0.25;

    /** The same paper: weight of u*² that keeps calm stable air from an unlimited number. */
    private static final double STRESS_WEIGHT = 100;

    private static final double SPECIFIC_HEAT = 1004.7; // dry air, constant pressure [J/(kg K)]

    /** An Obukhov length this long is neutral air [m]. */
    public static final double NEUTRAL_M = 100_000;

    /** No mixing height below it: ECMWF IFS Documentation Cy47r3, part IV, 3.10. */
    public static final double LEAST_HEIGHT_M = 10;

    private BoundaryLayer() {}

    /** u* = √(|τ| / ρ) [m/s] of the ground's stress [Pa] and air density [kg/m³]. */
    public static double frictionVelocity_mps(
            double eastwardStress_Pa, double northwardStress_Pa, double density_kgm3) {
        return Math.sqrt(StrictMath.hypot(eastwardStress_Pa, northwardStress_Pa) / density_kgm3);
    }

    /**
     * u* and L from wind at 10 m and the heat flux, by turns until they agree: u* = κ u / (ln(z/z₀)
     * − ψ(z/L) + ψ(z₀/L)), L = −ρ c T u*³ / (κ g H). ψ of Businger and Dyer: Dyer (1974),
     * Boundary-Layer Meteorol. 7, 363–372; stable ψ = −5 z/L, bounded at z/L = 1.
     */
    public static SurfaceScales surfaceScales(
            double wind10_mps,
            double roughness_m,
            double heatFlux_Wm2,
            double temperature_K,
            double density_kgm3) {
        double z_m = 10;
        double z0_m = Math.clamp(roughness_m, 1e-5, 5);
        double wind_mps = Math.max(wind10_mps, 0.1);
        double logarithm = StrictMath.log(z_m / z0_m);
        double friction_mps = VON_KARMAN * wind_mps / logarithm;
        double obukhov_m = NEUTRAL_M;
        // Ten turns bring unstable air to a thousandth; stable air is bounded by z/L = 1.
        for (int turn = 0; turn < 10; turn++) {
            obukhov_m = obukhov_m(friction_mps, heatFlux_Wm2, temperature_K, density_kgm3);
            if (obukhov_m > 0) {
                obukhov_m = Math.max(obukhov_m, z_m);
            }
            double stability = psi(z_m / obukhov_m) - psi(z0_m / obukhov_m);
            friction_mps =
                    0.5
                            * (friction_mps
                                    + VON_KARMAN * wind_mps / Math.max(logarithm - stability, 0.5));
        }
        return new SurfaceScales(friction_mps, obukhov_m);
    }

    /**
     * @param friction_mps friction velocity u* [m/s]
     * @param obukhov_m Obukhov length L [m]: positive stable, negative unstable
     */
    public record SurfaceScales(double friction_mps, double obukhov_m) {}

    /** L [m] of u* and the heat flux from the ground; ±100 km at most, which is neutral. */
    public static double obukhov_m(
            double friction_mps, double heatFlux_Wm2, double temperature_K, double density_kgm3) {
        double cube = friction_mps * friction_mps * friction_mps;
        double length_m =
                -density_kgm3
                        * SPECIFIC_HEAT
                        * temperature_K
                        * cube
                        / (VON_KARMAN * AirColumn.GRAVITY * heatFlux_Wm2);
        if (Double.isNaN(length_m) || Math.abs(length_m) > NEUTRAL_M) {
            return heatFlux_Wm2 > 0 ? -NEUTRAL_M : NEUTRAL_M;
        }
        return length_m;
    }

    /** The integrated stability function of momentum. */
    private static double psi(double zeta) {
        if (zeta >= 0) {
            return -5 * Math.min(zeta, 1);
        }
        double x = Math.sqrt(Math.sqrt(1 - 16 * zeta));
        return 2 * StrictMath.log((1 + x) / 2)
                + StrictMath.log((1 + x * x) / 2)
                - 2 * StrictMath.atan(x)
                + StrictMath.PI / 2;
    }

    /**
     * The height at which the bulk Richardson number over the lowest level reaches 0.25, linear
     * between levels [m]; the highest level where it does not.
     *
     * @param height_m above the ground, ascending, the first the reference near the ground
     * @param virtualPotential_K virtual potential temperature at each
     * @param wind_mps {@code [level][east, north]}
     */
    public static double mixingHeight_m(
            double[] height_m,
            double[] virtualPotential_K,
            double[][] wind_mps,
            double friction_mps) {
        double before = 0;
        for (int level = 1; level < height_m.length; level++) {
            double du = wind_mps[level][0] - wind_mps[0][0];
            double dv = wind_mps[level][1] - wind_mps[0][1];
            double shear = du * du + dv * dv + STRESS_WEIGHT * friction_mps * friction_mps;
            double number =
                    AirColumn.GRAVITY
                            / virtualPotential_K[0]
                            * (virtualPotential_K[level] - virtualPotential_K[0])
                            * (height_m[level] - height_m[0])
                            / Math.max(shear, 1e-6);
            if (number >= CRITICAL_RICHARDSON) {
                double part = (CRITICAL_RICHARDSON - before) / (number - before);
                return Math.max(
                        LEAST_HEIGHT_M,
                        height_m[level - 1] + part * (height_m[level] - height_m[level - 1]));
            }
            before = number;
        }
        return height_m[height_m.length - 1];
    }

    /** Mixing heights of a step on levels, from its own profiles; its field where it has one. */
    public static MetField mixingHeights(MetStep step) {
        var own = step.findField(MetVariable.MIXING_HEIGHT);
        if (own.isPresent()) {
            return own.get();
        }
        HorizontalGrid grid = step.grid();
        float[] heights_m = new float[grid.rows() * grid.columns()];
        AirColumn air = new AirColumn(step);
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                heights_m[row * grid.columns() + column] =
                        (float) mixingHeight_m(step, air, row, column);
            }
        }
        return new MetField(1, grid.rows(), grid.columns(), heights_m);
    }

    private static double mixingHeight_m(MetStep step, AirColumn air, int row, int column) {
        air.read(row, column);
        int levels = step.levels().count();
        int first = 0;
        while (first < levels && !(air.height_m[first] > 1)) {
            first++;
        }
        int count = levels - first;
        if (count < 2) {
            return Double.NaN;
        }
        double[] height_m = new double[count];
        double[] potential_K = new double[count];
        double[][] wind_mps = new double[count][2];
        for (int k = 0; k < count; k++) {
            int level = first + k;
            height_m[k] = air.height_m[level];
            // Poisson's equation, R/c = 2/7.
            potential_K[k] =
                    air.virtual_K[level]
                            * StrictMath.pow(100_000 / air.pressure_Pa[level], 2.0 / 7);
            wind_mps[k][0] = step.field(MetVariable.EASTWARD_WIND).value(level, row, column);
            wind_mps[k][1] = step.field(MetVariable.NORTHWARD_WIND).value(level, row, column);
        }
        var friction = step.findField(MetVariable.FRICTION_VELOCITY);
        double friction_mps = friction.isPresent() ? friction.get().value(0, row, column) : 0;
        return mixingHeight_m(height_m, potential_K, wind_mps, friction_mps);
    }
}
