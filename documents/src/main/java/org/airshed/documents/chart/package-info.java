/**
 * Draws charts on any canvas: measures in points, colours and words are decided here, how a line
 * gets its ink is not. Calls {@code layout} and {@code font}.
 */
@org.jspecify.annotations.NullMarked
package org.airshed.documents.chart;
