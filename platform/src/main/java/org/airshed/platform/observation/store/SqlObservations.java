package org.airshed.platform.observation.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.airshed.engine.airquality.HourlyIndex;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.engine.substance.Species;
import org.airshed.platform.observation.Held;
import org.airshed.platform.observation.Hour;
import org.airshed.platform.observation.Observations;
import org.airshed.platform.observation.OtherHour;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.observation.RevisedHour;
import org.airshed.platform.observation.Standing;
import org.airshed.platform.observation.Station;
import org.airshed.platform.observation.StationRole;
import org.airshed.platform.observation.WindReadings;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.airshed.platform.server.ServiceSettings;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Answers from the tables. What one hour held is remembered until something changes: a map is asked
 * for by many at once.
 */
@Repository
class SqlObservations implements Observations {
    private static final Duration LONGEST = Duration.ofDays(400);
    private static final int FETCH_ROWS = 10_000;
    private static final int REMEMBERED_HOURS = 512;

    /** An answer and what it depends on; the jurisdictions are those the asker may see. */
    private record Question(Set<JurisdictionCode> of, Instant first, Instant last, long changes) {}

    private final JdbcTemplate jdbc;
    private final StationLists lists;
    private final WindLists winds;
    private final ZoneId zone;
    private final DemonstrationLoading loading;
    private final Cache<Question, Readings> hours =
            Caffeine.newBuilder().maximumSize(REMEMBERED_HOURS).build();
    private final Cache<Question, Optional<Held>> held =
            Caffeine.newBuilder().maximumSize(REMEMBERED_HOURS).build();

    SqlObservations(
            JdbcTemplate jdbc,
            StationLists lists,
            WindLists winds,
            ServiceSettings service,
            DemonstrationLoading loading) {
        this.lists = lists;
        this.winds = winds;
        this.jdbc = jdbc;
        this.zone = service.zone();
        this.loading = loading;
    }

    @Override
    public long changes() {
        Long changes =
                jdbc.queryForObject("select changes from observation.change_count", Long.class);
        return changes == null ? 0 : changes;
    }

    @Override
    public Optional<Held> findHeld(Set<JurisdictionCode> jurisdictions) {
        long changes = changes();
        var question = new Question(Set.copyOf(jurisdictions), Instant.MIN, Instant.MAX, changes);
        Optional<Held> found = held.get(question, this::held);
        if (found.isEmpty()) {
            loading.refuseUnlessDone();
        }
        return found;
    }

    private Optional<Held> held(Question question) {
        Object[] places = {codes(question.of())};
        List<String> networks =
                jdbc.queryForList(
                        "select distinct s.network from observation.station s where s.jurisdiction = any (?)"
                                + " and exists (select from observation.station_standing t where t.station = s.number)",
                        String.class,
                        places);
        return jdbc.queryForObject(
                """
                select (select hour_end from observation.reading_now where jurisdiction = any (?)
                        order by hour_end limit 1) as first,
                    (select hour_end from observation.reading_now where jurisdiction = any (?)
                        order by hour_end desc limit 1) as last
                """,
                (row, at) -> held(row, networks, question.changes()),
                places[0],
                places[0]);
    }

    private Optional<Held> held(ResultSet row, List<String> networks, long changes)
            throws SQLException {
        OffsetDateTime first = row.getObject("first", OffsetDateTime.class);
        OffsetDateTime last = row.getObject("last", OffsetDateTime.class);
        return first == null || last == null
                ? Optional.empty()
                : Optional.of(
                        new Held(
                                Origins.of(networks),
                                zone,
                                first.toInstant(),
                                last.toInstant(),
                                changes));
    }

    @Override
    public Readings readings(Set<JurisdictionCode> jurisdictions, Instant first, Instant last) {
        if (first.getEpochSecond() % 3600 != 0 || last.getEpochSecond() % 3600 != 0) {
            throw new IllegalArgumentException(
                    "expected hours that end on the hour, got %s to %s".formatted(first, last));
        }
        refuseTooMany(first, last);
        Set<JurisdictionCode> of = Set.copyOf(jurisdictions);
        return first.equals(last)
                ? hours.get(new Question(of, first, last, changes()), this::read)
                : read(new Question(of, first, last, 0));
    }

