package org.airshed.platform.region.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.airshed.platform.region.Jurisdiction;
import org.airshed.platform.region.Jurisdictions;
import org.airshed.platform.region.Level;
import org.airshed.platform.region.Period;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.BilingualText;
import org.airshed.platform.server.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The tree in table {@code region.jurisdiction}. */
@Repository
class SqlJurisdictions implements Jurisdictions {
    private static final int DEEPEST = 16;
    private static final String IN_FORCE =
            "select code, parent, level, zh_name, en_name, zone, valid_from, valid_to, source"
                    + " from region.jurisdiction"
                    + " where valid_from <= :at and (valid_to is null or valid_to > :at)";

    private final JdbcClient jdbc;
    private final RegionActs acts;

    SqlJurisdictions(JdbcClient jdbc, RegionActs acts) {
        this.jdbc = jdbc;
        this.acts = acts;
    }

    @Override
    public List<Jurisdiction> jurisdictions(Instant at) {
        return jdbc.sql(IN_FORCE + " order by code")
                .param("at", Timestamp.from(at))
                .query(SqlJurisdictions::jurisdiction)
                .list();
    }

    @Override
    public Jurisdiction jurisdiction(JurisdictionCode code, Instant at) {
        return findJurisdiction(code, at)
                .orElseThrow(() ->
                        Refusal.notFound(
                                "region.jurisdiction-unknown", Map.of("value", code.value())));
    }

    @Override
    public Optional<Jurisdiction> findJurisdiction(JurisdictionCode code, Instant at) {
        return jdbc.sql(IN_FORCE + " and code = :code")
                .param("at", Timestamp.from(at))
                .param("code", code.value())
                .query(SqlJurisdictions::jurisdiction)
                .optional();
    }

    @Override
    public Optional<Jurisdiction> findByName(String name, Instant at) {
        List<Jurisdiction> named =
                jdbc.sql(
                                IN_FORCE
                                        + " and (zh_name in (:name, :name || '市', :name || '省')"
                                        + " or lower(en_name) = lower(:name)) limit 2")
                        .param("at", Timestamp.from(at))
                        .param("name", name.strip())
                        .query(SqlJurisdictions::jurisdiction)
                        .list();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    @Override
    @Transactional
    public int enter(Authority authority, List<Jurisdiction> jurisdictions) {
        Map<JurisdictionCode, JurisdictionCode> parents = parents();
        Set<JurisdictionCode> known = known();
        List<Jurisdiction> missing =
                jurisdictions.stream().filter(one -> !known.contains(one.code())).toList();
        for (Jurisdiction one : missing) {
            one.parent().ifPresent(parent -> parents.put(one.code(), parent));
            insert(one);
        }
        if (!missing.isEmpty()) {
            acts.record(
                    authority,
                    missing.stream().map(one -> new RegionActs.Row(one.code(), one)).toList(),
                    top(parents),
                    "region.jurisdictions",
                    "region.act.jurisdictions-entered",
                    Map.of("source", missing.getFirst().source()));
        }
        return missing.size();
    }

    /** Finds the top of the tree above a jurisdiction. */
    Function<JurisdictionCode, JurisdictionCode> top() {
        return top(parents());
    }

    private static Function<JurisdictionCode, JurisdictionCode> top(
            Map<JurisdictionCode, JurisdictionCode> parents) {
        return code -> {
            JurisdictionCode above = code;
            for (int step = 0; step < DEEPEST; step++) {
                JurisdictionCode next = parents.get(above);
                if (next == null) {
                    return above;
                }
                above = next;
            }
            throw new IllegalStateException(
                    "expected a tree at most " + DEEPEST + " levels deep above " + code);
        };
    }

    private Map<JurisdictionCode, JurisdictionCode> parents() {
        Map<JurisdictionCode, JurisdictionCode> parents = new HashMap<>();
        jdbc.sql("select code, parent from region.jurisdiction where parent is not null")
                .query(row -> {
                    parents.put(
                            new JurisdictionCode(row.getString(1)),
                            new JurisdictionCode(row.getString(2)));
                });
        return parents;
    }

    private Set<JurisdictionCode> known() {
        return new HashSet<>(
                jdbc.sql("select code from region.jurisdiction")
                        .query((row, number) -> new JurisdictionCode(row.getString(1)))
                        .list());
    }

    private void insert(Jurisdiction one) {
        jdbc.sql(
                        """
                        insert into region.jurisdiction
                            (code, parent, level, zh_name, en_name, zone, valid_from, valid_to, source)
                        values (:code, :parent, :level, :zh, :en, :zone, :from, :to, :source)
                        """)
                .param("code", one.code().value())
                .param("parent", one.parent().map(JurisdictionCode::value).orElse(null))
                .param("level", one.level().code())
                .param("zh", one.name().zh())
                .param("en", one.name().en())
                .param("zone", one.zone().getId())
                .param("from", Timestamp.from(one.period().from()))
                .param("to", one.period().to().map(Timestamp::from).orElse(null))
                .param("source", one.source())
                .update();
    }

    private static Jurisdiction jurisdiction(ResultSet row, int number) throws SQLException {
        return new Jurisdiction(
                new JurisdictionCode(row.getString("code")),
                Optional.ofNullable(row.getString("parent")).map(JurisdictionCode::new),
                Level.find(row.getString("level")).orElseThrow(),
                new BilingualText(row.getString("zh_name"), row.getString("en_name")),
                ZoneId.of(row.getString("zone")),
                period(row),
                row.getString("source"));
    }

    static Period period(ResultSet row) throws SQLException {
        return new Period(
                row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("valid_to", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
