/**
 * Weather on a grid: where its points lie, what its levels are, which quantities it holds.
 *
 * <p>Leaves reading files to the module {@code metfiles}, and what moves in the weather to other
 * rooms. Calls {@code geography} and, for synthetic weather, {@code random}. Projections and
 * checks: {@code docs/science/grids.md}.
 */
@org.jspecify.annotations.NullMarked
package org.airshed.engine.meteorology;
