package org.airshed.platform.observation.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.airshed.platform.notary.CanonicalJson;
import org.airshed.platform.notary.MerkleRoot;
import org.airshed.platform.observation.Standing;
import org.airshed.platform.observation.StationRole;
import org.airshed.platform.rights.JurisdictionCode;

/**
 * A station whose standings an import or an undoing changed; pure.
 *
 * @param before its periods until then, in the order of time; empty when it was not known
 * @param after its periods from then on; empty when nothing is said of it any more
 */
record StandingChange(
        int station,
        String code,
        JurisdictionCode jurisdiction,
        List<StandingPeriod> before,
        List<StandingPeriod> after) {
    StandingChange {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** What happened to the station, as the register of acts calls it. */
    String word(boolean undoing) {
        if (before.isEmpty()) {
            return "entered";
        }
        if (after.isEmpty()) {
            return "withdrawn";
        }
        if (undoing) {
            return "restored";
        }
        return before.size() == after.size() ? "extended" : "moved";
    }

    /** Its entry in the tree: canonical JSON of what the API answers of it. Decision 0077. */
    String entry(boolean undoing) {
        return CanonicalJson.write(
                Map.of(
                        "station", code,
                        "change", word(undoing),
                        "before", written(before),
                        "after", written(after)));
    }

    static List<Map<String, Object>> written(List<StandingPeriod> periods) {
        return periods.stream().map(StandingPeriod::written).toList();
    }

    /** The parts of an import with the stations it changed, also where it changed no reading. */
    static List<ImportActs.Part> with(
            List<StandingChange> changes, List<ImportActs.Part> parts, boolean undoing) {
        Map<JurisdictionCode, ImportActs.Part> all = new TreeMap<>();
        parts.forEach(part -> all.put(part.jurisdiction(), part));
        Map<JurisdictionCode, List<StandingChange>> places =
                changes.stream()
                        .sorted(Comparator.comparing(StandingChange::code))
                        .collect(Collectors.groupingBy(StandingChange::jurisdiction));
        places.forEach((place, some) -> {
            MerkleRoot tree = new MerkleRoot();
            Map<String, Integer> counts = new TreeMap<>();
            for (StandingChange change : some) {
                tree.append(change.entry(undoing));
                counts.merge(change.word(undoing), 1, Integer::sum);
            }
            all.put(
                    place,
                    all.getOrDefault(place, ImportActs.Part.empty(place))
                            .with(new ImportActs.StationsPart(counts, tree.root())));
        });
        return List.copyOf(all.values());
    }

    /** Since when the station is for something else than before, while it stood both times. */
    Optional<Instant> findOtherRoleSince() {
        return Stream.concat(before.stream(), after.stream())
                .map(period -> period.standing().from())
                .sorted()
                .filter(moment -> {
                    List<StationRole> roles = new ArrayList<>(roles(before, moment));
                    roles.addAll(roles(after, moment));
                    return roles.size() == 2 && roles.getFirst() != roles.getLast();
                })
                .findFirst();
    }

    private static List<StationRole> roles(List<StandingPeriod> periods, Instant moment) {
        return periods.stream()
                .map(StandingPeriod::standing)
                .filter(standing ->
                        !standing.from().isAfter(moment)
                                && standing.to().map(moment::isBefore).orElse(true))
                .map(Standing::role)
                .toList();
    }
}
