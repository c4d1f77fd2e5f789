package org.airshed.engine.geography;

/** A direction over the ground, clockwise from true north: 0 ≤ degrees &lt; 360. */
public record Bearing(double degrees) {
    public Bearing {
        if (!(degrees >= 0.0 && degrees < 360.0)) {
            throw new IllegalArgumentException(
                    "expected a bearing of 0° or more and less than 360°, got " + degrees + "°");
        }
    }

    /** The bearing that points the same way as any finite number of degrees. */
    public static Bearing ofAnyDegrees(double degrees) {
        double turned = degrees % 360.0;
        double positive = turned < 0.0 ? turned + 360.0 : turned;
        // A tiny negative angle plus 360 rounds to 360 itself; and −0.0 is 0.
        return new Bearing(positive >= 360.0 ? 0.0 : positive + 0.0);
    }

    /** The way back: the wind blowing towards this bearing comes from its opposite. */
    public Bearing opposite() {
        return ofAnyDegrees(degrees + 180.0);
    }
}
