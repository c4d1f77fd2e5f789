package org.airshed.platform.observation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.airshed.platform.access.DemonstrationPeople;
import org.airshed.platform.access.SystemActor;
import org.airshed.platform.access.web.Browser;
import org.airshed.platform.database.OnDatabase;
import org.airshed.platform.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The register of instruments, kept by an office for its own stations. */
@OnDatabase
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"airshed.mode=demo", "airshed.management.port=-1"})
class InstrumentsOverHttpTest {
    private static final String HEADER =
            "timepoint,stationcode,positionname,area,longitude,latitude,so2,no2,co,o3,pm10,pm2_5,aqi,primarypollutant\n";

    @LocalServerPort int port;
    @Autowired DemonstrationPeople demonstration;
    private Browser hebei;
    private JdbcClient owner;
    private JdbcClient seen;

    @BeforeEach
    void aStationWithoutInstruments(TestDatabase database) {
        owner = JdbcClient.create(database.owner());
        owner.sql("truncate observation.instrument").update();
        seen =
                JdbcClient.create(
                        database.application(
                                Map.of("airshed.person", SystemActor.PERSON.toString())));
        hebei = signedIn("demo.hebei");
        hebei.send(
                "POST",
                "/api/v1/imports?name=hebei.csv",
                HEADER + "2026-03-01T0100,1051A,游泳馆,保定市,115.49,38.86,9,30,NA,20,150,80,,\n");
    }

    private Browser signedIn(String login) {
        Browser browser = new Browser(port);
        var answer = browser.signIn(login, demonstration.accounts().getFirst().password());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return browser;
    }

    private static String entry(String serial, boolean primary, String from, String to) {
        return """
        {"measures":[{"species":"pm2_5","detectionLimit":2.5},{"species":"so4"}],"method":"beta-attenuation",
         "primary":%s,"maker":"某厂","model":"BAM","serial":"%s","from":"%s"%s,"source":"equipment list of 2026"}
        """
                .formatted(
                        primary, serial, from, to.isEmpty() ? "" : ",\"to\":\"%s\"".formatted(to));
    }

