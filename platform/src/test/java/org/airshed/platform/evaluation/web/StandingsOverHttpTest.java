package org.airshed.platform.evaluation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.airshed.platform.access.DemonstrationPeople;
import org.airshed.platform.access.SystemActor;
import org.airshed.platform.access.web.Browser;
import org.airshed.platform.database.OnDatabase;
import org.airshed.platform.database.TestDatabase;
import org.airshed.platform.observation.ReadingsChanged;
import org.airshed.platform.rights.ActKind;
import org.airshed.platform.rights.JurisdictionCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An office corrects what a station is, and its city's days follow from that day on. */
@OnDatabase
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"airshed.mode=demo", "airshed.management.port=-1"})
class StandingsOverHttpTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 20);
    private static final int DAYS = 50;
    private static final String HEADER =
            "timepoint,stationcode,positionname,area,longitude,latitude,so2,no2,co,o3,pm10,pm2_5,aqi,primarypollutant\n";
    private static final DateTimeFormatter LABEL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmm").withZone(ZONE);

    @LocalServerPort int port;
    @Autowired DemonstrationPeople demonstration;
    @Autowired SystemActor platform;
    @Autowired ApplicationEventPublisher news;
    private JdbcClient seen;
    private Browser hebei;

    @BeforeEach
    void threeStationsOfBaoding(TestDatabase database) {
        seen =
                JdbcClient.create(
                        database.application(
                                Map.of("airshed.person", SystemActor.PERSON.toString())));
        JdbcClient.create(database.owner())
                .sql(
                        """
                        truncate observation.station, observation.station_standing, observation.reading,
                            observation.revision, observation.import_batch, observation.import_part,
                            observation.import_reject, quality.flag, evaluation.station_day, evaluation.city_day
                        """)
                .update();
        hebei = signedIn("demo.hebei");
        Random random = new Random(7);
        StringBuilder lines = new StringBuilder(HEADER);
        for (int station = 0; station < 3; station++) {
            for (int hour = 0; hour < DAYS * 24; hour++) {
                int pm2_5 = random.nextInt(60) == 0 ? 9999 : 40 * station + random.nextInt(30) + 5;
                lines.append(line("B" + station, hour, pm2_5, "115.49"));
            }
        }
        take(lines.toString());
    }

    private static String line(String code, int hour, int pm2_5, String longitude) {
        Instant end = FIRST.atStartOfDay(ZONE).toInstant().plusSeconds(3600L * (hour + 1));
        return "%s,%s,站,保定市,%s,38.86,9,30,0.7,20,150,%d,,\n"
                .formatted(LABEL.format(end), code, longitude, pm2_5);
    }

    private void take(String lines) {
        var answer = hebei.send("POST", "/api/v1/imports?name=hours.csv", lines);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private Browser signedIn(String login) {
        Browser browser = new Browser(port);
        var answer = browser.signIn(login, demonstration.accounts().getFirst().password());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return browser;
    }

    private JsonNode correct(Browser who, String code, String json, int status) {
        var answer = who.send("POST", "/api/v1/stations/" + code + "/standings", json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Browser.json(answer);
    }

    private List<String> cityDays() {
        return seen.sql("select to_jsonb(d)::text from evaluation.city_day d order by day")
                .query(String.class)
                .list();
    }

    private List<String> allDays() {
        List<String> all = new ArrayList<>(cityDays());
        all.addAll(
                seen.sql(
                                "select to_jsonb(d)::text from evaluation.station_day d order by station, day")
                        .query(String.class)
                        .list());
        return all;
    }

    @Test
    void fromTheDayOnTheStationMakesNoCityValueAndBeforeItDoes(TestDatabase database) {
        List<String> before = cityDays();

        JsonNode answer =
                correct(
                        hebei,
                        "B2",
                        """
                        {"from":"2026-02-10","role":"roadside","source":"site visit of February"}\
                        """,
                        200);

        assertThat(answer.path("items").size()).isEqualTo(2);
        assertThat(answer.path("items").path(0).path("role").asString()).isEqualTo("evaluation");
        assertThat(answer.path("items").path(0).path("to").asString())
                .isEqualTo("2026-02-09T16:00:00Z")
                .isEqualTo(answer.path("items").path(1).path("from").asString());
        assertThat(answer.path("items").path(1).path("role").asString()).isEqualTo("roadside");
        List<String> after = cityDays();
        int changed = 21; // 20 January to 9 February stand before it
        assertThat(after.subList(0, changed)).isEqualTo(before.subList(0, changed));
        assertThat(after.subList(changed, DAYS))
                .hasSize(DAYS - changed)
                .allMatch(day -> day.contains("\"no2_stations\": 2"))
                .doesNotContainAnyElementsOf(before);
        List<String> kept = allDays();
        computeAnew(database);
        assertThat(allDays()).as("as if computed anew").isEqualTo(kept);
        assertThat(stationsOfHour("2026-02-09T16:00:00Z")).isEqualTo(3);
        assertThat(stationsOfHour("2026-02-09T17:00:00Z")).isEqualTo(2);
        assertThat(expectedOn("2026-02-09")).isEqualTo(3);
        assertThat(expectedOn("2026-02-10")).isEqualTo(2);

        correct(
                hebei,
                "B2",
                """
                {"from":"2026-02-10","role":"evaluation","source":"the visit was elsewhere"}\
                """,
                200);
        assertThat(cityDays()).as("put right again").isEqualTo(before);
    }

    private void computeAnew(TestDatabase database) {
        JdbcClient.create(database.owner())
                .sql("truncate quality.flag, evaluation.station_day, evaluation.city_day")
                .update();
        platform.act(
                ActKind.IMPORT_OBSERVATIONS,
                any -> {
                    for (LocalDate day = FIRST.minusDays(3);
                            day.isBefore(FIRST.plusDays(DAYS + 3));
                            day = day.plusDays(17)) {
                        news.publishEvent(
                                new ReadingsChanged(
                                        new JurisdictionCode("130600"), day, day.plusDays(16), 0));
                    }
                    return null;
                });
    }

    private int stationsOfHour(String hourEnd) {
        return Browser.json(hebei.get("/api/v1/air/cities?hour=" + hourEnd))
                .path("cities")
                .path(0)
                .findValue("stationsExpected")
                .asInt();
    }

    private int expectedOn(String day) {
        return Browser.json(hebei.get("/api/v1/air/days?day=" + day))
                .path("cities")
                .path(0)
                .findValue("stationsExpected")
                .asInt();
    }

    @Test
    void aCorrectionIsAnActWithThePeriodsBeforeAndAfter() {
        correct(
                hebei,
                "B1",
                """
                {"from":"2026-02-01","name":"新站名","tier":"provincial","position":[115.5,38.9],"source":"list of stations 2026"}\
                """,
                200);

        assertThat(
                        seen.sql(
                                        """
                                        select kind || ' ' || jurisdiction || ' ' || summary || ' '
                                            || jsonb_array_length(content::jsonb -> 'before') || ' '
                                            || jsonb_array_length(content::jsonb -> 'after')
                                        from notary.act where subject = 'observation.station/B1'
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly(
                        "observation.station.keep 130600 observation.act.standing-corrected 1 2");
        JsonNode periods = Browser.json(new Browser(port).get("/api/v1/stations/B1/standings"));
        assertThat(periods.path("items").path(1).path("tier").asString()).isEqualTo("provincial");
        assertThat(periods.path("items").path(1).path("name").asString()).isEqualTo("新站名");
        assertThat(periods.path("items").path(0).path("tier").asString()).isEqualTo("national");
    }

    /** The network's next file repeats its old place: what the office settled stands. */
    @Test
    void aFileDoesNotChangeWhatWasSettled() {
        correct(
                hebei,
                "B1",
                """
                {"from":"2026-02-01","position":[115.6,38.9],"source":"measured on the spot"}\
                """,
                200);
        correct(
                hebei,
                "B2",
                """
                {"from":"2026-02-01","role":"background","source":"list of stations 2026"}\
                """,
                200);

        take(HEADER + line("B1", DAYS * 24, 50, "115.49") + line("B2", DAYS * 24, 50, "115.80"));

        assertThat(
                        seen.sql(
                                        """
                                        select s.code || ' ' || t.longitude_deg || ' ' || t.role
                                        from observation.station_standing t join observation.station s on s.number = t.station
                                        where s.code in ('B1', 'B2') order by s.code, t.valid_from
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly(
                        "B1 115.49 evaluation",
                        "B1 115.6 evaluation",
                        "B2 115.49 evaluation",
                        "B2 115.49 background",
                        "B2 115.8 background");
    }

    @Test
    void whatCannotBeCorrectedIsRefusedWithItsReason() {
        String role = "{\"from\":\"2026-02-10\",\"role\":\"roadside\",\"source\":\"a reason\"}";
        correct(signedIn("demo.shandong"), "B2", role, 403);
        correct(signedIn("demo.auditor"), "B2", role, 403);
        correct(hebei, "B9", role, 404);
        assertThat(
                        correct(hebei, "B2", role.replace("roadside", "evaluation"), 409)
                                .path("code")
                                .asString())
                .isEqualTo("observation.standing-unchanged");
        correct(hebei, "B2", role.replace("2026-02-10", "2999-02-10"), 400);
        correct(hebei, "B2", role.replace("roadside", "palace"), 400);
        correct(
                hebei,
                "B2",
                "{\"from\":\"2026-02-10\",\"position\":[190,38],\"source\":\"a reason\"}",
                400);
    }

    private List<String> periods(String code) {
        return seen.sql(
                        """
                        select to_char(t.valid_from at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24') || ' '
                            || t.longitude_deg || ' ' || t.role
                        from observation.station_standing t join observation.station s on s.number = t.station
                        where s.code = :code order by t.valid_from
                        """)
                .param("code", code)
                .query(String.class)
                .list();
    }

    /** What an office said holds from the day it named, also for hours that come in later. */
    @Test
    void hoursBroughtLaterStandAsTheOfficeSaid() {
        String role = "{\"from\":\"2026-01-10\",\"role\":\"roadside\",\"source\":\"a reason\"}";
        correct(hebei, "B1", role, 200);
        correct(hebei, "B2", role, 200);

        // 5 January, and 12 January for the one that stood elsewhere then
        take(HEADER + line("B1", -15 * 24, 50, "115.49") + line("B2", -15 * 24, 50, "115.80"));
        assertThat(periods("B1"))
                .containsExactly(
                        "2026-01-05 00 115.49 evaluation", "2026-01-10 00 115.49 roadside");
        assertThat(periods("B2"))
                .containsExactly(
                        "2026-01-05 00 115.8 evaluation",
                        "2026-01-10 00 115.8 roadside",
                        "2026-01-20 00 115.49 roadside");
    }

    @Test
    void anotherPlaceBroughtLaterKeepsTheRole() {
        String role = "{\"from\":\"2026-01-10\",\"role\":\"roadside\",\"source\":\"a reason\"}";
        correct(hebei, "B2", role, 200);
        take(HEADER + line("B2", -8 * 24, 50, "115.80"));
        assertThat(periods("B2"))
                .containsExactly("2026-01-12 00 115.8 roadside", "2026-01-20 00 115.49 roadside");
    }

    @Test
    void hoursOfAFileWithoutPlacesReachBackToTheOfficesDayOnly() {
        correct(
                hebei,
                "B2",
                "{\"from\":\"2026-01-10\",\"role\":\"roadside\",\"source\":\"a reason\"}",
                200);
        String mapping =
                "station = c\narea.fixed = 130600\ntime = t\ntime.pattern = yyyy-MM-dd HH:mm\ntime.zone = UTC\n"
                        + "time.labels = end\npm2_5 = p\nunit.pm2_5 = ug/m3\n";
        var answer =
                hebei.send(
                        "POST",
                        "/api/v1/imports?name=old.csv&network=cnemc&role=evaluation&mapping="
                                + java.net.URLEncoder.encode(
                                        mapping, java.nio.charset.StandardCharsets.UTF_8),
                        "c,t,p\nB2,2026-01-04 17:00,33\n");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(periods("B2"))
                .containsExactly(
                        "2026-01-05 00 115.49 evaluation", "2026-01-10 00 115.49 roadside");
    }
}
