package org.airshed.engine.meteorology;

/**
 * A place on a grid in fractional columns from the west and rows from the south; the first point is
 * (0, 0). It may lie outside the grid.
 */
public record GridPoint(double column, double row) {}
