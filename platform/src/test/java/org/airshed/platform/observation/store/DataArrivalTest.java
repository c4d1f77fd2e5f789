package org.airshed.platform.observation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.airshed.platform.access.SystemActor;
import org.airshed.platform.database.OnDatabase;
import org.airshed.platform.database.TestDatabase;
import org.airshed.platform.observation.ArrivalTable;
import org.airshed.platform.observation.DataArrival;
import org.airshed.platform.observation.DataArrival.DayCount;
import org.airshed.platform.observation.DataArrival.Gap;
import org.airshed.platform.observation.Imports;
import org.airshed.platform.observation.Observations;
import org.airshed.platform.rights.ActKind;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.ServiceSettings;
import org.airshed.realdata.NeedsRealData;
import org.airshed.realdata.RealData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has arrived, counted from tables with the real rights. */
@OnDatabase
@SpringBootTest(properties = {"airshed.mode=demo", "airshed.management.port=-1"})
class DataArrivalTest {
    private static final String HEADER =
            "timepoint,stationcode,positionname,area,longitude,latitude,so2,no2,co,o3,pm10,pm2_5,aqi,primarypollutant";
    private static final JurisdictionCode BAODING = new JurisdictionCode("130600");
    private static final JurisdictionCode BEIJING = new JurisdictionCode("110000");
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    @Autowired DataArrival arrival;
    @Autowired Imports imports;
    @Autowired Observations observations;
    @Autowired ServiceSettings service;
    @Autowired SystemActor platform;
    @TempDir Path folder;
    private JdbcClient seen;
    private TestDatabase database;

    @BeforeEach
    void nothingWasImported(TestDatabase given) {
        database = given;
        seen =
                JdbcClient.create(
                        given.application(Map.of("airshed.person", SystemActor.PERSON.toString())));
        JdbcClient.create(given.owner())
                .sql(
                        """
                        truncate observation.station, observation.station_standing, observation.reading,
                            observation.revision, observation.import_batch, observation.import_part,
                            observation.import_reject
                        """)
                .update();
    }

