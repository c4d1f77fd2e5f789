/**
 * Stations and their hourly readings as received.
 *
 * <p>In this first stone the readings of one published file, or a seeded synthetic set, are held in
 * memory; importing into tables with revisions and batches comes with issue B, which replaces this
 * front door by questions that take a Sight. Leaves indices to {@code evaluation} and flags to
 * {@code quality}.
 */
@org.jspecify.annotations.NullMarked
@ApplicationModule(
        displayName = "observation",
        allowedDependencies = {"rights", "server", "region"})
package org.airshed.platform.observation;

import org.springframework.modulith.ApplicationModule;
