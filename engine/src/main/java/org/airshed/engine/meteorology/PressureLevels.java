package org.airshed.engine.meteorology;

import java.util.Arrays;

/**
 * Levels of equal pressure; where surface pressure is lower than a level's, the level lies below
 * the ground there and its values are extrapolated by who made the file.
 *
 * @param pressure_Pa from the ground up, so descending [Pa]
 */
public record PressureLevels(double[] pressure_Pa) implements VerticalLevels {
    public PressureLevels {
        pressure_Pa = VerticalLevels.ordered(pressure_Pa, false, "falling pressures");
        if (!(pressure_Pa[pressure_Pa.length - 1] > 0)) {
            throw new IllegalArgumentException("expected pressures above 0 Pa");
        }
    }

    @Override
    public double[] pressure_Pa() {
        return pressure_Pa.clone();
    }

    @Override
    public int count() {
        return pressure_Pa.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PressureLevels that && Arrays.equals(pressure_Pa, that.pressure_Pa);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pressure_Pa);
    }

    @Override
    public String toString() {
        return "PressureLevels" + Arrays.toString(pressure_Pa);
    }
}
