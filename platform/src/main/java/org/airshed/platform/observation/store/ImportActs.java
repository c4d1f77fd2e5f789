package org.airshed.platform.observation.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.airshed.platform.notary.ActDraft;
import org.airshed.platform.notary.Notary;
import org.airshed.platform.region.Jurisdictions;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.JurisdictionCode;
import org.springframework.stereotype.Component;

/**
 * Records an import: one act for each mandate that allowed it, over the smallest jurisdiction that
 * holds all its parts, with the Merkle root of each part. Decision 0070.
 */
@Component
class ImportActs {
    private final Notary notary;
    private final Jurisdictions jurisdictions;

    ImportActs(Notary notary, Jurisdictions jurisdictions) {
        this.notary = notary;
        this.jurisdictions = jurisdictions;
    }

    /** What an import changed in one jurisdiction. */
    record Part(JurisdictionCode jurisdiction, long rows, byte[] root) {}

    /**
     * Records them and returns the act of each part.
     *
     * @param named what the sentence names, besides {@code count} and {@code places}
     * @param facts what stands in the content beside the parts
     * @throws org.airshed.platform.rights.ActRefused when the authority does not reach a part
     */
    Map<JurisdictionCode, UUID> record(
            Authority authority,
            int batch,
            String summary,
            Map<String, String> named,
            Map<String, Object> facts,
            List<Part> parts) {
        Map<UUID, List<Part>> byMandate = new LinkedHashMap<>();
        for (Part part : parts) {
            byMandate
                    .computeIfAbsent(
                            authority.mandate(part.jurisdiction()), any -> new ArrayList<>())
                    .add(part);
        }
        Map<JurisdictionCode, UUID> acts = new TreeMap<>();
        byMandate.forEach((mandate, some) -> {
            UUID act = record(authority, mandate, batch, summary, named, facts, some);
            some.forEach(part -> acts.put(part.jurisdiction(), act));
        });
        return acts;
    }

    private UUID record(
            Authority authority,
            UUID mandate,
            int batch,
            String summary,
            Map<String, String> named,
            Map<String, Object> facts,
            List<Part> parts) {
        Map<String, String> arguments = new TreeMap<>(named);
        arguments.put("count", String.valueOf(parts.stream().mapToLong(Part::rows).sum()));
        arguments.put("places", String.valueOf(parts.size()));
        Map<String, Object> content = new TreeMap<>(facts);
        content.put("parts", parts.stream().map(ImportActs::written).toList());
        return notary.record(
                new ActDraft(
                        authority.actor(),
                        authority.kind(),
                        mandate,
                        jurisdictions.smallestAbove(
                                parts.stream().map(Part::jurisdiction).toList(), Instant.now()),
                        "observation.import/" + batch,
                        summary,
                        arguments,
                        content));
    }

    private static Map<String, Object> written(Part part) {
        return Map.of(
                "jurisdiction", part.jurisdiction().value(),
                "rows", part.rows(),
                "root", HexFormat.of().formatHex(part.root()));
    }
}
