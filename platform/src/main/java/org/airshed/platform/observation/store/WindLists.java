package org.airshed.platform.observation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.airshed.engine.averaging.WindHour;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.platform.observation.Standing;
import org.airshed.platform.observation.WindReadings;
import org.airshed.platform.rights.JurisdictionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds speed and direction of the wind, hour by hour, beside each other. */
@Repository
class WindLists {
    private final JdbcClient jdbc;

    WindLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    WindReadings wind(JurisdictionCode city, Instant first, Instant last) {
        List<Standing> stations = stations(city);
        return new WindReadings(
                stations, stations.isEmpty() ? List.of() : hours(city, first, last));
    }

    private List<Standing> stations(JurisdictionCode city) {
        return jdbc.sql(
                        """
                        select s.number, s.code, s.jurisdiction, s.network, t.name, t.role, t.tier, t.longitude_deg,
                            t.latitude_deg, t.valid_from, t.valid_to
                        from observation.station s join observation.station_standing t on t.station = s.number
                        where s.jurisdiction = :city and exists (
                            select from observation.other_reading_now n
                            where n.jurisdiction = :city and n.station = s.number and n.species = 'wind_speed'
                              and n.value is not null)
                        order by s.code, t.valid_from
                        """)
                .param("city", city.value())
                .query(SqlObservations::standing)
                .list();
    }

    /** Both species are kept in thousandths of their unit. */
    private List<WindReadings.OfHour> hours(JurisdictionCode city, Instant first, Instant last) {
        return jdbc.sql(
                        """
                        select station, hour_end, max(value) filter (where species = 'wind_speed') as speed,
                            max(value) filter (where species = 'wind_direction') as direction
                        from observation.other_reading_now
                        where jurisdiction = :city and species in ('wind_speed', 'wind_direction')
                          and hour_end between :first and :last and value is not null
                        group by station, hour_end
                        """)
                .param("city", city.value())
                .param("first", first.atOffset(ZoneOffset.UTC))
                .param("last", last.atOffset(ZoneOffset.UTC))
                .query((row, at) ->
                        new WindReadings.OfHour(
                                row.getInt("station"),
                                row.getObject("hour_end", OffsetDateTime.class).toInstant(),
                                new WindHour(value(row, "speed"), value(row, "direction"))))
                .list();
    }

    private static int value(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? Thousandths.ABSENT : value;
    }
}
