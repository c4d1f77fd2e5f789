package org.airshed.platform.evaluation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.airshed.platform.access.DemonstrationPeople;
import org.airshed.platform.access.web.Browser;
import org.airshed.platform.database.OnDatabase;
import org.airshed.platform.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The wind of a city's days and the days of its stations, from a table that holds both. */
@OnDatabase
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"airshed.mode=demo", "airshed.management.port=-1"})
class WindOverHttpTest {
    private static final String MAPPING =
            """
            station = code
            area.fixed = 保定市
            longitude = x
            latitude = y
            time = time
            time.pattern = yyyy-MM-dd HH:mm
            time.zone = Asia/Shanghai
            time.labels = end
            pm2_5 = PM2.5
            unit.pm2_5 = ug/m3
            species.wind_speed = ws
            unit.wind_speed = m/s
            species.wind_direction = wd
            unit.wind_direction = compass16
            species.so4 = SO4
            unit.so4 = ug/m3
            """;
    private static final String WIND =
            "/api/v1/air/cities/130600/wind?from=2026-03-01&to=2026-03-03";

    @LocalServerPort int port;
    @Autowired DemonstrationPeople demonstration;
    private Browser hebei;
    private Asker everybody;

    @BeforeEach
    void twoStationsOfWhichOneReadsWind(TestDatabase database) {
        JdbcClient.create(database.owner())
                .sql(
                        """
                        truncate observation.station, observation.station_standing, observation.reading,
                            observation.revision, observation.import_batch, observation.import_part,
                            observation.import_reject, quality.flag, evaluation.station_day, evaluation.city_day,
                            observation.other_reading, observation.other_revision
                        """)
                .update();
        hebei = new Browser(port);
        var signedIn = hebei.signIn("demo.hebei", demonstration.accounts().getFirst().password());
        assertThat(signedIn.statusCode()).isEqualTo(200);
        everybody = new Asker(port);
        StringBuilder lines = new StringBuilder("code,x,y,time,PM2.5,ws,wd,SO4\n");
        for (int hour = 1; hour <= 23; hour++) {
            String wind = hour <= 10 ? "2,NNW" : hour <= 20 ? "2,NNE" : "0.1,S";
            lines.append("W1,115.5,38.9,2026-03-01 %02d:00,80,%s,9\n".formatted(hour, wind));
            lines.append("W2,115.5,38.9,2026-03-01 %02d:00,40,,,\n".formatted(hour));
        }
        lines.append(
                "W1,115.5,38.9,2026-03-02 00:00,80,4,N,9\nW1,115.5,38.9,2026-03-02 01:00,80,3,,9\n");
        var answer =
                hebei.send(
                        "POST",
                        "/api/v1/imports?name=wind.csv&network=own&role=evaluation&mapping="
                                + URLEncoder.encode(MAPPING, StandardCharsets.UTF_8),
                        lines.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void aDayHasMeanSpeedAndDirectionAcrossNorthWithItsCoverage() {
        JsonNode found = everybody.json(WIND);

        assertThat(found.path("days").size()).isEqualTo(2);
        JsonNode day = found.path("days").get(0).path("wind");
        assertThat(found.path("days").get(0).path("day").asString()).isEqualTo("2026-03-01");
        assertThat(day.path("speed").decimalValue()).isEqualByComparingTo("1.85"); // (40+0.3+4)/24
        assertThat(day.path("fromDegrees").asInt()).isZero();
        assertThat(day.path("calmHours").asInt()).isEqualTo(3);
        assertThat(day.path("directedHours").asInt()).isEqualTo(21);
        assertThat(day.path("coverage").path("observed").asInt()).isEqualTo(24);
        assertThat(day.path("coverage").path("expected").asInt())
                .as("only the station that reads wind is expected to")
                .isEqualTo(24);
        JsonNode second = found.path("days").get(1).path("wind");
        assertThat(second.path("fromDegrees").isMissingNode()).isTrue();
        assertThat(second.path("coverage").path("percent").decimalValue())
                .isEqualByComparingTo("4.2");
        assertThat(found.path("period").path("coverage").path("expected").asInt())
                .as("the day without wind is expected too")
                .isEqualTo(72);
    }

    @Test
    void theRoseHoldsTheHoursBySectorAndSpeed() {
        JsonNode rose = everybody.json(WIND).path("rose");

        assertThat(rose.path("classesFrom").size()).isEqualTo(5);
        assertThat(rose.path("sectors").size()).isEqualTo(16);
        assertThat(rose.path("sectors").get(0).get(2).asInt()).isEqualTo(1);
        assertThat(rose.path("sectors").get(1).get(1).asInt()).isEqualTo(10);
        assertThat(rose.path("sectors").get(15).get(1).asInt()).isEqualTo(10);
        assertThat(rose.path("calmHours").asInt()).isEqualTo(3);
        assertThat(rose.path("undirectedHours").asInt()).isEqualTo(1);
    }

    @Test
    void theTableCarriesUnitsAndOrigin() {
        assertThat(everybody.get(WIND.replace("wind?", "wind.csv?")).body().lines())
                .hasSize(3)
                .first()
                .asString()
                .contains("wind_speed_ms,wind_from_deg,resultant_ms", "hours_expected,origin");
    }

    /** Wind is published with the air; what else stations read is not. */
    @Test
    void onlyTheWindOfOtherReadingsIsOpenAndOnlyByDays(TestDatabase database) {
        assertThat(everybody.json("/api/v1/readings/other?station=W1").path("items").size())
                .isZero();
        assertThat(
                        JdbcClient.create(
                                        database.application(
                                                java.util.Map.of("airshed.person", "")))
                                .sql(
                                        "select distinct species from observation.other_reading order by 1")
                                .query(String.class)
                                .list())
                .containsExactly("wind_direction", "wind_speed");
        assertThat(everybody.get(WIND.replace("130600", "999999")).statusCode()).isEqualTo(404);
        assertThat(everybody.get(WIND.replace("03-03", "03-99")).statusCode()).isEqualTo(400);
    }

    @Test
    void whereNothingReadsWindThereIsNone() {
        JsonNode none =
                everybody.json("/api/v1/air/cities/130600/wind?from=2026-02-01&to=2026-02-03");
        assertThat(none.path("days").size()).isZero();
        assertThat(none.path("rose").path("calmHours").asInt()).isZero();
    }

    @Test
    void aStationHasItsDaysWithIndicesAndHours() {
        String path = "/api/v1/air/stations/W1/days";
        JsonNode station = everybody.json(path + "?from=2026-03-01&to=2026-03-02");

        assertThat(station.path("jurisdiction").asString()).isEqualTo("130600");
        assertThat(station.path("role").asString()).isEqualTo("evaluation");
        assertThat(station.path("days").size()).isEqualTo(2);
        JsonNode day = station.path("days").get(0);
        assertThat(day.path("standard").asString()).isEqualTo("HJ633-2026");
        assertThat(day.path("values").path("pm2_5").asInt()).isEqualTo(80);
        assertThat(day.path("indices").path("pm2_5").asInt()).isEqualTo(day.path("aqi").asInt());
        assertThat(day.path("aqi").asInt()).isGreaterThan(100);
        assertThat(day.path("primary").get(0).asString()).isEqualTo("pm2_5");
        assertThat(day.path("hours").path("pm2_5").asInt()).isEqualTo(24);
        assertThat(day.path("hoursExpected").asInt()).isEqualTo(24);
        JsonNode next = station.path("days").get(1);
        assertThat(next.path("aqi").isMissingNode()).as("one hour is too few").isTrue();
        assertThat(next.path("hours").path("pm2_5").asInt()).isEqualTo(1);
        assertThat(everybody.get(path.replace("days", "days.csv")).body())
                .startsWith("day,zone,station,")
                .contains("pm2_5_mean24h_ugm3,pm2_5_iaqi,pm2_5_hours", "HJ633-2026");
        assertThat(everybody.get("/api/v1/air/stations/X9/days").statusCode()).isEqualTo(404);
        assertThat(everybody.get(path + "?from=2026-02-31").statusCode()).isEqualTo(400);
    }
}
