/**
 * From hourly values to means, highest means and percentiles of days, months and years, each with
 * the rule that says when it counts.
 *
 * <p>An hourly value carries the hour's end; a day is a natural day of a zone the caller names.
 * Sums are whole thousandths and results exact fractions, so order never matters and nothing is
 * rounded before a standard says so. Leaves limits and indices to {@code airquality}. Calls {@code
 * quantity}, {@code edition} and {@code geography}. Rules and checks: {@code
 * docs/science/averaging.md}, of the wind {@code docs/science/wind.md}.
 */
@org.jspecify.annotations.NullMarked
package org.airshed.engine.averaging;
