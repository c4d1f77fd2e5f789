/**
 * The command line: translates files and options into calls of the engine and prints what it says.
 *
 * <p>Leaves every computation to {@code engine} and every format to {@code stationfiles}.
 */
@org.jspecify.annotations.NullMarked
package org.airshed.cli;
