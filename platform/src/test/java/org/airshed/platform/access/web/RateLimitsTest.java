package org.airshed.platform.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.airshed.platform.database.OnDatabase;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** In this order: whoever reaches the limit of an address is refused everything for a while. */
@OnDatabase
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "airshed.management.port=-1",
            "airshed.access.address-per-minute=60",
            "airshed.access.key-per-minute=2",
            "airshed.access.sign-in-per-minute=3"
        })
class RateLimitsTest {
    @LocalServerPort int port;

    @Test
    @Order(1)
    void anAddressMayTryToSignInOnlySoOften() {
        Browser browser = new Browser(port);
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(browser.signIn("somebody." + attempt, "wrong").statusCode()).isEqualTo(401);
        }
        assertTooOften(browser.signIn("somebody.else", "wrong"), 3);
        // No proxy is named: what the caller writes of their address counts for nothing.
        Browser forger = new Browser(port).withHeader("X-Forwarded-For", "203.0.113.7");
        assertTooOften(forger.signIn("somebody.else", "wrong"), 3);
        assertThat(browser.get("/api/v1/session").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void aKeyMayAskOnlySoOftenAndEachKeyForItself() {
        Browser program = new Browser(port).withKey("ask_one");
        for (int request = 0; request < 2; request++) {
            assertThat(program.get("/api/v1/session").statusCode()).isEqualTo(401);
        }
        assertTooOften(program.get("/api/v1/session"), 2);
        assertThat(new Browser(port).withKey("ask_two").get("/api/v1/session").statusCode())
                .isEqualTo(401);
    }

    @Test
    @Order(3)
    void anAddressMayAskOnlySoOften() {
        Browser browser = new Browser(port);
        HttpResponse<String> answer = browser.get("/api/v1/session");
        // Some tokens come back while we ask.
        for (int request = 0; request < 200 && answer.statusCode() == 200; request++) {
            answer = browser.get("/api/v1/session");
        }
        assertTooOften(answer, 60);
        assertThat(browser.get("/").statusCode()).isNotEqualTo(429);
    }

    private static void assertTooOften(HttpResponse<String> answer, int perMinute) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        var problem = Browser.json(answer);
        assertThat(problem.path("code").asString()).isEqualTo("access.too-often");
        assertThat(problem.path("detail").asString())
                .startsWith("at most " + perMinute + " requests a minute; try again in ");
        assertThat(number(answer, "Retry-After")).isBetween(1L, 60L);
        assertThat(number(answer, "RateLimit-Limit")).isEqualTo(perMinute);
        assertThat(number(answer, "RateLimit-Remaining")).isZero();
        assertThat(number(answer, "RateLimit-Reset")).isBetween(0L, 60L);
    }

    private static long number(HttpResponse<String> answer, String header) {
        return answer.headers().firstValueAsLong(header).orElseThrow();
    }
}
