package org.airshed.platform.observation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.airshed.platform.observation.StationRole;
import org.airshed.platform.rights.JurisdictionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Standings in their table, and what files said of stations, from which they follow. */
@Component
class StandingBook {
    private static final int BATCH = 500;
    private static final int FETCHED = 5000; // rows at a time, else the driver holds all of them

    private final JdbcClient jdbc;
    private final JdbcTemplate many;
    private final JsonMapper json;

    StandingBook(JdbcClient jdbc, JdbcTemplate many, JsonMapper json) {
        this.jdbc = jdbc;
        this.many = many;
        this.json = json;
    }

    /** The periods of stations by code, in the order of time; who has none is left out. */
    Map<String, List<StandingPeriod>> periods(Collection<String> codes) {
        return jdbc
                .sql(
                        """
                        select s.number, s.code, s.jurisdiction, s.network, t.name, t.role, t.tier, t.longitude_deg,
                            t.latitude_deg, t.valid_from, t.valid_to, t.settled, t.source, t.settled_from,
                            t.vouched_from, t.act
                        from observation.station s join observation.station_standing t on t.station = s.number
                        where s.code = any (:codes) order by s.code, t.valid_from
                        """)
                .param("codes", codes.toArray(String[]::new))
                .query(StandingPeriod::of)
                .list()
                .stream()
                .collect(Collectors.groupingBy(period -> period.standing().code()));
    }

    /** Puts the periods after the changes in the place of those before. */
    void replace(List<StandingChange> changes) {
        many.batchUpdate(
                "delete from observation.station_standing where station = ?",
                changes,
                BATCH,
                (statement, change) -> statement.setInt(1, change.station()));
        many.batchUpdate(
                "insert into observation.station_standing (station, jurisdiction, valid_from, valid_to, name, role, tier,"
                        + " longitude_deg, latitude_deg, source, settled, settled_from, vouched_from, act)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                changes.stream().flatMap(change -> change.after().stream()).toList(),
                BATCH,
                (statement, period) -> {
                    var standing = period.standing();
                    statement.setInt(1, standing.station());
                    statement.setString(2, standing.jurisdiction().value());
                    statement.setObject(3, moment(standing.from()));
                    statement.setObject(
                            4, moment(standing.to().orElse(null)), Types.TIMESTAMP_WITH_TIMEZONE);
                    statement.setString(5, standing.name());
                    statement.setString(6, standing.role().code());
                    statement.setString(7, standing.tier());
                    statement.setDouble(8, standing.longitude_deg());
                    statement.setDouble(9, standing.latitude_deg());
                    statement.setString(10, period.source());
                    statement.setArray(
                            11,
                            statement
                                    .getConnection()
                                    .createArrayOf(
                                            "text", new TreeSet<>(period.settled()).toArray()));
                    statement.setObject(
                            12,
                            moment(period.settledFrom().orElse(null)),
                            Types.TIMESTAMP_WITH_TIMEZONE);
                    statement.setObject(
                            13,
                            moment(period.vouchedFrom().orElse(null)),
                            Types.TIMESTAMP_WITH_TIMEZONE);
                    statement.setObject(14, period.act().orElse(null), Types.OTHER);
                });
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** Keeps what an import's file said of stations, and what it changed of them. */
    void keep(
            int batch,
            List<StationDescription> said,
            List<StandingChange> changes,
            boolean undoing) {
        many.batchUpdate(
                "insert into observation.station_description (batch, station, jurisdiction, since, name, longitude_deg,"
                        + " latitude_deg, placed, role, tier, source) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                said,
                BATCH,
                (statement, one) -> {
                    statement.setInt(1, batch);
                    statement.setInt(2, one.station());
                    statement.setString(3, one.jurisdiction().value());
                    statement.setObject(4, moment(one.since()));
                    statement.setString(5, one.name());
                    statement.setDouble(6, one.longitude_deg());
                    statement.setDouble(7, one.latitude_deg());
                    statement.setBoolean(8, one.placed());
                    statement.setString(9, one.role().code());
                    statement.setString(10, one.tier());
                    statement.setString(11, one.source());
                });
        many.batchUpdate(
                "insert into observation.import_station (batch, station, jurisdiction, change, before, after)"
                        + " values (?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb))",
                changes,
                BATCH,
                (statement, change) -> {
                    statement.setInt(1, batch);
                    statement.setInt(2, change.station());
                    statement.setString(3, change.jurisdiction().value());
                    statement.setString(4, change.word(undoing));
                    statement.setString(
                            5, json.writeValueAsString(StandingChange.written(change.before())));
                    statement.setString(
                            6, json.writeValueAsString(StandingChange.written(change.after())));
                });
    }

    /**
     * What taking back an import changes of standings: those of the stations its file described
     * become what the files of imports that stand say without it. What an office settled stays.
     */
    List<StandingChange> without(int batch) {
        Map<String, List<StandingPeriod>> said = saidWithout(batch);
        List<String> codes = codes(batch);
        Map<String, List<StandingPeriod>> known = periods(codes);
        List<StandingChange> changes = new ArrayList<>();
        for (String code : codes) {
            List<StandingPeriod> before = known.getOrDefault(code, List.of());
            List<StandingPeriod> after =
                    StandingPeriod.keepingSettled(said.getOrDefault(code, List.of()), before);
            if (!after.equals(before)) {
                var station = (before.isEmpty() ? after : before).getFirst().standing();
                changes.add(
                        new StandingChange(
                                station.station(), code, station.jurisdiction(), before, after));
            }
        }
        return changes;
    }

    private List<String> codes(int batch) {
        return jdbc.sql(
                        """
                        select s.code from observation.station_description d
                        join observation.station s on s.number = d.station
                        where d.batch = :batch order by s.code collate "C"
                        """)
                .param("batch", batch)
                .query(String.class)
                .list();
    }

    /**
     * The periods of the stations of this import as the others that stand say them, in the order
     * they came. Each description is forgotten once it is applied: of hourly files there are
     * millions.
     */
    private Map<String, List<StandingPeriod>> saidWithout(int batch) {
        Map<String, List<StandingPeriod>> said = new HashMap<>();
        jdbc.sql(
                        """
                        select d.*, s.code, s.network from observation.station_description own
                        join observation.station_description d on d.station = own.station
                        join observation.station s on s.number = d.station
                        where own.batch = :batch and d.batch is distinct from own.batch
                          and not exists (select from observation.import_batch u where u.undoes = d.batch)
                        order by d.station, d.batch nulls first, d.since
                        """)
                .withFetchSize(FETCHED)
                .param("batch", batch)
                .query(row -> {
                    StationDescription one = description(row);
                    said.merge(
                            one.code(),
                            one.appliedTo(List.of()),
                            (periods, any) -> one.appliedTo(periods));
                });
        return said;
    }

    private static StationDescription description(ResultSet row) throws SQLException {
        return new StationDescription(
                row.getInt("station"),
                row.getString("code"),
                new JurisdictionCode(row.getString("jurisdiction")),
                row.getString("network"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getString("name"),
                row.getDouble("longitude_deg"),
                row.getDouble("latitude_deg"),
                row.getBoolean("placed"),
                StationRole.of(row.getString("role")),
                row.getString("tier"),
                row.getString("source"));
    }
}
