/**
 * What the readings mean: real-time index and primary pollutant of stations and cities, their daily
 * values, and the statistics, attainment and ranking of periods.
 *
 * <p>Leaves the standards to the engine and the readings to {@code observation}. The flags of
 * {@code quality} say which readings are left out.
 */
@org.jspecify.annotations.NullMarked
@ApplicationModule(
        displayName = "evaluation",
        allowedDependencies = {
            "rights",
            "server",
            "database",
            "notary",
            "region",
            "observation",
            "quality"
        })
package org.airshed.platform.evaluation;

import org.springframework.modulith.ApplicationModule;
