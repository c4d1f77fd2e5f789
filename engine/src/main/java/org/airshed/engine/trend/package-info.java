/**
 * Whether a series rises, falls or breaks: slopes and tests that outliers, gaps, ties, seasons and
 * autocorrelation do not fool. Leaves making means to {@code averaging}, and what caused a trend to
 * whoever asks. Calls no other room. Methods and checks: {@code docs/science/trend.md}, {@code
 * change-points.md}.
 */
@org.jspecify.annotations.NullMarked
package org.airshed.engine.trend;
