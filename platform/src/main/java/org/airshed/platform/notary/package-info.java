/**
 * The register of official acts: who did what, when, by which mandate, and the hash of its content.
 * Every act is recorded in its own transaction, so that neither stands without the other.
 *
 * <p>Leaves to {@code access} whether the mandate holds and to each room what the act changes. The
 * Merkle tree over the acts, its signed checkpoints and receipts come with issue E. Calls {@code
 * rights}, {@code server}, {@code database}.
 */
@org.jspecify.annotations.NullMarked
@ApplicationModule(
        displayName = "notary",
        allowedDependencies = {"rights", "server", "database"})
package org.airshed.platform.notary;

import org.springframework.modulith.ApplicationModule;
