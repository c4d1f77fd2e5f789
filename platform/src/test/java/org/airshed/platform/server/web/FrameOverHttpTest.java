package org.airshed.platform.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.airshed.platform.server.BilingualText;
import org.airshed.platform.server.DataLabel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        classes = FrameApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"airshed.mode=demo", "airshed.management.port=0"})
@Import(FrameOverHttpTest.TwinLabel.class)
class FrameOverHttpTest {
    @LocalServerPort int port;
    @Autowired ManagementPort management;
    private Asking asking = new Asking(0);

    @BeforeEach
    void connect() {
        asking = new Asking(port);
    }

    @Test
    void theServiceSaysWhatItIs() {
        JsonNode service = Asking.json(asking.get("/api/v1/service"));

        assertThat(service.path("mode").asString()).isEqualTo("demo");
        assertThat(service.path("synthetic").asBoolean()).isTrue();
        assertThat(service.path("dataLabel").path("zh").asString()).isEqualTo("合成数据");
        assertThat(service.path("dataLabel").path("en").asString()).isEqualTo("SYNTHETIC");
        assertThat(service.path("zone").asString()).isEqualTo("Asia/Shanghai");
        assertThat(service.path("version").asString()).isNotBlank();
    }

    @Test
    void healthIsOpenWithoutDetails() {
        assertThat(asking.get("/actuator/health").body()).contains("\"UP\"").doesNotContain("disk");
        assertThat(asking.get("/actuator/health/liveness").body()).contains("\"UP\"");
        assertThat(asking.get("/actuator/health/readiness").body()).contains("\"UP\"");
    }

    @Test
    void metricsAreNotOnThePublicPort() {
        assertThat(asking.get("/actuator/prometheus").statusCode()).isEqualTo(404);
        assertThat(asking.get("/actuator/env").statusCode()).isEqualTo(404);
        assertThat(asking.get("/actuator/metrics").statusCode()).isEqualTo(404);
    }

    @Test
    void metricsAreOnThePortOfTheirOwn() {
        asking.get("/api/v1/service");
        HttpResponse<String> answer = new Asking(management.port()).get("/actuator/prometheus");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("jvm_memory_used_bytes", "/api/v1/service");
        assertThat(new Asking(management.port()).get("/actuator/prometheus/x").statusCode())
                .isEqualTo(404);
    }

    @Test
    void browsersAreToldWhatPagesMayDo() {
        HttpResponse<String> answer = asking.get("/api/v1/service");

        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy)
                                .contains("script-src 'self';", "worker-src 'self' blob:"));
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
    }

    @Test
    void thePortalAndEveryAddressOfTheOfficeAnswerTheirPage() {
        assertThat(asking.get("/").body()).contains("portal page of the tests");
        assertThat(asking.get("/office").body()).contains("office page of the tests");
        assertThat(asking.get("/office/map?place=130600").body())
                .contains("office page of the tests");
        assertThat(asking.get("/office/map").headers().firstValue("Cache-Control"))
                .contains("no-cache");
    }

    @Test
    void aPageNotChangedIsNotSentAgain() {
        HttpResponse<String> first = asking.get("/");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(asking.get("/", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(asking.get("/", "If-None-Match", "W/\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void hashedAssetsAreKeptForever() {
        HttpResponse<String> answer = asking.get("/assets/sample-0a1b2c3d.mjs");

        assertThat(answer.headers().firstValue("Cache-Control"))
                .contains("max-age=31536000, public, immutable");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/javascript"));
    }

    @Test
    void otherFilesAreAskedForAgainByContent() {
        HttpResponse<String> answer = asking.get("/sample.geojson");
        String tag = answer.headers().firstValue("ETag").orElseThrow();

        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/geo+json"));
        assertThat(asking.get("/sample.geojson", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void whatIsLongIsCompressed() {
        HttpResponse<String> answer = asking.get("/sample.geojson", "Accept-Encoding", "gzip");

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    }

    @Test
    void filesOutsideTheFolderAreNotServed() {
        assertThat(asking.get("/assets/..%2f..%2f..%2fapplication.yaml").statusCode())
                .isIn(400, 404);
        assertThat(asking.get("/application.yaml").statusCode()).isEqualTo(404);
    }

    /** A label such as the synthetic demonstration brings. */
    static class TwinLabel implements DataLabel {
        @Override
        public boolean synthetic() {
            return true;
        }

        @Override
        public BilingualText text() {
            return new BilingualText("合成数据", "SYNTHETIC");
        }
    }
}
