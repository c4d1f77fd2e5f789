/**
 * Where the platform works: jurisdictions as a tree, the compact and its members, boundaries with
 * their source, resident populations.
 *
 * <p>Leaves to {@code access} who may do what there, to {@code observation} the stations. Calls
 * {@code rights}, {@code server}, {@code database}, {@code notary}.
 */
@org.jspecify.annotations.NullMarked
@ApplicationModule(
        displayName = "region",
        allowedDependencies = {"rights", "server", "database", "notary"})
package org.airshed.platform.region;

import org.springframework.modulith.ApplicationModule;
