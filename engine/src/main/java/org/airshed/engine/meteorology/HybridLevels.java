package org.airshed.engine.meteorology;

import java.util.Arrays;

/**
 * Levels that follow the terrain below and pressure above: p = a + b × surface pressure. Where a
 * step also has the field {@link MetVariable#PRESSURE}, that field is what counts: models such as
 * WRF build their levels from dry pressure and store the full one.
 *
 * @param a_Pa from the ground up [Pa]
 * @param b from the ground up [1]
 * @param at whether the coefficients stand at the levels or at the boundaries between layers
 */
public record HybridLevels(double[] a_Pa, double[] b, At at) implements VerticalLevels {
    /** Where the coefficients stand. */
    public enum At {
        /** At the levels the fields are given on: one pair per level. */
        FULL,
        /** At the layers' boundaries, the ground first: one pair more than levels. */
        HALF
    }

    public HybridLevels {
        if (a_Pa.length != b.length || a_Pa.length < (at == At.HALF ? 2 : 1)) {
            throw new IllegalArgumentException(
                    "expected as many a as b, got %d and %d".formatted(a_Pa.length, b.length));
        }
        // A surface pressure every real one is near: there the levels must be in order.
        double[] pressure_Pa = new double[b.length];
        for (int level = 0; level < b.length; level++) {
            pressure_Pa[level] = a_Pa[level] + b[level] * 100_000.0;
        }
        VerticalLevels.ordered(pressure_Pa, false, "falling pressures over 100,000 Pa");
        a_Pa = a_Pa.clone();
        b = b.clone();
    }

    @Override
    public double[] a_Pa() {
        return a_Pa.clone();
    }

    @Override
    public double[] b() {
        return b.clone();
    }

    @Override
    public int count() {
        return at == At.HALF ? b.length - 1 : b.length;
    }

    /** Pressure of a level above a place; of a layer's two boundaries the mean. */
    public double pressure_Pa(int level, double surfacePressure_Pa) {
        double here_Pa = a_Pa[level] + b[level] * surfacePressure_Pa;
        return at == At.FULL
                ? here_Pa
                : (here_Pa + a_Pa[level + 1] + b[level + 1] * surfacePressure_Pa) / 2;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HybridLevels that
                && at == that.at
                && Arrays.equals(a_Pa, that.a_Pa)
                && Arrays.equals(b, that.b);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(a_Pa) + Arrays.hashCode(b);
    }

    @Override
    public String toString() {
        return "HybridLevels[%d, a and b at %s levels]".formatted(count(), at);
    }
}
