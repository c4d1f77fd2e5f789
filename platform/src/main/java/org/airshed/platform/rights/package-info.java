/**
 * The words of rights: which kinds of act and which datasets exist, over which jurisdictions, and
 * the annotations by which every route declares whom it is for.
 *
 * <p>Leaves to {@code access} who holds which right and why. Calls no other room.
 */
@org.jspecify.annotations.NullMarked
@ApplicationModule(
        displayName = "rights",
        allowedDependencies = {})
package org.airshed.platform.rights;

import org.springframework.modulith.ApplicationModule;
