package org.airshed.platform.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.airshed.platform.access.DemonstrationPeople;
import org.airshed.platform.database.OnDatabase;
import org.airshed.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnDatabase
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "airshed.mode=demo",
            "airshed.management.port=-1",
            "airshed.access.address-per-minute=100000",
            "airshed.access.sign-in-per-minute=1000"
        })
class AccessOverHttpTest {
    @LocalServerPort int port;
    @Autowired DemonstrationPeople demonstration;

    private Browser as(String login) {
        Browser browser = new Browser(port);
        HttpResponse<String> answer = browser.signIn(login, password());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return browser;
    }

    private String password() {
        return demonstration.accounts().getFirst().password();
    }

    private static String newPerson(String login, String jurisdiction) {
        return "{\"login\":\"%s\",\"zhName\":\"测\",\"enName\":\"T\",\"jurisdiction\":\"%s\"}"
                .formatted(login, jurisdiction);
    }

    @Test
    void somebodyNotSignedInSeesWhatIsPublicAndNoMore() {
        var session = Browser.json(new Browser(port).get("/api/v1/session"));
        assertThat(session.path("signedIn").asBoolean()).isFalse();
        assertThat(session.path("acts").size()).isZero();
        assertThat(session.path("datasets").toString()).isEqualTo("[\"air.published\"]");
        assertThat(session.path("demonstrationAccounts").size()).isEqualTo(8);
        assertThat(Browser.json(new Browser(port).get("/api/v1/people")).path("items").size())
                .isZero();
    }

    @Test
    void signingInChangesTheSessionAndSaysWhatOneMayDo() {
        Browser browser = as("demo.hebei");
        String id = browser.cookie("AIRSHED");
        var session = Browser.json(browser.get("/api/v1/session"));
        assertThat(session.path("signedIn").asBoolean()).isTrue();
        assertThat(session.path("jurisdiction").asString()).isEqualTo("130000");
        assertThat(session.path("acts").toString()).contains("observation.import");
        browser.signIn("demo.hebei", password());
        assertThat(browser.cookie("AIRSHED")).isNotEmpty().isNotEqualTo(id);
        assertThat(browser.send("DELETE", "/api/v1/session", "").statusCode()).isEqualTo(204);
        assertThat(Browser.json(browser.get("/api/v1/session")).path("signedIn").asBoolean())
                .isFalse();
    }

