/**
 * Places on the earth: positions, distances, bearings, boxes and polygons with their area and
 * centre.
 *
 * <p>Leaves what stands at a place, and whose it is, to others. Calls no other room. Method and
 * checks: {@code docs/science/geography.md}.
 */
@org.jspecify.annotations.NullMarked
package org.airshed.engine.geography;
