package org.airshed.platform.observation.store;

import java.time.Instant;
import java.util.ArrayList;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows the stations in tables, and enters those that a network's file describes. */
@Component
class StationRegister {
    private final JdbcClient jdbc;
    private final AreaCodes areas;
    private final StandingBook standings;

    StationRegister(JdbcClient jdbc, AreaCodes areas, StandingBook standings) {
        this.jdbc = jdbc;
        this.areas = areas;
        this.standings = standings;
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
     * What came of the stations a file describes.
     *
     * @param found each by its place in the list
     * @param said what the file says of those that can be used
     * @param changed those whose standings became others
     */
    record Resolved(
            Map<Integer, Found> found,
            List<StationDescription> said,
            List<StandingChange> changed) {}

    /** What a file says of its stations beside their places. */
    private record Said(String source, MappedTable table) {
        /** The network publishes its national points; its files do not state the tier. */
        String tier() {
            return table.findMapping().isPresent() ? "city" : "national";
        }
    }

    /**
     * Each described station in the tables, entered when it is new, and standing as the file says.
     *
     * @param source what is said of where the description comes from
     * @param table whose stations they are and what new ones are for
     * @throws org.airshed.platform.rights.ActRefused when the authority does not reach the city of
     *     one of them: a file is imported by who may import all of it
     */
    Resolved resolve(
            Authority authority, List<Described> described, String source, MappedTable table) {
        Map<String, Optional<JurisdictionCode>> codes = new HashMap<>();
        var said = new Said(source, table);
        var resolved = new Resolved(new HashMap<>(), new ArrayList<>(), new ArrayList<>());
        List<String> names =
                described.stream().map(Described::code).filter(StationRegister::isText).toList();
        Map<String, Entered> entered = entered(names);
        Map<String, List<StandingPeriod>> periods = standings.periods(names);
        for (int index = 0; index < described.size(); index++) {
            Described station = placed(described.get(index));
            if (!isText(station.code() + station.name() + station.area())) {
                resolved.found()
                        .put(
                                index,
                                new Found.Unusable(
                                        "stationcode", station.code(), Condition.NO_NUL));
                continue;
            }
            Optional<JurisdictionCode> place =
                    codes.computeIfAbsent(station.area(), areas::findByName);
            place.ifPresent(authority::mandate);
            resolved.found()
                    .put(
                            index,
                            place.isEmpty()
                                    ? new Found.Unusable(
                                            "area", station.area(), Condition.KNOWN_AREA)
                                    : resolve(
                                            station,
                                            place.get(),
                                            said,
                                            new Known(
                                                    Optional.ofNullable(
                                                            entered.get(station.code())),
                                                    periods.getOrDefault(
                                                            station.code(), List.of())),
                                            resolved));
        }
        standings.replace(resolved.changed());
        return resolved;
    }

    /** PostgreSQL has no text with a NUL in it. */
    private static boolean isText(String text) {
        return text.indexOf('\0') < 0;
    }

    /** What the tables have of a described station. */
    private record Known(Optional<Entered> entered, List<StandingPeriod> periods) {}

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
            Described station, JurisdictionCode place, Said said, Known known, Resolved resolved) {
        String network = said.table().network();
        Optional<Entered> entered = known.entered();
        if (entered.isPresent() && !entered.get().jurisdiction().equals(place)) {
            return new Found.Unusable(
                    "area",
                    station.area(),
                    Condition.AREA_OF_STATION,
                    Map.of("jurisdiction", entered.get().jurisdiction().value()));
        }
        if (entered.isPresent() && !entered.get().network().equals(network)) {
            return new Found.Unusable(
                    "stationcode",
                    station.code(),
                    Condition.NETWORK,
                    Map.of("network", network, "other", entered.get().network()));
        }
        Optional<StationRole> role =
                KnownStations.find(station.code())
                        .map(KnownStations.Place::role)
                        .or(said.table()::role);
        if (role.isEmpty()) {
            return new Found.Unusable("role", "", Condition.ROLE);
        }
        boolean says =
                !Double.isNaN(station.longitude_deg()) && !Double.isNaN(station.latitude_deg());
        if (!says && known.periods().isEmpty()) {
            return new Found.Unusable("longitude", "", Condition.POSITION);
        }
        int number =
                entered.map(Entered::number).orElseGet(() -> enter(station.code(), place, network));
        var description =
                new StationDescription(
                                number,
                                station.code(),
                                place,
                                network,
                                Instant.ofEpochSecond(station.firstHour_s() - 3600),
                                station.name(),
                                station.longitude_deg(),
                                station.latitude_deg(),
                                says,
                                role.get(),
                                said.tier(),
                                said.source())
                        .heard(known.periods());
        resolved.said().add(description);
        List<StandingPeriod> after = description.appliedTo(known.periods());
        if (!after.equals(known.periods())) {
            resolved.changed()
                    .add(new StandingChange(number, station.code(), place, known.periods(), after));
        }
        return new Found.Known(number, place);
    }

    /** The networks whose stations are held. */
    Set<String> networks() {
        return jdbc.sql("select code from observation.network").query(String.class).set();
    }

    private Map<String, Entered> entered(List<String> codes) {
        Map<String, Entered> entered = new HashMap<>();
        jdbc.sql(
                        """
                        select number, code, jurisdiction, network from observation.station where code = any (:codes)
                        """)
                .param("codes", codes.toArray(String[]::new))
                .query(row -> {
                    entered.put(
                            row.getString("code"),
                            new Entered(
                                    row.getInt("number"),
                                    new JurisdictionCode(row.getString("jurisdiction")),
                                    row.getString("network")));
                });
        return entered;
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
}
