/**
 * What is known of the trustworthiness of readings: flags with their reasons and history. A flag is
 * set beside a value and never changes it.
 *
 * <p>Screens every change of readings in the transaction that made it, and tells what the screened
 * readings are now. Leaves the tests themselves to {@code engine.screening}.
 */
@org.jspecify.annotations.NullMarked
@ApplicationModule(
        displayName = "quality",
        allowedDependencies = {"rights", "server", "database", "observation"})
package org.airshed.platform.quality;

import org.springframework.modulith.ApplicationModule;