    private static void refuseTooMany(Instant first, Instant last) {
        if (first.isAfter(last) || Duration.between(first, last).compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "expected at most 400 days of hours, got %s to %s".formatted(first, last));
        }
    }

    private Readings read(Question question) {
        int count = (int) Duration.between(question.first(), question.last()).toHours() + 1;
        Set<String> networks = new HashSet<>();
        Map<Integer, NavigableMap<Instant, StationRole>> roles = new HashMap<>();
        List<Station> stations = stations(question, networks, roles);
        Map<Integer, Integer> places = new HashMap<>();
        for (int place = 0; place < stations.size(); place++) {
            places.put(stations.get(place).number(), place);
        }
        var filling =
                new Readings.Filling(Origins.of(networks), zone, question.first(), count, stations);
        long firstHour = question.first().getEpochSecond() / 3600;
        roles.forEach((station, periods) ->
                periods.forEach((from, role) ->
                        filling.putRole(
                                hoursAfter(question.first(), from),
                                Objects.requireNonNull(places.get(station)),
                                role)));
        int[] row_thousandths = new int[HourlyIndex.WIDTH];
        jdbc.query(
                connection -> {
                    var statement =
                            connection.prepareStatement(
                                    "select station, (extract(epoch from hour_end) / 3600)::int8, "
                                            + Arrivals.COLUMNS
                                            + " from observation.reading_now where jurisdiction = any (?)"
                                            + " and hour_end between ? and ?");
                    statement.setFetchSize(FETCH_ROWS);
                    statement.setObject(1, codes(question.of()));
                    statement.setObject(2, question.first().atOffset(ZoneOffset.UTC));
                    statement.setObject(3, question.last().atOffset(ZoneOffset.UTC));
                    return statement;
                },
                row -> {
                    Integer place = places.get(row.getInt(1));
                    if (place == null) {
                        return; // a reading from a time in which its station stood nowhere
                    }
                    for (int column = 0; column < row_thousandths.length; column++) {
                        int value_thousandths = row.getInt(3 + column);
                        row_thousandths[column] =
                                row.wasNull() ? Thousandths.ABSENT : value_thousandths;
                    }
                    filling.put((int) (row.getLong(2) - firstHour), place, row_thousandths);
                });
        return filling.readings();
    }

    /**
     * The number of the first hour that ends after a moment, counted from one that ends at first.
     */
    private static int hoursAfter(Instant first, Instant from) {
        return Math.max(
                0, (int) Math.floorDiv(Duration.between(first, from).getSeconds(), 3600) + 1);
    }

    /**
     * Those that stood in some of the hours, as they stood in the last of them.
     *
     * @param roles takes, of stations whose role changed, since when they had which
     */
    private List<Station> stations(
            Question question,
            Set<String> networks,
            Map<Integer, NavigableMap<Instant, StationRole>> roles) {
        Map<Integer, Station> last = new LinkedHashMap<>();
        jdbc.query(
                """
                select s.number, s.code, s.jurisdiction, s.network, t.name, t.role, t.longitude_deg, t.latitude_deg,
                    t.valid_from
                from observation.station s join observation.station_standing t on t.station = s.number
                where s.jurisdiction = any (?) and t.valid_from < ? and (t.valid_to is null or t.valid_to >= ?)
                order by s.jurisdiction, s.code, t.valid_from
                """,
                row -> {
                    networks.add(row.getString("network"));
                    Station station = station(row);
                    last.put(station.number(), station);
                    roles.computeIfAbsent(station.number(), any -> new TreeMap<>())
                            .put(
                                    row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                                    station.role());
                },
                codes(question.of()),
                question.last().atOffset(ZoneOffset.UTC),
                question.first().atOffset(ZoneOffset.UTC));
        roles.values().removeIf(periods -> Set.copyOf(periods.values()).size() == 1);
        return List.copyOf(last.values());
    }

    private static Station station(ResultSet row) throws SQLException {
        return new Station(
                row.getInt("number"),
                row.getString("code"),
                row.getString("name"),
                new JurisdictionCode(row.getString("jurisdiction")),
                StationRole.of(row.getString("role")),
                row.getDouble("longitude_deg"),
                row.getDouble("latitude_deg"));
    }

    @Override
    public List<RevisedHour> revised(
            Set<JurisdictionCode> jurisdictions, Instant first, Instant last) {
        return jdbc.query(
                """
                select station, hour_end, revision from observation.revision
                where latest and not withdrawn and jurisdiction = any (?) and hour_end between ? and ?
                """,
                (row, at) ->
                        new RevisedHour(
                                row.getInt("station"),
                                row.getObject("hour_end", OffsetDateTime.class).toInstant(),
                                row.getInt("revision")),
                codes(jurisdictions),
                first.atOffset(ZoneOffset.UTC),
                last.atOffset(ZoneOffset.UTC));
    }

    @Override
    public List<Standing> standings(Set<JurisdictionCode> jurisdictions) {
        return jdbc.query(
                """
                select s.number, s.code, s.jurisdiction, s.network, t.name, t.role, t.tier, t.longitude_deg,
                    t.latitude_deg, t.valid_from, t.valid_to
                from observation.station s join observation.station_standing t on t.station = s.number
                where s.jurisdiction = any (?) order by s.code, t.valid_from
                """,
                SqlObservations::standing,
                (Object) codes(jurisdictions));
    }

    /** A station's standing from a row that names its columns. */
    static Standing standing(ResultSet row, int at) throws SQLException {
        return new Standing(
                row.getInt("number"),
                row.getString("code"),
                row.getString("name"),
                new JurisdictionCode(row.getString("jurisdiction")),
                row.getString("network"),
                StationRole.of(row.getString("role")),
                row.getString("tier"),
                row.getDouble("longitude_deg"),
                row.getDouble("latitude_deg"),
                row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("valid_to", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    @Override
    public Page<Standing> stations(Optional<JurisdictionCode> of, Paging paging) {
        return lists.stations(of, paging);
    }

    @Override
    public Page<Hour> hours(String station, Instant first, Instant last, Paging paging) {
        return lists.hours(station, first, last, paging);
    }

    @Override
    public Page<OtherHour> otherHours(
            String station, Optional<Species> species, Instant first, Instant last, Paging paging) {
        return lists.otherHours(station, species, first, last, paging);
    }

    @Override
    public WindReadings wind(JurisdictionCode city, Instant first, Instant last) {
        refuseTooMany(first, last);
        return winds.wind(city, first, last);
    }

    private static String[] codes(Set<JurisdictionCode> jurisdictions) {
        return jurisdictions.stream().map(JurisdictionCode::value).sorted().toArray(String[]::new);
    }
}
