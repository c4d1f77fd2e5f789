package org.airshed.platform.quality.store;

import static org.airshed.platform.server.Keyset.column;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.airshed.engine.screening.Flag;
import org.airshed.engine.screening.Screening;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.quality.FlaggedValue;
import org.airshed.platform.quality.store.Screened.Said;
import org.airshed.platform.quality.store.Screened.Value;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.Keyset;
import org.airshed.platform.server.Keyset.KeyType;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes flags. A flag that changes gets a further revision; one that does not, none. */
@Component
class FlagBook {
    private static final Said GOOD = new Said(Flag.GOOD, 0);
    private static final String VALUES =
            "unnest(?::int[], ?::timestamptz[], ?::text[], ?::int[], ?::text[], ?::int[])"
                    + " as v (station, hour_end, pollutant, revision, flag, failed)";

    private static final Keyset LATEST_FIRST =
            Keyset.descending(
                    column("f.hour_end", KeyType.INSTANT),
                    column("s.code", KeyType.TEXT),
                    column("f.pollutant", KeyType.TEXT));

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    FlagBook(JdbcTemplate jdbc, JdbcClient client) {
        this.client = client;
        this.jdbc = jdbc;
    }

    /** A flag as it stands. */
    private record Standing(Said said, int revision) {}

    /** One row to write. */
    private record Revision(Value value, int number, Said said) {}

    /**
     * Makes the flags of a jurisdiction between two hours what they are now.
     *
     * @param notGood every value there that is not good
     * @return how many flags changed
     */
    int settle(Window window, Map<Value, Said> notGood, String rules, int batch) {
        Map<Value, Standing> before = standing(window);
        List<Revision> changed = new ArrayList<>();
        notGood.forEach((value, said) -> {
            Standing was = before.get(value);
            if (was == null || !was.said().equals(said)) {
                changed.add(new Revision(value, was == null ? 1 : was.revision() + 1, said));
            }
        });
        before.forEach((value, was) -> {
            if (!notGood.containsKey(value) && was.said().flag() != Flag.GOOD) {
                changed.add(new Revision(value, was.revision() + 1, GOOD));
            }
        });
        if (!changed.isEmpty()) {
            write(window.jurisdiction(), changed, rules, batch);
        }
        return changed.size();
    }

    /** Some hours of a jurisdiction, both ends included. */
    record Window(JurisdictionCode jurisdiction, Instant first, Instant last) {}

    private Map<Value, Standing> standing(Window window) {
        Map<Value, Standing> standing = new HashMap<>();
        jdbc.query(
                """
                select station, hour_end, pollutant, flag, failed, revision from quality.flag
                where latest and jurisdiction = ? and hour_end between ? and ?
                """,
                row -> {
                    standing.put(
                            new Value(
                                    row.getInt("station"),
                                    row.getObject("hour_end", OffsetDateTime.class).toInstant(),
                                    pollutant(row.getString("pollutant"))),
                            new Standing(
                                    new Said(flag(row.getString("flag")), row.getInt("failed")),
                                    row.getInt("revision")));
                },
                window.jurisdiction().value(),
                window.first().atOffset(ZoneOffset.UTC),
                window.last().atOffset(ZoneOffset.UTC));
        return standing;
    }

    private void write(
            JurisdictionCode jurisdiction, List<Revision> changed, String rules, int batch) {
        jdbc.update(connection -> {
            var statement =
                    connection.prepareStatement(
                            "update quality.flag f set latest = false from "
                                    + VALUES
                                    + " where f.latest and v.revision > 1 and f.jurisdiction = ?"
                                    + " and f.station = v.station and f.hour_end = v.hour_end"
                                    + " and f.pollutant = v.pollutant");
            bind(connection, statement, changed, 1);
            statement.setString(7, jurisdiction.value());
            return statement;
        });
        jdbc.update(connection -> {
            var statement =
                    connection.prepareStatement(
                            "insert into quality.flag (jurisdiction, station, hour_end, pollutant, revision,"
                                    + " latest, flag, failed, rules, batch) select ?, v.station, v.hour_end,"
                                    + " v.pollutant, v.revision, true, v.flag, v.failed, ?, ? from "
                                    + VALUES);
            statement.setString(1, jurisdiction.value());
            statement.setString(2, rules);
            statement.setInt(3, batch);
            bind(connection, statement, changed, 4);
            return statement;
        });
    }

