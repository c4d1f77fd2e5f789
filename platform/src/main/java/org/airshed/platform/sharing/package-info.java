/**
 * What leaves the platform for others: exports of readings and days as files, written as jobs in
 * the name of who asked, fetched by nobody else, each one on record.
 *
 * <p>Reads through the front doors of the rooms that hold the data; leaves the forms of files to
 * module {@code documents}. Calls {@code access} itself, because a job works as its asker after the
 * request that asked is over.
 */
@org.jspecify.annotations.NullMarked
@ApplicationModule(
        displayName = "sharing",
        allowedDependencies = {
            "rights",
            "server",
            "database",
            "access",
            "region",
            "observation",
            "quality",
            "evaluation"
        })
package org.airshed.platform.sharing;

import org.springframework.modulith.ApplicationModule;
