package org.airshed.engine.geography;

/** Where a position lies as seen from a closed outline. */
public enum Containment {
    INSIDE,
    ON_EDGE,
    OUTSIDE
}
