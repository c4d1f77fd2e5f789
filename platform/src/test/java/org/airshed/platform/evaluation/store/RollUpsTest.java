package org.airshed.platform.evaluation.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.airshed.platform.access.SystemActor;
import org.airshed.platform.database.OnDatabase;
import org.airshed.platform.database.TestDatabase;
import org.airshed.platform.observation.ImportReport;
import org.airshed.platform.observation.Imports;
import org.airshed.platform.observation.ReadingsChanged;
import org.airshed.platform.rights.ActKind;
import org.airshed.platform.rights.JurisdictionCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What late data, revisions and undoings leave in flags and daily values is what computing all of
 * it anew from the readings gives.
 */
@OnDatabase
@SpringBootTest(properties = {"airshed.mode=demo", "airshed.management.port=-1"})
class RollUpsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 24);
    private static final int DAYS = 14;
    private static final List<JurisdictionCode> CITIES =
            List.of(new JurisdictionCode("110000"), new JurisdictionCode("130600"));
    private static final String HEADER =
            "timepoint,stationcode,positionname,area,longitude,latitude,so2,no2,co,o3,pm10,pm2_5,aqi,primarypollutant";
    private static final DateTimeFormatter LABEL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmm").withZone(ZONE);

    @Autowired Imports imports;
    @Autowired SystemActor platform;
    @Autowired ApplicationEventPublisher news;
    @TempDir Path folder;
    private JdbcClient seen;

    @BeforeEach
    void nothingWasImported(TestDatabase database) {
        seen =
                JdbcClient.create(
                        database.application(
                                Map.of("airshed.person", SystemActor.PERSON.toString())));
        JdbcClient.create(database.owner())
                .sql(
                        """
                        truncate observation.station, observation.station_standing, observation.reading,
                            observation.revision, observation.import_batch, observation.import_part,
                            observation.import_reject, quality.flag, evaluation.station_day, evaluation.city_day
                        """)
                .update();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void lateRevisedAndUndoneDataEndAsIfComputedAnew(long seed, TestDatabase database) {
        Random random = new Random(seed);
        List<Integer> batches = new ArrayList<>();
        for (int round = 0; round < 12; round++) {
            if (!batches.isEmpty() && random.nextInt(5) == 0) {
                int batch = batches.remove(random.nextInt(batches.size()));
                platform.act(
                        ActKind.IMPORT_OBSERVATIONS, authority -> imports.undo(authority, batch));
            } else {
                take(someHours(random)).ifPresent(batches::add);
            }
        }
        List<String> kept = everything();

        JdbcClient.create(database.owner())
                .sql("truncate quality.flag, evaluation.station_day, evaluation.city_day")
                .update();
        platform.act(
                ActKind.IMPORT_OBSERVATIONS,
                any -> {
                    CITIES.forEach(city ->
                            news.publishEvent(
                                    new ReadingsChanged(
                                            city,
                                            FIRST.minusDays(3),
                                            FIRST.plusDays(DAYS + 3),
                                            0)));
                    return null;
                });

        assertThat(kept).hasSizeGreaterThan(50).isEqualTo(everything());
    }

    /**
     * A stretch of hours of some stations, out of order, with gaps, spikes, zeros and old values.
     */
    private List<String> someHours(Random random) {
        List<String> lines = new ArrayList<>();
        int start = random.nextInt(DAYS * 24);
        int length = 1 + random.nextInt(random.nextBoolean() ? 12 : 200);
        for (int station = 0; station < 5; station++) {
            if (random.nextInt(3) == 0) {
                continue;
            }
            for (int hour = start; hour < Math.min(start + length, DAYS * 24); hour++) {
                if (random.nextInt(12) > 0) {
                    lines.add(line(station, hour, random));
                }
            }
        }
        Collections.shuffle(lines, random);
        return lines;
    }

    private static String line(int station, int hour, Random random) {
        Instant end = FIRST.atStartOfDay(ZONE).toInstant().plusSeconds(3600L * (hour + 1));
        StringBuilder line =
                new StringBuilder(
                        "%s,T%d,name,%s,%d.5,39.5"
                                .formatted(
                                        LABEL.format(end),
                                        station,
                                        station < 3 ? "北京市" : "保定市",
                                        110 + station));
        for (int column = 0; column < 6; column++) {
            int value =
                    switch (random.nextInt(30)) {
                        case 0 -> 0;
                        case 1 -> 9999;
                        case 2 -> 2500;
                        default -> 20 + random.nextInt(40);
                    };
            line.append(',').append(random.nextInt(15) == 0 ? "NA" : value);
        }
        return line.append(",,").toString();
    }

    private Optional<Integer> take(List<String> lines) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path file = folder.resolve("hours.csv");
            Files.writeString(file, HEADER + "\n" + String.join("\n", lines) + "\n");
            ImportReport report =
                    platform.act(
                            ActKind.IMPORT_OBSERVATIONS,
                            authority -> imports.importCnemc(authority, "hours.csv", file));
            assertThat(report.rejected()).isZero();
            return report.batch();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The flags that stand and all daily values. */
    private List<String> everything() {
        return seen.sql(
                        """
                        select 'flag ' || (to_jsonb(f) - 'revision' - 'batch' - 'at')::text as line from quality.flag f
                        where latest and flag <> 'good'
                        union all select 'station ' || to_jsonb(d)::text from evaluation.station_day d
                        union all select 'city ' || to_jsonb(d)::text from evaluation.city_day d
                        order by line
                        """)
                .query(String.class)
                .list();
    }

    @Test
    void aFlagKeepsItsHistory() {
        LocalDate day = LocalDate.of(2026, 3, 1);
        take(
                IntStream.rangeClosed(1, 6)
                        .mapToObj(hour -> hourOf(day, hour, hour == 3 ? 9999 : 30))
                        .toList());
        take(List.of(hourOf(day, 3, 31)));

        assertThat(
                        seen.sql(
                                        """
                                        select revision || ' ' || flag || ' ' || latest from quality.flag
                                        where pollutant = 'pm2_5' and hour_end = '2026-02-28T19:00:00Z' order by revision
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly("1 missing false", "2 good true");
    }

    private static String hourOf(LocalDate day, int hour, int pm2_5) {
        return "%sT%02d00,T1,name,北京市,116.5,39.5,5,20,0.5,40,60,%d,,".formatted(day, hour, pm2_5);
    }

    @Test
    void whoMayNotSeeReadingsSeesOfFlagsOnlyWhatIsLeftOut(TestDatabase database) {
        LocalDate day = LocalDate.of(2026, 3, 1);
        take(
                IntStream.rangeClosed(1, 6)
                        .mapToObj(hour -> hourOf(day, hour, hour == 3 ? 9999 : hour == 5 ? 0 : 30))
                        .toList());
        JdbcClient outside = JdbcClient.create(database.application(Map.of("airshed.person", "")));
        Set<String> flags =
                outside.sql("select distinct flag from quality.flag").query(String.class).set();
        assertThat(flags).containsExactly("missing");
        assertThat(seen.sql("select distinct flag from quality.flag").query(String.class).set())
                .contains("suspect", "missing");
    }
}
