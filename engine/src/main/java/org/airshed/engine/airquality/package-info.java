/**
 * Standards of ambient air: limits, breakpoints and indices, as tables with validity and source,
 * chosen by the observed day.
 *
 * <p>Leaves the means themselves and their completeness to {@code averaging}, and flags on readings
 * to screening. Calls {@code substance}, {@code quantity}, {@code averaging} and {@code edition}.
 */
@org.jspecify.annotations.NullMarked
package org.airshed.engine.airquality;
