package org.airshed.engine.meteorology;

import java.util.Arrays;

/**
 * Levels of equal height.
 *
 * @param height_m from the ground up, so ascending [m]
 * @param from what the heights are counted from
 */
public record HeightLevels(double[] height_m, From from) implements VerticalLevels {
    /** What a height is counted from. */
    public enum From {
        GROUND,
        SEA_LEVEL
    }

    public HeightLevels {
        height_m = VerticalLevels.ordered(height_m, true, "rising heights");
    }

    @Override
    public double[] height_m() {
        return height_m.clone();
    }

    @Override
    public int count() {
        return height_m.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HeightLevels that
                && from == that.from
                && Arrays.equals(height_m, that.height_m);
    }

    @Override
    public int hashCode() {
        return 31 * from.hashCode() + Arrays.hashCode(height_m);
    }

    @Override
    public String toString() {
        return "HeightLevels" + Arrays.toString(height_m) + " above " + from;
    }
}
