/**
 * The words of rights: which kinds of act and which datasets exist, over which jurisdictions, and
 * the annotations by which every route declares whom it is for.
 *
 * <p>Leaves to {@code access} who holds which right and why. Calls {@code database} to lay the two
 * functions that every row-level-security policy asks.
 */
@org.jspecify.annotations.NullMarked
@ApplicationModule(
        displayName = "rights",
        allowedDependencies = {"database"})
package org.airshed.platform.rights;

import org.springframework.modulith.ApplicationModule;
