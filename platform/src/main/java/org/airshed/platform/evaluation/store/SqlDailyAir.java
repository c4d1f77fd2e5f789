package org.airshed.platform.evaluation.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.airshed.engine.quantity.Trillionths;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.evaluation.DailyAir;
import org.airshed.platform.evaluation.PlaceDays;
import org.airshed.platform.evaluation.StationDay;
import org.airshed.platform.observation.Observations;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.observation.Standing;
import org.airshed.platform.observation.StationRole;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.ServiceSettings;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Reads daily values column by column. Whole years are remembered, by the jurisdictions the viewer
 * may see and the count of changes: a ranking asks for the same year many times.
 */
@Repository
class SqlDailyAir implements DailyAir {
    private static final int FETCH_ROWS = 10_000;
    private static final int MOST_YEARS = 10;
    private static final int LONGEST_DAYS = 400;
    private static final long REMEMBERED_DAYS = 4_000_000; // about 50 bytes each

    /** Days of a year, of cities or of their stations. */
    private record Question(boolean stations, Set<JurisdictionCode> of, int year, long changes) {}

    private final JdbcTemplate jdbc;
    private final Observations observations;
    private final ZoneId zone;
    private final Cache<Question, Map<String, PlaceDays>> years =
            Caffeine.newBuilder()
                    .maximumWeight(REMEMBERED_DAYS)
                    .<Question, Map<String, PlaceDays>>weigher(
                            (question, places) -> 366 * (1 + places.size()))
                    .build();

    private final Cache<Question, Optional<Span>> spans =
            Caffeine.newBuilder().maximumSize(512).build();

    SqlDailyAir(JdbcTemplate jdbc, Observations observations, ServiceSettings service) {
        this.jdbc = jdbc;
        this.observations = observations;
        this.zone = service.zone();
    }

    @Override
    public Map<JurisdictionCode, PlaceDays> cities(
            Set<JurisdictionCode> cities, LocalDate first, LocalDate last) {
        Map<JurisdictionCode, PlaceDays> found = new TreeMap<>();
        places(false, cities, first, last).values().forEach(days -> found.put(days.place(), days));
        return found;
    }

    @Override
    public Map<String, PlaceDays> stations(
            Set<JurisdictionCode> cities, LocalDate first, LocalDate last) {
        return places(true, cities, first, last);
    }

