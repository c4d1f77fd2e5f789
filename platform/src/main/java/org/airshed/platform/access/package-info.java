/**
 * People, sessions, API keys, bodies, seats, mandates and data grants, and the one predicate over
 * them: who may do or see what, over which jurisdiction, and why.
 *
 * <p>A right exists only as a mandate (body, role, act, scope, validity) held through a seat, or as
 * a data grant to a body or to the public. Every question about rights, in Java and in a
 * row-level-security policy, is a set query over the SQL view {@code access.holding}. The room
 * answers routes by what they declare ({@code rights}), and puts the viewer on every database
 * connection. Leaves why a right is given to {@code governance}, which is to come. Guide:
 * docs/guide/access.md.
 */
@org.jspecify.annotations.NullMarked
@ApplicationModule(
        displayName = "access",
        allowedDependencies = {"rights", "server", "database", "notary", "region"})
package org.airshed.platform.access;

import org.springframework.modulith.ApplicationModule;
