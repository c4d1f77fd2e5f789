package org.airshed.platform.region;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.airshed.platform.rights.Authority;

/** The compacts and their members. */
public interface Compacts {
    /** Those in force at a moment, each with the members of that moment, by code. */
    List<Compact> compacts(Instant at);

    Optional<Compact> findCompact(String code, Instant at);

    /**
     * Enters a compact with its members, as an act over each member's part of the tree; one that is
     * known stays as it is.
     *
     * @return whether it was entered
     * @throws org.airshed.platform.rights.ActRefused when the authority does not reach a member
     */
    boolean enter(Authority authority, Compact compact);
}
