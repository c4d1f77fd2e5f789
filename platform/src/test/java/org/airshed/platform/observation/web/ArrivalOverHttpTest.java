package org.airshed.platform.observation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.airshed.platform.access.DemonstrationPeople;
import org.airshed.platform.access.SystemActor;
import org.airshed.platform.access.web.Browser;
import org.airshed.platform.database.OnDatabase;
import org.airshed.platform.observation.Imports;
import org.airshed.platform.rights.ActKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What has arrived, as those who may see it ask for it. */
@OnDatabase
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"airshed.mode=demo", "airshed.management.port=-1"})
class ArrivalOverHttpTest {
    private static final String FILE =
            """
            timepoint,stationcode,positionname,area,longitude,latitude,so2,no2,co,o3,pm10,pm2_5,aqi,primarypollutant
            2026-03-01T0100,1051A,游泳馆,保定市,115.49,38.86,9,30,NA,20,150,80,140,颗粒物(PM10)
            2026-03-01T0400,1051A,游泳馆,保定市,115.49,38.86,9,30,NA,20,150,80,140,颗粒物(PM10)
            2026-03-01T0100,1299A,科干所,济南市,117.05,36.61,9,30,0.7,20,150,80,140,颗粒物(PM10)
            2026-03-01T0400,1299A,科干所,济南市,117.05,36.61,9,30,0.7,20,150,NA,140,颗粒物(PM10)
            """;

    @LocalServerPort int port;
    @Autowired DemonstrationPeople demonstration;
    @Autowired SystemActor platform;
    @Autowired Imports imports;
    @TempDir Path folder;

    @BeforeEach
    void bothProvincesHaveReadings() throws java.io.IOException {
        Path file = Files.writeString(folder.resolve("both.csv"), FILE);
        platform.act(
                ActKind.IMPORT_OBSERVATIONS,
                authority -> imports.importCnemc(authority, "both.csv", file));
    }

    private Browser signedIn(String login) {
        Browser browser = new Browser(port);
        assertThat(
                        browser.signIn(login, demonstration.accounts().getFirst().password())
                                .statusCode())
                .isEqualTo(200);
        return browser;
    }

    private static List<String> places(JsonNode arrival) {
        List<String> places = new ArrayList<>();
        arrival.path("places").forEach(place -> places.add(place.path("jurisdiction").asString()));
        return places;
    }

    @Test
    void aProvinceSeesItsOwnPartOnly() {
        Browser hebei = signedIn("demo.hebei");

        JsonNode arrival =
                Browser.json(hebei.get("/api/v1/arrivals?from=2026-03-01&to=2026-03-02"));

        assertThat(places(arrival)).containsExactly("130600");
        JsonNode coverage = arrival.path("coverage");
        assertThat(coverage.path("expected").asInt()).isEqualTo(4);
        assertThat(coverage.path("observed").asInt()).isEqualTo(2);
        assertThat(coverage.path("percent").decimalValue()).isEqualByComparingTo("50");
        JsonNode baoding = arrival.path("places").get(0);
        assertThat(baoding.path("name").path("zh").asString()).isEqualTo("保定市");
        assertThat(baoding.path("values").path("co").asInt()).isZero();
        assertThat(baoding.path("receivedValues").path("pm2_5").get(0).asInt()).isEqualTo(2);
        assertThat(hebei.get("/api/v1/arrivals/370100").statusCode()).isEqualTo(404);

        JsonNode stations = Browser.json(hebei.get("/api/v1/arrivals/130600?to=2026-03-01"));
        assertThat(stations.path("places").get(0).path("station").asString()).isEqualTo("1051A");
        assertThat(stations.path("places").get(0).path("gaps").get(0).path("hours").asInt())
                .isEqualTo(2);
        String csv =
                hebei.get("/api/v1/arrivals/130600/stations.csv?from=2026-03-01&to=2026-03-01")
                        .body();
        assertThat(csv.lines())
                .last()
                .asString()
                .startsWith("2026-03-01,Asia/Shanghai,130600,1051A,游泳馆,游泳馆,4,2,50.0,2,2,0,2,2,2,");
        assertThat(hebei.get("/api/v1/arrivals.csv").body()).contains("保定市").doesNotContain("济南市");
    }

    @Test
    void thePublicIsNotToldWhenReadingsCame() {
        assertThat(places(Browser.json(signedIn("demo.shandong").get("/api/v1/arrivals"))))
                .containsExactly("370100");
        assertThat(new Browser(port).get("/api/v1/arrivals").statusCode()).isIn(401, 403, 404);
    }

    @Test
    void daysThatCannotBeAreRefused() {
        Browser hebei = signedIn("demo.hebei");
        assertThat(hebei.get("/api/v1/arrivals?from=2026-01-01&to=2026-04-03").statusCode())
                .isEqualTo(400);
        assertThat(hebei.get("/api/v1/arrivals?from=2026-03-02&to=2026-03-01").statusCode())
                .isEqualTo(400);
        assertThat(hebei.get("/api/v1/arrivals?from=yesterday").statusCode()).isEqualTo(400);
        assertThat(hebei.get("/api/v1/arrivals?to=1969-12-31").statusCode()).isEqualTo(400);
    }
}
