package org.airshed.platform.evaluation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.airshed.platform.access.DemonstrationPeople;
import org.airshed.platform.access.SystemActor;
import org.airshed.platform.access.web.Browser;
import org.airshed.platform.database.OnDatabase;
import org.airshed.platform.database.TestDatabase;
import org.airshed.platform.notary.CanonicalJson;
import org.airshed.platform.notary.MerkleRoot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An import taken back leaves stations, coverage and days as if it had never come. */
@OnDatabase
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"airshed.mode=demo", "airshed.management.port=-1"})
class UndoneImportsOverHttpTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final String HEADER =
            "timepoint,stationcode,positionname,area,longitude,latitude,so2,no2,co,o3,pm10,pm2_5,aqi,primarypollutant\n";
    private static final DateTimeFormatter LABEL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmm").withZone(ZONE);
    private static final List<String> ANSWERS =
            List.of(
                    "/api/v1/air/statistics?period=2026-03",
                    "/api/v1/air/statistics?period=2026-02-20/2026-03-25",
                    "/api/v1/air/ranking?period=2026-03&of=stations",
                    "/api/v1/air/cities/130600/days?from=2026-02-20&to=2026-03-25",
                    "/api/v1/air/days?day=2026-03-03",
                    "/api/v1/air/days?day=2026-03-09",
                    "/api/v1/air/cities?hour=2026-03-03T04:00:00Z",
                    "/api/v1/air/hours",
                    "/api/v1/arrivals?from=2026-02-20&to=2026-03-25",
                    "/api/v1/arrivals/130600?from=2026-02-20&to=2026-03-25",
                    "/api/v1/quality/flags?limit=500",
                    "/api/v1/stations?limit=500");

    /** Ids of requests, and how often and when a flag was settled. */
    private static final String HISTORY = "\"(requestId|at)\":\"[^\"]*\",?|,?\"revision\":\\d+,?";

    @LocalServerPort int port;
    @Autowired DemonstrationPeople demonstration;
    private JdbcClient seen;
    private Browser hebei;

    @BeforeEach
    void nothingWasImported(TestDatabase database) {
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
        hebei = new Browser(port);
        hebei.signIn("demo.hebei", demonstration.accounts().getFirst().password());
    }

    private static String line(String code, int hour, int pm2_5, String longitude) {
        Instant end = FIRST.atStartOfDay(ZONE).toInstant().plusSeconds(3600L * (hour + 1));
        return "%s,%s,站,保定市,%s,38.86,9,30,0.7,20,150,%d,,\n"
                .formatted(LABEL.format(end), code, longitude, pm2_5);
    }

    private static String hours(String code, int first, int count, int pm2_5, String longitude) {
        StringBuilder lines = new StringBuilder();
        for (int hour = first; hour < first + count; hour++) {
            lines.append(line(code, hour, pm2_5 + hour % 7, longitude));
        }
        return lines.toString();
    }

    private int take(String... lines) {
        var answer =
                hebei.send(
                        "POST", "/api/v1/imports?name=hours.csv", HEADER + String.join("", lines));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Browser.json(answer).path("batch").asInt();
    }

    private void undo(int number) {
        var answer = hebei.send("POST", "/api/v1/imports/" + number + "/undo", "{}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void correct(String code, String json) {
        var answer = hebei.send("POST", "/api/v1/stations/" + code + "/standings", json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** What people are told of air and stations, and the tables it is made of. */
    private Map<String, String> told() {
        Map<String, String> told = new LinkedHashMap<>();
        for (String path : ANSWERS) {
            var answer = hebei.get(path);
            assertThat(answer.statusCode()).as(path + " " + answer.body()).isIn(200, 404);
            told.put(path, answer.body().replaceAll(HISTORY, ""));
        }
        told.put("standings", rows("(to_jsonb(t) - 'station')", "observation.station_standing t"));
        told.put("city days", rows("to_jsonb(d)", "evaluation.city_day d"));
        told.put("station days", rows("to_jsonb(d)", "evaluation.station_day d"));
        return told;
    }

    private String rows(String what, String table) {
        return String.join(
                "\n",
                seen.sql("select " + what + "::text as line from " + table + " order by line")
                        .query(String.class)
                        .list());
    }

    private List<String> periods(String code) {
        List<String> periods = new ArrayList<>();
        for (JsonNode period :
                Browser.json(hebei.get("/api/v1/stations/" + code + "/standings")).path("items")) {
            periods.add(
                    "%s %s %s"
                            .formatted(
                                    period.path("from").asString(),
                                    period.path("position").path(0).asDouble(),
                                    period.path("role").asString()));
        }
        return periods;
    }

    /** Stations new, moved, reaching further back, and an hour changed: all of it goes. */
    @Test
    void everythingIsAsBeforeTheImport() {
        take(hours("S1", 0, 240, 40, "115.40"), hours("S2", 0, 240, 60, "115.50"));
        Map<String, String> before = told();
        long received = count("reading");

        int number =
                take(
                        hours("S1", 120, 120, 70, "115.41"),
                        hours("S2", -48, 60, 30, "115.50"),
                        hours("S3", 24, 300, 90, "115.60"));
        assertThat(told()).isNotEqualTo(before);
        undo(number);

        assertThat(told()).containsExactlyEntriesOf(before);
        assertThat(count("reading")).as("nothing is deleted").isGreaterThan(received);
    }

    private long count(String table) {
        return seen.sql("select count(*) from observation." + table).query(Long.class).single();
    }

    /** Drawn imports: each one undone leaves what was there before it. */
    @Test
    void drawnImportsAreTakenBackWhole() {
        Random random = new Random(20260301);
        for (int round = 0; round < 12; round++) {
            drawn(random);
            Map<String, String> before = told();
            int number = drawn(random);
            if (number > 0) {
                undo(number);
            }
            assertThat(told()).as("round " + round).containsExactlyEntriesOf(before);
        }
    }

    private int drawn(Random random) {
        StringBuilder lines = new StringBuilder();
        for (int station = 0; station < 4; station++) {
            if (random.nextInt(3) > 0) {
                lines.append(
                        hours(
                                "D" + station,
                                random.nextInt(-72, 200),
                                random.nextInt(1, 72),
                                random.nextInt(20, 120),
                                "115.4" + random.nextInt(3)));
            }
        }
        return lines.isEmpty() ? 0 : take(lines.toString());
    }

    /** The order in which imports are taken back does not matter: what stands decides. */
    @Test
    void ofThreeImportsTheOthersStandAsIfTheOneHadNeverCome() {
        String first = hours("S1", 0, 48, 40, "115.40");
        String second = hours("S1", 48, 48, 50, "115.41") + hours("S2", 0, 48, 60, "115.50");
        String third = hours("S1", 96, 48, 40, "115.42") + hours("S2", 96, 48, 60, "115.51");
        take(first);
        int number = take(second);
        take(third);
        undo(number);
        Map<String, String> undone = told();

        assertThat(periods("S2")).containsExactly("2026-03-04T16:00:00Z 115.51 evaluation");
        assertThat(periods("S1"))
                .containsExactly(
                        "2026-02-28T16:00:00Z 115.4 evaluation",
                        "2026-03-04T16:00:00Z 115.42 evaluation");
        assertThat(undone.get("/api/v1/arrivals/130600?from=2026-02-20&to=2026-03-25"))
                .contains("\"expected\":48");
    }

    /** A later import that said the same keeps the station, from its own first hour on. */
    @Test
    void aStationThatALaterImportUsesStaysFromItsFirstHourOn() {
        take(hours("S1", 0, 48, 40, "115.40"));
        int number = take(hours("S2", 0, 48, 60, "115.50"), hours("S1", 48, 24, 40, "115.41"));
        take(hours("S2", 60, 24, 60, "115.50"), hours("S1", 72, 24, 40, "115.41"));

        undo(number);

        assertThat(periods("S2")).containsExactly("2026-03-03T04:00:00Z 115.5 evaluation");
        assertThat(periods("S1"))
                .containsExactly(
                        "2026-02-28T16:00:00Z 115.4 evaluation",
                        "2026-03-03T16:00:00Z 115.41 evaluation");
    }

    @Test
    void whatAnOfficeCorrectedSinceStays() {
        take(hours("S1", 0, 48, 40, "115.40"));
        int number = take(hours("S2", 0, 48, 60, "115.50"), hours("S1", 48, 24, 40, "115.41"));
        correct("S2", "{\"from\":\"2026-03-02\",\"role\":\"roadside\",\"source\":\"site visit\"}");
        correct("S1", "{\"from\":\"2026-03-02\",\"tier\":\"city\",\"source\":\"site visit\"}");

        undo(number);

        assertThat(periods("S2"))
                .as("from the day the office spoke of")
                .containsExactly("2026-03-01T16:00:00Z 115.5 roadside");
        assertThat(periods("S1"))
                .as("the place goes, the office's word does not")
                .containsExactly(
                        "2026-02-28T16:00:00Z 115.4 evaluation",
                        "2026-03-01T16:00:00Z 115.4 evaluation");
        assertThat(
                        seen.sql(
                                        """
                                        select string_agg(tier, ' ' order by valid_from) from observation.station_standing t
                                        join observation.station s on s.number = t.station where s.code = 'S1'
                                        """)
                                .query(String.class)
                                .single())
                .isEqualTo("national city");
    }

    /** An older file made the office's word reach further back; without it, it does no longer. */
    @Test
    void aCorrectionFromBeforeTheImportReachesNoFurtherThanItDid() {
        take(hours("S1", 240, 48, 40, "115.40"));
        correct("S1", "{\"from\":\"2026-03-03\",\"role\":\"roadside\",\"source\":\"site visit\"}");
        Map<String, String> before = told();
        int number = take(hours("S1", -24, 24, 40, "115.40"));
        assertThat(periods("S1")).hasSize(2);

        undo(number);

        assertThat(told()).containsExactlyEntriesOf(before);
    }

    /**
     * A file that came after the office had settled the place changed nothing, and does not later.
     */
    @Test
    void aFileThatAnOfficeOverruledSaysNothingOnceAnotherIsTakenBack() {
        take(hours("S1", 0, 48, 40, "115.40"));
        correct(
                "S1",
                "{\"from\":\"2026-03-02\",\"position\":[115.45,38.86],\"source\":\"site visit\"}");
        take(hours("S1", 72, 24, 40, "115.43").replace("站", "新站"));
        Map<String, String> before = told();
        int number = take(hours("S1", -24, 24, 40, "115.40"));

        undo(number);

        assertThat(told()).containsExactlyEntriesOf(before);
    }

    @Test
    void aStationTakenBackIsEnteredAgain() {
        int number = take(hours("S2", 0, 48, 60, "115.50"));
        Map<String, String> before = told();
        undo(number);
        assertThat(periods("S2")).isEmpty();

        take(hours("S2", 0, 48, 60, "115.50"));

        assertThat(periods("S2")).containsExactly("2026-02-28T16:00:00Z 115.5 evaluation");
        assertThat(told().get("city days")).isEqualTo(before.get("city days"));
    }

    /** A file without a new value can move a station: that is an act, and taken back. */
    @Test
    void movingAStationIsAnActWithoutAnyReading() {
        take(hours("S1", 0, 48, 40, "115.40"));
        Map<String, String> before = told();

        int number = take(hours("S1", 24, 24, 40, "115.41"));

        assertThat(periods("S1")).hasSize(2);
        JsonNode moved = Browser.json(hebei.get("/api/v1/imports/" + number));
        assertThat(moved.path("entered").asInt() + moved.path("revised").asInt()).isZero();
        assertThat(moved.path("stations").path(0).path("change").asString()).isEqualTo("moved");
        undo(number);
        assertThat(told()).containsExactlyEntriesOf(before);
    }

    /** Whoever has the list of stations recomputes the root the act holds. */
    @Test
    void theActNamesTheStationsByTheirRoot() {
        take(hours("S1", 0, 48, 40, "115.40"));
        int number =
                take(
                        hours("S3", 0, 4, 60, "115.60"),
                        hours("S1", 48, 24, 40, "115.41"),
                        hours("S2", 0, 4, 60, "115.50"));

        JsonNode shown = Browser.json(hebei.get("/api/v1/imports/" + number));
        MerkleRoot tree = new MerkleRoot();
        List<String> words = new ArrayList<>();
        for (JsonNode station : shown.path("stations")) {
            words.add(station.path("station").asString() + " " + station.path("change").asString());
            tree.append(CanonicalJson.write(written(station)));
        }
        assertThat(words).containsExactly("S1 moved", "S2 entered", "S3 entered");
        String root = java.util.HexFormat.of().formatHex(tree.root());
        assertThat(shown.path("parts").path(0).path("stationsRoot").asString()).isEqualTo(root);
        assertThat(shown.path("parts").path(0).path("stations").asInt()).isEqualTo(3);
        assertThat(
                        seen.sql("select content from notary.act where subject = :subject")
                                .param("subject", "observation.import/" + number)
                                .query(String.class)
                                .single())
                .contains("\"stations\":{\"entered\":2,\"moved\":1,\"root\":\"" + root + "\"}");
        assertThat(new Browser(port).get("/api/v1/imports/" + number).statusCode())
                .as("the public")
                .isEqualTo(404);

        undo(number);
        JsonNode undone = Browser.json(hebei.get("/api/v1/imports/" + (number + 1)));
        assertThat(undone.path("undoing").asBoolean()).isTrue();
        assertThat(undone.path("stations").findValuesAsString("change"))
                .containsExactly("restored", "withdrawn", "withdrawn");
    }

    private static Map<String, Object> written(JsonNode station) {
        return Map.of(
                "station", station.path("station").asString(),
                "change", station.path("change").asString(),
                "before", station.path("before"),
                "after", station.path("after"));
    }
}
