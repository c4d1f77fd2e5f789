package org.airshed.platform.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.airshed.platform.AirshedServer;
import org.junit.jupiter.api.Test;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The whole server's description, and the file from which the pages take their types. */
@SpringBootTest(classes = AirshedServer.class, properties = "airshed.management.port=-1")
class ContractTest {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build();
    private static final Path CONTRACT =
            Path.of(System.getProperty("airshed.root", ".."), "web", "api", "openapi.json");

    @Autowired OpenApiWebMvcResource description;

    @Test
    void everyRouteSaysWhatProgramsMustKnow() throws Exception {
        assertThat(OpenApiLint.faults(served())).isEmpty();
    }

    @Test
    void thePagesAreBuiltAgainstWhatIsServed() throws Exception {
        JsonNode served = served();
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(CONTRACT, ordered(served));
        }
        JsonNode file = JSON.readTree(Files.readString(CONTRACT));
        Set<String> toCome = paths(file);
        toCome.removeAll(paths(served));
        assertThat(toCome).as("routes the pages expect and the server does not have").isEmpty();

        assertThat(ordered(file))
                .as(
                        "web/api/openapi.json differs from what is served; after looking at the"
                                + " difference, update it: mvn -pl platform -am test"
                                + " -Dtest=ContractTest -Dsurefire.failIfNoSpecifiedTests=false"
                                + " -Dopenapi.update=true")
                .isEqualTo(ordered(served));
    }

    private JsonNode served() throws IOException {
        return JSON.readTree(
                description.openapiJson(
                        new MockHttpServletRequest("GET", "/api/v1/openapi.json"),
                        "/api/v1/openapi.json",
                        Locale.ENGLISH));
    }

    /** One order of members, whatever order they were written in. */
    private static String ordered(JsonNode tree) {
        return JSON.writeValueAsString(JSON.treeToValue(tree, Object.class)) + "\n";
    }

    private static Set<String> paths(JsonNode api) {
        Set<String> paths = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
            paths.add(path.getKey());
        }
        return paths;
    }
}
