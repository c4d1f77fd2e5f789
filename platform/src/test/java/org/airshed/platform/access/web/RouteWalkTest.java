package org.airshed.platform.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.airshed.platform.access.DemonstrationPeople;
import org.airshed.platform.database.OnDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Asks every route as every kind of asker and compares with what {@code access/routes.txt}
 * declares, over an asker's own jurisdiction and over another's.
 */
@OnDatabase
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "airshed.mode=demo",
            "airshed.management.port=-1",
            "airshed.access.address-per-minute=100000",
            "airshed.access.sign-in-per-minute=1000"
        })
class RouteWalkTest {
    private static final String NOBODY = "00000000-0000-0000-0000-00000000dead";

    @LocalServerPort int port;
    @Autowired DemonstrationPeople demonstration;
    @Autowired List<RequestMappingHandlerMapping> mappings;

    /** A line of the table: for whom the route is, and a body that names a place. */
    private record Row(String rule, String body) {}

    @Test
    void everyRouteAnswersWhomItIsDeclaredForAndNobodyElse() throws IOException {
        Map<String, Row> table = table();
        Set<String> routes = routes();
        List<String> faults = new ArrayList<>();
        for (String route : routes) {
            if (!table.containsKey(route)) {
                faults.add(
                        "undeclared route: add to platform/src/test/resources/access/routes.txt: "
                                + route
                                + " | open, signed-in, data <dataset> or act <kind> | body");
            }
        }
        table.keySet().stream()
                .filter(route -> !routes.contains(route))
                .forEach(route -> faults.add("declared but gone: " + route));
        Map<String, Browser> askers = askers();
        for (Map.Entry<String, Row> line : table.entrySet()) {
            // Signing out would end the walk of those who sign in but once.
            if (routes.contains(line.getKey()) && !line.getKey().equals("DELETE /api/v1/session")) {
                walk(line.getKey(), line.getValue(), askers, faults);
            }
        }
        assertThat(routes).hasSizeGreaterThan(25);
        assertThat(faults).isEmpty();
    }

    private void walk(String route, Row row, Map<String, Browser> askers, List<String> faults) {
        String method = route.split(" ")[0];
        String path =
                route.split(" ")[1]
                        .replace("{jurisdiction}", "130000")
                        .replace("{code}", "130000")
                        .replaceAll("\\{[a-z]+}", NOBODY);
        for (Map.Entry<String, Browser> asker : askers.entrySet()) {
            for (String place :
                    row.body().contains("$place")
                            ? List.of("130000", "370000")
                            : List.of("130000")) {
                String body =
                        row.body()
                                .replace("$place", place)
                                .replace("$new", "walk" + Long.toString(System.nanoTime(), 36));
                int status =
                        asker.getValue()
                                .send(
                                        method,
                                        path,
                                        body.isEmpty() && !method.equals("GET") ? "{}" : body)
                                .statusCode();
                String expected = expected(row, asker.getKey(), place);
                if (!matches(expected, status)) {
                    faults.add(
                            "%s as %s over %s: expected %s, got %d"
                                    .formatted(route, asker.getKey(), place, expected, status));
                }
            }
        }
    }

    /** What the rule means for this asker: a status, or "in": neither 401 nor 403 nor 5xx. */
    private static String expected(Row row, String asker, String place) {
        boolean open = row.rule().equals("open") || row.rule().startsWith("data ");
        if (open) {
            return "in";
        }
        if (asker.equals("anonymous")) {
            return "401";
        }
        if (row.rule().equals("signed-in")) {
            return "in";
        }
        String act = row.rule().substring("act ".length());
        boolean holds =
                switch (asker) {
                    case "own" -> OFFICE.contains(act);
                    case "other" -> OFFICE.contains(act);
                    case "administrator" -> ADMINISTRATOR.contains(act);
                    case "key" -> act.equals("access.people.manage");
                    default -> false; // seatless, reader
                };
        if (!holds) {
            return "403";
        }
        boolean reaches =
                switch (asker) {
                    case "own", "key" -> place.equals("130000");
                    case "other" -> place.equals("370000");
                    default -> true;
                };
        return row.body().contains("$place") && !reaches ? "403" : "in";
    }

    private static final Set<String> OFFICE =
            Set.of(
                    "evaluation.event.claim",
                    "observation.import",
                    "observation.station.keep",
                    "access.people.manage",
                    "access.mandates.manage",
                    "access.data.grant",
                    "access.api-key.issue");
    private static final Set<String> ADMINISTRATOR =
            Set.of(
                    "access.people.manage",
                    "access.mandates.manage",
                    "access.data.grant",
                    "access.api-key.issue",
                    "region.change");

    private static boolean matches(String expected, int status) {
        return expected.equals("in")
                ? status != 401 && status != 403 && status < 500
                : status == Integer.parseInt(expected);
    }

    private Map<String, Browser> askers() {
        String password = demonstration.accounts().getFirst().password();
        Browser own = signedIn("demo.hebei", password);
        Map<String, Browser> askers = new LinkedHashMap<>();
        askers.put("anonymous", new Browser(port));
        askers.get("anonymous").get("/api/v1/session");
        askers.put("seatless", seatless(own));
        askers.put("reader", signedIn("demo.auditor", password));
        askers.put("own", own);
        askers.put("other", signedIn("demo.shandong", password));
        askers.put("administrator", signedIn("demo.admin", password));
        String issued =
                own.send(
                                "POST",
                                "/api/v1/api-keys",
                                """
                                {"name":"walk","words":["access.people.manage"],"scope":"130000",
                                 "expires":"%s"}
                                """
                                        .formatted(java.time.Instant.now().plusSeconds(3600)))
                        .body();
        askers.put(
                "key",
                new Browser(port)
                        .withKey(
                                tools.jackson.databind.json.JsonMapper.builder()
                                        .build()
                                        .readTree(issued)
                                        .path("text")
                                        .asString()));
        return askers;
    }

    private Browser signedIn(String login, String password) {
        Browser browser = new Browser(port);
        assertThat(browser.signIn(login, password).statusCode()).isEqualTo(200);
        return browser;
    }

    private Browser seatless(Browser manager) {
        var admission =
                Browser.json(
                        manager.send(
                                "POST",
                                "/api/v1/people",
                                "{\"login\":\"seatless\",\"zhName\":\"无\",\"enName\":\"None\",\"jurisdiction\":\"130000\"}"));
        String oneTime = admission.path("oneTimePassword").asString();
        Browser browser = signedIn("seatless", oneTime);
        assertThat(
                        browser.send(
                                        "POST",
                                        "/api/v1/session/password",
                                        "{\"current\":\"%s\",\"replacement\":\"no chair in the room\"}"
                                                .formatted(oneTime))
                                .statusCode())
                .isEqualTo(204);
        return browser;
    }

    private Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        for (RequestMappingHandlerMapping mapping : mappings) {
            mapping.getHandlerMethods()
                    .forEach((info, handler) -> {
                        if (handler.getBeanType().getName().startsWith("org.airshed.")) {
                            info.getPatternValues()
                                    .forEach(path ->
                                            info.getMethodsCondition()
                                                    .getMethods()
                                                    .forEach(method ->
                                                            routes.add(method + " " + path)));
                        }
                    });
        }
        return routes;
    }

    private static Map<String, Row> table() throws IOException {
        Map<String, Row> table = new TreeMap<>();
        new ClassPathResource("access/routes.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> {
                    String[] parts = line.split("\\|", 3);
                    table.put(
                            parts[0].strip(),
                            new Row(parts[1].strip(), parts.length > 2 ? parts[2].strip() : ""));
                });
        return table;
    }
}
