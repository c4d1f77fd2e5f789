package org.airshed.platform.region.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.airshed.platform.region.Compact;
import org.airshed.platform.region.Compacts;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.BilingualText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The compacts in tables {@code region.compact} and {@code region.compact_member}. */
@Repository
class SqlCompacts implements Compacts {
    private final JdbcClient jdbc;
    private final SqlJurisdictions jurisdictions;
    private final RegionActs acts;

    SqlCompacts(JdbcClient jdbc, SqlJurisdictions jurisdictions, RegionActs acts) {
        this.jdbc = jdbc;
        this.jurisdictions = jurisdictions;
        this.acts = acts;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Compact> compacts(Instant at) {
        return jdbc.sql(
                        """
                        select code, zh_name, en_name, kind, valid_from, valid_to, source
                        from region.compact
                        where valid_from <= :at and (valid_to is null or valid_to > :at) order by code
                        """)
                .param("at", Timestamp.from(at))
                .query((row, number) ->
                        new Compact(
                                row.getString("code"),
                                new BilingualText(
                                        row.getString("zh_name"), row.getString("en_name")),
                                Compact.Kind.valueOf(
                                        row.getString("kind").toUpperCase(Locale.ROOT)),
                                SqlJurisdictions.period(row),
                                row.getString("source"),
                                members(row.getString("code"), at)))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Compact> findCompact(String code, Instant at) {
        return compacts(at).stream().filter(compact -> compact.code().equals(code)).findFirst();
    }

    private List<Compact.Member> members(String compact, Instant at) {
        return jdbc.sql(
                        """
                        select jurisdiction, valid_from, valid_to from region.compact_member
                        where compact = :compact
                          and valid_from <= :at and (valid_to is null or valid_to > :at)
                        order by jurisdiction
                        """)
                .param("compact", compact)
                .param("at", Timestamp.from(at))
                .query((row, number) ->
                        new Compact.Member(
                                new JurisdictionCode(row.getString(1)),
                                SqlJurisdictions.period(row)))
                .list();
    }

    @Override
    @Transactional
    public boolean enter(Authority authority, Compact compact) {
        int entered =
                jdbc.sql(
                                """
                                insert into region.compact
                                    (code, zh_name, en_name, kind, valid_from, valid_to, source)
                                values (:code, :zh, :en, :kind, :from, :to, :source)
                                on conflict (code) do nothing
                                """)
                        .param("code", compact.code())
                        .param("zh", compact.name().zh())
                        .param("en", compact.name().en())
                        .param("kind", compact.kind().code())
                        .param("from", Timestamp.from(compact.period().from()))
                        .param("to", compact.period().to().map(Timestamp::from).orElse(null))
                        .param("source", compact.source())
                        .update();
        if (entered == 0) {
            return false;
        }
        for (Compact.Member member : compact.members()) {
            jdbc.sql(
                            """
                            insert into region.compact_member
                                (compact, jurisdiction, valid_from, valid_to)
                            values (:compact, :jurisdiction, :from, :to)
                            """)
                    .param("compact", compact.code())
                    .param("jurisdiction", member.jurisdiction().value())
                    .param("from", Timestamp.from(member.period().from()))
                    .param("to", member.period().to().map(Timestamp::from).orElse(null))
                    .update();
        }
        acts.record(
                authority,
                compact.members().stream()
                        .map(member -> new RegionActs.Row(member.jurisdiction(), member))
                        .toList(),
                jurisdictions.top(),
                "region.compact/" + compact.code(),
                "region.act.compact-entered",
                Map.of("zh", compact.name().zh(), "en", compact.name().en()));
        return true;
    }
}
