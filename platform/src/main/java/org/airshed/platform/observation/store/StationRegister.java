package org.airshed.platform.observation.store;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.airshed.platform.observation.MappedTable;
import org.airshed.platform.observation.StationRole;
import org.airshed.platform.observation.store.Arrivals.Described;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.JurisdictionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows the stations in tables, and enters those that a network's file describes. */
@Component
class StationRegister {
    /** Two vintages of a list within this of each other, about 10 m, mean the same place. */
    private static final double SAME_PLACE_DEG = 1e-4;

    private final JdbcClient jdbc;
    private final AreaCodes areas;

    StationRegister(JdbcClient jdbc, AreaCodes areas) {
        this.jdbc = jdbc;
        this.areas = areas;
    }

    /** What became of a described station. */
    sealed interface Found {
        record Known(int number, JurisdictionCode jurisdiction) implements Found {}

        /** Its rows cannot be used. */
        record Unusable(
                String column, String value, Condition condition, Map<String, String> arguments)
                implements Found {
            public Unusable {
                arguments = Map.copyOf(arguments);
            }

            Unusable(String column, String value, Condition condition) {
                this(column, value, condition, Map.of());
            }
        }
    }

    /** A station and its jurisdiction in the tables. */
    private record Entered(int number, JurisdictionCode jurisdiction, String network) {}

    /**
     * Each described station in the tables, entered when it is new.
     *
     * @param source what is said of where the description comes from
     * @param table whose stations they are and what new ones are for
     * @throws org.airshed.platform.rights.ActRefused when the authority does not reach the city of
     *     one of them: a file is imported by who may import all of it
     */
    Map<Integer, Found> resolve(
            Authority authority, List<Described> described, String source, MappedTable table) {
        Map<String, Optional<JurisdictionCode>> codes = new HashMap<>();
        Map<Integer, Found> found = new HashMap<>();
        for (int index = 0; index < described.size(); index++) {
            Described station = placed(described.get(index));
            if ((station.code() + station.name() + station.area()).indexOf('\0') >= 0) {
                found.put(
                        index, new Found.Unusable("stationcode", station.code(), Condition.NO_NUL));
                continue;
            }
            Optional<JurisdictionCode> place =
                    codes.computeIfAbsent(station.area(), areas::findByName);
            place.ifPresent(authority::mandate);
            found.put(
                    index,
                    place.isEmpty()
                            ? new Found.Unusable("area", station.area(), Condition.KNOWN_AREA)
                            : resolve(station, place.get(), source, table));
        }
        return found;
    }

    /** A station whose file says no place stands where the shipped table says. */
    private static Described placed(Described station) {
        return Double.isNaN(station.longitude_deg())
                ? KnownStations.find(station.code())
                        .map(place ->
                                new Described(
                                        station.code(),
                                        station.name().isEmpty() ? station.code() : station.name(),
                                        station.area(),
                                        place.longitude_deg(),
                                        place.latitude_deg(),
                                        station.firstHour_s()))
                        .orElse(station)
                : station;
    }

    private Found resolve(
            Described station, JurisdictionCode place, String source, MappedTable table) {
        Optional<Entered> known = find(station.code());
        if (known.isPresent() && !known.get().jurisdiction().equals(place)) {
            return new Found.Unusable(
                    "area",
                    station.area(),
                    Condition.AREA_OF_STATION,
                    Map.of("jurisdiction", known.get().jurisdiction().value()));
        }
        if (known.isPresent() && !known.get().network().equals(table.network())) {
            return new Found.Unusable(
                    "stationcode",
                    station.code(),
                    Condition.NETWORK,
                    Map.of("network", table.network(), "other", known.get().network()));
        }
        Optional<StationRole> role =
                KnownStations.find(station.code()).map(KnownStations.Place::role).or(table::role);
        if (role.isEmpty()) {
            return new Found.Unusable("role", "", Condition.ROLE);
        }
        if (Double.isNaN(station.longitude_deg()) || Double.isNaN(station.latitude_deg())) {
            if (known.isPresent()) {
                stand(known.get().number(), place, station, new Said(source, role.get(), table));
                return new Found.Known(known.get().number(), place);
            }
            return new Found.Unusable("longitude", "", Condition.POSITION);
        }
        int number =
                known.map(Entered::number)
                        .orElseGet(() -> enter(station.code(), place, table.network()));
        stand(number, place, station, new Said(source, role.get(), table));
        return new Found.Known(number, place);
    }

