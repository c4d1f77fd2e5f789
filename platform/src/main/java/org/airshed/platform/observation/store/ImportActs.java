package org.airshed.platform.observation.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.airshed.platform.notary.ActDraft;
import org.airshed.platform.notary.MerkleRoot;
import org.airshed.platform.notary.Notary;
import org.airshed.platform.region.Jurisdictions;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.JurisdictionCode;
import org.springframework.stereotype.Component;

/**
 * Records an import: one act for each mandate that allowed it, over the smallest jurisdiction that
 * holds all its parts, with the Merkle roots of the rows and stations of each. Decisions 0070,
 * 0077.
 */
@Component
class ImportActs {
    private final Notary notary;
    private final Jurisdictions jurisdictions;

    ImportActs(Notary notary, Jurisdictions jurisdictions) {
        this.notary = notary;
        this.jurisdictions = jurisdictions;
    }

    /**
     * What an import changed in one jurisdiction.
     *
     * @param root of the tree over its rows
     * @param stations of which it changed the standings, if it did
     */
    record Part(
            JurisdictionCode jurisdiction,
            long rows,
            byte[] root,
            Optional<StationsPart> stations) {
        Part(JurisdictionCode jurisdiction, long rows, byte[] root) {
            this(jurisdiction, rows, root, Optional.empty());
        }

        static Part empty(JurisdictionCode jurisdiction) {
            return new Part(jurisdiction, 0, new MerkleRoot().root());
        }

        Part with(StationsPart some) {
            return new Part(jurisdiction, rows, root, Optional.of(some));
        }
    }

    /**
     * The stations of a jurisdiction whose standings an import changed.
     *
     * @param counts how many of them by what happened to them: entered, moved, …
     * @param root of the tree over them, by code
     */
    record StationsPart(Map<String, Integer> counts, byte[] root) {
        StationsPart {
            counts = Map.copyOf(counts);
        }

        int count() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

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
        Map<String, Object> written = new TreeMap<>();
        written.put("jurisdiction", part.jurisdiction().value());
        written.put("rows", part.rows());
        written.put("root", HexFormat.of().formatHex(part.root()));
        part.stations()
                .ifPresent(stations -> {
                    Map<String, Object> some = new TreeMap<>(stations.counts());
                    some.put("root", HexFormat.of().formatHex(stations.root()));
                    written.put("stations", some);
                });
        return written;
    }
}
