package org.airshed.platform.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.airshed.platform.access.Accounts;
import org.airshed.platform.access.DemonstrationPeople;
import org.airshed.platform.database.OnDatabase;
import org.airshed.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** Time passes by moving what is stored into the past: nothing waits. */
@OnDatabase
@DirtiesContext
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "airshed.mode=demo",
            "airshed.management.port=-1",
            "airshed.access.session-idle=10m",
            "airshed.access.session-absolute=2h"
        })
class SessionLifeTest {
    @LocalServerPort int port;
    @Autowired DemonstrationPeople demonstration;
    @Autowired Accounts accounts;

    @Test
    void aSessionUnusedForTooLongEnds(TestDatabase database) {
        Browser browser = signedIn("demo.hebei");
        String person = person(browser);
        pass(database, person, "last_access_time", Duration.ofMinutes(9));
        assertThat(person(browser)).isEqualTo(person);
        pass(database, person, "last_access_time", Duration.ofMinutes(11));
        assertNobody(browser);
    }

    @Test
    void aSessionIsWrittenNowAndThenAndNotAtEveryRequest(TestDatabase database) {
        Browser browser = signedIn("demo.duty");
        String person = person(browser);
        long signedIn = lastAccess(database, person);
        assertThat(person(browser)).isEqualTo(person);
        assertThat(lastAccess(database, person)).isEqualTo(signedIn);

        pass(database, person, "last_access_time", Duration.ofMinutes(1));
        assertThat(person(browser)).isEqualTo(person);
        assertThat(lastAccess(database, person)).isGreaterThanOrEqualTo(signedIn);
    }

    @Test
    void aSessionTooOldEndsAlthoughItIsUsed(TestDatabase database) {
        Browser browser = signedIn("demo.shandong");
        String person = person(browser);
        pass(database, person, "creation_time", Duration.ofMinutes(119));
        assertThat(person(browser)).isEqualTo(person);
        pass(database, person, "creation_time", Duration.ofMinutes(2));
        assertNobody(browser);
        assertThat(sessions(database, person)).isZero();
    }

    @Test
    void changingThePasswordEndsOnesOtherSessions() {
        Browser other = signedIn("demo.forecaster");
        Browser own = signedIn("demo.forecaster");
        String person = person(own);
        String change = "{\"current\":\"%s\",\"replacement\":\"wind from the north west\"}";
        assertThat(
                        own.send("POST", "/api/v1/session/password", change.formatted(password()))
                                .statusCode())
                .isEqualTo(204);
        assertThat(person(own)).isEqualTo(person);
        assertNobody(other);
    }

    @Test
    void anUnknownLoginTakesAsLongAsAKnownOne() {
        double known_ms = fastest_ms(List.of("demo.leader", "demo.duty", "demo.emergency"));
        double unknown_ms = fastest_ms(List.of("nobody.one", "nobody.two", "nobody.three"));
        // Without the hash of nobody's password the ratio is about 10.
        assertThat(known_ms / unknown_ms).isBetween(0.5, 2.0);
    }

    /** The fastest of twelve attempts, which other work on the machine disturbs least. */
    private double fastest_ms(List<String> logins) {
        double fastest_ms = Double.MAX_VALUE;
        for (int round = 0; round < 4; round++) {
            for (String login : logins) {
                long begin_ns = System.nanoTime();
                assertThat(accounts.attempt(login, "wrong", "192.0.2." + round))
                        .isInstanceOf(Accounts.Attempt.Refused.class);
                fastest_ms = Math.min(fastest_ms, (System.nanoTime() - begin_ns) / 1e6);
            }
        }
        return fastest_ms;
    }

    private Browser signedIn(String login) {
        Browser browser = new Browser(port);
        assertThat(browser.signIn(login, password()).statusCode()).isEqualTo(200);
        return browser;
    }

    private String password() {
        return demonstration.accounts().getFirst().password();
    }

    private static String person(Browser browser) {
        return Browser.json(browser.get("/api/v1/session")).path("person").asString();
    }

    private static void assertNobody(Browser browser) {
        assertThat(browser.send("POST", "/api/v1/session/password", "{}").statusCode())
                .isEqualTo(401);
        assertThat(Browser.json(browser.get("/api/v1/session")).path("signedIn").asBoolean())
                .isFalse();
    }

    /** Lets so much time pass for the sessions of a person. */
    private static void pass(
            TestDatabase database, String person, String since, Duration duration) {
        assertThat(
                        JdbcClient.create(database.owner())
                                .sql(
                                        "update access.session set %1$s = %1$s - :ms,"
                                                        .formatted(since)
                                                + " expiry_time = expiry_time - :expiry_ms"
                                                + " where principal_name = :person")
                                .param("ms", duration.toMillis())
                                .param(
                                        "expiry_ms",
                                        since.equals("last_access_time") ? duration.toMillis() : 0)
                                .param("person", person)
                                .update())
                .isEqualTo(1);
    }

    private static long lastAccess(TestDatabase database, String person) {
        return JdbcClient.create(database.owner())
                .sql("select last_access_time from access.session where principal_name = ?")
                .param(person)
                .query(Long.class)
                .single();
    }

    private static long sessions(TestDatabase database, String person) {
        return JdbcClient.create(database.owner())
                .sql("select count(*) from access.session where principal_name = ?")
                .param(person)
                .query(Long.class)
                .single();
    }
}
