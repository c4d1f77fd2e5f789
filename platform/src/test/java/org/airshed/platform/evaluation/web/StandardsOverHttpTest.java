package org.airshed.platform.evaluation.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.airshed.platform.database.OnDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The standards as tables and as a calculator, open to everybody. */
@OnDatabase
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"airshed.mode=demo", "airshed.management.port=-1"})
class StandardsOverHttpTest {
    @LocalServerPort int port;
    private Asker asker;

    @BeforeEach
    void ready() {
        asker = new Asker(port);
    }

    @Test
    void everyRowAndLevelSaysItsSource() {
        JsonNode standards = asker.json("/api/v1/standards");

        for (String list : new String[] {"limits", "breakpoints"}) {
            for (JsonNode edition : standards.path(list)) {
                for (JsonNode row : edition.path("rows")) {
                    assertThat(row.path("source").asString()).isNotBlank();
                    assertThat(row.path("confidence").asString()).matches("[ABCMX]");
                }
            }
        }
        assertThat(standards.path("levels").size()).isEqualTo(6);
        assertThat(standards.path("levels").get(2).path("from").asInt()).isEqualTo(101);
        assertThat(standards.path("levels").get(5).path("to").isMissingNode()).isTrue();
        String csv = asker.get("/api/v1/standards.csv").body();
        assertThat(csv.lines())
                .contains(
                        "limit,GB3095-2026-transition,2026-03-01,2030-12-31,pm2_5,24h,2,,60,ug/m3,"
                                + "\"GB 3095-2026, Table 1, transition limits\",A",
                        "breakpoint,HJ633-2026,2026-03-01,,pm2_5,24h,,100,60,ug/m3,\"HJ 633-2026, Table 1\",A");
    }

    @Test
    void aConcentrationHasAnotherIndexByEachEdition() {
        String six = "?so2=12&no2=38&co=1.2&o3=150&pm10=110&pm2_5=80.4";

        JsonNode now = asker.json("/api/v1/standards/HJ633-2026/index" + six);
        JsonNode before = asker.json("/api/v1/standards/HJ633-2012/index" + six);

        // 2026: 80.4 is used as 80; (150-100)/(115-60)*(80-60)+100 = 118.2, rounded up
        assertThat(now.path("aqi").asInt()).isEqualTo(119);
        assertThat(now.path("level").asInt()).isEqualTo(3);
        assertThat(now.path("primary").get(0).asString()).isEqualTo("pm2_5");
        JsonNode step = now.path("steps").get(5);
        assertThat(step.path("used").decimalValue()).isEqualByComparingTo("80");
        assertThat(step.path("low").path("concentration").decimalValue())
                .isEqualByComparingTo("60");
        assertThat(step.path("high").path("index").asInt()).isEqualTo(150);
        // 2012: (150-100)/(115-75)*(80.4-75)+100 = 106.75, rounded up
        assertThat(before.path("aqi").asInt()).isEqualTo(107);
        assertThat(before.path("steps").size()).isEqualTo(6);
    }

    @Test
    void whatHasNoIndexSaysWhy() {
        JsonNode lacking = asker.json("/api/v1/standards/HJ633-2026/index?pm2_5=20");
        assertThat(lacking.path("aqi").isMissingNode()).isTrue();
        assertThat(lacking.path("missing").asString()).isEqualTo("pollutant-missing");
        assertThat(lacking.path("steps").get(0).path("index").asInt()).isEqualTo(29);
        JsonNode beyond =
                asker.json(
                        "/api/v1/standards/HJ633-2012/index?report=as-published-by-cnemc&so2=900");
        assertThat(beyond.path("steps").get(0).path("none").asString())
                .isEqualTo("beyond-breakpoints");
        assertThat(asker.json("/api/v1/standards/HJ633-2026/index").path("missing").asString())
                .isEqualTo("nothing-observed");
        for (String refused :
                new String[] {
                    "HJ633-2026/index?pm2_5=1e9",
                    "HJ633-2026/index?pm2_5=-1",
                    "HJ633-2026/index?report=yearly"
                }) {
            assertThat(asker.get("/api/v1/standards/" + refused).statusCode())
                    .as(refused)
                    .isEqualTo(400);
        }
        assertThat(asker.get("/api/v1/standards/HJ633-1999/index").statusCode()).isEqualTo(404);
    }
}
