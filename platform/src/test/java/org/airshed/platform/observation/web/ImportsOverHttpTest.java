package org.airshed.platform.observation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Imports as provinces that share one sky make and see them. */
@OnDatabase
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"airshed.mode=demo", "airshed.management.port=-1"})
class ImportsOverHttpTest {
    private static final String HEADER =
            "timepoint,stationcode,positionname,area,longitude,latitude,so2,no2,co,o3,pm10,pm2_5,aqi,primarypollutant\n";
    private static final String BAODING =
            "2026-03-01T0100,1051A,游泳馆,保定市,115.49,38.86,9,30,NA,20,150,80,140,颗粒物(PM10)\n";
    private static final String JINAN =
            "2026-03-01T0100,1299A,科干所,济南市,117.05,36.61,9,30,0.7,20,150,80,140,颗粒物(PM10)\n";

    @LocalServerPort int port;
    @Autowired DemonstrationPeople demonstration;
    @Autowired SystemActor platform;
    @Autowired Imports imports;
    @TempDir Path folder;

    private Browser signedIn(String login) {
        Browser browser = new Browser(port);
        var answer = browser.signIn(login, demonstration.accounts().getFirst().password());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return browser;
    }

    private static List<String> files(Browser asker) {
        List<String> files = new ArrayList<>();
        for (JsonNode item : Browser.json(asker.get("/api/v1/imports")).path("items")) {
            files.add(item.path("file").asString() + " " + item.path("parts").size());
        }
        return files;
    }

    @Test
    void aProvinceImportsItsOwnFileReviewsItsRejectsAndTakesItBack() {
        Browser hebei = signedIn("demo.hebei");

        var answer =
                hebei.send(
                        "POST",
                        "/api/v1/imports?name=hebei.csv",
                        HEADER + BAODING + BAODING.replace("2026-03-01T0100", "yesterday"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode report = Browser.json(answer);
        assertThat(report.path("entered").asLong()).isEqualTo(1);
        assertThat(report.path("rejected").asLong()).isEqualTo(1);
        int number = report.path("batch").asInt();
        JsonNode reject =
                Browser.json(hebei.get("/api/v1/imports/" + number + "/rejects"))
                        .path("items")
                        .path(0);
        assertThat(reject.path("line").asLong()).isEqualTo(3);
        assertThat(reject.path("value").asString()).isEqualTo("yesterday");
        assertThat(files(hebei)).contains("hebei.csv 1");

        assertThat(files(new Browser(port))).as("the public").isEmpty();
        var strange =
                signedIn("demo.shandong").send("POST", "/api/v1/imports/" + number + "/undo", "{}");
        assertThat(strange.statusCode()).as(strange.body()).isIn(403, 404);

        JsonNode undone =
                Browser.json(hebei.send("POST", "/api/v1/imports/" + number + "/undo", "{}"));
        assertThat(undone.path("revised").asLong()).isEqualTo(1);
        assertThat(hebei.send("POST", "/api/v1/imports/" + number + "/undo", "{}").statusCode())
                .isEqualTo(409);
    }

    @Test
    void aFileWithAnotherProvincesRowsIsRefusedWhole() {
        Browser hebei = signedIn("demo.hebei");

        var answer = hebei.send("POST", "/api/v1/imports?name=both.csv", HEADER + BAODING + JINAN);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(Browser.json(answer).path("detail").asString()).contains("370100");
        assertThat(files(hebei)).doesNotContain("both.csv 1");
    }

    /** Who sees a whole import but may not import there is refused before anything is touched. */
    @Test
    void whoSeesAnImportOfAnotherProvinceDoesNotUndoItsStations() {
        Browser shandong = signedIn("demo.shandong");
        String station = JINAN.replace("1299A", "1298X");
        String moved = station.replace("0100", "0200").replace("117.05", "117.15");
        assertThat(
                        shandong.send("POST", "/api/v1/imports?name=one.csv", HEADER + station)
                                .statusCode())
                .isEqualTo(200);
        int number =
                Browser.json(shandong.send("POST", "/api/v1/imports?name=two.csv", HEADER + moved))
                        .path("batch")
                        .asInt();
        Browser admin = signedIn("demo.admin");
        var given =
                admin.send(
                        "POST",
                        "/api/v1/mandates",
                        "{\"body\":\"emergency-group\",\"role\":\"officer\",\"act\":\"observation.import\","
                                + "\"scope\":\"130000\",\"source\":\"test\"}");
        assertThat(given.statusCode()).as(given.body()).isEqualTo(201);
        try {
            Browser emergency = signedIn("demo.emergency");
            assertThat(files(emergency)).as("it sees the import").contains("two.csv 1");

            var refused = emergency.send("POST", "/api/v1/imports/" + number + "/undo", "{}");

            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
            assertThat(refused.body()).contains("370100");
        } finally {
            String mandate = Browser.json(given).path("id").asString();
            admin.send("POST", "/api/v1/mandates/" + mandate + "/end", "");
        }
        assertThat(shandong.send("POST", "/api/v1/imports/" + number + "/undo", "{}").statusCode())
                .isEqualTo(200);
    }

    /** Hebei sees its own part only; that there is another decides all the same. */
    @Test
    void anImportOfSeveralProvincesIsNotUndoneByOneOfThem() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("national.csv"),
                        HEADER + BAODING.replace("1051A", "1052A") + JINAN);
        int number =
                platform.act(
                                ActKind.IMPORT_OBSERVATIONS,
                                authority -> imports.importCnemc(authority, "national.csv", file))
                        .batch()
                        .orElseThrow();
        Browser hebei = signedIn("demo.hebei");
        assertThat(files(hebei)).contains("national.csv 1");

        var refused = hebei.send("POST", "/api/v1/imports/" + number + "/undo", "{}");

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
        assertThat(refused.body()).contains("observation.import-reaches-further");
        assertThat(
                        platform.act(
                                        ActKind.IMPORT_OBSERVATIONS,
                                        authority -> imports.undo(authority, number))
                                .revised())
                .as("who may undo all of it still can")
                .isEqualTo(2);
    }

    @Test
    void whatCannotBeReadIsSaid() {
        Browser hebei = signedIn("demo.hebei");

        var answer = hebei.send("POST", "/api/v1/imports?name=odd.csv", "a,b\n1,2\n");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Browser.json(answer).path("detail").asString())
                .contains("odd.csv")
                .contains("timepoint");
        assertThat(hebei.send("POST", "/api/v1/imports?name=../odd", HEADER).statusCode())
                .isEqualTo(400);
        assertThat(hebei.get("/api/v1/imports?cursor=elsewhere").statusCode()).isEqualTo(400);
    }
}
