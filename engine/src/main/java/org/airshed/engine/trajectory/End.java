package org.airshed.engine.trajectory;

/** Why a particle went no further. */
public enum End {
    /** It has not ended. */
    NONE,
    /** It left the grid sideways. */
    LEFT_DOMAIN,
    /** It rose above the highest level. */
    ABOVE_TOP,
    /** There is no wind where it came. */
    MISSING_WIND,
    /** Its surface of equal pressure went into the ground. */
    BELOW_GROUND,
    /** The wind at hand begins later or ends earlier than asked for. */
    NO_MORE_WIND,
    /** Two moments of the wind lie further apart than the plan allows. */
    GAP_IN_WIND,
    /** The adaptive step became shorter than its least and the error was still too large. */
    STEP_TOO_SHORT;

    private static final End[] ALL = values();

    static End of(byte code) {
        return ALL[code];
    }

    byte code() {
        return (byte) ordinal();
    }
}
