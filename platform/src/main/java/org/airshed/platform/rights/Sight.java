package org.airshed.platform.rights;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which jurisdictions of a dataset somebody may see now.
 *
 * @param dataset what they look at
 * @param viewer the person who looks, or empty for the public
 * @param jurisdictions what is open to them
 */
public record Sight(Dataset dataset, Optional<UUID> viewer, Set<JurisdictionCode> jurisdictions) {
    public Sight {
        jurisdictions = Set.copyOf(jurisdictions);
    }

    public boolean covers(JurisdictionCode jurisdiction) {
        return jurisdictions.contains(jurisdiction);
    }
}