    private static void bind(
            Connection connection, PreparedStatement statement, List<Revision> rows, int from)
            throws SQLException {
        Array[] columns = {
            connection.createArrayOf(
                    "int4", rows.stream().map(row -> row.value().station()).toArray()),
            connection.createArrayOf(
                    "timestamptz",
                    rows.stream().map(row -> row.value().hourEnd().toString()).toArray()),
            connection.createArrayOf(
                    "text", rows.stream().map(row -> row.value().pollutant().code()).toArray()),
            connection.createArrayOf("int4", rows.stream().map(Revision::number).toArray()),
            connection.createArrayOf(
                    "text", rows.stream().map(row -> word(row.said().flag())).toArray()),
            connection.createArrayOf(
                    "int4", rows.stream().map(row -> row.said().failed()).toArray()),
        };
        for (int column = 0; column < columns.length; column++) {
            statement.setArray(from + column, columns[column]);
        }
    }

    /** The values flagged bad or missing in some hours of some jurisdictions. */
    List<Value> unusable(Set<JurisdictionCode> jurisdictions, Instant first, Instant last) {
        return jdbc.query(
                """
                select station, hour_end, pollutant from quality.flag
                where latest and flag in ('bad', 'missing') and jurisdiction = any (?)
                  and hour_end between ? and ?
                """,
                (row, at) ->
                        new Value(
                                row.getInt("station"),
                                row.getObject("hour_end", OffsetDateTime.class).toInstant(),
                                pollutant(row.getString("pollutant"))),
                jurisdictions.stream().map(JurisdictionCode::value).sorted().toArray(String[]::new),
                first.atOffset(ZoneOffset.UTC),
                last.atOffset(ZoneOffset.UTC));
    }

    /** The values that are not good, in some hours of some jurisdictions. */
    List<FlaggedValue> notGood(Set<JurisdictionCode> jurisdictions, Instant first, Instant last) {
        return jdbc.query(
                """
                select f.*, s.code from quality.flag f join observation.station s on s.number = f.station
                where f.latest and f.flag <> 'good' and f.jurisdiction = any (?) and f.hour_end between ? and ?
                """,
                FlagBook::flagged,
                jurisdictions.stream().map(JurisdictionCode::value).sorted().toArray(String[]::new),
                first.atOffset(ZoneOffset.UTC),
                last.atOffset(ZoneOffset.UTC));
    }

    /** The values that are not good, the latest hours first. */
    Page<FlaggedValue> list(Optional<String> station, Paging paging) {
        List<FlaggedValue> rows =
                client.sql(
                                """
                                select f.*, s.code from quality.flag f
                                join observation.station s on s.number = f.station
                                where f.latest and f.flag <> 'good'
                                  and f.jurisdiction = any ((select rights.sees('observation.readings'))::text[])
                                  and (cast(:station as text) is null or s.code = :station) and
                                """
                                        + LATEST_FIRST.where(paging)
                                        + LATEST_FIRST.orderAndLimit(paging))
                        .params(LATEST_FIRST.parameters(paging))
                        .param("station", station.orElse(null))
                        .query(FlagBook::flagged)
                        .list();
        return LATEST_FIRST.page(
                rows,
                paging,
                row -> List.of(row.hourEnd().toString(), row.station(), row.pollutant().code()));
    }

    private static FlaggedValue flagged(ResultSet row, int at) throws SQLException {
        return new FlaggedValue(
                new JurisdictionCode(row.getString("jurisdiction")),
                row.getString("code"),
                row.getObject("hour_end", OffsetDateTime.class).toInstant(),
                pollutant(row.getString("pollutant")),
                flag(row.getString("flag")),
                Screening.tests(row.getInt("failed")),
                row.getString("rules"),
                row.getInt("revision"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static Pollutant pollutant(String code) {
        return Stream.of(Pollutant.values())
                .filter(pollutant -> pollutant.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no pollutant " + code));
    }

    /** The word stored and sent over the API: {@code "not-evaluated"}. */
    static String word(Flag flag) {
        return flag.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Flag flag(String word) {
        return Flag.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
