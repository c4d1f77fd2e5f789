package org.airshed.platform.rights;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Who acts now, and which mandate allows this kind of act over which jurisdiction.
 *
 * @param actor the person, or the person who holds the API key
 * @param kind what they are about to do
 * @param mandates the mandate that allows it, per jurisdiction; a jurisdiction not listed is
 *     refused
 * @param everywhere the mandate that allows it over every jurisdiction, those still to be entered
 *     included
 */
public record Authority(
        UUID actor, ActKind kind, Map<JurisdictionCode, UUID> mandates, Optional<UUID> everywhere) {
    public Authority {
        mandates = Map.copyOf(mandates);
    }

    /** An authority over the jurisdictions listed and no other. */
    public Authority(UUID actor, ActKind kind, Map<JurisdictionCode, UUID> mandates) {
        this(actor, kind, mandates, Optional.empty());
    }

    /** The mandate that allows the act there, or empty when none does. */
    public Optional<UUID> findMandate(JurisdictionCode jurisdiction) {
        return Optional.ofNullable(mandates.get(jurisdiction)).or(() -> everywhere);
    }

    /**
     * The mandate that allows the act there.
     *
     * @throws ActRefused naming the act and the jurisdiction when none does
     */
    public UUID mandate(JurisdictionCode jurisdiction) {
        return findMandate(jurisdiction).orElseThrow(() -> new ActRefused(kind, jurisdiction));
    }
}
