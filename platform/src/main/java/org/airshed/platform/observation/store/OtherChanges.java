package org.airshed.platform.observation.store;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.airshed.engine.substance.Species;
import org.airshed.platform.notary.MerkleRoot;
import org.airshed.platform.rights.JurisdictionCode;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What an import changes besides the six: the temporary table {@code other_change}, made of the
 * staged rows or of what an undoing puts back, and written into the narrow table.
 */
@Component
class OtherChanges {
    private static final int FETCH_ROWS = 10_000;

    /**
     * All values of a station-hour that changed as one entry of the Merkle tree: {@code
     * code|hour|species=value|…} by species, the word behind its value, a withdrawn one without a
     * value. Decision 0075.
     */
    private static final String ENTRIES =
            """
            select jurisdiction, code || '|' || to_char(hour_end at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || '|'
                || string_agg(species || '=' || coalesce(value::text, '') || coalesce(' ' || word, '')
                       || case when withdrawn then 'withdrawn' else '' end, '|' order by species collate "C")
            from other_change group by jurisdiction, code, hour_end
            order by jurisdiction, code collate "C", hour_end
            """;

    private final JdbcTemplate jdbc;

    OtherChanges(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code , value0, word0, value1, …}: the columns of some species in the staging tables. */
    static String columns(List<Species> species, String alias) {
        return IntStream.range(0, species.size())
                .mapToObj(place -> ", %svalue%d, %sword%d".formatted(alias, place, alias, place))
                .collect(Collectors.joining());
    }

    /** The same with their types. */
    static String definitions(List<Species> species) {
        return IntStream.range(0, species.size())
                .mapToObj(place -> ", value%d bigint, word%d text".formatted(place, place))
                .collect(Collectors.joining());
    }

    /** Compares the staged rows with what is known; what a file says is none ends a value. */
    void compare(List<Species> species) {
        String values =
                IntStream.range(0, species.size())
                        .mapToObj(place ->
                                "('%s', s.value%d, s.word%d)"
                                        .formatted(species.get(place).code(), place, place))
                        .collect(Collectors.joining(", "));
        jdbc.execute(
                """
                create temporary table other_change on commit drop as
                select s.jurisdiction, s.station, s.code, v.species, s.hour_end, r.station is not null as known,
                    null::int as brought, coalesce(x.revision, 0) as last_revision, false as withdrawn, v.value, v.word
                from staged s cross join lateral (values %s) v (species, value, word)
                left join observation.other_reading r on r.jurisdiction = s.jurisdiction and r.station = s.station
                    and r.species = v.species and r.hour_end = s.hour_end
                left join observation.other_revision x on x.latest and x.jurisdiction = s.jurisdiction
                    and x.station = s.station and x.species = v.species and x.hour_end = s.hour_end
                where case when r.station is null then v.value is not null
                    else row(case when x.station is null then r.value else x.value end,
                             case when x.station is null then r.word else x.word end)
                         is distinct from row(v.value, v.word) end
                """
                        .formatted(values));
    }

    /** What the undoing of an import puts back, by the same rule as of the six. */
    void undo(int batch) {
        jdbc.execute(
                """
                create temporary table other_change on commit drop as
                select n.jurisdiction, n.station, s.code, n.species, n.hour_end, true as known, b.brought,
                    n.revision as last_revision, b.brought is null as withdrawn, b.value, b.word
                from observation.other_reading_now n join observation.station s on s.number = n.station
                left join lateral (
                    select e.brought, e.value, e.word from (
                        select v.revision, v.brought, v.value, v.word from observation.other_revision v
                        where v.jurisdiction = n.jurisdiction and v.station = n.station and v.species = n.species
                          and v.hour_end = n.hour_end and v.revision < n.revision
                        union all
                        select 0, r.batch, r.value, r.word from observation.other_reading r
                        where n.revision > 0 and r.jurisdiction = n.jurisdiction and r.station = n.station
                          and r.species = n.species and r.hour_end = n.hour_end) e
                    where e.brought is not null and e.brought <> %d
                      and not exists (select from observation.import_batch u where u.undoes = e.brought)
                    order by e.revision desc limit 1) b on true
                where n.brought = %d
                """
                        .formatted(batch, batch));
    }

    /** Appends the entries of each jurisdiction to its tree. */
    void appendTo(Function<JurisdictionCode, MerkleRoot> trees) {
        jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(ENTRIES);
                    statement.setFetchSize(FETCH_ROWS);
                    return statement;
                },
                row -> {
                    trees.apply(new JurisdictionCode(row.getString(1))).append(row.getString(2));
                });
    }

    /** How many values were entered and how many revised. */
    record Written(long entered, long revised) {
        static final Written NOTHING = new Written(0, 0);

        /** As the content of an act names them; nothing where there was nothing. */
        Map<String, Object> facts() {
            return equals(NOTHING)
                    ? Map.of()
                    : Map.of("otherEntered", entered, "otherRevised", revised);
        }
    }

    /** Enters what was not known and revises what was. */
    Written write(int batch, String reason) {
        jdbc.query(
                """
                select observation.ensure_other_month(month) from (
                    select distinct date_trunc('month', hour_end, 'UTC') as month from other_change
                    where not known) months
                """,
                row -> {});
        long entered =
                jdbc.update(
                        """
                        insert into observation.other_reading (jurisdiction, station, species, hour_end, batch, value, word)
                        select jurisdiction, station, species, hour_end, ?, value, word from other_change where not known
                        """,
                        batch);
        jdbc.update(
                """
                update observation.other_revision r set latest = false from other_change c
                where c.last_revision > 0 and r.latest and r.jurisdiction = c.jurisdiction and r.station = c.station
                  and r.species = c.species and r.hour_end = c.hour_end
                """);
        long revised =
                jdbc.update(
                        """
                        insert into observation.other_revision (jurisdiction, station, species, hour_end, revision, latest,
                            withdrawn, value, word, batch, person, reason, brought)
                        select jurisdiction, station, species, hour_end, last_revision + 1, true, withdrawn, value, word, ?,
                            rights.person(), ?, case when withdrawn then null else coalesce(brought, ?) end
                        from other_change where known
                        """,
                        batch,
                        reason,
                        batch);
        return new Written(entered, revised);
    }
}
