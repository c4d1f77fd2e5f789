package org.airshed.platform.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.airshed.platform.access.DemonstrationPeople;
import org.airshed.platform.database.OnDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/**
 * Walks the routes that change or show a row that is already there: once over a row of the asker's
 * own jurisdiction, once over a row of another's. {@link RouteWalkTest} walks all the others.
 */
@OnDatabase
@DirtiesContext
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "airshed.mode=demo",
            "airshed.management.port=-1",
            "airshed.access.address-per-minute=100000",
            "airshed.access.sign-in-per-minute=1000"
        })
class ExistingRowsWalkTest {
    private static final String HEBEI = "130000";
    private static final String SHANDONG = "370000";

    @LocalServerPort int port;
    @Autowired DemonstrationPeople demonstration;
    private Browser administrator;
    private int made;

    /** A route over a row, and what the administrator enters first so that there is one. */
    private record Over(String route, String entry, String form, List<String> id) {}

    private static final String PERSON =
            "{\"login\":\"$new\",\"zhName\":\"走\",\"enName\":\"Walk\",\"jurisdiction\":\"$place\"}";
    private static final List<Over> ROUTES =
            List.of(
                    new Over("people/%s/disable", "people", PERSON, List.of("person", "id")),
                    new Over("people/%s/unlock", "people", PERSON, List.of("person", "id")),
                    new Over("people/%s/password", "people", PERSON, List.of("person", "id")),
                    new Over(
                            "bodies/%s/end",
                            "bodies",
                            "{\"code\":\"$new\",\"zhName\":\"走\",\"enName\":\"Walk\",\"kind\":\"office\",\"jurisdiction\":\"$place\",\"roles\":[{\"code\":\"walker\",\"name\":{\"zh\":\"走\",\"en\":\"Walker\"}}]}",
                            List.of("code")),
                    new Over(
                            "mandates/%s/end",
                            "mandates",
                            "{\"body\":\"joint-office\",\"role\":\"duty-officer\",\"act\":\"access.people.manage\",\"scope\":\"$place\",\"source\":\"walk\"}",
                            List.of("id")),
                    new Over(
                            "data-grants/%s/end",
                            "data-grants",
                            "{\"dataset\":\"air.published\",\"scope\":\"$place\",\"source\":\"walk\"}",
                            List.of("id")));

    @BeforeEach
    void signInTheAdministrator() {
        administrator = signedIn("demo.admin");
    }

    @Test
    void aRowIsChangedByWhoeverHoldsItsPlaceAndByNobodyElse() {
        Map<String, Browser> askers = askers();
        List<String> faults = new ArrayList<>();
        for (Over over : ROUTES) {
            for (String place : List.of(HEBEI, SHANDONG)) {
                askers.forEach((name, browser) -> ask(over, place, name, browser, faults));
            }
        }
        assertThat(faults).isEmpty();
    }

    /** What a list of rights shows to somebody of another province, and to nobody at all. */
    @Test
    void listsShowNothingOfAnotherJurisdiction() {
        for (String list :
                List.of("people", "mandates", "seats", "data-grants", "bodies", "acts")) {
            JsonNode items = Browser.json(new Browser(port).get("/api/v1/" + list)).path("items");
            assertThat(items.size()).as("%s shown to the public: %s", list, items).isZero();
        }
        JsonNode people = Browser.json(signedIn("demo.hebei").get("/api/v1/people")).path("items");
        assertThat(people.size()).as("people shown to Hebei").isPositive();
        for (JsonNode person : people) {
            assertThat(person.path("jurisdiction").asString()).startsWith("13");
        }
    }

    private void ask(Over over, String place, String name, Browser asker, List<String> faults) {
        String id = enter(over, place);
        int status = asker.send("POST", "/api/v1/" + over.route().formatted(id), "{}").statusCode();
        boolean reaches =
                name.equals("administrator")
                        || name.equals("Hebei") && place.equals(HEBEI)
                        || name.equals("Shandong") && place.equals(SHANDONG);
        boolean asExpected =
                switch (name) {
                    case "anonymous" -> status == 401;
                    default -> reaches ? status / 100 == 2 : status == 403 || status == 404;
                };
        if (!asExpected) {
            faults.add("%s over %s as %s: got %d".formatted(over.route(), place, name, status));
        }
    }

    private String enter(Over over, String place) {
        var answer =
                administrator.send(
                        "POST",
                        "/api/v1/" + over.entry(),
                        over.form().replace("$place", place).replace("$new", "row" + made++));
        assertThat(answer.statusCode()).as("%s: %s", over.entry(), answer.body()).isEqualTo(201);
        JsonNode found = Browser.json(answer);
        for (String part : over.id()) {
            found = found.path(part);
        }
        return found.asString();
    }

    private Map<String, Browser> askers() {
        Map<String, Browser> askers = new LinkedHashMap<>();
        Browser anonymous = new Browser(port);
        anonymous.get("/api/v1/session");
        askers.put("anonymous", anonymous);
        askers.put("auditor", signedIn("demo.auditor"));
        askers.put("Hebei", signedIn("demo.hebei"));
        askers.put("Shandong", signedIn("demo.shandong"));
        askers.put("administrator", administrator);
        return askers;
    }

    private Browser signedIn(String login) {
        Browser browser = new Browser(port);
        var answer = browser.signIn(login, demonstration.accounts().getFirst().password());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return browser;
    }
}
