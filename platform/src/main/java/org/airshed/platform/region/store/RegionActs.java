package org.airshed.platform.region.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.airshed.platform.notary.ActDraft;
import org.airshed.platform.notary.CanonicalJson;
import org.airshed.platform.notary.Notary;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.JurisdictionCode;
import org.springframework.stereotype.Component;

/**
 * Records changes that touch many jurisdictions: one act for each province and mandate, so that
 * every province finds in the register what concerns it.
 */
@Component
class RegionActs {
    /** Characters of canonical JSON; above it an act would outgrow what the notary keeps. */
    private static final int LONGEST_WHOLE = 64 * 1024;

    private final Notary notary;

    RegionActs(Notary notary) {
        this.notary = notary;
    }

    /** One row of a change, and where it is. */
    record Row(JurisdictionCode jurisdiction, Object content) {}

    private record Part(JurisdictionCode province, UUID mandate) {}

    /**
     * Records the rows as acts.
     *
     * @param provinceOf the top of the tree above a jurisdiction
     * @param arguments what the sentence names, besides {@code count} and {@code place}
     * @throws org.airshed.platform.rights.ActRefused when the authority does not reach one of them
     */
    void record(
            Authority authority,
            List<Row> rows,
            Function<JurisdictionCode, JurisdictionCode> provinceOf,
            String subject,
            String summary,
            Map<String, String> arguments) {
        Map<Part, List<Row>> parts = new LinkedHashMap<>();
        for (Row row : rows) {
            Part part =
                    new Part(
                            provinceOf.apply(row.jurisdiction()),
                            authority.mandate(row.jurisdiction()));
            parts.computeIfAbsent(part, any -> new ArrayList<>()).add(row);
        }
        parts.forEach(
                (part, some) -> recordPart(authority, part, some, subject, summary, arguments));
    }

    private void recordPart(
            Authority authority,
            Part part,
            List<Row> rows,
            String subject,
            String summary,
            Map<String, String> arguments) {
        JurisdictionCode place = place(authority, part, rows);
        Map<String, String> named = new TreeMap<>(arguments);
        named.put("count", String.valueOf(rows.size()));
        named.put("place", place.value());
        notary.record(
                new ActDraft(
                        authority.actor(),
                        authority.kind(),
                        part.mandate(),
                        Optional.of(place),
                        subject,
                        summary,
                        named,
                        content(rows, named)));
    }

    /** A small change is recorded whole, a bulk one by the hash of its rows, however many come. */
    private static Map<String, Object> content(List<Row> rows, Map<String, String> named) {
        List<Object> contents = rows.stream().map(Row::content).toList();
        String canonical = CanonicalJson.write(contents);
        return canonical.length() <= LONGEST_WHOLE
                ? Map.of("rows", contents, "named", named)
                : Map.of("rowsSha256", CanonicalJson.hash(canonical), "named", named);
    }

    /**
     * The province when the mandate reaches all of it or several of its parts, else the one place.
     */
    private static JurisdictionCode place(Authority authority, Part part, List<Row> rows) {
        boolean reaches =
                authority.findMandate(part.province()).filter(part.mandate()::equals).isPresent();
        boolean single = rows.stream().map(Row::jurisdiction).distinct().count() == 1;
        return single || !reaches ? rows.getFirst().jurisdiction() : part.province();
    }
}
