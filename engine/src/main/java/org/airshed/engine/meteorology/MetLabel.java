package org.airshed.engine.meteorology;

/** What has to be said wherever a result of a step is shown. */
public enum MetLabel {
    /** There is wind at one height above the ground only. */
    SINGLE_LEVEL,
    /** Values of points (stations, or a public grid of points) were interpolated to the grid. */
    INTERPOLATED_FROM_POINTS,
    /** Wind above the one level was extrapolated by a profile. */
    EXTRAPOLATED_WIND,
    /** A forecast, not an analysis. */
    FORECAST,
    /** Computed, not observed. */
    SYNTHETIC
}
