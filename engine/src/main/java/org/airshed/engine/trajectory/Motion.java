package org.airshed.engine.trajectory;

/** What carries a parcel upward. */
public enum Motion {
    /** The upward wind. */
    KINEMATIC,
    /** It stays on the pressure it begins at. */
    ISOBARIC,
    /** It stays on its height above the ground. */
    CONSTANT_HEIGHT
}
