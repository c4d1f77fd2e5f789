package org.airshed.platform.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.airshed.platform.access.DemonstrationPeople;
import org.airshed.platform.database.OnDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** The caller comes through a proxy on this machine, which the setting names. */
@OnDatabase
@DirtiesContext
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "airshed.mode=demo",
            "airshed.management.port=-1",
            "airshed.proxy=127.0.0.1",
            "airshed.access.sign-in-per-minute=3"
        })
class BehindProxyTest {
    @LocalServerPort int port;
    @Autowired DemonstrationPeople people;

    @Test
    void eachCallerIsCountedByTheAddressTheProxySaw() {
        Browser one = through("198.51.100.1, 203.0.113.1");
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(one.signIn("nobody", "wrong").statusCode()).isEqualTo(401);
        }
        assertThat(one.signIn("nobody", "wrong").statusCode()).isEqualTo(429);
        // What stands before the address the proxy appended was written by the caller.
        assertThat(through("198.51.100.2, 203.0.113.1").signIn("nobody", "wrong").statusCode())
                .isEqualTo(429);
        assertThat(through("203.0.113.2").signIn("nobody", "wrong").statusCode()).isEqualTo(401);
    }

    @Test
    void cookiesAreSecureWhenTheCallerSpeaksTls() {
        assertThat(sessionCookie(through("203.0.113.3"))).doesNotContain("Secure");
        Browser safe = through("203.0.113.4");
        safe.get("/api/v1/session");
        safe.withHeader("X-Forwarded-Proto", "https");
        assertThat(sessionCookie(safe)).contains("; Secure", "; HttpOnly", "SameSite=Lax");
    }

    private String sessionCookie(Browser browser) {
        // The token is fetched in the clear: this client would not send it back otherwise.
        if (browser.cookie("XSRF-TOKEN").isEmpty()) {
            browser.get("/api/v1/session");
        }
        String password = people.accounts().getFirst().password();
        HttpResponse<String> answer =
                browser.send(
                        "POST",
                        "/api/v1/session",
                        "{\"login\":\"demo.admin\",\"password\":\"%s\"}".formatted(password));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("AIRSHED="))
                .findFirst()
                .orElseThrow();
    }

    private Browser through(String forwardedFor) {
        return new Browser(port).withHeader("X-Forwarded-For", forwardedFor);
    }
}