    private Map<String, PlaceDays> places(
            boolean stations, Set<JurisdictionCode> cities, LocalDate first, LocalDate last) {
        if (first.isAfter(last) || last.getYear() - first.getYear() >= MOST_YEARS) {
            throw new IllegalArgumentException(
                    "expected days in at most %d years, got %s to %s"
                            .formatted(MOST_YEARS, first, last));
        }
        long changes = observations.changes();
        Set<JurisdictionCode> of = Set.copyOf(cities);
        Map<String, List<PlaceDays>> parts = new TreeMap<>();
        for (int year = first.getYear(); year <= last.getYear(); year++) {
            years.get(new Question(stations, of, year, changes), this::year)
                    .forEach((id, days) ->
                            parts.computeIfAbsent(id, any -> new ArrayList<>()).add(days));
        }
        // Each is joined by itself, so that all processors may share the copying.
        return parts.entrySet().parallelStream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                place -> PlaceDays.joined(place.getValue(), first, last),
                                (one, other) -> one,
                                TreeMap::new));
    }

    @Override
    public List<StationDay> stationDays(JurisdictionCode city, LocalDate first, LocalDate last) {
        if (first.isAfter(last) || ChronoUnit.DAYS.between(first, last) > LONGEST_DAYS) {
            throw new IllegalArgumentException(
                    "expected at most %d days, got %s to %s".formatted(LONGEST_DAYS, first, last));
        }
        return jdbc.query(
                """
                select s.code, d.day, d.so2, d.no2, d.co, d.o3, d.pm10, d.pm2_5, so2_hours, no2_hours, co_hours,
                    o3_hours, pm10_hours, pm2_5_hours
                from evaluation.station_day d join observation.station s on s.number = d.station
                where d.jurisdiction = ? and d.day between ? and ? order by s.code, d.day
                """,
                SqlDailyAir::stationDay,
                city.value(),
                first,
                last);
    }

    private static StationDay stationDay(ResultSet row, int at) throws SQLException {
        List<Long> values_trillionths = new ArrayList<>();
        List<Integer> hours = new ArrayList<>();
        for (int column = 0; column < Readings.POLLUTANTS.size(); column++) {
            long value = row.getLong(3 + column);
            values_trillionths.add(row.wasNull() ? Trillionths.ABSENT : value);
            hours.add(row.getInt(3 + Readings.POLLUTANTS.size() + column));
        }
        return new StationDay(
                row.getString("code"),
                row.getObject("day", LocalDate.class),
                values_trillionths,
                hours);
    }

    @Override
    public Optional<Span> findSpan(Set<JurisdictionCode> cities) {
        return spans.get(
                new Question(false, Set.copyOf(cities), 0, observations.changes()), this::span);
    }

    private Optional<Span> span(Question question) {
        return jdbc.queryForObject(
                """
                select min(day) as first, coalesce(max(day) filter (where aqi is not null), max(day)) as last
                from evaluation.city_day
                where jurisdiction = any (?)
                """,
                SqlDailyAir::span,
                (Object) codes(question.of()));
    }

    private static Optional<Span> span(ResultSet row, int at) throws SQLException {
        LocalDate first = row.getObject("first", LocalDate.class);
        LocalDate last = row.getObject("last", LocalDate.class);
        return first == null || last == null
                ? Optional.empty()
                : Optional.of(new Span(first, last));
    }

    private static final String CITY_DAYS =
            """
            select null, jurisdiction, day, so2, no2, co, o3, pm10, pm2_5, so2_stations, no2_stations,
                co_stations, o3_stations, pm10_stations, pm2_5_stations, aqi, primary_pollutants
            from evaluation.city_day where jurisdiction = any (?) and day between ? and ?
            """;

    private static final String STATION_DAYS =
            """
            select s.code, d.jurisdiction, d.day, d.so2, d.no2, d.co, d.o3, d.pm10, d.pm2_5, 1, 1, 1, 1, 1, 1,
                null::smallint, null
            from evaluation.station_day d join observation.station s on s.number = d.station
            where d.jurisdiction = any (?) and d.day between ? and ?
            """;

    private Map<String, PlaceDays> year(Question question) {
        LocalDate first = LocalDate.of(question.year(), 1, 1);
        LocalDate last = LocalDate.of(question.year(), 12, 31);
        Map<String, PlaceDays.Filling> fillings = new HashMap<>();
        Map<String, JurisdictionCode> cities = new HashMap<>();
        jdbc.query(
                connection -> {
                    var statement =
                            connection.prepareStatement(
                                    question.stations() ? STATION_DAYS : CITY_DAYS);
                    statement.setFetchSize(FETCH_ROWS);
                    statement.setObject(1, codes(question.of()));
                    statement.setObject(2, first);
                    statement.setObject(3, last);
                    return statement;
                },
                row -> {
                    Optional<String> station = Optional.ofNullable(row.getString(1));
                    String id = station.orElse(row.getString(2));
                    PlaceDays.Filling filling = fillings.get(id);
                    if (filling == null) {
                        JurisdictionCode city = new JurisdictionCode(row.getString(2));
                        cities.put(id, city);
                        filling = new PlaceDays.Filling(station, city, first, last);
                        fillings.put(id, filling);
                    }
                    fill(filling, row);
                });
        int span = (int) ChronoUnit.DAYS.between(first, last) + 1;
        Map<JurisdictionCode, int[]> expected =
                question.stations() ? Map.of() : expected(Set.copyOf(cities.values()), first, last);
        Map<String, PlaceDays> places = new TreeMap<>();
        fillings.forEach((id, filling) ->
                places.put(
                        id,
                        question.stations()
                                ? filling.ofStation()
                                : filling.ofCity(
                                        expected.getOrDefault(cities.get(id), new int[span]))));
        return places;
    }

    private static void fill(PlaceDays.Filling filling, ResultSet row) throws SQLException {
        int day = filling.at(row.getObject(3, LocalDate.class));
        for (int column = 0; column < Readings.POLLUTANTS.size(); column++) {
            long value = row.getLong(4 + column);
            if (!row.wasNull()) {
                filling.put(day, column, value, row.getInt(10 + column));
            }
        }
        int aqi = row.getInt(16);
        if (!row.wasNull()) {
            filling.putIndex(day, aqi, pollutants(row.getString(17)));
        }
    }

    private static List<Pollutant> pollutants(String words) {
        return Readings.POLLUTANTS.stream()
                .filter(pollutant -> Stream.of(words.split(" ")).anyMatch(pollutant.code()::equals))
                .toList();
    }

    /** How many evaluation points each city had on each day. */
    private Map<JurisdictionCode, int[]> expected(
            Set<JurisdictionCode> cities, LocalDate first, LocalDate last) {
        Map<JurisdictionCode, int[]> expected = new HashMap<>();
        int span = (int) ChronoUnit.DAYS.between(first, last) + 1;
        Map<Integer, List<Standing>> byStation = new LinkedHashMap<>();
        observations
                .standings(cities)
                .forEach(standing ->
                        byStation
                                .computeIfAbsent(standing.station(), any -> new ArrayList<>())
                                .add(standing));
        for (List<Standing> standings : byStation.values()) {
            int[] days =
                    expected.computeIfAbsent(
                            standings.getFirst().jurisdiction(), any -> new int[span]);
            for (int day = 0; day < span; day++) {
                if (evaluates(standings, first.plusDays(day))) {
                    days[day]++;
                }
            }
        }
        return expected;
    }

    /**
     * Whether the last of these standings, in their order, that reaches into a day makes its value.
     */
    private boolean evaluates(List<Standing> standings, LocalDate date) {
        Instant start = date.atStartOfDay(zone).toInstant();
        Instant end = date.plusDays(1).atStartOfDay(zone).toInstant();
        return standings.stream()
                .filter(standing -> standing.stoodIn(start, end))
                .reduce((earlier, later) -> later)
                .filter(standing -> standing.role() == StationRole.EVALUATION)
                .isPresent();
    }

    private static String[] codes(Set<JurisdictionCode> cities) {
        return cities.stream().map(JurisdictionCode::value).sorted().toArray(String[]::new);
    }
}
