package org.airshed.engine.screening;

/** A test of an hourly value. The name is the word stored with a flag. */
public enum ScreeningTest {
    /** The value is a number that stands for "no value". */
    MISSING_CODE,
    /** The value lies below the floor or above the ceiling. */
    RANGE,
    /** The value stands far above or below both neighbouring hours. */
    SPIKE,
    /** The same value for too many hours on end. */
    STUCK,
    /** A step from the hour before that the hour after takes back. */
    STEP,
    /** More PM2.5 than PM10, of which it is a part. */
    PARTICLE_ORDER;

    int bit() {
        return 1 << ordinal();
    }
}
