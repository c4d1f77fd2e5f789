package org.airshed.platform.observation.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.airshed.platform.observation.ArrivalTable;
import org.airshed.platform.observation.ArrivalTable.NetworkHours;
import org.airshed.platform.observation.ArrivalTable.Place;
import org.airshed.platform.observation.DataArrival;
import org.airshed.platform.observation.Observations;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.observation.Standing;
import org.airshed.platform.observation.store.ExpectedHours.Span;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.ServiceSettings;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Counts what stands in {@code reading_now} in one pass, and for the stations of a city finds the
 * gaps in another. An import undone has withdrawn its values, so they count as missing. Answers are
 * remembered until readings change.
 */
@Repository
class SqlDataArrival implements DataArrival {
    /** Of a station so many gaps are listed. */
    private static final int MOST_GAPS = 50;

    private static final int REMEMBERED = 64;

    private static final String VALUE =
            "coalesce(n.so2, n.no2, n.co, n.o3, n.pm10, n.pm2_5) is not null";

    /**
     * One pass over the rows, counted twice: by station and day, and by place and delay. Of
     * stations that were not expected in every hour of the period only the rows within their spans
     * count. The subquery keeps its values from being worked out once per grouping ({@code offset
     * 0}).
     */
    private static final String COUNTS =
            """
            select station, day, place, delay_s, count(*) as received, max(hour_end) as last_hour, %1$s
            from (
                select n.station, width_bucket(n.hour_end, ?::timestamptz[]) as day, %%s as place,
                    extract(epoch from n.received_at - n.hour_end)::bigint as delay_s, n.hour_end, %2$s
                from observation.reading_now n
                where n.jurisdiction = any (?::text[]) and n.hour_end between ? and ? and %3$s
                    and (n.station <> all (?::int[]) or exists (
                        select from unnest(?::int[], ?::timestamptz[], ?::timestamptz[]) as s (station, first_hour, last_hour)
                        where s.station = n.station and n.hour_end between s.first_hour and s.last_hour))
                offset 0
            ) as counted
            group by grouping sets ((station, day), (place, delay_s))
            """
                    .formatted(columns("count(%1$s) as %1$s"), columns("n.%s"), VALUE);

    private static final String GAPS =
            """
            select station, min(hour_end) as first_hour, max(hour_end) as last_hour, count(*) as hours
            from (
                select s.station, e.hour_end,
                    e.hour_end - interval '1 hour' * row_number() over (partition by s.station order by e.hour_end) as run
                from unnest(?::int[], ?::timestamptz[], ?::timestamptz[]) as s (station, first_hour, last_hour)
                cross join lateral generate_series(s.first_hour, s.last_hour, interval '1 hour') as e (hour_end)
                where not exists (
                    select from observation.reading_now n
                    where n.jurisdiction = any (?::text[]) and n.station = s.station and n.hour_end = e.hour_end
                        and n.hour_end between ? and ? and %s)
            ) as missing
            group by station, run order by station, first_hour desc
            """
                    .formatted(VALUE);

    private static String columns(String each) {
        return Readings.POLLUTANTS.stream()
                .map(pollutant -> each.formatted(pollutant.code()))
                .collect(Collectors.joining(", "));
    }

    private final JdbcTemplate jdbc;
    private final Observations observations;
    private final ZoneId zone;
    private final Cache<Question, ArrivalTable> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    SqlDataArrival(JdbcTemplate jdbc, Observations observations, ServiceSettings service) {
        this.jdbc = jdbc;
        this.observations = observations;
        this.zone = service.zone();
    }

    /** What one station gave day by day: rows, values by pollutant, the last hour (0: none). */
    private record Counted(int[] received, int[][] values, long[] lastHours) {
        static Counted nothing(int days) {
            return new Counted(
                    new int[days], new int[Readings.POLLUTANTS.size()][days], new long[days]);
        }