    private int take(String... lines) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("hours.csv"),
                        HEADER + "\n" + String.join("\n", lines) + "\n");
        return platform.act(
                        ActKind.IMPORT_OBSERVATIONS,
                        authority -> imports.importCnemc(authority, "hours.csv", file))
                .batch()
                .orElseThrow();
    }

    /** Asked with the platform's eyes. */
    private ArrivalTable asPlatform(Function<DataArrival, ArrivalTable> question) {
        return platform.act(ActKind.IMPORT_OBSERVATIONS, _ -> question.apply(arrival));
    }

    private static String baoding(String hour, String pm2_5) {
        return "2026-03-%s00,1051A,游泳馆,保定市,115.49,38.86,9,30,NA,20,150,%s,140,颗粒物(PM10)"
                .formatted(hour, pm2_5);
    }

    private static String beijing(String hour) {
        return "2026-03-%s00,1001A,万寿西宫,北京市,116.36,39.88,3,20,0.5,40,60,30,60,颗粒物(PM10)"
                .formatted(hour);
    }

    @Test
    void missingHoursAreGapsAndMissingValuesAreCountedByPollutant() throws IOException {
        take(
                baoding("01T01", "80"),
                baoding("01T02", "NA"),
                baoding("01T06", "80"),
                baoding("02T03", "80"),
                beijing("01T01"),
                beijing("02T05"));

        ArrivalTable table =
                asPlatform(ask ->
                        ask.stations(BAODING, Set.of(BAODING, BEIJING), FIRST, FIRST.plusDays(2)));

        assertThat(table.networks())
                .containsExactly(
                        new ArrivalTable.NetworkHours(
                                "cnemc",
                                Instant.parse("2026-02-28T17:00:00Z"),
                                Instant.parse("2026-03-01T21:00:00Z")));
        ArrivalTable.Place station = table.places().getFirst();
        assertThat(station.station().orElseThrow().code()).isEqualTo("1051A");
        assertThat(station.days())
                .as("so2 and pm2_5 of four rows, one of them without pm2_5; co of none")
                .containsExactly(
                        new DayCount(24, 3, List.of(3, 3, 0, 3, 3, 2)),
                        new DayCount(5, 1, List.of(1, 1, 0, 1, 1, 1)),
                        new DayCount(0, 0, List.of(0, 0, 0, 0, 0, 0)));
        assertThat(station.gaps())
                .containsExactly(
                        new Gap(
                                Instant.parse("2026-03-01T20:00:00Z"),
                                Instant.parse("2026-03-01T21:00:00Z"),
                                2),
                        new Gap(
                                Instant.parse("2026-02-28T23:00:00Z"),
                                Instant.parse("2026-03-01T18:00:00Z"),
                                20),
                        new Gap(
                                Instant.parse("2026-02-28T19:00:00Z"),
                                Instant.parse("2026-02-28T21:00:00Z"),
                                3));
        assertThat(station.lastHour()).contains(Instant.parse("2026-03-01T19:00:00Z"));
        assertThat(station.delay().orElseThrow().median_s()).isPositive();
        assertThat(station.delay().orElseThrow().percentile95_s())
                .isGreaterThan(station.delay().orElseThrow().median_s());
    }

    @Test
    void anImportUndoneHasNotArrived() throws IOException {
        take(baoding("01T01", "80"), baoding("01T03", "80"));
        int second = take(baoding("01T02", "80"));
        assertThat(received()).isEqualTo(3);

        platform.act(ActKind.IMPORT_OBSERVATIONS, authority -> imports.undo(authority, second));

        assertThat(received()).isEqualTo(2);
        take(baoding("01T02", "81"));
        assertThat(received()).isEqualTo(3);
    }

    private int received() {
        return asPlatform(ask -> ask.cities(Set.of(BAODING), FIRST, FIRST))
                .places()
                .getFirst()
                .received();
    }

    /**
     * Asked about both cities by a connection that sees them, and by one whose key opens nothing.
     */
    @Test
    void rowLevelSecurityCountsNothingForWhoMaySeeNothing() throws IOException {
        take(baoding("01T01", "80"), beijing("01T01"));
        String person = SystemActor.PERSON.toString();
        String strangeKey = "00000000-0000-7000-8000-000000000001";

        assertThat(cities(Map.of("airshed.person", person)).places()).hasSize(2);
        ArrivalTable blind = cities(Map.of("airshed.person", person, "airshed.key", strangeKey));

        assertThat(blind.networks()).isEmpty();
        assertThat(blind.places()).isEmpty();
    }

    private ArrivalTable cities(Map<String, String> viewer) {
        return new SqlDataArrival(
                        new JdbcTemplate(database.application(viewer)), observations, service)
                .cities(Set.of(BAODING, BEIJING), FIRST, FIRST);
    }

    @Test
    void aPeriodOutOfBoundsIsRefused() {
        assertThatThrownBy(() -> arrival.cities(Set.of(BAODING), FIRST, FIRST.plusDays(92)))
                .hasMessageContaining("1 to 92 days");
        assertThatThrownBy(() -> arrival.cities(Set.of(BAODING), FIRST, FIRST.minusDays(1)))
                .hasMessageContaining("1 to 92 days");
    }

    /** Every city and day of a real month beside a plain count, and how long the answer takes. */
    @Test
    @NeedsRealData
    void aRealMonthEqualsAPlainCount() {
        Path file =
                RealData.findFolder()
                        .orElseThrow()
                        .resolve("cnemc-2026/hourly-20260226-20260531.csv.gz");
        platform.act(
                ActKind.IMPORT_OBSERVATIONS,
                authority -> imports.importCnemc(authority, "real.csv.gz", file));
        Set<JurisdictionCode> all =
                seen.sql("select distinct jurisdiction from observation.station")
                        .query((row, at) -> new JurisdictionCode(row.getString(1)))
                        .set();
        LocalDate last = LocalDate.of(2026, 3, 31);
        long[] taken_ms = new long[7];
        ArrivalTable table = asPlatform(ask -> ask.cities(all, FIRST, last));
        for (int turn = 0; turn < taken_ms.length; turn++) {
            var fresh =
                    new SqlDataArrival(
                            new JdbcTemplate(
                                    database.application(
                                            Map.of(
                                                    "airshed.person",
                                                    SystemActor.PERSON.toString()))),
                            observations,
                            service);
            long start = System.nanoTime();
            table = asPlatform(_ -> fresh.cities(all, FIRST, last));
            taken_ms[turn] = (System.nanoTime() - start) / 1_000_000;
        }
        asPlatform(ask -> ask.cities(all, FIRST, last));
        long again = System.nanoTime();
        asPlatform(ask -> ask.cities(all, FIRST, last));
        long remembered_ms = (System.nanoTime() - again) / 1_000_000;
        long counting = System.nanoTime();
        seen.sql(
                        """
                        select count(coalesce(so2, no2, co, o3, pm10, pm2_5)) from observation.reading_now
                        where hour_end > '2026-03-01T00:00+08' and hour_end <= '2026-04-01T00:00+08'
                        """)
                .query(Long.class)
                .single();
        long plain_ms = (System.nanoTime() - counting) / 1_000_000;
        long start = System.nanoTime();
        ArrivalTable beijing = asPlatform(ask -> ask.stations(BEIJING, all, FIRST, last));
        long city_ms = (System.nanoTime() - start) / 1_000_000;
        Arrays.sort(taken_ms);

        Map<String, Long> counted = new TreeMap<>();
        for (ArrivalTable.Place place : table.places()) {
            for (int day = 0; day < place.days().size(); day++) {
                DayCount count = place.days().get(day);
                if (count.received() > 0) {
                    counted.put(
                            place.jurisdiction() + " " + FIRST.plusDays(day),
                            1_000_000L * count.received() + count.values().get(5));
                }
            }
        }
        Map<String, Long> plain =
                seen
                        .sql(
                                """
                                select jurisdiction || ' ' || ((hour_end - interval '1 hour') at time zone 'Asia/Shanghai')::date as at,
                                    1000000 * count(*) filter (where coalesce(so2, no2, co, o3, pm10, pm2_5) is not null)
                                        + count(pm2_5) as counts
                                from observation.reading_now
                                where hour_end > '2026-03-01T00:00+08' and hour_end <= '2026-04-01T00:00+08'
                                group by 1
                                """)
                        .query((row, at) -> Map.entry(row.getString("at"), row.getLong("counts")))
                        .list()
                        .stream()
                        .filter(entry -> entry.getValue() > 0)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        int stations = table.places().stream().mapToInt(ArrivalTable.Place::stations).sum();
        int expected = table.places().stream().mapToInt(ArrivalTable.Place::expected).sum();
        int received = table.places().stream().mapToInt(ArrivalTable.Place::received).sum();
        System.out.printf(
                "arrival cities=%d stations=%d days=31 expected=%d received=%d percent=%.2f median_ms=%d worst_ms=%d remembered_ms=%d plain_count_ms=%d city_ms=%d load=%.1f%n",
                table.places().size(),
                stations,
                expected,
                received,
                100.0 * received / expected,
                taken_ms[taken_ms.length / 2],
                taken_ms[taken_ms.length - 1],
                remembered_ms,
                plain_ms,
                city_ms,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        assertThat(counted).isEqualTo(plain);
        assertThat(stations).isEqualTo(239);
        assertThat(expected).isEqualTo(239 * 24 * 31);
        assertThat(beijing.places())
                .allSatisfy(station ->
                        assertThat(station.gaps().stream().mapToInt(Gap::hours).sum())
                                .as(station.station().orElseThrow().code())
                                .isIn(
                                        station.expected() - station.received(),
                                        station.gaps().size() == 50
                                                ? station.gaps().stream().mapToInt(Gap::hours).sum()
                                                : -1));
        assertThat(remembered_ms).as("milliseconds of an answer already known").isLessThan(300);
    }
}
