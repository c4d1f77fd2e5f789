package org.airshed.platform.evaluation.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.evaluation.DailyAir;
import org.airshed.platform.evaluation.PlaceDays;
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
    private static final long REMEMBERED_CITY_DAYS = 1_500_000; // about 150 bytes each

    private record Question(Set<JurisdictionCode> of, int year, long changes) {}

    private final JdbcTemplate jdbc;
    private final Observations observations;
    private final ZoneId zone;
    private final Cache<Question, Map<JurisdictionCode, PlaceDays>> years =
            Caffeine.newBuilder()
                    .maximumWeight(REMEMBERED_CITY_DAYS)
                    .<Question, Map<JurisdictionCode, PlaceDays>>weigher(
                            (question, cities) -> 366 * cities.size())
                    .build();

    SqlDailyAir(JdbcTemplate jdbc, Observations observations, ServiceSettings service) {
        this.jdbc = jdbc;
        this.observations = observations;
        this.zone = service.zone();
    }

    @Override
    public Map<JurisdictionCode, PlaceDays> cities(
            Set<JurisdictionCode> cities, LocalDate first, LocalDate last) {
        if (first.isAfter(last) || last.getYear() - first.getYear() >= MOST_YEARS) {
            throw new IllegalArgumentException(
                    "expected days in at most %d years, got %s to %s"
                            .formatted(MOST_YEARS, first, last));
        }
        long changes = observations.changes();
        Set<JurisdictionCode> of = Set.copyOf(cities);
        if (first.getYear() == last.getYear()) {
            return years.get(new Question(of, first.getYear(), changes), this::year);
        }
        Map<JurisdictionCode, List<PlaceDays>> parts = new TreeMap<>();
        for (int year = first.getYear(); year <= last.getYear(); year++) {
            years.get(new Question(of, year, changes), this::year)
                    .forEach((city, days) ->
                            parts.computeIfAbsent(city, any -> new ArrayList<>()).add(days));
        }
        return parts.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> PlaceDays.joined(entry.getValue()),
                                (one, other) -> one,
                                TreeMap::new));
    }

    @Override
    public Optional<Span> findSpan(Set<JurisdictionCode> cities) {
        return jdbc.queryForObject(
                """
                select min(day) as first, max(day) as last from evaluation.city_day
                where jurisdiction = any (?)
                """,
                SqlDailyAir::span,
                (Object) codes(cities));
    }

    private static Optional<Span> span(ResultSet row, int at) throws SQLException {
        LocalDate first = row.getObject("first", LocalDate.class);
        LocalDate last = row.getObject("last", LocalDate.class);
        return first == null || last == null
                ? Optional.empty()
                : Optional.of(new Span(first, last));
    }

    private Map<JurisdictionCode, PlaceDays> year(Question question) {
        LocalDate first = LocalDate.of(question.year(), 1, 1);
        LocalDate last = LocalDate.of(question.year(), 12, 31);
        Map<JurisdictionCode, PlaceDays.Filling> fillings = new HashMap<>();
        jdbc.query(
                connection -> {
                    var statement =
                            connection.prepareStatement(
                                    """
                                    select jurisdiction, day, so2, no2, co, o3, pm10, pm2_5, so2_stations,
                                        no2_stations, co_stations, o3_stations, pm10_stations, pm2_5_stations,
                                        aqi, primary_pollutants
                                    from evaluation.city_day where jurisdiction = any (?) and day between ? and ?
                                    """);
                    statement.setFetchSize(FETCH_ROWS);
                    statement.setObject(1, codes(question.of()));
                    statement.setObject(2, first);
                    statement.setObject(3, last);
                    return statement;
                },
                row -> {
                    JurisdictionCode city = new JurisdictionCode(row.getString(1));
                    fill(
                            fillings.computeIfAbsent(
                                    city, any -> new PlaceDays.Filling(city, first, last)),
                            row);
                });
        Map<JurisdictionCode, int[]> expected = expected(fillings.keySet(), first, last);
        Map<JurisdictionCode, PlaceDays> cities = new TreeMap<>();
        fillings.forEach((city, filling) ->
                cities.put(
                        city,
                        filling.days(
                                expected.getOrDefault(
                                        city,
                                        new int[(int) ChronoUnit.DAYS.between(first, last) + 1]))));
        return cities;
    }

    private static void fill(PlaceDays.Filling filling, ResultSet row) throws SQLException {
        int day = filling.at(row.getObject(2, LocalDate.class));
        for (int column = 0; column < Readings.POLLUTANTS.size(); column++) {
            long value = row.getLong(3 + column);
            if (!row.wasNull()) {
                filling.put(day, column, value, row.getInt(9 + column));
            }
        }
        int aqi = row.getInt(15);
        if (!row.wasNull()) {
            filling.putIndex(day, aqi, pollutants(row.getString(16)));
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
        for (Standing standing : observations.standings(cities)) {
            if (standing.role() != StationRole.EVALUATION) {
                continue;
            }
            int[] days = expected.computeIfAbsent(standing.jurisdiction(), any -> new int[span]);
            for (int day = 0; day < span; day++) {
                LocalDate date = first.plusDays(day);
                if (standing.stoodIn(
                        date.atStartOfDay(zone).toInstant(),
                        date.plusDays(1).atStartOfDay(zone).toInstant())) {
                    days[day]++;
                }
            }
        }
        return expected;
    }

    private static String[] codes(Set<JurisdictionCode> cities) {
        return cities.stream().map(JurisdictionCode::value).sorted().toArray(String[]::new);
    }
}
