/**
 * What the readings mean: real-time index and primary pollutant of stations and cities. Daily and
 * longer statistics, exceptional events and rankings come with issue B.
 *
 * <p>Leaves the standards to the engine and the readings to {@code observation}. Calls {@code
 * observation} and {@code region}.
 */
@org.jspecify.annotations.NullMarked
@ApplicationModule(
        displayName = "evaluation",
        allowedDependencies = {"rights", "server", "region", "observation"})
package org.airshed.platform.evaluation;

import org.springframework.modulith.ApplicationModule;
