package org.airshed.engine.screening;

/**
 * A test of an hourly value. Stored with a flag is the bit of its place here: a further one is
 * appended, never put in between.
 */
public enum ScreeningTest {
    /** The value is a number that stands for "no value". */
    MISSING_CODE,
    /** The value is negative or above the ceiling. */
    RANGE,
    /** The value stands far above or below both neighbouring hours. */
    SPIKE,
    /** The same value for too many hours on end. */
    STUCK,
    /** A step from the hour before that the hour after takes back. */
    STEP,
    /** More PM2.5 than PM10, of which it is a part. */
    PARTICLE_ORDER,
    /** A zero: no air is without it, but a network that rounds may write so little as 0. */
    FLOOR;

    int bit() {
        return 1 << ordinal();
    }
}
