/**
 * Stations and their hourly readings as received.
 *
 * <p>{@code Imports} brings files into tables: what was received stands for ever, corrections and
 * undoings are revisions beside it. The pages still show what {@code Observations} holds in memory
 * (a published file, or a seeded synthetic set) until the questions that take a Sight replace it.
 * Leaves indices to {@code evaluation} and flags to {@code quality}.
 */
@org.jspecify.annotations.NullMarked
@ApplicationModule(
        displayName = "observation",
        allowedDependencies = {"rights", "server", "database", "notary", "region"})
package org.airshed.platform.observation;

import org.springframework.modulith.ApplicationModule;
