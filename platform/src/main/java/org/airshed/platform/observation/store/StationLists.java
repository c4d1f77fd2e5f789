package org.airshed.platform.observation.store;

import static org.airshed.platform.server.Keyset.column;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.engine.substance.Pollutant;
import org.airshed.engine.substance.Species;
import org.airshed.platform.observation.Hour;
import org.airshed.platform.observation.OtherHour;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.observation.Standing;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.Keyset;
import org.airshed.platform.server.Keyset.KeyType;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stations and their hours as they are listed; row-level security leaves out what is not open. */
@Component
class StationLists {
    private static final Keyset BY_CODE = Keyset.ascending(column("s.code", KeyType.TEXT));
    private static final Keyset LATEST_FIRST =
            Keyset.descending(column("n.hour_end", KeyType.INSTANT));

    private static final Keyset BY_HOUR_AND_SPECIES =
            Keyset.descending(
                    column("n.hour_end", KeyType.INSTANT), column("n.species", KeyType.TEXT));

    private final JdbcClient jdbc;

    StationLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Each station as it stood last. */
    Page<Standing> stations(Optional<JurisdictionCode> of, Paging paging) {
        List<Standing> rows =
                jdbc.sql(
                                """
                                select s.number, s.code, s.jurisdiction, s.network, t.name, t.role, t.tier,
                                    t.longitude_deg, t.latitude_deg, t.valid_from, t.valid_to
                                from observation.station s join lateral (
                                    select * from observation.station_standing t where t.station = s.number
                                    order by t.valid_from desc limit 1) t on true
                                where (cast(:of as text) is null or s.jurisdiction = :of) and
                                """
                                        + BY_CODE.where(paging)
                                        + BY_CODE.orderAndLimit(paging))
                        .params(BY_CODE.parameters(paging))
                        .param("of", of.map(JurisdictionCode::value).orElse(null))
                        .query(SqlObservations::standing)
                        .list();
        return BY_CODE.page(rows, paging, row -> List.of(row.code()));
    }

    /**
     * The hours of a station between two, the latest first. They are asked for by the whole key, so
     * that months are opened only until the page is full.
     */
    Page<Hour> hours(String station, Instant first, Instant last, Paging paging) {
        List<Hour> rows =
                find(station).map(found -> hours(found, first, last, paging)).orElse(List.of());
        return LATEST_FIRST.page(rows, paging, row -> List.of(row.hourEnd().toString()));
    }

    private record Key(String jurisdiction, int number) {}

    private Optional<Key> find(String station) {
        return jdbc.sql(
                        """
                        select jurisdiction, number from observation.station where code = :station
                          and jurisdiction = any ((select rights.sees('observation.readings'))::text[])
                        """)
                .param("station", station)
                .query((row, at) -> new Key(row.getString("jurisdiction"), row.getInt("number")))
                .optional();
    }

    private List<Hour> hours(Key station, Instant first, Instant last, Paging paging) {
        return jdbc.sql(
                        """
                        select n.hour_end, n.received_at, coalesce(v.batch, n.batch) as batch,
                            coalesce(v.revision, 0) as revision, n.so2, n.no2, n.co, n.o3, n.pm10, n.pm2_5,
                            v.so2 as v_so2, v.no2 as v_no2, v.co as v_co, v.o3 as v_o3, v.pm10 as v_pm10,
                            v.pm2_5 as v_pm2_5
                        from observation.reading n
                        left join observation.revision v on v.latest and v.jurisdiction = n.jurisdiction
                            and v.station = n.station and v.hour_end = n.hour_end
                        where n.jurisdiction = :jurisdiction and n.station = :number
                          and v.withdrawn is not true and n.hour_end between :first and :last and
                        """
                                + LATEST_FIRST.where(paging)
                                + LATEST_FIRST.orderAndLimit(paging))
                .params(LATEST_FIRST.parameters(paging))
                .param("jurisdiction", station.jurisdiction())
                .param("number", station.number())
                .param("first", first.atOffset(ZoneOffset.UTC))
                .param("last", last.atOffset(ZoneOffset.UTC))
                .query(StationLists::hour)
                .list();
    }

    /** What a station read besides the six between two hours, the latest first. */
    Page<OtherHour> otherHours(
            String station, Optional<Species> species, Instant first, Instant last, Paging paging) {
        List<OtherHour> rows =
                jdbc.sql(
                                """
                                select n.*, r.value as received from observation.station s
                                join observation.other_reading_now n on n.jurisdiction = s.jurisdiction and n.station = s.number
                                left join observation.other_reading r on n.revision > 0 and r.jurisdiction = n.jurisdiction
                                    and r.station = n.station and r.species = n.species and r.hour_end = n.hour_end
                                where s.code = :station and n.value is not null
                                  and s.jurisdiction = any ((select rights.sees('observation.readings'))::text[])
                                  and (cast(:species as text) is null or n.species = :species)
                                  and n.hour_end between :first and :last and
                                """
                                        + BY_HOUR_AND_SPECIES.where(paging)
                                        + BY_HOUR_AND_SPECIES.orderAndLimit(paging))
                        .params(BY_HOUR_AND_SPECIES.parameters(paging))
                        .param("station", station)
                        .param("species", species.map(Species::code).orElse(null))
                        .param("first", first.atOffset(ZoneOffset.UTC))
                        .param("last", last.atOffset(ZoneOffset.UTC))
                        .query(StationLists::otherHour)
                        .list();
        return BY_HOUR_AND_SPECIES.page(
                rows, paging, row -> List.of(row.hourEnd().toString(), row.species().code()));
    }

    private static OtherHour otherHour(ResultSet row, int at) throws SQLException {
        String code = row.getString("species");
        Species species =
                Species.findByCode(code)
                        .orElseThrow(() -> new IllegalStateException("no species " + code));
        long received = row.getLong("received");
        boolean revised = !row.wasNull();
        return new OtherHour(
                row.getObject("hour_end", OffsetDateTime.class).toInstant(),
                species,
                species.decimal(row.getLong("value")),
                Optional.ofNullable(row.getString("word")),
                row.getInt("revision"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getInt("batch"),
                revised ? Optional.of(species.decimal(received)) : Optional.empty());
    }

    private static Hour hour(ResultSet row, int at) throws SQLException {
        int revision = row.getInt("revision");
        return new Hour(
                row.getObject("hour_end", OffsetDateTime.class).toInstant(),
                values(row, revision > 0 ? "v_" : ""),
                revision,
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getInt("batch"),
                revision > 0 ? Optional.of(values(row, "")) : Optional.empty());
    }

    private static List<Integer> values(ResultSet row, String prefix) throws SQLException {
        List<Integer> values = new ArrayList<>();
        for (Pollutant pollutant : Readings.POLLUTANTS) {
            int value = row.getInt(prefix + pollutant.code());
            values.add(row.wasNull() ? Thousandths.ABSENT : value);
        }
        return values;
    }
}
