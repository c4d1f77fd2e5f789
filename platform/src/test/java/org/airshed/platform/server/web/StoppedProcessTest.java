package org.airshed.platform.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.airshed.platform.rights.OpenToAll;
import org.airshed.platform.server.RequestId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.SpringApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real process in earnest: what it writes, and how it stops. */
class StoppedProcessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    @Test
    void aRequestUnderWayIsAnsweredBeforeTheProcessEndsAndLogsCarryItsIds(@TempDir Path folder)
            throws Exception {
        Path log = folder.resolve("log");
        Process process = start(log);
        try {
            Asking asking = new Asking(Integer.parseInt(awaited(log, PORT)));
            CompletableFuture<HttpResponse<String>> answer =
                    CompletableFuture.supplyAsync(
                            () -> asking.get("/api/v1/slow", "X-Request-Id", "slow-request-1"));
            awaited(log, Pattern.compile("(under way)"));
            process.destroy();

            assertThat(answer.get(30, TimeUnit.SECONDS).body()).contains("answered");
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isIn(0, 143);
        } finally {
            process.destroyForcibly();
        }
        JsonNode line = onlyLine(log, "under way");
        assertThat(line.path("requestId").asString()).isEqualTo("slow-request-1");
        assertThat(line.path("actId").asString()).isEqualTo("act-1");
        assertThat(line.path("log").path("level").asString()).isEqualTo("INFO");
    }

    private static Process start(Path log) throws Exception {
        return new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                SlowServer.class.getName(),
                                "--airshed.mode=serve",
                                "--airshed.management.port=-1",
                                "--server.port=0"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static String awaited(Path log, Pattern sought) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            Matcher found = sought.matcher(Files.readString(log));
            if (found.find()) {
                return found.group(1);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new AssertionError("expected " + sought + " in " + Files.readString(log));
    }

    private static JsonNode onlyLine(Path log, String message) throws Exception {
        List<String> lines =
                Files.readAllLines(log).stream().filter(line -> line.contains(message)).toList();
        assertThat(lines).hasSize(1);
        return new JsonMapper().readTree(lines.getFirst());
    }

    /** The frame with one route that takes its time. */
    static final class SlowServer {
        public static void main(String[] arguments) {
            SpringApplication.run(
                    new Class<?>[] {FrameApplication.class, SlowRoute.class}, arguments);
        }
    }

    @RestController
    static class SlowRoute {
        @OpenToAll
        @GetMapping("/api/v1/slow")
        List<String> slow() throws InterruptedException {
            // As the notary does once it has recorded an act; the notary is a room further up.
            MDC.put(RequestId.ACT_LOG_FIELD, "act-1");
            LoggerFactory.getLogger(SlowRoute.class).info("under way");
            TimeUnit.SECONDS.sleep(3);
            return List.of("answered");
        }
    }
}
