package org.airshed.engine.receptormodel;

/**
 * The wind and a concentration, hour after hour, {@code NaN} where there is none. Calm is a speed
 * below a threshold, 0.3 m/s unless told, or the direction 0, as in docs/science/wind.md.
 *
 * @param speed_ms [hour]
 * @param from_deg [hour], where the wind comes from, clockwise from north, 360 being north
 * @param measured [hour], any unit
 * @param calmBelow_ms the threshold of calm
 */
public record WindHours(
        double[] speed_ms, double[] from_deg, double[] measured, double calmBelow_ms) {
    /** Force 0 of the Beaufort scale reaches to 0.2 m/s. */
    public static final double CALM_BELOW_MS = 0.3;

    public WindHours {
        if (!(calmBelow_ms >= 0) || Double.isInfinite(calmBelow_ms)) {
            throw new IllegalArgumentException(
                    "expected a speed of 0 or more as the threshold of calm, got " + calmBelow_ms);
        }
        if (speed_ms.length != from_deg.length || speed_ms.length != measured.length) {
            throw new IllegalArgumentException(
                    "expected as many speeds as directions and values, got %d, %d and %d"
                            .formatted(speed_ms.length, from_deg.length, measured.length));
        }
        speed_ms = speed_ms.clone();
        from_deg = from_deg.clone();
        measured = measured.clone();
        for (int hour = 0; hour < measured.length; hour++) {
            if (speed_ms[hour] < 0
                    || Double.isInfinite(speed_ms[hour])
                    || from_deg[hour] < 0
                    || from_deg[hour] > 360
                    || Double.isInfinite(measured[hour])) {
                throw new IllegalArgumentException(
                        "expected a speed of 0 or more, a direction of 0 to 360 and a value, got %s, %s, %s (hour %d)"
                                .formatted(
                                        speed_ms[hour], from_deg[hour], measured[hour], hour + 1));
            }
        }
    }

    /** Hours with the usual threshold of calm. */
    public WindHours(double[] speed_ms, double[] from_deg, double[] measured) {
        this(speed_ms, from_deg, measured, CALM_BELOW_MS);
    }

    int size() {
        return measured.length;
    }

    /** Whether a value was measured in air that stood still. */
    boolean calm(int hour) {
        return !Double.isNaN(measured[hour])
                && (speed_ms[hour] < calmBelow_ms
                        || from_deg[hour] == 0 && !Double.isNaN(speed_ms[hour]));
    }

    /** Whether a value was measured in a wind from somewhere known. */
    boolean directed(int hour) {
        return !Double.isNaN(measured[hour])
                && !calm(hour)
                && speed_ms[hour] >= calmBelow_ms
                && !Double.isNaN(from_deg[hour]);
    }
}