    /** The networks whose stations are held. */
    Set<String> networks() {
        return jdbc.sql("select code from observation.network").query(String.class).set();
    }

    private Optional<Entered> find(String code) {
        return jdbc.sql(
                        "select number, jurisdiction, network from observation.station where code = :code")
                .param("code", code)
                .query((row, at) ->
                        new Entered(
                                row.getInt("number"),
                                new JurisdictionCode(row.getString("jurisdiction")),
                                row.getString("network")))
                .optional();
    }

    private int enter(String code, JurisdictionCode place, String network) {
        jdbc.sql("insert into observation.network (code) values (:network) on conflict do nothing")
                .param("network", network)
                .update();
        return jdbc.sql(
                        """
                        insert into observation.station (code, jurisdiction, network)
                        values (:code, :place, :network)
                        returning number
                        """)
                .param("code", code)
                .param("place", place.value())
                .param("network", network)
                .query(Integer.class)
                .single();
    }

    /**
     * Makes the station's standing at the file's first hour what the file says. The first standing
     * reaches back to the oldest file; a new position ends the period before it.
     */
    private void stand(int number, JurisdictionCode place, Described station, Said said) {
        OffsetDateTime from = start(station);
        Optional<Standing> covering = standing(number, from, "valid_from <= :at", "desc");
        if (covering.isPresent()) {
            // Of two places said for the same first hour, the one said first stands.
            if (!covering.get().at(station) && covering.get().from().isBefore(from)) {
                end(number, covering.get().from(), from);
                insert(number, place, station, from, covering.get().to(), said);
                inherit(number, covering.get().from(), from);
            }
            return;
        }
        Optional<Standing> following = standing(number, from, "valid_from > :at", "asc");
        if (following.isPresent()) {
            standBefore(following.get(), number, place, station, said);
        } else {
            insert(number, place, station, from, null, said);
        }
    }

    /**
     * Older hours than the first that are known. What an office said of the period that follows
     * holds from the day it named, wherever the station stood then; before that day it is what the
     * file says.
     */
    private void standBefore(
            Standing following, int number, JurisdictionCode place, Described station, Said said) {
        OffsetDateTime from = start(station);
        OffsetDateTime since = following.reachesBack(from);
        Described there = following.placing(station);
        if (since.isBefore(following.from())) {
            if (following.at(station)) {
                begin(number, following.from(), since);
            } else {
                insert(number, place, there, since, following.from(), said);
                if (following.settledFrom() != null) {
                    inherit(number, following.from(), since);
                }
            }
        }
        if (from.isBefore(since)) {
            insert(number, place, there, from, since, said);
        }
    }

    private static OffsetDateTime start(Described station) {
        return Instant.ofEpochSecond(station.firstHour_s() - 3600).atOffset(ZoneOffset.UTC);
    }

