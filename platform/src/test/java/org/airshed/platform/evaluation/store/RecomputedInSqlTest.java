package org.airshed.platform.evaluation.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.airshed.engine.airquality.AreaClass;
import org.airshed.engine.airquality.AveragingPeriod;
import org.airshed.engine.airquality.CompositeIndex;
import org.airshed.engine.airquality.Gb3095;
import org.airshed.engine.airquality.Item;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.access.SystemActor;
import org.airshed.platform.database.OnDatabase;
import org.airshed.platform.database.TestDatabase;
import org.airshed.platform.evaluation.Period;
import org.airshed.platform.evaluation.Ranking;
import org.airshed.platform.evaluation.Statistics;
import org.airshed.platform.observation.Imports;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.rights.ActKind;
import org.airshed.platform.rights.JurisdictionCode;
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
    @Autowired Statistics statistics;

    private static String sql(String name) {
        try (var in =
                Objects.requireNonNull(
                        RecomputedInSqlTest.class.getResourceAsStream("/evaluation/" + name))) {
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
                                        .formatted(sql("city-days.sql"), stored))
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
        theRankingOfMarch(seen);
    }

    /** Every composite index of March, its order and its ranks, against plain SQL over the days. */
    private void theRankingOfMarch(JdbcClient seen) {
        record Row(String jurisdiction, BigDecimal composite, long days) {}
        Map<String, BigDecimal> limits = new TreeMap<>();
        for (Pollutant pollutant : Readings.POLLUTANTS) {
            boolean daily = pollutant == Pollutant.CO || pollutant == Pollutant.O3;
            Item item =
                    daily
                            ? new Item(
                                    pollutant,
                                    pollutant == Pollutant.O3
                                            ? AveragingPeriod.DAILY_MAX_EIGHT_HOURS
                                            : AveragingPeriod.DAY)
                            : new Item(pollutant, AveragingPeriod.YEAR);
            limits.put(
                    pollutant.code(),
                    Gb3095.findInForce(LocalDate.of(2026, 3, 31))
                            .orElseThrow()
                            .limit(item, AreaClass.CLASS_2)
                            .concentration()
                            .value());
        }
        List<Row> plain =
                seen.sql(sql("ranking.sql"))
                        .params(limits)
                        .param("first", LocalDate.of(2026, 3, 1))
                        .param("last", LocalDate.of(2026, 3, 31))
                        .query(Row.class)
                        .list();
        Ranking ranking =
                platform.see(() ->
                        statistics.ranking(
                                plain.stream()
                                        .map(row -> new JurisdictionCode(row.jurisdiction()))
                                        .collect(Collectors.toSet()),
                                Period.find("2026-03").orElseThrow(),
                                false));

        assertThat(plain).hasSizeGreaterThan(25);
        assertThat(ranking.ranked()).hasSameSizeAs(plain);
        for (Ranking.Place place : ranking.ranked()) {
            var value = (CompositeIndex.Result.Value) place.statistics().composite();
            Row row =
                    plain.stream()
                            .filter(one ->
                                    one.jurisdiction().equals(place.statistics().place().value()))
                            .findFirst()
                            .orElseThrow();
            // SQL divides to some twenty digits: the ninth decimal settles it.
            assertThat(row.composite().setScale(9, RoundingMode.HALF_EVEN))
                    .isEqualByComparingTo(value.exact().halfToEven(9));
            long better =
                    plain.stream()
                            .filter(one ->
                                    one.composite()
                                                    .setScale(2, RoundingMode.HALF_EVEN)
                                                    .compareTo(value.reported())
                                            < 0)
                            .count();
            assertThat((long) place.rank()).isEqualTo(better + 1);
        }
    }
}
