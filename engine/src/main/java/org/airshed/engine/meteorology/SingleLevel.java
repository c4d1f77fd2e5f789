package org.airshed.engine.meteorology;

/**
 * One level above the ground and nothing else: there is no three-dimensional field, and wind above
 * is an extrapolation that says so.
 *
 * @param height_m above the ground [m]; 10 for wind
 */
public record SingleLevel(double height_m) implements VerticalLevels {
    public SingleLevel {
        if (!(height_m >= 0 && height_m < 10_000)) {
            throw new IllegalArgumentException(
                    "expected a height of 0 m or more above the ground, got " + height_m + " m");
        }
    }

    @Override
    public int count() {
        return 1;
    }
}
