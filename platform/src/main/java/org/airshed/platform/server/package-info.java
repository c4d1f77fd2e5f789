/**
 * The frame of every route: problems and the sentences that say them, paging, request ids, the
 * description of the API, health and metrics, static files and the headers they carry.
 *
 * <p>Leaves to {@code access} who may call a route, and to each room what its routes answer. Calls
 * {@code rights} for the words by which a route declares whom it is for.
 */
@org.jspecify.annotations.NullMarked
@ApplicationModule(
        displayName = "server",
        allowedDependencies = {"rights"})
package org.airshed.platform.server;

import org.springframework.modulith.ApplicationModule;
