package org.airshed.platform.evaluation.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.airshed.platform.database.OnDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The routes of real-time air on the synthetic set, as the public sees them. */
@OnDatabase
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "airshed.mode=demo",
            "airshed.management.port=-1",
            "airshed.observation.synthetic.days=3"
        })
class AirOverHttpTest {
    @LocalServerPort int port;
    private Asker asker;

    @BeforeEach
    void ready() {
        asker = new Asker(port);
        asker.awaitReadings();
    }

    @Test
    void theSetIsSaidToBeSynthetic() {
        assertThat(asker.json("/api/v1/air/hours").path("source").path("synthetic").asBoolean())
                .isTrue();
        assertThat(asker.json("/api/v1/service").path("synthetic").asBoolean()).isTrue();
        assertThat(asker.get("/api/v1/air/cities.csv").body()).contains("SYNTHETIC");
        assertThat(
                        asker.get("/api/v1/air/cities.csv")
                                .headers()
                                .firstValue("Content-Disposition")
                                .orElse(""))
                .contains("SYNTHETIC");
    }

    @Test
    void everyCityOfTheCompactHasAnIndexWithItsNamesAndCoverage() {
        JsonNode air = asker.json("/api/v1/air/cities");
        assertThat(air.path("cities").size()).isEqualTo(32);
        assertThat(air.path("scale").size()).isEqualTo(6);
        assertThat(air.path("standard").path("code").asString()).isEqualTo("HJ633-2026");
        int expected = air.path("coverage").path("expected").asInt();
        int observed = air.path("coverage").path("observed").asInt();
        assertThat(expected).isGreaterThan(100);
        assertThat(observed).isBetween(1, expected);
        for (JsonNode city : air.path("cities")) {
            assertThat(city.path("name").path("zh").asString())
                    .as("Chinese name of %s", city.path("jurisdiction"))
                    .matches("\\p{IsHan}+");
            assertThat(city.path("name").path("en").asString()).matches("[A-Z][A-Za-z' ]+");
            assertThat(city.path("aqi").asInt()).isBetween(1, 500);
        }
    }

    /** The explanation's last step is the number the map shows. */
    @Test
    void theExplanationEndsAtTheNumberShown() {
        JsonNode city = asker.json("/api/v1/air/cities").path("cities").get(0);
        JsonNode explained =
                asker.json(
                        "/api/v1/air/cities/"
                                + city.path("jurisdiction").asString()
                                + "/explanation");
        int highest = 0;
        for (JsonNode step : explained.path("steps")) {
            highest = Math.max(highest, step.path("index").asInt(0));
        }
        assertThat(highest).isEqualTo(city.path("aqi").asInt());
    }

    @Test
    void aSeriesHasOneValuePerHourAndTheLimitsInForce() {
        JsonNode series = asker.json("/api/v1/air/cities/130600/series");
        assertThat(series.path("hours").size()).isEqualTo(48);
        assertThat(series.path("aqi").size()).isEqualTo(48);
        assertThat(series.path("values").path("pm2_5").size()).isEqualTo(48);
        assertThat(series.path("limits").toString()).contains("GB3095-2026-transition");
    }

    @Test
    void badInputIsRefusedNamingTheValueAndWhatWasExpected() {
        assertThat(asker.get("/api/v1/air/cities?hour=yesterday").body())
                .contains("yesterday", "evaluation.time-unreadable", "2026-03-12T12:00:00Z");
        assertThat(asker.get("/api/v1/air/cities?hour=2026-03-12T12:30:00Z").statusCode())
                .isEqualTo(400);
        assertThat(asker.get("/api/v1/air/cities?hour=1999-01-01T00:00:00Z").statusCode())
                .isEqualTo(404);
        assertThat(asker.get("/api/v1/air/cities/999999/series").statusCode()).isEqualTo(404);
        assertThat(
                        asker.get(
                                        "/api/v1/air/cities/130600/series?from=2026-01-01T00:00:00Z&to=2026-06-01T00:00:00Z")
                                .body())
                .contains("evaluation.period-too-long", "744");
        assertThat(
                        asker.get(
                                        "/api/v1/air/cities/130600/series?from=2026-06-01T00:00:00Z&to=2026-01-01T00:00:00Z")
                                .body())
                .contains("evaluation.period-reversed");
    }
}
