package org.airshed.engine.trajectory;

/** How the equation of motion is stepped; equations in {@code docs/science/transport.md}. */
public enum Method {
    /** Second order, equal steps. */
    MIDPOINT,
    /** Fourth order, equal steps. */
    RUNGE_KUTTA_4,
    /** Dormand–Prince 5(4), the step following the error. */
    ADAPTIVE
}