    private JsonNode enter(Browser who, String body, int status) {
        var answer = who.send("POST", "/api/v1/stations/1051A/instruments", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Browser.json(answer);
    }

    private List<String> inForce(String at) {
        List<String> serials = new ArrayList<>();
        Browser.json(new Browser(port).get("/api/v1/instruments?station=1051A&at=" + at))
                .path("items")
                .forEach(item -> serials.add(item.path("serial").asString()));
        return serials;
    }

    @Test
    void anInstrumentIsEnteredAndEndedByActs() {
        JsonNode entered = enter(hebei, entry("A1", true, "2026-01-01T00:00:00Z", ""), 201);
        assertThat(entered.path("standard").asString()).isEqualTo("HJ 653");
        assertThat(entered.path("measures").path(0).path("detectionLimit").decimalValue())
                .isEqualByComparingTo("2.5");
        assertThat(inForce("2026-02-01T00:00:00Z")).containsExactly("A1");
        String path = "/api/v1/instruments/" + entered.path("id").asString() + "/end";
        String end = "{\"at\":\"2026-03-01T00:00:00Z\",\"source\":\"replaced by another\"}";

        assertThat(hebei.send("POST", path, end.replace("2026", "2025")).statusCode())
                .as("before it began")
                .isEqualTo(409);
        assertThat(signedIn("demo.shandong").send("POST", path, end).statusCode()).isEqualTo(403);
        assertThat(hebei.send("POST", path, end).statusCode()).isEqualTo(200);
        assertThat(hebei.send("POST", path, end).statusCode()).as("once").isEqualTo(409);

        assertThat(inForce("2026-02-28T23:00:00Z")).containsExactly("A1");
        assertThat(inForce("2026-03-01T00:00:00Z")).isEmpty();
        assertThat(
                        seen.sql(
                                        """
                                        select summary || ' ' || kind || ' ' || jurisdiction from notary.act
                                        where subject = 'observation.instrument/' || :id order by id
                                        """)
                                .param("id", entered.path("id").asString())
                                .query(String.class)
                                .list())
                .containsExactly(
                        "observation.act.instrument-entered observation.station.keep 130600",
                        "observation.act.instrument-ended observation.station.keep 130600");
    }

    @Test
    void twoPrimaryInstrumentsOfOneSpeciesNeverOverlap() {
        enter(hebei, entry("A1", true, "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"), 201);

        JsonNode refused = enter(hebei, entry("A2", true, "2026-01-31T23:00:00Z", ""), 409);

        assertThat(refused.path("code").asString()).isEqualTo("observation.instrument-overlaps");
        assertThat(refused.path("detail").asString()).contains("A1", "pm2_5, so4");
        enter(hebei, entry("A3", true, "2026-02-01T00:00:00Z", ""), 201);
        enter(hebei, entry("A4", false, "2026-01-01T00:00:00Z", ""), 201);
        assertThat(inForce("2026-02-02T00:00:00Z")).containsExactlyInAnyOrder("A3", "A4");
    }

    @Test
    void ofTwoEnteredAtOnceOneIsRefused() throws Exception {
        List<Callable<Integer>> entries = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            String body = entry("C" + number, true, "2026-01-01T00:00:00Z", "");
            Browser browser = signedIn("demo.hebei");
            entries.add(() ->
                    browser.send("POST", "/api/v1/stations/1051A/instruments", body).statusCode());
        }
        List<Integer> statuses = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var done : threads.invokeAll(entries)) {
                statuses.add(done.get());
            }
        }
        assertThat(statuses).containsOnlyOnce(201).hasSize(6);
        assertThat(statuses.stream().filter(status -> status == 409)).hasSize(5);
    }

    @Test
    void whatIsNoInstrumentIsRefused() {
        String good = entry("A1", true, "2026-01-01T00:00:00Z", "");
        enter(hebei, good.replace("beta-attenuation", "guessing"), 400);
        enter(hebei, good.replace("so4", "pm2_5"), 400);
        enter(hebei, good.replace("so4", "unobtainium"), 400);
        enter(hebei, entry("A1", true, "2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z"), 400);
        enter(signedIn("demo.shandong"), good, 403);
        assertThat(hebei.send("POST", "/api/v1/stations/none/instruments", good).statusCode())
                .isEqualTo(404);
    }

    /** Species are listed for everybody, what was read of them for whom readings are open. */
    @Test
    void otherReadingsOverTheApi() {
        String mapping =
                """
                station.fixed = 1051A
                area.fixed = 保定市
                time = hour
                time.pattern = yyyy-MM-dd HH:mm
                time.zone = UTC
                time.labels = end
                species.wind_direction = wd
                unit.wind_direction = compass16
                species.temperature = T
                unit.temperature = degC
                """;
        String query =
                "/api/v1/imports?name=w.csv&network=cnemc&role=evaluation&mapping="
                        + URLEncoder.encode(mapping, StandardCharsets.UTF_8);
        var imported =
                hebei.send(
                        "POST",
                        query,
                        "hour,T,wd\n2026-03-01 01:00,-0.7,NNW\n2026-03-01 02:00,1,NA\n");
        assertThat(imported.statusCode()).as(imported.body()).isEqualTo(200);
        assertThat(Browser.json(imported).path("otherEntered").asInt()).isEqualTo(3);

        String path = "/api/v1/readings/other?station=1051A&limit=2";
        JsonNode first = Browser.json(hebei.get(path));
        assertThat(first.path("items").path(0).path("value").decimalValue())
                .isEqualByComparingTo("1");
        assertThat(first.path("items").path(1).path("word").asString()).isEqualTo("NNW");
        assertThat(first.path("items").path(1).path("value").decimalValue())
                .isEqualByComparingTo("337.5");
        JsonNode second = Browser.json(hebei.get(first.path("next").asString()));
        assertThat(second.path("items").size()).isEqualTo(1);
        assertThat(second.path("items").path(0).path("species").asString())
                .isEqualTo("temperature");
        assertThat(Browser.json(hebei.get(path + "&species=temperature")).path("items").size())
                .isEqualTo(2);
        assertThat(Browser.json(new Browser(port).get(path)).path("items").size())
                .as("to the public")
                .isZero();
        assertThat(hebei.get(path + "&species=unobtainium").statusCode()).isEqualTo(400);
        assertThat(Browser.json(new Browser(port).get("/api/v1/species")).path("items").size())
                .isGreaterThan(100);
        int batch = Browser.json(imported).path("batch").asInt();
        assertThat(
                        Browser.json(hebei.get("/api/v1/imports/" + batch + "/mapping"))
                                .path("text")
                                .asString())
                .isEqualTo(mapping);
        assertThat(new Browser(port).get("/api/v1/imports/" + batch + "/mapping").statusCode())
                .isEqualTo(404);
    }

    /** A limit of a thousand million digits would be written out in the act. */
    @Test
    void limitsAndTimesThatNobodyCanWriteDownAreRefused() {
        for (String limit : List.of("1e1000000000", "1e-1000000000", "1e10", "0.00000000001")) {
            enter(hebei, entry("L", false, "2026-01-01T00:00:00Z", "").replace("2.5", limit), 400);
        }
        for (String year : List.of("+999999999", "-999999999")) {
            String moment = year + "-01-01T00:00:00Z";
            assertThat(enter(hebei, entry("F", false, moment, ""), 400).path("code").asString())
                    .isEqualTo("observation.time-impossible");
            String asked = URLEncoder.encode(moment, StandardCharsets.UTF_8);
            for (String path :
                    List.of(
                            "instruments?at=",
                            "readings?station=1051A&from=",
                            "readings/other?station=1051A&to=")) {
                assertThat(hebei.get("/api/v1/" + path + asked).statusCode())
                        .as(path + moment)
                        .isEqualTo(400);
            }
        }
        JsonNode entered = enter(hebei, entry("E", false, "2026-01-01T00:00:00Z", ""), 201);
        assertThat(
                        hebei.send(
                                        "POST",
                                        "/api/v1/instruments/"
                                                + entered.path("id").asString()
                                                + "/end",
                                        "{\"at\":\"+999999999-01-01T00:00:00Z\",\"source\":\"a reason\"}")
                                .statusCode())
                .isEqualTo(400);
    }
}
