package org.airshed.engine.meteorology;

/** What the levels of a three-dimensional field are, counted from the ground up. */
public sealed interface VerticalLevels
        permits PressureLevels, HybridLevels, HeightLevels, SingleLevel {
    /** How many levels a three-dimensional field has. */
    int count();

    /** Copies the values and refuses what is not finite or does not go on in one direction. */
    static double[] ordered(double[] values, boolean ascending, String what) {
        if (values.length == 0 || values.length > 10_000) {
            throw new IllegalArgumentException("expected 1 to 10,000 levels, got " + values.length);
        }
        for (int level = 0; level < values.length; level++) {
            boolean goesOn =
                    level == 0
                            || (ascending
                                    ? values[level] > values[level - 1]
                                    : values[level] < values[level - 1]);
            if (!goesOn || !Double.isFinite(values[level])) {
                throw new IllegalArgumentException(
                        "expected %s from the ground up, got %s at level %d"
                                .formatted(what, values[level], level));
            }
        }
        return values.clone();
    }
}
