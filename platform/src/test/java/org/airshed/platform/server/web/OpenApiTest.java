package org.airshed.platform.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Optional;
import org.airshed.platform.rights.ActKind;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.Dataset;
import org.airshed.platform.rights.ForActors;
import org.airshed.platform.rights.ForReaders;
import org.airshed.platform.rights.OpenToAll;
import org.airshed.platform.rights.Sight;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        classes = FrameApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "airshed.management.port=-1")
@Import(OpenApiTest.SampleRoutes.class)
class OpenApiTest {
    @LocalServerPort int port;

    @Test
    void theFrameSaysEverythingOfARouteThatSaysItsOwn() {
        JsonNode list = api().path("paths").path("/api/v1/readers").path("get");

        assertThat(list.path("tags").path(0).asString()).isEqualTo("server");
        assertThat(list.path("x-airshed-rights").asString()).isEqualTo("readers:notary.acts");
        assertThat(list.path("parameters"))
                .extracting(parameter -> parameter.path("name").asString())
                .containsExactlyInAnyOrder("limit", "cursor");
        assertThat(list.path("responses").has("400")).isTrue();
    }

    @Test
    void anActSaysThatItWantsAMandate() {
        JsonNode act = api().path("paths").path("/api/v1/actors/{code}").path("post");

        assertThat(act.path("x-airshed-rights").asString()).isEqualTo("actors:region.change");
        assertThat(act.path("responses").properties())
                .extracting(java.util.Map.Entry::getKey)
                .contains("200", "400", "401", "403", "404");
        assertThat(act.path("parameters"))
                .extracting(parameter -> parameter.path("name").asString())
                .containsExactly("code");
    }

    @Test
    void whatARouteLeavesOutIsAFault() {
        assertThat(OpenApiLint.faults(api()))
                .allMatch(fault -> fault.startsWith("GET /api/v1/silent"))
                .contains(
                        "GET /api/v1/silent: expected a summary",
                        "GET /api/v1/silent parameter place: expected a description");
    }

    @Test
    void theDescriptionDoesNotDependOnWhoAsksWhere() {
        assertThat(api().path("servers").path(0).path("url").asString()).isEqualTo("/");
        assertThat(api().path("openapi").asString()).startsWith("3.1");
        assertThat(api().path("paths").has("/error")).isFalse();
        assertThat(api().path("paths").has("/")).isFalse();
    }

    private JsonNode api() {
        return Asking.json(new Asking(port).get("/api/v1/openapi.json"));
    }

    @RestController
    static class SampleRoutes {
        @ForReaders(Dataset.ACTS)
        @GetMapping("/api/v1/readers")
        @Operation(operationId = "readers", summary = "A list")
        Page<String> list(Sight sight, Paging paging) {
            return new Page<>(List.of(), Optional.empty());
        }

        @ForActors(ActKind.CHANGE_REGION)
        @PostMapping("/api/v1/actors/{code}")
        @Operation(operationId = "act", summary = "An act")
        List<String> act(
                Authority authority, @Parameter(description = "Where") @PathVariable String code) {
            return List.of(code);
        }

        @OpenToAll
        @GetMapping("/api/v1/silent")
        List<String> silent(@RequestParam String place) {
            return List.of(place);
        }
    }
}
