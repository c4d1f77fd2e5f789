package org.airshed.engine.meteorology;

/** A place in the plane of a projection: metres towards the grid's east and north. */
public record PlanePoint(double x_m, double y_m) {}