        Optional<Instant> lastHour() {
            long last_s = Arrays.stream(lastHours).max().orElse(0);
            return last_s == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(last_s));
        }
    }

    /** What the stations gave, and of each place how many readings came how late in seconds. */
    private record Counts(
            Map<Integer, Counted> stations, Map<String, SortedMap<Long, Integer>> delays) {}

    /** What an answer depends on. */
    private record Question(
            Set<JurisdictionCode> places,
            Set<JurisdictionCode> seen,
            boolean stations,
            LocalDate first,
            LocalDate last,
            long changes) {}

    /** A question with what is expected. */
    private record Asked(
            ExpectedHours hours, List<Span> spans, List<NetworkHours> networks, String[] places) {}

    @Override
    public ArrivalTable cities(Set<JurisdictionCode> of, LocalDate first, LocalDate last) {
        return table(of, of, false, first, last);
    }

    @Override
    public ArrivalTable stations(
            JurisdictionCode city, Set<JurisdictionCode> of, LocalDate first, LocalDate last) {
        return table(Set.of(city), of, true, first, last);
    }

    private ArrivalTable table(
            Set<JurisdictionCode> places,
            Set<JurisdictionCode> seen,
            boolean stations,
            LocalDate first,
            LocalDate last) {
        long days = last.toEpochDay() - first.toEpochDay() + 1;
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "expected 1 to %d days, got %s to %s".formatted(MOST_DAYS, first, last));
        }
        var question =
                new Question(
                        Set.copyOf(places),
                        Set.copyOf(seen),
                        stations,
                        first,
                        last,
                        observations.changes());
        return known.get(question, this::table);
    }

    private Asked asked(Question question) {
        var hours = new ExpectedHours(zone, question.first(), question.last());
        List<NetworkHours> networks = networks(question.seen());
        Map<String, NetworkHours> held =
                networks.stream()
                        .collect(Collectors.toMap(NetworkHours::network, Function.identity()));
        return new Asked(
                hours,
                hours.spans(observations.standings(question.places()), held),
                networks,
                codes(question.places()));
    }

    /** From which hour to which each network is held; an index answers station by station. */
    private List<NetworkHours> networks(Set<JurisdictionCode> of) {
        return jdbc.query(
                """
                select s.network, min(r.first) as first, max(r.last) as last
                from observation.station s cross join lateral (
                    select (select hour_end from observation.reading_now n where n.jurisdiction = s.jurisdiction
                                and n.station = s.number order by hour_end limit 1) as first,
                        (select hour_end from observation.reading_now n where n.jurisdiction = s.jurisdiction
                                and n.station = s.number order by hour_end desc limit 1) as last) r
                where s.jurisdiction = any (?::text[]) and r.first is not null
                group by s.network order by s.network
                """,
                (row, at) ->
                        new NetworkHours(
                                row.getString("network"),
                                row.getObject("first", OffsetDateTime.class).toInstant(),
                                row.getObject("last", OffsetDateTime.class).toInstant()),
                (Object) codes(of));
    }

    private static String[] codes(Set<JurisdictionCode> places) {
        return places.stream().map(JurisdictionCode::value).sorted().toArray(String[]::new);
    }

    private ArrivalTable table(Question question) {
        Asked asked = asked(question);
        Counts counts = counts(question.stations() ? "n.station::text" : "n.jurisdiction", asked);
        Map<Integer, List<Gap>> gaps = question.stations() ? gaps(asked) : Map.of();
        Map<String, List<Span>> spans =
                asked.spans().stream()
                        .collect(
                                Collectors.groupingBy(
                                        span -> key(question, span),
                                        TreeMap::new,
                                        Collectors.toList()));
        List<Place> places = new ArrayList<>();
        spans.forEach(
                (key, own) -> places.add(place(question, asked.hours(), own, counts, gaps, key)));
        places.sort(
                Comparator.comparing((Place place) -> place.jurisdiction().value())
                        .thenComparing(place -> place.station().map(Standing::code).orElse("")));
        return new ArrivalTable(question.first(), question.last(), asked.networks(), places);
    }

    private static String key(Question question, Span span) {
        return question.stations()
                ? String.valueOf(span.standing().station())
                : span.standing().jurisdiction().value();
    }

    private static Place place(
            Question question,
            ExpectedHours hours,
            List<Span> spans,
            Counts counts,
            Map<Integer, List<Gap>> gaps,
            String key) {
        int[] expected = new int[hours.days()];
        spans.forEach(span -> hours.add(span, expected));
        Set<Integer> stations =
                spans.stream().map(span -> span.standing().station()).collect(Collectors.toSet());
        List<Counted> own =
                stations.stream().map(counts.stations()::get).filter(Objects::nonNull).toList();
        List<DayCount> days = new ArrayList<>();
        for (int day = 0; day < expected.length; day++) {
            days.add(day(expected[day], own, day));
        }
        Standing last = spans.getLast().standing();
        return new Place(
                last.jurisdiction(),
                question.stations() ? Optional.of(last) : Optional.empty(),
                stations.size(),
                days,
                own.stream().flatMap(one -> one.lastHour().stream()).max(Instant::compareTo),
                Optional.ofNullable(counts.delays().get(key)).map(SqlDataArrival::delay),
                gaps.getOrDefault(last.station(), List.of()));
    }

    private static DayCount day(int expected, List<Counted> stations, int day) {
        int received = 0;
        int[] values = new int[Readings.POLLUTANTS.size()];
        for (Counted station : stations) {
            received += station.received()[day];
            for (int pollutant = 0; pollutant < values.length; pollutant++) {
                values[pollutant] += station.values()[pollutant][day];
            }
        }
        return new DayCount(expected, received, Arrays.stream(values).boxed().toList());
    }

    private Counts counts(String place, Asked asked) {
        var counts = new Counts(new HashMap<>(), new HashMap<>());
        jdbc.query(
                COUNTS.formatted(place),
                statement -> bind(statement, asked),
                row -> {
                    int received = row.getInt("received");
                    String of = row.getString("place");
                    if (of != null) {
                        counts.delays()
                                .computeIfAbsent(of, _ -> new TreeMap<>())
                                .put(row.getLong("delay_s"), received);
                        return;
                    }
                    Counted station =
                            counts.stations()
                                    .computeIfAbsent(
                                            row.getInt("station"),
                                            _ -> Counted.nothing(asked.hours().days()));
                    int day = row.getInt("day") - 1;
                    station.received()[day] = received;
                    station.lastHours()[day] =
                            row.getObject("last_hour", OffsetDateTime.class).toEpochSecond();
                    for (int pollutant = 0; pollutant < station.values().length; pollutant++) {
                        station.values()[pollutant][day] =
                                row.getInt(Readings.POLLUTANTS.get(pollutant).code());
                    }
                });
        return counts;
    }

    /** The smallest delays that half and nineteen in twenty of the readings do not exceed. */
    private static Delay delay(SortedMap<Long, Integer> readings) {
        long all = readings.values().stream().mapToLong(Integer::longValue).sum();
        return new Delay(notExceeded(readings, all * 50), notExceeded(readings, all * 95));
    }

    private static long notExceeded(SortedMap<Long, Integer> readings, long hundredths) {
        long passed = 0;
        for (Map.Entry<Long, Integer> entry : readings.entrySet()) {
            passed += entry.getValue();
            if (passed * 100 >= hundredths) {
                return entry.getKey();
            }
        }
        return readings.lastKey();
    }

    private Map<Integer, List<Gap>> gaps(Asked asked) {
        Map<Integer, List<Gap>> gaps = new HashMap<>();
        jdbc.query(
                GAPS,
                statement -> {
                    bindSpans(statement, 1, asked.spans());
                    bindPlaces(statement, 4, asked);
                },
                row -> {
                    List<Gap> own =
                            gaps.computeIfAbsent(row.getInt("station"), _ -> new ArrayList<>());
                    if (own.size() < MOST_GAPS) {
                        own.add(
                                new Gap(
                                        row.getObject("first_hour", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getObject("last_hour", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getInt("hours")));
                    }
                });
        return gaps;
    }

    /** Binds {@link #COUNTS}. */
    private static void bind(PreparedStatement statement, Asked asked) throws SQLException {
        Connection connection = statement.getConnection();
        List<Span> partial = asked.hours().partial(asked.spans(), asked.networks());
        statement.setArray(
                1,
                connection.createArrayOf(
                        "timestamptz",
                        asked.hours().firstHours().stream().map(Instant::toString).toArray()));
        bindPlaces(statement, 2, asked);
        statement.setArray(
                5,
                connection.createArrayOf(
                        "int4",
                        partial.stream()
                                .map(span -> span.standing().station())
                                .distinct()
                                .toArray()));
        bindSpans(statement, 6, partial);
    }

    /** The places, and the hours that tell PostgreSQL which months to read. */
    private static void bindPlaces(PreparedStatement statement, int from, Asked asked)
            throws SQLException {
        statement.setArray(from, statement.getConnection().createArrayOf("text", asked.places()));
        statement.setObject(from + 1, asked.hours().firstHour().atOffset(ZoneOffset.UTC));
        statement.setObject(from + 2, asked.hours().lastHour().atOffset(ZoneOffset.UTC));
    }

    private static void bindSpans(PreparedStatement statement, int from, List<Span> spans)
            throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(
                from,
                connection.createArrayOf(
                        "int4", spans.stream().map(span -> span.standing().station()).toArray()));
        statement.setArray(
                from + 1,
                connection.createArrayOf(
                        "timestamptz",
                        spans.stream().map(span -> span.firstHour().toString()).toArray()));
        statement.setArray(
                from + 2,
                connection.createArrayOf(
                        "timestamptz",
                        spans.stream().map(span -> span.lastHour().toString()).toArray()));
    }
}
