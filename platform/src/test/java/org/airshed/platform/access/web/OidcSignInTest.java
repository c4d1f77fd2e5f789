package org.airshed.platform.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.airshed.platform.access.DemonstrationPeople;
import org.airshed.platform.database.OnDatabase;
import org.airshed.platform.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Signs in through a real identity provider, npm oidc-provider, form by form as a browser does. */
@OnDatabase
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "airshed.mode=demo",
            "airshed.management.port=-1",
            "airshed.oidc.client-id=" + IdentityProvider.CLIENT,
            "airshed.oidc.client-secret=" + IdentityProvider.SECRET,
            "airshed.oidc.match-email=true",
            "airshed.access.address-per-minute=100000",
            "airshed.access.sign-in-per-minute=1000"
        })
class OidcSignInTest {
    private static final IdentityProvider PROVIDER = IdentityProvider.start();
    private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
    private static final int MOST_STEPS = 20;
    private static final String PAGES = "/office/";

    @LocalServerPort int port;
    @Autowired DemonstrationPeople demonstration;
    private JdbcClient rows;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings.add("airshed.oidc.issuer", PROVIDER::issuer);
    }

    @BeforeAll
    void lookAtTheRows(TestDatabase database) {
        rows = JdbcClient.create(database.owner());
    }

    @AfterAll
    static void endTheProvider() {
        PROVIDER.close();
    }

    @Test
    void thePagesAreToldWhereToSendTheBrowser() {
        var session = Browser.json(new Browser(port).get("/api/v1/session"));
        assertThat(session.path("providers").toString())
                .contains("/oauth2/authorization/oidc", "Single sign-on", "统一身份认证");
    }

    @Test
    void aLinkedPersonIsSignedInWithTheirOwnRights() {
        String person = enter("linked.hebei", "");
        link(person, "subject-of-li");
        Browser browser = new Browser(port);
        assertThat(signInAs(browser, "subject-of-li")).isEqualTo(PAGES);
        var session = Browser.json(browser.get("/api/v1/session"));
        assertThat(session.path("signedIn").asBoolean()).isTrue();
        assertThat(session.path("person").asString()).isEqualTo(person);
        assertThat(session.path("acts").size()).isZero();
        // Nobody here ever told them the password made at their entry; it stands in nobody's way.
        assertThat(session.path("mustChangePassword").asBoolean()).isFalse();
        assertThat(browser.get("/api/v1/rights/of/" + person).statusCode()).isEqualTo(200);
        assertThat(browser.send("DELETE", "/api/v1/session", "").statusCode()).isEqualTo(204);
        assertThat(Browser.json(browser.get("/api/v1/session")).path("signedIn").asBoolean())
                .isFalse();
    }

    @Test
    void theSessionBeforeSigningInIsWorthNothingAfter() {
        link(enter("fixed.session", ""), "subject-of-fixed");
        Browser browser = new Browser(port);
        browser.open(at("/oauth2/authorization/oidc"));
        String planted = browser.cookie("AIRSHED");
        assertThat(signInAs(browser, "subject-of-fixed")).isEqualTo(PAGES);
        assertThat(browser.cookie("AIRSHED")).isNotEmpty().isNotEqualTo(planted);
    }

    @Test
    void anIdentityNobodyEnteredIsRefusedWithASentenceAndNobodyIsCreated() {
        long people = people();
        Browser browser = new Browser(port);
        assertThat(signInAs(browser, "stranger"))
                .isEqualTo("/office/sign-in?refused=access.oidc-nobody");
        assertNobody(browser);
        assertThat(people()).isEqualTo(people);
        assertThat(
                        rows.sql("select count(*) from access.federated_identity where subject = ?")
                                .param("stranger")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void aClosedAccountIsRefusedThroughTheProviderToo() {
        String person = enter("closed.person", "");
        link(person, "subject-of-closed");
        assertThat(
                        administrator()
                                .send("POST", "/api/v1/people/" + person + "/disable", "")
                                .statusCode())
                .isEqualTo(204);
        Browser browser = new Browser(port);
        assertThat(signInAs(browser, "subject-of-closed"))
                .isEqualTo("/office/sign-in?refused=access.oidc-nobody");
        assertNobody(browser);
    }

    @Test
    void onlyAVerifiedAddressFindsAPerson() {
        enter("by.address", "wu@example.org");
        Browser unverified = new Browser(port);
        assertThat(signInAs(unverified, "wu@unverified"))
                .isEqualTo("/office/sign-in?refused=access.oidc-nobody");
        assertNobody(unverified);
        assertThat(signInAs(new Browser(port), "wu@verified")).isEqualTo(PAGES);
    }

    @Test
    void anAnswerNobodyAskedForIsRefused() {
        Browser browser = new Browser(port);
        HttpResponse<String> answer =
                browser.open(at("/login/oauth2/code/oidc?code=guessed&state=guessed"));
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .endsWith("/office/sign-in?refused=access.oidc-failed");
        assertNobody(browser);
    }

    @Test
    void theRequestCarriesAProofKeyAndNoSecret() {
        URI asked = location(new Browser(port).open(at("/oauth2/authorization/oidc")), at("/"));
        assertThat(asked.toString())
                .startsWith(PROVIDER.issuer())
                .contains("response_type=code", "code_challenge_method=S256", "nonce=")
                .doesNotContain("secret");
    }

    private static void assertNobody(Browser browser) {
        var session = Browser.json(browser.get("/api/v1/session"));
        assertThat(session.path("signedIn").asBoolean()).isFalse();
        assertThat(session.path("acts").size()).isZero();
    }

    /** Walks from our door through the provider's forms and back; answers where it ends. */
    private String signInAs(Browser browser, String login) {
        URI here = at("/oauth2/authorization/oidc");
        HttpResponse<String> answer = browser.open(here);
        for (int step = 0; step < MOST_STEPS; step++) {
            if (answer.statusCode() / 100 == 3) {
                here = location(answer, here);
                if (here.getPort() == port && here.getPath().startsWith("/office/")) {
                    return here.toString().substring(at("").toString().length());
                }
                answer = browser.open(here);
            } else {
                assertThat(answer.statusCode()).as(here + "\n" + answer.body()).isEqualTo(200);
                here = here.resolve(action(answer.body()));
                answer = browser.submit(here, fields(answer.body(), login));
            }
        }
        throw new AssertionError("not back after " + MOST_STEPS + " steps, at " + here);
    }

    private static String action(String page) {
        Matcher form = FORM.matcher(page);
        assertThat(form.find()).as(page).isTrue();
        return form.group(1);
    }

    private static String fields(String page, String login) {
        return page.contains("value=\"login\"")
                ? "prompt=login&password=any&login="
                        + URLEncoder.encode(login, StandardCharsets.UTF_8)
                : "prompt=consent";
    }

    private static URI location(HttpResponse<String> answer, URI from) {
        return from.resolve(answer.headers().firstValue("Location").orElseThrow());
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private long people() {
        return rows.sql("select count(*) from access.person").query(Long.class).single();
    }

    private String enter(String login, String email) {
        HttpResponse<String> entered =
                administrator()
                        .send(
                                "POST",
                                "/api/v1/people",
                                """
                                {"login":"%s","zhName":"测","enName":"T","jurisdiction":"130000"%s}
                                """
                                        .formatted(
                                                login,
                                                email.isEmpty()
                                                        ? ""
                                                        : ",\"email\":\"" + email + "\""));
        assertThat(entered.statusCode()).as(entered.body()).isEqualTo(201);
        return Browser.json(entered).path("person").path("id").asString();
    }

    private void link(String person, String subject) {
        HttpResponse<String> linked =
                administrator()
                        .send(
                                "POST",
                                "/api/v1/people/" + person + "/identities",
                                "{\"issuer\":\"%s\",\"subject\":\"%s\"}"
                                        .formatted(PROVIDER.issuer(), subject));
        assertThat(linked.statusCode()).as(linked.body()).isEqualTo(204);
    }

    private Browser administrator() {
        Browser browser = new Browser(port);
        HttpResponse<String> answer =
                browser.signIn("demo.admin", demonstration.accounts().getFirst().password());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return browser;
    }
}
