package org.airshed.platform.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.airshed.platform.rights.ActKind;
import org.airshed.platform.rights.ActRefused;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.rights.OpenToAll;
import org.airshed.platform.server.Keyset;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.airshed.platform.server.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        classes = FrameApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "airshed.mode=demo")
@Import(ProblemsOverHttpTest.SampleRoutes.class)
class ProblemsOverHttpTest {
    @LocalServerPort int port;
    private Asking asking = new Asking(0);

    @BeforeEach
    void connect() {
        asking = new Asking(port);
    }

    @Test
    void whatIsNotThereIsAProblemThatNamesThePath() {
        JsonNode problem = problem(asking.get("/api/v1/nothing"), 404, "server.route-unknown");

        assertThat(problem.path("type").asString()).isEqualTo("/problems/server.route-unknown");
        assertThat(problem.path("instance").asString()).isEqualTo("/api/v1/nothing");
        assertThat(problem.path("arguments").path("path").asString()).isEqualTo("/api/v1/nothing");
        assertThat(problem.path("title").asString()).isEqualTo("未找到");
        assertThat(problem.path("detail").asString()).contains("/api/v1/nothing");
    }

    @Test
    void aProblemSpeaksTheLanguageAskedFor() {
        HttpResponse<String> answer =
                asking.get("/api/v1/nothing", "Accept-Language", "fr, en-GB;q=0.8, zh;q=0.2");

        assertThat(Asking.json(answer).path("title").asString()).isEqualTo("Not found");
        assertThat(answer.headers().firstValue("Content-Language")).contains("en");
        assertThat(answer.headers().allValues("Vary")).contains("Accept-Language");
    }

    @Test
    void aPageThatIsNotThereIsAProblemToo() {
        problem(asking.get("/nothing.html", "Accept", "text/html"), 404, "server.route-unknown");
    }

    @Test
    void anotherMethodIsRefusedNamingTheAllowedOnes() {
        HttpResponse<String> answer = asking.send("DELETE", "/api/v1/sample/1", null);

        JsonNode problem = problem(answer, 405, "server.method-not-allowed");
        assertThat(problem.path("arguments").path("allowed").asString()).isEqualTo("GET");
        assertThat(answer.headers().firstValue("Allow")).contains("GET");
    }

    @Test
    void anotherBodyTypeIsRefusedNamingTheExpectedOne() {
        HttpResponse<String> answer =
                asking.send("POST", "/api/v1/sample", "<a/>", "Content-Type", "application/xml");

        JsonNode problem = problem(answer, 415, "server.media-type-not-supported");
        assertThat(problem.path("arguments").path("value").asString()).contains("application/xml");
    }

    @Test
    void anAnswerTypeWeDoNotHaveIsRefused() {
        problem(
                asking.get("/api/v1/sample/1", "Accept", "image/png"),
                406,
                "server.media-type-not-acceptable");
    }

    @Test
    void malformedJsonIsRefusedNamingThePlace() {
        HttpResponse<String> answer =
                asking.send(
                        "POST",
                        "/api/v1/sample",
                        "{\"name\": \"a\",\n \"count\": }",
                        "Content-Type",
                        "application/json");

        JsonNode problem = problem(answer, 400, "server.json-malformed");
        assertThat(problem.path("arguments").path("line").asString()).isEqualTo("2");
    }

    @Test
    void aFieldOfTheWrongTypeIsRefusedNamingFieldAndValue() {
        HttpResponse<String> answer =
                asking.send(
                        "POST",
                        "/api/v1/sample",
                        "{\"name\": \"a\", \"count\": \"many\"}",
                        "Content-Type",
                        "application/json");

        JsonNode arguments = problem(answer, 400, "server.field-invalid").path("arguments");
        assertThat(arguments.path("place").asString()).isEqualTo("count");
        assertThat(arguments.path("value").asString()).isEqualTo("many");
    }

