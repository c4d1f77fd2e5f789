package org.airshed.platform.evaluation.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.airshed.platform.access.SystemActor;
import org.airshed.platform.database.OnDatabase;
import org.airshed.platform.database.TestDatabase;
import org.airshed.platform.observation.Imports;
import org.airshed.platform.rights.ActKind;
import org.airshed.realdata.NeedsRealData;
import org.airshed.realdata.RealData;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tables derive from the published months agrees with plain SQL over the raw rows. */
@OnDatabase
@SpringBootTest(properties = {"airshed.mode=demo", "airshed.management.port=-1"})
class RecomputedInSqlTest {
    @Autowired Imports imports;
    @Autowired SystemActor platform;

    private static String sql() {
        try (var in =
                Objects.requireNonNull(
                        RecomputedInSqlTest.class.getResourceAsStream(
                                "/evaluation/city-days.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    @NeedsRealData
    void cityDaysOfThePublishedMonths(TestDatabase database) {
        Path file =
                RealData.findFolder()
                        .orElseThrow()
                        .resolve("cnemc-2026/hourly-20260226-20260531.csv.gz");
        platform.act(
                ActKind.IMPORT_OBSERVATIONS,
                authority -> imports.importCnemc(authority, "published.csv.gz", file));
        JdbcClient seen =
                JdbcClient.create(
                        database.application(
                                Map.of("airshed.person", SystemActor.PERSON.toString())));

        assertThat(
                        seen.sql(
                                        "select count(*) from quality.flag where flag in ('bad', 'missing')")
                                .query(Long.class)
                                .single())
                .as(
                        "no published value is unusable, so raw rows are what the city days are made of")
                .isZero();
        String stored =
                """
                select jurisdiction, day, p.pollutant, p.stations, p.trillionths
                from evaluation.city_day d, lateral (values
                    ('so2', so2_stations, so2), ('no2', no2_stations, no2), ('co', co_stations, co),
                    ('o3', o3_stations, o3), ('pm10', pm10_stations, pm10), ('pm2_5', pm2_5_stations, pm2_5))
                    as p (pollutant, stations, trillionths)
                where p.trillionths is not null
                """;
        List<Map<String, Object>> differing =
                seen.sql(
                                """
                                with plain as (%s), stored as (%s)
                                select * from plain p full join stored s using (jurisdiction, day, pollutant)
                                where p.trillionths is distinct from s.trillionths or p.stations <> s.stations
                                """
                                        .formatted(sql(), stored))
                        .query()
                        .listOfRows();
        assertThat(differing).isEmpty();
        assertThat(
                        seen.sql(
                                        """
                                        select count(*) from evaluation.city_day
                                        where day between '2026-03-01' and '2026-03-31' and pm2_5 is not null
                                        """)
                                .query(Long.class)
                                .single())
                .as(
                        "city days of March with a station of 20 hours, counted in the file beside this code")
                .isEqualTo(937);
    }
}
