package org.airshed.platform.region;

import java.time.Instant;
import java.util.ArrayList;
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

    /** The smallest jurisdiction that holds all of at least one; empty when none does. */
    default Optional<JurisdictionCode> smallestAbove(List<JurisdictionCode> places, Instant at) {
        List<JurisdictionCode> shared = pathToTop(places.getFirst(), at);
        for (JurisdictionCode place : places) {
            shared.retainAll(pathToTop(place, at));
        }
        return shared.stream().findFirst();
    }

    private List<JurisdictionCode> pathToTop(JurisdictionCode place, Instant at) {
        List<JurisdictionCode> path = new ArrayList<>(List.of(place));
        Optional<JurisdictionCode> parent = parent(place, at);
        while (parent.isPresent() && !path.contains(parent.get())) {
            path.add(parent.get());
            parent = parent(parent.get(), at);
        }
        return path;
    }

    private Optional<JurisdictionCode> parent(JurisdictionCode place, Instant at) {
        return findJurisdiction(place, at).flatMap(Jurisdiction::parent);
    }

    /**
     * Enters those not yet known, as an act; known ones stay as they are.
     *
     * @return how many were entered
     * @throws org.airshed.platform.rights.ActRefused when the authority does not reach one of them
     */
    int enter(Authority authority, List<Jurisdiction> jurisdictions);
}
