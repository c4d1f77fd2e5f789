package org.airshed.platform.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Objects;
import org.airshed.platform.rights.ActKind;
import org.airshed.platform.rights.ForActors;
import org.airshed.platform.rights.ForSignedIn;
import org.airshed.platform.rights.OpenToAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class StartTest {

    @Test
    void aTakenPortIsNamedWithWhatToDo() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            int port = other.getLocalPort();

            FailureAnalysis why = whyNotStarted(Map.of("server.port", port));

            assertThat(why.getDescription()).contains("Port " + port + " is taken");
            assertThat(why.getAction()).contains("--port");
        }
    }

    @Test
    void aTakenManagementPortIsNamedWithItsSetting() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();

            FailureAnalysis why =
                    whyNotStarted(Map.of("server.port", 0, "airshed.management.port", port));

            assertThat(why.getDescription()).contains("Port " + port + " is taken");
            assertThat(why.getAction()).contains("AIRSHED_MANAGEMENT_PORT");
        }
    }

    @Test
    void withoutANamedManagementPortATakenNextOneGivesWayToAFreeOne() throws IOException {
        try (ServerSocket next = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ConfigurableApplicationContext started =
                        new SpringApplication(FrameApplication.class)
                                .run("--server.port=" + (next.getLocalPort() - 1))) {
            int port = started.getBean(ManagementPort.class).port();

            assertThat(port).isPositive().isNotEqualTo(next.getLocalPort());
            assertThat(new Asking(port).get("/actuator/prometheus").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aRouteThatDoesNotSayWhomItIsForDoesNotStart() {
        FailureAnalysis why = whyNotStarted(Map.of("server.port", 0), SilentRoute.class);

        assertThat(why.getDescription()).contains("/api/v1/silent", "found none");
    }

    @Test
    void aRouteThatSaysItTwiceDoesNotStart() {
        FailureAnalysis why = whyNotStarted(Map.of("server.port", 0), DoubleRoute.class);

        assertThat(why.getDescription()).contains("/api/v1/double", "OpenToAll, ForSignedIn");
    }

    @Test
    void anActThatAsksNobodyForTheMandateDoesNotStart() {
        FailureAnalysis why = whyNotStarted(Map.of("server.port", 0), CarelessAct.class);

        assertThat(why.getDescription()).contains("/api/v1/careless", "take an Authority");
    }

    @Test
    void anUnknownModeIsRefused() {
        Throwable failure = start(Map.of("server.port", 0, "airshed.mode", "party"));

        assertThat(failure).isNotNull().hasStackTraceContaining("party");
    }

    private static FailureAnalysis whyNotStarted(Map<String, Object> settings, Class<?>... more) {
        FailureAnalysis why = new StartFailures().analyze(start(settings, more));
        return Objects.requireNonNull(why, "expected a sentence, got none");
    }

    private static Throwable start(Map<String, Object> settings, Class<?>... more) {
        SpringApplication application = new SpringApplication(FrameApplication.class);
        application.addPrimarySources(java.util.List.of(more));
        application.setDefaultProperties(settings);
        String[] arguments =
                settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new);
        return catchThrowable(() -> {
            try (ConfigurableApplicationContext started = application.run(arguments)) {
                throw new AssertionError("expected no start, started " + started.getId());
            }
        });
    }

    @RestController
    static class SilentRoute {
        @GetMapping("/api/v1/silent")
        void silent() {}
    }

    @RestController
    static class DoubleRoute {
        @OpenToAll
        @ForSignedIn
        @GetMapping("/api/v1/double")
        void said() {}
    }

    @RestController
    static class CarelessAct {
        @ForActors(ActKind.CHANGE_REGION)
        @GetMapping("/api/v1/careless")
        void act() {}
    }
}