    @Test
    void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
        Browser browser = new Browser(port);
        HttpResponse<String> answer = browser.signIn("demo.hebei", password());
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anyMatch(cookie ->
                        cookie.startsWith("AIRSHED=")
                                && cookie.contains("HttpOnly")
                                && cookie.contains("SameSite=Lax"));
    }

    @Test
    void withoutTheTokenNothingIsChanged() {
        Browser browser = new Browser(port);
        HttpResponse<String> answer =
                browser.send(
                        "POST",
                        "/api/v1/session",
                        "{\"login\":\"demo.hebei\",\"password\":\"" + password() + "\"}");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Browser.json(answer).path("code").asString())
                .isEqualTo("access.csrf-token-missing");
    }

    @Test
    void wrongPasswordsLockTheLoginForAWhileKnownOrNot() {
        for (String login : java.util.List.of("demo.auditor", "nobody.at.all")) {
            Browser browser = new Browser(port);
            for (int attempt = 0; attempt < 5; attempt++) {
                assertThat(browser.signIn(login, "wrong").statusCode()).isEqualTo(401);
            }
            HttpResponse<String> locked = browser.signIn(login, password());
            assertThat(locked.statusCode()).isEqualTo(429);
            assertThat(locked.headers().firstValue("Retry-After")).isPresent();
        }
    }

    @Test
    void aProvincesOfficeEntersItsOwnPeopleAndNobodyElses() {
        Browser hebei = as("demo.hebei");
        HttpResponse<String> own =
                hebei.send("POST", "/api/v1/people", newPerson("new.hebei", "130000"));
        assertThat(own.statusCode()).as(own.body()).isEqualTo(201);
        HttpResponse<String> other =
                hebei.send("POST", "/api/v1/people", newPerson("new.shandong", "370000"));
        assertThat(other.statusCode()).isEqualTo(403);
        assertThat(other.body()).contains("server.act-refused");

        Browser newcomer = new Browser(port);
        String oneTime = Browser.json(own).path("oneTimePassword").asString();
        assertThat(newcomer.signIn("new.hebei", oneTime).body())
                .contains("\"mustChangePassword\":true");
        assertThat(newcomer.get("/api/v1/people").body()).contains("access.password-must-change");
        String change = "{\"current\":\"%s\",\"replacement\":\"%s\"}";
        assertThat(
                        newcomer.send(
                                        "POST",
                                        "/api/v1/session/password",
                                        change.formatted(oneTime, "short"))
                                .body())
                .contains("access.password.too-short");
        assertThat(
                        newcomer.send(
                                        "POST",
                                        "/api/v1/session/password",
                                        change.formatted(oneTime, "clean sky over baoding"))
                                .statusCode())
                .isEqualTo(204);
        assertThat(newcomer.get("/api/v1/people").statusCode()).isEqualTo(200);
    }

    @Test
    void aMandateReachesNoFurtherThanItsGiversOwn() {
        Browser hebei = as("demo.hebei");
        String mandate =
                "{\"body\":\"hebei-office\",\"role\":\"monitor\",\"act\":\"region.change\","
                        + "\"scope\":\"%s\",\"source\":\"test\"}";
        assertThat(hebei.send("POST", "/api/v1/mandates", mandate.formatted("370000")).statusCode())
                .isEqualTo(403);
        assertThat(hebei.send("POST", "/api/v1/mandates", mandate.formatted("*")).statusCode())
                .isEqualTo(403);
        assertThat(hebei.send("POST", "/api/v1/mandates", mandate.formatted("130000")).body())
                .contains("access.act-not-held");
        HttpResponse<String> given =
                as("demo.admin").send("POST", "/api/v1/mandates", mandate.formatted("130000"));
        assertThat(given.statusCode()).as(given.body()).isEqualTo(201);
        String id = Browser.json(given).path("id").asString();
        assertThat(Browser.json(hebei.get("/api/v1/session")).path("acts").toString())
                .contains("region.change");
        assertThat(hebei.send("POST", "/api/v1/mandates/" + id + "/end", "").statusCode())
                .isEqualTo(204);
        assertThat(Browser.json(hebei.get("/api/v1/session")).path("acts").toString())
                .doesNotContain("region.change");
    }

    @Test
    void nobodyResetsThePasswordOfSomebodyWhoMayDoMore() {
        Browser admin = as("demo.admin");
        HttpResponse<String> entered =
                admin.send("POST", "/api/v1/people", newPerson("far.reaching", "130000"));
        String person = Browser.json(entered).path("person").path("id").asString();
        String seat =
                "{\"person\":\""
                        + person
                        + "\",\"body\":\"joint-office\",\"role\":\"duty-officer\"}";
        assertThat(admin.send("POST", "/api/v1/seats", seat).statusCode()).isEqualTo(201);
        HttpResponse<String> refused =
                as("demo.hebei").send("POST", "/api/v1/people/" + person + "/password", "");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
        assertThat(refused.body()).contains("access.person-reaches-further");
    }

    @Test
    void bothQuestionsAreAnsweredWithTheReason() {
        Browser hebei = as("demo.hebei");
        String me = Browser.json(hebei.get("/api/v1/session")).path("person").asString();
        HttpResponse<String> of = hebei.get("/api/v1/rights/of/" + me);
        assertThat(of.body()).contains("因为李明担任河北省大气办的监测员").contains("because Li Ming holds");
        HttpResponse<String> over = hebei.get("/api/v1/rights/over/130600?act=observation.import");
        assertThat(over.statusCode()).as(over.body()).isEqualTo(200);
        assertThat(over.body()).contains(me);
        String other =
                Browser.json(as("demo.shandong").get("/api/v1/session")).path("person").asString();
        assertThat(hebei.get("/api/v1/rights/of/" + other).statusCode()).isEqualTo(404);
    }

    @Test
    void anApiKeyDoesWhatItWasIssuedForAndNothingElse() {
        Browser hebei = as("demo.hebei");
        String entry =
                "{\"name\":\"loader\",\"words\":[\"access.people\"],\"scope\":\"130100\",\"expires\":\"%s\"}"
                        .formatted(Instant.now().plus(30, ChronoUnit.DAYS));
        HttpResponse<String> issued = hebei.send("POST", "/api/v1/api-keys", entry);
        assertThat(issued.statusCode()).as(issued.body()).isEqualTo(201);
        String text = Browser.json(issued).path("text").asString();
        Browser program = new Browser(port).withKey(text);
        var session = Browser.json(program.get("/api/v1/session"));
        assertThat(session.path("acts").size()).isZero();
        assertThat(session.path("datasets").toString()).isEqualTo("[\"access.people\"]");
        assertThat(
                        program.send("POST", "/api/v1/people", newPerson("by.key", "130000"))
                                .statusCode())
                .isEqualTo(403);
        String id = Browser.json(issued).path("key").path("id").asString();
        assertThat(hebei.send("DELETE", "/api/v1/api-keys/" + id, "").statusCode()).isEqualTo(204);
        assertThat(program.get("/api/v1/session").body()).contains("access.key-refused");
    }

    @Test
    void everyAnswerOfTheApiSaysHowMuchIsLeft() {
        assertThat(new Browser(port).get("/api/v1/session").headers().firstValue("RateLimit-Limit"))
                .isPresent();
    }

    @Test
    void whatThePlatformStandsOnCannotBeEnded() {
        Browser admin = as("demo.admin");
        java.util.List<String> paths = new java.util.ArrayList<>();
        paths.add("/api/v1/bodies/platform/end");
        Browser.json(admin.get("/api/v1/seats?limit=200"))
                .path("items")
                .forEach(seat -> {
                    if (seat.path("body").asString().equals("platform")) {
                        paths.add("/api/v1/seats/" + seat.path("id").asString() + "/end");
                    }
                });
        Browser.json(admin.get("/api/v1/mandates?limit=200"))
                .path("items")
                .forEach(mandate -> {
                    if (mandate.path("body").asString().equals("platform")) {
                        paths.add("/api/v1/mandates/" + mandate.path("id").asString() + "/end");
                    }
                });
        assertThat(paths).hasSizeGreaterThan(10);
        for (String path : paths) {
            HttpResponse<String> refused = admin.send("POST", path, "");
            assertThat(refused.statusCode()).as(path + refused.body()).isEqualTo(409);
            assertThat(refused.body()).contains("access.must-stay");
        }
        assertThat(Browser.json(admin.get("/api/v1/session")).path("acts").size()).isEqualTo(5);
    }

    @Test
    void theLastAdministratorStaysEnabledAndAnotherMayGo() {
        Browser admin = as("demo.admin");
        String mandate =
                "{\"body\":\"joint-office\",\"role\":\"duty-officer\",\"act\":\"access.people.manage\","
                        + "\"scope\":\"*\",\"source\":\"test\"}";
        HttpResponse<String> given = admin.send("POST", "/api/v1/mandates", mandate);
        assertThat(given.statusCode()).as(given.body()).isEqualTo(201);
        String last = "";
        for (var person : Browser.json(admin.get("/api/v1/people?limit=200")).path("items")) {
            if (person.path("login").asString().equals("demo.admin")) {
                last = person.path("id").asString();
            }
        }
        Browser duty = as("demo.duty");

        HttpResponse<String> refused = duty.send("POST", "/api/v1/people/" + last + "/disable", "");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
        assertThat(refused.body()).contains("access.must-stay").contains("demo.admin");

        HttpResponse<String> entered =
                admin.send("POST", "/api/v1/people", newPerson("second.admin", "*"));
        String second = Browser.json(entered).path("person").path("id").asString();
        String seat =
                "{\"person\":\"" + second + "\",\"body\":\"platform\",\"role\":\"administrator\"}";
        assertThat(admin.send("POST", "/api/v1/seats", seat).statusCode()).isEqualTo(201);
        String third =
                Browser.json(admin.send("POST", "/api/v1/people", newPerson("third.admin", "*")))
                        .path("person")
                        .path("id")
                        .asString();
        // Now for a day, and again in a year for good: between the two there would be nobody.
        String forNow =
                "{\"person\":\"%s\",\"body\":\"platform\",\"role\":\"administrator\",\"to\":\"%s\"}"
                        .formatted(third, Instant.now().plus(1, ChronoUnit.DAYS));
        String later =
                "{\"person\":\"%s\",\"body\":\"platform\",\"role\":\"administrator\",\"from\":\"%s\"}"
                        .formatted(third, Instant.now().plus(365, ChronoUnit.DAYS));
        for (String entry : java.util.List.of(forNow, later)) {
            HttpResponse<String> seated = admin.send("POST", "/api/v1/seats", entry);
            assertThat(seated.statusCode()).as(seated.body()).isEqualTo(201);
        }
        assertThat(duty.send("POST", "/api/v1/people/" + second + "/disable", "").statusCode())
                .isLessThan(300);
        assertThat(duty.send("POST", "/api/v1/people/" + last + "/disable", "").statusCode())
                .as("alone again")
                .isEqualTo(409);
    }

    @Test
    void aSeatToComeCountsWhenAPasswordIsReset() {
        Browser admin = as("demo.admin");
        HttpResponse<String> entered =
                admin.send("POST", "/api/v1/people", newPerson("soon.reaching", "130000"));
        String person = Browser.json(entered).path("person").path("id").asString();
        String seat =
                ("{\"person\":\"%s\",\"body\":\"joint-office\",\"role\":\"duty-officer\","
                                + "\"from\":\"%s\"}")
                        .formatted(person, Instant.now().plus(30, ChronoUnit.DAYS));
        assertThat(admin.send("POST", "/api/v1/seats", seat).statusCode()).isEqualTo(201);
        HttpResponse<String> refused =
                as("demo.hebei").send("POST", "/api/v1/people/" + person + "/password", "");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
        assertThat(refused.body()).contains("access.person-reaches-further");
    }

    @Test
    void keysEndWhenThePasswordIsReset() {
        String password = "clean sky over shijiazhuang";
        Browser hebei = as("demo.hebei");
        var entered =
                Browser.json(
                        hebei.send("POST", "/api/v1/people", newPerson("key.holder", "130000")));
        String person = entered.path("person").path("id").asString();
        Browser holder = new Browser(port);
        String once = entered.path("oneTimePassword").asString();
        holder.signIn("key.holder", once);
        holder.send(
                "POST",
                "/api/v1/session/password",
                "{\"current\":\"%s\",\"replacement\":\"%s\"}".formatted(once, password));
        String seat =
                "{\"person\":\"" + person + "\",\"body\":\"hebei-office\",\"role\":\"monitor\"}";
        assertThat(hebei.send("POST", "/api/v1/seats", seat).statusCode()).isEqualTo(201);
        String entry =
                "{\"name\":\"k\",\"words\":[\"access.people\"],\"scope\":\"130000\",\"expires\":\"%s\"}"
                        .formatted(Instant.now().plus(30, ChronoUnit.DAYS));
        HttpResponse<String> issued = holder.send("POST", "/api/v1/api-keys", entry);
        assertThat(issued.statusCode()).as(issued.body()).isEqualTo(201);
        Browser program = new Browser(port).withKey(Browser.json(issued).path("text").asString());
        assertThat(program.get("/api/v1/session").statusCode()).isEqualTo(200);
        assertThat(hebei.send("POST", "/api/v1/people/" + person + "/password", "").statusCode())
                .isEqualTo(200);
        assertThat(program.get("/api/v1/session").body()).contains("access.key-refused");
    }

    @Test
    void rightsBeginNowOrLater() {
        String mandate =
                "{\"body\":\"hebei-office\",\"role\":\"monitor\",\"act\":\"observation.import\","
                        + "\"scope\":\"130000\",\"source\":\"test\",\"from\":\"1990-01-01T00:00:00Z\"}";
        HttpResponse<String> refused = as("demo.hebei").send("POST", "/api/v1/mandates", mandate);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("access.validity-past");
    }

    @Test
    void thePublicIsGivenThePublishedAirOnly() {
        String grant = "{\"dataset\":\"%s\",\"scope\":\"130000\",\"source\":\"test\"}";
        Browser hebei = as("demo.hebei");
        for (String dataset : java.util.List.of("access.people", "notary.acts")) {
            HttpResponse<String> refused =
                    hebei.send("POST", "/api/v1/data-grants", grant.formatted(dataset));
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
            assertThat(refused.body()).contains("access.not-for-the-public");
        }
        assertThat(
                        hebei.send("POST", "/api/v1/data-grants", grant.formatted("air.published"))
                                .statusCode())
                .isEqualTo(201);
    }

    @Test
    void anEncodedPathPassesTheSameDoors() {
        HttpResponse<String> answer = as("demo.hebei").get("/%61pi/v1/session");
        assertThat(answer.headers().firstValue("RateLimit-Limit")).isPresent();
        assertThat(Browser.json(answer).path("signedIn").asBoolean()).isTrue();
    }

    @Test
    void rawSqlShowsAViewerTheirOwnRowsOnly(TestDatabase database) {
        String me = Browser.json(as("demo.hebei").get("/api/v1/session")).path("person").asString();
        JdbcClient viewer = JdbcClient.create(database.application(Map.of("airshed.person", me)));
        assertThat(
                        viewer.sql("select distinct jurisdiction from access.person")
                                .query(String.class)
                                .list())
                .containsExactly("130000");
        assertThat(
                        database.client()
                                .sql("select count(*) from access.person")
                                .query(Long.class)
                                .single())
                .isZero();
    }
}
