package org.airshed.platform.observation.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.airshed.platform.access.SystemActor;
import org.airshed.platform.database.OnDatabase;
import org.airshed.platform.database.TestDatabase;
import org.airshed.platform.observation.ImportReport;
import org.airshed.platform.observation.Imports;
import org.airshed.platform.rights.ActKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An import whose connection is killed at any moment leaves nothing, not a reading, flag, day or
 * act; started again it ends as one that was left alone.
 */
@OnDatabase
@SpringBootTest(properties = {"airshed.mode=demo", "airshed.management.port=-1"})
class KilledImportTest {
    private static final String TABLES =
            "observation.station, observation.station_standing, observation.reading, observation.revision,"
                    + " observation.import_batch, observation.import_part, observation.import_reject,"
                    + " quality.flag, evaluation.station_day, evaluation.city_day";

    @Autowired Imports imports;
    @Autowired SystemActor platform;
    @TempDir Path folder;

    @Test
    void killedAtAnyMomentAndStartedAgain(TestDatabase database) throws Exception {
        Path file = hours();
        JdbcClient seen =
                JdbcClient.create(
                        database.application(
                                Map.of("airshed.person", SystemActor.PERSON.toString())));
        take(file);
        clear(database);
        long start =
                System.nanoTime(); // of a second one: the first is slowed down by its firstness
        take(file);
        long whole_ms = (System.nanoTime() - start) / 1_000_000;
        List<String> alone = everything(seen);
        long acts = acts(seen);
        int killed = 0;
        Random random = new Random(20261127);
        for (int round = 0; round < 10; round++) {
            clear(database);
            CompletableFuture<ImportReport> importing =
                    CompletableFuture.supplyAsync(() -> take(file));
            Thread.sleep(whole_ms * round / 12 + random.nextInt(10));
            int ended =
                    seen.sql(
                                    """
                                    select count(pg_terminate_backend(pid)) from pg_stat_activity
                                    where usename = current_user and pid <> pg_backend_pid() and datname = current_database()
                                      and state in ('active', 'idle in transaction')
                                    """)
                            .query(Integer.class)
                            .single();
            if (failed(importing)) {
                assertThat(ended).isPositive();
                List<String> left = everything(seen);
                if (left.isEmpty()) {
                    killed++;
                    assertThat(acts(seen)).as("after round %d", round).isEqualTo(acts);
                } else {
                    // The kill came between the commit and its answer: then all of it stands.
                    assertThat(left).as("after round %d", round).isEqualTo(alone);
                    assertThat(acts(seen)).as("after round %d", round).isGreaterThan(acts);
                }
                take(file);
            }
            acts = acts(seen);
            assertThat(everything(seen)).as("round %d", round).isEqualTo(alone);
        }
        assertThat(killed).as("rounds in which the kill came in time").isGreaterThan(2);
    }

    private static boolean failed(CompletableFuture<ImportReport> importing) {
        try {
            importing.join();
            return false;
        } catch (CompletionException killed) {
            return true;
        }
    }

    private ImportReport take(Path file) {
        return platform.act(
                ActKind.IMPORT_OBSERVATIONS,
                authority -> imports.importCnemc(authority, "hours.csv", file));
    }

    private static void clear(TestDatabase database) {
        JdbcClient.create(database.owner()).sql("truncate " + TABLES).update();
    }

    private static long acts(JdbcClient seen) {
        return seen.sql("select count(*) from notary.act where subject like 'observation.import/%'")
                .query(Long.class)
                .single();
    }

    /** What stands, without the numbers that count attempts. */
    private static List<String> everything(JdbcClient seen) {
        return seen.sql(
                        """
                        select s.code || n.hour_end || (to_jsonb(n) - 'station' - 'batch' - 'brought' - 'received_at')::text as line
                        from observation.reading_now n join observation.station s on s.number = n.station
                        union all select s.code || (to_jsonb(f) - 'station' - 'batch' - 'at')::text
                        from quality.flag f join observation.station s on s.number = f.station
                        union all select s.code || (to_jsonb(d) - 'station')::text
                        from evaluation.station_day d join observation.station s on s.number = d.station
                        union all select to_jsonb(d)::text from evaluation.city_day d
                        union all select file || entered from observation.import_batch
                        order by line
                        """)
                .query(String.class)
                .list();
    }

    private Path hours() throws IOException {
        StringBuilder lines =
                new StringBuilder(
                        "timepoint,stationcode,positionname,area,longitude,latitude,so2,no2,co,o3,pm10,pm2_5,aqi,primarypollutant\n");
        Random random = new Random(7);
        DateTimeFormatter label = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmm");
        for (int hour = 1; hour <= 40 * 24; hour++) {
            String at = label.format(LocalDateTime.of(2026, 2, 10, 0, 0).plusHours(hour));
            for (int station = 0; station < 8; station++) {
                lines.append(
                        "%s,T%d,name,%s,%d.5,39.5,%d,%d,0.%d,%d,%d,%d,,\n"
                                .formatted(
                                        at,
                                        station,
                                        station < 4 ? "北京市" : "保定市",
                                        110 + station,
                                        1 + random.nextInt(9),
                                        10 + random.nextInt(40),
                                        1 + random.nextInt(9),
                                        20 + random.nextInt(90),
                                        40 + random.nextInt(90),
                                        random.nextInt(90)));
            }
        }
        return Files.writeString(folder.resolve("hours.csv"), lines);
    }
}
