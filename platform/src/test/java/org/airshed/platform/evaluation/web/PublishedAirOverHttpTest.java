package org.airshed.platform.evaluation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.airshed.platform.database.OnDatabase;
import org.airshed.realdata.NeedsRealData;
import org.airshed.realdata.RealData;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * The heavy evening of 12 March 2026, 20:00 Beijing time, from the files of the national network:
 * city = mean of its stations, HJ 633-2026.
 */
@OnDatabase
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"airshed.mode=demo", "airshed.management.port=-1"})
class PublishedAirOverHttpTest {
    @LocalServerPort int port;

    @DynamicPropertySource
    static void realFolder(DynamicPropertyRegistry properties) {
        RealData.findFolder()
                .ifPresent(folder -> properties.add("airshed.observation.data", folder::toString));
    }

    /** AQI, PM2.5 and stations worked out beside this code from the same hour of the file. */
    @Test
    @NeedsRealData
    void theHeavyEveningOfMarch2026() {
        var asker = new Asker(port);
        asker.awaitReadings();
        JsonNode air = asker.json("/api/v1/air/cities?hour=2026-03-12T12:00:00Z");
        Map<String, String> seen = new HashMap<>();
        for (JsonNode city : air.path("cities")) {
            seen.put(
                    city.path("name").path("zh").asString(),
                    city.path("aqi").asInt()
                            + " "
                            + city.path("values").path("pm2_5").asInt()
                            + " "
                            + city.path("stationsObserved").asInt());
        }
        assertThat(seen)
                .containsEntry("菏泽市", "224 174 5")
                .containsEntry("开封市", "216 166 5")
                .containsEntry("濮阳市", "196 147 4")
                .containsEntry("郑州市", "189 142 11")
                .containsEntry("安阳市", "188 141 5")
                .containsEntry("焦作市", "159 121 6")
                .containsEntry("保定市", "123 85 9")
                .containsEntry("北京市", "120 82 23");
        assertThat(air.path("source").path("synthetic").asBoolean(true)).isFalse();
    }

    @Test
    @NeedsRealData
    void theWholePeriodIsHeld() {
        var asker = new Asker(port);
        asker.awaitReadings();
        JsonNode hours = asker.json("/api/v1/air/hours");
        assertThat(hours.path("firstHour").asString()).isEqualTo("2026-02-26T12:00:00Z");
        assertThat(hours.path("lastHour").asString()).isEqualTo("2026-05-31T15:00:00Z");
        assertThat(hours.path("source").path("code").asString()).isEqualTo("cnemc");
    }
}
