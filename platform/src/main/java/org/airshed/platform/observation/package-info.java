/**
 * Stations, their instruments, and their hourly readings as received.
 *
 * <p>{@code Imports} brings files into tables: what was received stands for ever, corrections and
 * undoings are revisions beside it. {@code Observations} answers what stands, to each viewer what
 * is open to them; {@code Stations} and {@code Instruments} keep what stations are and measure
 * with; a demonstration imports its files like everybody else. Leaves indices to {@code evaluation}
 * and flags to {@code quality}.
 */
@org.jspecify.annotations.NullMarked
@ApplicationModule(
        displayName = "observation",
        allowedDependencies = {"rights", "server", "database", "notary", "region"})
package org.airshed.platform.observation;

import org.springframework.modulith.ApplicationModule;