    private record Standing(
            OffsetDateTime from,
            @Nullable OffsetDateTime to,
            String name,
            double longitude_deg,
            double latitude_deg,
            boolean placed,
            @Nullable OffsetDateTime settledFrom) {
        /** Since when it holds once hours from an earlier moment on are known. */
        OffsetDateTime reachesBack(OffsetDateTime earlier) {
            if (settledFrom == null || settledFrom.isBefore(earlier)) {
                return earlier;
            }
            return settledFrom.isBefore(from) ? settledFrom : from;
        }

        /** A place that an office settled is not changed by a file, nor by one that says none. */
        boolean at(Described station) {
            return placed
                    || Double.isNaN(station.longitude_deg())
                    || Math.abs(longitude_deg - station.longitude_deg()) <= SAME_PLACE_DEG
                            && Math.abs(latitude_deg - station.latitude_deg()) <= SAME_PLACE_DEG;
        }

        /** A station whose file says no place stood where it is first known to. */
        Described placing(Described station) {
            return Double.isNaN(station.longitude_deg())
                    ? new Described(
                            station.code(),
                            station.name().isEmpty() ? name : station.name(),
                            station.area(),
                            longitude_deg,
                            latitude_deg,
                            station.firstHour_s())
                    : station;
        }
    }

    private Optional<Standing> standing(
            int number, OffsetDateTime at, String condition, String order) {
        return jdbc.sql(
                        "select valid_from, valid_to, name, longitude_deg, latitude_deg, 'position' = any (settled) as placed,"
                                + " settled_from"
                                + " from observation.station_standing where station = :station and "
                                + condition
                                + " order by valid_from "
                                + order
                                + " limit 1")
                .param("station", number)
                .param("at", at)
                .query((row, index) ->
                        new Standing(
                                row.getObject("valid_from", OffsetDateTime.class),
                                row.getObject("valid_to", OffsetDateTime.class),
                                row.getString("name"),
                                row.getDouble("longitude_deg"),
                                row.getDouble("latitude_deg"),
                                row.getBoolean("placed"),
                                row.getObject("settled_from", OffsetDateTime.class)))
                .optional();
    }

    /** A station that moved is for what it was for, and keeps what an office said of it. */
    private void inherit(int number, OffsetDateTime before, OffsetDateTime from) {
        jdbc.sql(
                        """
                        update observation.station_standing t
                        set role = b.role, tier = b.tier, settled = b.settled, settled_from = b.settled_from, act = b.act,
                            name = case when 'name' = any (b.settled) then b.name else t.name end
                        from observation.station_standing b
                        where t.station = :station and t.valid_from = :from
                          and b.station = :station and b.valid_from = :before
                        """)
                .param("station", number)
                .param("from", from)
                .param("before", before)
                .update();
    }

    private void begin(int number, OffsetDateTime was, OffsetDateTime from) {
        jdbc.sql(
                        """
                        update observation.station_standing set valid_from = :from
                        where station = :station and valid_from = :was
                        """)
                .param("from", from)
                .param("station", number)
                .param("was", was)
                .update();
    }

    private void end(int number, OffsetDateTime from, OffsetDateTime at) {
        jdbc.sql(
                        """
                        update observation.station_standing set valid_to = :at
                        where station = :station and valid_from = :from
                        """)
                .param("at", at)
                .param("station", number)
                .param("from", from)
                .update();
    }

    /** What a file says of its stations beside their places. */
    private record Said(String source, StationRole role, MappedTable table) {}

    /** The network publishes its national evaluation points; its files do not state the role. */
    private void insert(
            int number,
            JurisdictionCode place,
            Described station,
            OffsetDateTime from,
            @Nullable OffsetDateTime to,
            Said said) {
        jdbc.sql(
                        """
                        insert into observation.station_standing (station, jurisdiction, valid_from, valid_to, name,
                            role, tier, longitude_deg, latitude_deg, source)
                        values (:station, :place, :from, :to, :name, :role, :tier, :longitude, :latitude,
                            :source)
                        """)
                .param("station", number)
                .param("place", place.value())
                .param("from", from)
                .param("to", to, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("name", station.name())
                .param("role", said.role().code())
                .param("longitude", station.longitude_deg())
                .param("latitude", station.latitude_deg())
                .param("source", said.source())
                .param("tier", said.table().findMapping().isPresent() ? "city" : "national")
                .update();
    }
}
