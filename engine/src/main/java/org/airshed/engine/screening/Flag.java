package org.airshed.engine.screening;

/** What screening says of an hourly value. */
public enum Flag {
    /** Range and at least one test against a neighbouring hour ran, and no test failed. */
    GOOD,
    /** A test failed that true air sometimes fails too: a person should look. */
    SUSPECT,
    /** No air has this value. */
    BAD,
    /** There is no value, or a number that stands for none. */
    MISSING,
    /** In range, but nothing beside it to compare it with. */
    NOT_EVALUATED
}