    @Test
    void anUnknownFieldIsRefused() {
        HttpResponse<String> answer =
                asking.send(
                        "POST",
                        "/api/v1/sample",
                        "{\"name\": \"a\", \"count\": 3, \"colour\": 1}",
                        "Content-Type",
                        "application/json");

        assertThat(
                        problem(answer, 400, "server.field-invalid")
                                .path("arguments")
                                .path("place")
                                .asString())
                .isEqualTo("colour");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "\\udc00\\ud800"})
    void textThatNobodyCanKeepIsRefusedNamingFieldAndValue(String escaped) {
        JsonNode problem =
                problem(
                        post("{\"name\": \"a" + escaped + "b\", \"count\": 3}"),
                        400,
                        "server.text-unusable");

        assertThat(problem.path("arguments").path("place").asString()).isEqualTo("name");
        assertThat(problem.path("arguments").path("value").asString())
                .isEqualTo("a" + escaped + "b");
    }

    @Test
    void soItIsAnywhereInABody() {
        problem(post("{\"na\\u0000me\": \"a\"}"), 400, "server.text-unusable");
        assertThat(
                        problem(
                                        post("{\"name\": [{\"x\": \"\\ud800\"}]}"),
                                        400,
                                        "server.text-unusable")
                                .path("arguments")
                                .path("place")
                                .asString())
                .isEqualTo("name[0].x");
        assertThat(post("{\"name\": \"\\ud83d\\ude00 天\", \"count\": 3}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aBodyLongerThanTheLimitIsRefusedAnnouncedOrChunked() throws Exception {
        String longest = "{\"name\": \"a\", \"count\": 3" + " ".repeat(1024 * 1024 - 25) + "}";
        assertThat(longest.length()).isEqualTo(1024 * 1024);
        assertThat(post(longest).statusCode()).isEqualTo(200);

        JsonNode problem = problem(post(longest + " "), 413, "server.body-too-large");
        assertThat(problem.path("arguments").path("maximum").asString()).isEqualTo("1048576 B");

        byte[] chunked = (longest + " ").getBytes(StandardCharsets.UTF_8);
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/sample"))
                        .version(HttpClient.Version.HTTP_1_1)
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(chunked)))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            problem(
                    client.send(request, HttpResponse.BodyHandlers.ofString()),
                    413,
                    "server.body-too-large");
        }
    }

    @Test
    void aNulInAPathOrAQueryIsRefused() throws IOException {
        JsonNode arguments =
                problem(asking.get("/api/v1/sample?pollutant=pm%0025"), 400, "server.text-unusable")
                        .path("arguments");
        assertThat(arguments.path("place").asString()).isEqualTo("pollutant");
        assertThat(arguments.path("value").asString()).isEqualTo("pm\\u000025");
        assertThat(asking.get("/api/v1/sample?pollutant=%2500").statusCode()).isEqualTo(200);
        problem(asking.get("/api/v1/sample?pollutant=%ED%A0%80"), 400, "server.query-unreadable");
        assertThat(
                        raw(
                                "GET /api/v1/sample/%00 HTTP/1.1\r\nHost: localhost\r\n"
                                        + "Connection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
    }

    @Test
    void aMissingBodyIsRefused() {
        problem(
                asking.send("POST", "/api/v1/sample", "", "Content-Type", "application/json"),
                400,
                "server.body-missing");
    }

    @Test
    void eachThingWrongInABodyIsListed() {
        HttpResponse<String> answer =
                asking.send(
                        "POST",
                        "/api/v1/sample",
                        "{\"name\": \"\", \"count\": 99}",
                        "Content-Type",
                        "application/json");

        JsonNode problem = problem(answer, 400, "server.request-invalid");
        assertThat(problem.path("violations"))
                .extracting(violation -> violation.path("place").asString())
                .containsExactlyInAnyOrder("name", "count");
        assertThat(problem.path("violations"))
                .extracting(violation -> violation.path("value").asString())
                .contains("99");
    }

    @Test
    void aParameterOfTheWrongTypeIsRefusedNamingIt() {
        JsonNode arguments =
                problem(asking.get("/api/v1/sample/one"), 400, "server.parameter-invalid")
                        .path("arguments");
        assertThat(arguments.path("place").asString()).isEqualTo("number");
        assertThat(arguments.path("value").asString()).isEqualTo("one");
    }

    @Test
    void aMissingParameterIsRefusedNamingIt() {
        assertThat(
                        problem(asking.get("/api/v1/sample"), 400, "server.parameter-missing")
                                .path("arguments")
                                .path("place")
                                .asString())
                .isEqualTo("pollutant");
    }

    @Test
    void anActWithoutMandateIsForbidden() {
        JsonNode problem = problem(asking.get("/api/v1/sample/act"), 403, "server.act-refused");
        assertThat(problem.path("detail").asString()).contains("region.change", "130600");
    }

    @Test
    void anUnexpectedErrorShowsItsRequestIdAndNothingElse() {
        HttpResponse<String> answer =
                asking.get("/api/v1/sample/failing", "X-Request-Id", "from-outside-0001");

        JsonNode problem = problem(answer, 500, "server.unexpected");
        assertThat(problem.path("requestId").asString()).isEqualTo("from-outside-0001");
        assertThat(answer.body()).doesNotContain("secret", "Exception", "org.airshed");
    }

    @Test
    void everyAnswerCarriesARequestId() {
        assertThat(asking.get("/api/v1/service").headers().firstValue("X-Request-Id"))
                .hasValueSatisfying(id -> assertThat(id).hasSize(36));
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with space inside", "quote\"quote", "-leading-dash"})
    void aRequestIdOfAnotherShapeIsReplaced(String brought) {
        assertThat(
                        asking.get("/api/v1/service", "X-Request-Id", brought)
                                .headers()
                                .firstValue("X-Request-Id"))
                .hasValueSatisfying(id -> assertThat(id).isNotEqualTo(brought));
    }

    @Test
    void aRequestLineTheContainerCannotParseIsAProblemToo() throws IOException {
        String answer = raw("GET /a%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
        assertThat(answer).contains("server.unparsed-request").doesNotContain("<html", "Tomcat");
    }

    @Test
    void aListIsReadPageByPageWithoutGapsOrRepeats() {
        StringBuilder seen = new StringBuilder();
        String path = "/api/v1/sample/list?from=3&limit=4";
        for (int page = 0; page < 10 && !path.isEmpty(); page++) {
            JsonNode answer = Asking.json(asking.get(path));
            answer.path("items").forEach(item -> seen.append(item.asInt()).append(' '));
            path = answer.path("next").asString("");
        }
        assertThat(seen.toString()).isEqualTo("3 4 5 6 7 8 9 10 11 12 ");
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        String next =
                Asking.json(asking.get("/api/v1/sample/list?from=3&limit=4"))
                        .path("next")
                        .asString();

        problem(asking.get(next.replace("from=3", "from=4")), 400, "server.cursor-invalid");
        problem(asking.get(next.substring(0, next.length() - 1)), 400, "server.cursor-invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "501", "ten", ""})
    void aLimitOutOfRangeIsRefused(String limit) {
        problem(
                asking.get("/api/v1/sample/list?from=1&limit=" + limit),
                400,
                "server.limit-out-of-range");
    }

    private HttpResponse<String> post(String body) {
        return asking.send("POST", "/api/v1/sample", body, "Content-Type", "application/json");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            try (InputStream in = socket.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    private static JsonNode problem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
        JsonNode problem = Asking.json(answer);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asString()).isNotBlank().doesNotContain("{");
        assertThat(answer.headers().firstValue("X-Request-Id"))
                .contains(problem.path("requestId").asString());
        return problem;
    }

    @RestController
    static class SampleRoutes {
        record Sample(
                @jakarta.validation.constraints.NotBlank String name,
                @jakarta.validation.constraints.Max(10) int count) {}

        @OpenToAll
        @GetMapping("/api/v1/sample/{number}")
        Map<String, Integer> one(@PathVariable int number) {
            return Map.of("number", number);
        }

        @OpenToAll
        @GetMapping("/api/v1/sample")
        Map<String, String> some(@RequestParam String pollutant) {
            return Map.of("pollutant", pollutant);
        }

        @OpenToAll
        @PostMapping(path = "/api/v1/sample", consumes = "application/json")
        Sample create(@jakarta.validation.Valid @RequestBody Sample sample) {
            return sample;
        }

        @OpenToAll
        @GetMapping("/api/v1/sample/act")
        void act() {
            throw new ActRefused(ActKind.CHANGE_REGION, new JurisdictionCode("130600"));
        }

        @OpenToAll
        @GetMapping("/api/v1/sample/failing")
        void failing() {
            throw new IllegalStateException("secret of the insides");
        }

        /** The whole numbers from one to twelve, read the way SQL would. */
        @OpenToAll
        @GetMapping("/api/v1/sample/list")
        Page<Integer> list(@RequestParam int from, Paging paging) {
            Keyset order = Keyset.ascending(Keyset.column("n", Keyset.KeyType.WHOLE_NUMBER));
            Object after = order.parameters(paging).getOrDefault("after0", 0L);
            if (!(after instanceof Long seen)) {
                throw Refusal.badInput("server.unexpected", Map.of());
            }
            List<Integer> rows =
                    IntStream.rangeClosed(from, 12)
                            .filter(n -> n > seen)
                            .limit(paging.limit() + 1L)
                            .boxed()
                            .toList();
            return order.page(rows, paging, n -> List.of(String.valueOf(n)));
        }
    }
}
