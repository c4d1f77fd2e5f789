package org.airshed.platform.region;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.JurisdictionCode;

/** The tree of jurisdictions. */
public interface Jurisdictions {
    /** All that exist at a moment, by code. */
    List<Jurisdiction> jurisdictions(Instant at);

    /**
     * The jurisdiction with this code.
     *
     * @throws org.airshed.platform.server.Refusal (404) when none exists at that moment
     */
    Jurisdiction jurisdiction(JurisdictionCode code, Instant at);

    Optional<Jurisdiction> findJurisdiction(JurisdictionCode code, Instant at);

    /**
     * The jurisdiction of this name, Chinese or English, with or without 省 or 市; empty when none or
     * several have it.
     */
    Optional<Jurisdiction> findByName(String name, Instant at);

    /**
     * Enters those not yet known, as an act; known ones stay as they are.
     *
     * @return how many were entered
     * @throws org.airshed.platform.rights.ActRefused when the authority does not reach one of them
     */
    int enter(Authority authority, List<Jurisdiction> jurisdictions);
}
