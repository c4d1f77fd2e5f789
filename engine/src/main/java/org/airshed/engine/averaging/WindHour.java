package org.airshed.engine.averaging;

import org.airshed.engine.quantity.Thousandths;

/**
 * The wind of one hour at one station.
 *
 * @param speed_thousandths thousandths of m/s, {@link Thousandths#ABSENT} where none was read
 * @param from_thousandths where the wind comes from, thousandths of a degree clockwise from true
 *     north, 360 000 being north and 0 calm; {@link Thousandths#ABSENT} where none was read
 */
public record WindHour(int speed_thousandths, int from_thousandths) {
    /**
     * Below it the air is calm and a vane tells nothing: force 0 of the Beaufort scale reaches to
     * 0.2 m/s. See docs/science/wind.md.
     */
    public static final int CALM_BELOW_THOUSANDTHS = 300;

    public WindHour {
        if (speed_thousandths != Thousandths.ABSENT && speed_thousandths < 0) {
            throw new IllegalArgumentException(
                    "expected a speed of 0 or more, got %d thousandths of m/s"
                            .formatted(speed_thousandths));
        }
        if (from_thousandths != Thousandths.ABSENT
                && (from_thousandths < 0 || from_thousandths > 360_000)) {
            throw new IllegalArgumentException(
                    "expected a direction of 0 to 360 degrees, got %d thousandths"
                            .formatted(from_thousandths));
        }
    }

    /** Whether a speed was read. */
    public boolean observed() {
        return speed_thousandths != Thousandths.ABSENT;
    }

    /** Whether the air stood still, or the file said so by the direction 0. */
    public boolean calm() {
        return observed() && (speed_thousandths < CALM_BELOW_THOUSANDTHS || from_thousandths == 0);
    }

    /** Whether the wind blew from somewhere known. */
    public boolean directed() {
        return observed() && !calm() && from_thousandths != Thousandths.ABSENT;
    }
}
