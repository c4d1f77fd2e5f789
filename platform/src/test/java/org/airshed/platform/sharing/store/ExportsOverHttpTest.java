package org.airshed.platform.sharing.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.airshed.documents.table.TableFormat;
import org.airshed.platform.access.DemonstrationPeople;
import org.airshed.platform.access.SystemActor;
import org.airshed.platform.access.web.Browser;
import org.airshed.platform.database.OnDatabase;
import org.airshed.platform.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files as people of two provinces ask for them, follow them and take them away. */
@OnDatabase
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "airshed.mode=demo",
            "airshed.management.port=-1",
            "airshed.observation.synthetic.days=5",
            "airshed.sharing.queued=2",
            "airshed.sharing.disk=8MB"
        })
class ExportsOverHttpTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    @TempDir static Path folder;

    @LocalServerPort int port;
    @Autowired DemonstrationPeople demonstration;
    @Autowired ExportWork work;
    private Browser hebei;
    private LocalDate last;
    private LocalDate first;

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry properties) {
        properties.add("airshed.sharing.folder", () -> folder.toString());
    }

    @BeforeEach
    void ready() throws InterruptedException {
        hebei = signedIn("demo.hebei");
        for (int second = 0; hebei.get("/api/v1/air/hours").statusCode() == 503; second++) {
            assertThat(second).as("seconds without readings").isLessThan(60);
            Thread.sleep(1_000);
        }
        JsonNode held = Browser.json(hebei.get("/api/v1/air/days")).path("held");
        last = LocalDate.parse(held.get(1).asString());
        first = last.minusDays(2);
        for (JsonNode old : Browser.json(hebei.get("/api/v1/exports")).path("items")) {
            hebei.send("DELETE", "/api/v1/exports/" + old.path("id").asString(), "");
        }
    }

    private Browser signedIn(String login) {
        Browser browser = new Browser(port);
        var answer = browser.signIn(login, demonstration.accounts().getFirst().password());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return browser;
    }

    private String request(String of, String format, String more) {
        return "{\"of\":\"%s\",\"format\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"%s}"
                .formatted(of, format, first, last, more);
    }

    private static String asked(Browser browser, String body) {
        var answer = browser.send("POST", "/api/v1/exports", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location").orElse("")).contains("/api/v1/exports/");
        assertThat(answer.headers().firstValue("RateLimit-Remaining")).isPresent();
        return Browser.json(answer).path("id").asString();
    }

    private static JsonNode awaited(Browser browser, String id) throws InterruptedException {
        for (int round = 0; round < 300; round++) {
            JsonNode export = Browser.json(browser.get("/api/v1/exports/" + id));
            if (!List.of("queued", "running").contains(export.path("state").asString())) {
                return export;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("export " + id + " did not end in 30 s");
    }

    private byte[] bytes(String id, String format) throws IOException {
        return Files.readAllBytes(folder.resolve(id + "." + format));
    }

    @Test
    void everyFormatHoldsTheSameRowsAndSaysWhatTheyAre() throws Exception {
        Map<String, Long> rows = new LinkedHashMap<>();
        for (TableFormat format : TableFormat.values()) {
            String id =
                    asked(hebei, request("readings", format.code(), ",\"cities\":[\"130600\"]"));
            JsonNode done = awaited(hebei, id);
            assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("done");
            byte[] bytes = bytes(id, format.code());
            assertThat(done.path("bytes").asLong()).isEqualTo(bytes.length);
            assertThat(done.path("sha256").asString())
                    .isEqualTo(
                            HexFormat.of()
                                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
            assertThat(done.path("synthetic").asBoolean()).isTrue();
            assertThat(done.path("share").decimalValue()).isEqualByComparingTo("1");
            rows.put(format.code(), done.path("rows").asLong());
            assertThat(done.path("rows").asLong())
                    .isBetween(1L, done.path("rowsExpected").asLong());
            System.out.printf(
                    "export %s rows=%d bytes=%d bytes_per_row=%d%n",
                    format.code(),
                    done.path("rows").asLong(),
                    bytes.length,
                    bytes.length / done.path("rows").asLong());
            said(format, bytes, done.path("rows").asLong());
        }
        assertThat(new TreeSet<>(rows.values())).as(rows.toString()).hasSize(1);
    }

    private static void said(TableFormat format, byte[] bytes, long rows) throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        switch (format) {
            case CSV -> {
                List<String> lines = text.lines().toList();
                assertThat(lines).hasSize((int) rows + 1);
                assertThat(lines.getFirst())
                        .isEqualTo(
                                "station,name,city,city_name_zh,city_name_en,longitude,latitude,hour_end_utc,"
                                        + "hour_end_local,zone,so2_ugm3,no2_ugm3,co_mgm3,o3_ugm3,pm10_ugm3,pm2_5_ugm3,"
                                        + "so2_flag,no2_flag,co_flag,o3_flag,pm10_flag,pm2_5_flag,revision,origin,origin_zh,origin_en,synthetic");
                assertThat(lines.get(1))
                        .contains("T17:00:00Z,", "T01:00:00+08:00,Asia/Shanghai,", "SYNTHETIC")
                        .endsWith(",true");
            }
            case GEOJSON -> {
                JsonNode collection = JSON.readTree(bytes);
                assertThat(collection.path("features").size()).isEqualTo((int) rows);
                assertThat(collection.path("about").path("hours").asString())
                        .contains("hour-ending", "小时以结束时刻命名");
                assertThat(collection.path("about").path("synthetic").asString())
                        .contains("SYNTHETIC");
                JsonNode feature = collection.path("features").get(0);
                assertThat(feature.path("geometry").path("coordinates").get(0).asDouble())
                        .isBetween(110.0, 120.0);
            }
            case PARQUET ->
                    assertThat(text)
                            .startsWith("PAR1")
                            .contains("hour-ending", "SYNTHETIC", "column.pm2_5_ugm3");
            case XLSX -> {
                try (var zip = new java.util.zip.ZipInputStream(new ByteArrayInputStream(bytes))) {
                    assertThat(zip.getNextEntry()).isNotNull();
                }
            }
        }
    }

    @Test
    void aFileIsFetchedByWhoAskedForItOnly() throws Exception {
        String id = asked(hebei, request("city-days", "csv", ""));
        assertThat(awaited(hebei, id).path("state").asString()).isEqualTo("done");

        HttpResponse<String> file = hebei.get("/api/v1/exports/" + id + "/file");

        assertThat(file.statusCode()).as(file.body()).isEqualTo(200);
        assertThat(file.body()).startsWith("city,city_name_zh,");
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .contains("airshed-SYNTHETIC-city-days-" + first + "-" + last + ".csv");
        assertThat(file.headers().firstValue("X-Airshed-Hours")).contains("hour-ending");
        assertThat(file.headers().firstValue("X-Airshed-Synthetic")).contains("true");
        assertThat(file.headers().firstValue("Link").orElse("")).contains("describedby");
        assertThat(file.headers().firstValue("RateLimit-Limit")).isPresent();
        JsonNode about = Browser.json(hebei.get("/api/v1/exports/" + id + "/about"));
        assertThat(about.path("columns").size())
                .isEqualTo(file.body().lines().findFirst().orElseThrow().split(",").length);
        assertThat(about.path("notes").toString()).contains("generated-at", "SYNTHETIC");
        Browser shandong = signedIn("demo.shandong");
        for (String path : List.of("", "/file", "/about")) {
            assertThat(shandong.get("/api/v1/exports/" + id + path).statusCode())
                    .as("another person, " + path)
                    .isEqualTo(404);
            assertThat(new Browser(port).get("/api/v1/exports/" + id + path).statusCode())
                    .as("nobody, " + path)
                    .isEqualTo(401);
        }
        assertThat(shandong.send("DELETE", "/api/v1/exports/" + id, "").statusCode())
                .isEqualTo(404);
        assertThat(Browser.json(shandong.get("/api/v1/exports")).path("items").size()).isZero();
    }

    @Test
    void aFileHoldsWhatWhoAskedMaySeeAndNothingElse() throws Exception {
        String id =
                asked(
                        hebei,
                        request("readings", "csv", ",\"pollutants\":[\"pm2_5\"],\"flags\":false"));
        assertThat(awaited(hebei, id).path("state").asString()).isEqualTo("done");

        List<String> lines = new String(bytes(id, "csv"), StandardCharsets.UTF_8).lines().toList();

        assertThat(lines.getFirst()).contains("pm2_5_ugm3").doesNotContain("pm10", "_flag");
        assertThat(
                        lines.stream()
                                .skip(1)
                                .map(line -> line.split(",")[2].substring(0, 2))
                                .collect(Collectors.toSet()))
                .as("provinces in the file")
                .containsExactly("13");
        var other =
                hebei.send(
                        "POST",
                        "/api/v1/exports",
                        request("readings", "csv", ",\"cities\":[\"370100\"]"));
        assertThat(other.statusCode()).as(other.body()).isIn(400, 403);
        assertThat(other.body()).contains("sharing.");
    }

    /** A row per place and pollutant, of cities one of all days and one without events. */
    @Test
    void statisticsOfAPeriodInEveryFormat() throws Exception {
        String span = "\"period\":\"" + first + "/" + last + "\"";
        for (TableFormat format : TableFormat.values()) {
            String id =
                    asked(
                            hebei,
                            "{\"of\":\"city-statistics\",\"format\":\"%s\",\"cities\":[\"130600\"],%s}"
                                    .formatted(format.code(), span));
            JsonNode done = awaited(hebei, id);
            assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("done");
            assertThat(done.path("rows").asInt()).as(format.code()).isEqualTo(12);
            assertThat(done.path("rowsExpected").asInt()).isEqualTo(12);
            if (format == TableFormat.CSV) {
                List<String> lines =
                        hebei.get("/api/v1/exports/" + id + "/file").body().lines().toList();
                assertThat(lines.stream().map(line -> line.split(",", -1).length).distinct())
                        .hasSize(1);
                JsonNode line = statistics(span, "pm2_5");
                assertThat(lines)
                        .anySatisfy(row ->
                                assertThat(row)
                                        .contains(
                                                first + "/" + last,
                                                ",all,pm2_5,ug/m3,"
                                                        + line.path("mean").asString()
                                                        + ",95,",
                                                ",synthetic,合成"));
                assertThat(lines)
                        .anySatisfy(row -> assertThat(row).contains(",without-events,o3,"));
            }
        }
        String stations =
                asked(
                        hebei,
                        "{\"of\":\"station-statistics\",\"format\":\"geojson\",\"pollutants\":[\"co\"],%s}"
                                .formatted(span));
        assertThat(awaited(hebei, stations).path("state").asString()).isEqualTo("done");
        JsonNode features = JSON.readTree(bytes(stations, "geojson")).path("features");
        assertThat(features.size()).isGreaterThan(20);
        assertThat(features.get(0).path("properties").path("unit").asString()).isEqualTo("mg/m3");
    }

    private JsonNode statistics(String span, String pollutant) {
        String period = span.substring(span.indexOf(':') + 2, span.length() - 1);
        return Browser.json(
                        hebei.get(
                                "/api/v1/air/statistics?city=130600&period="
                                        + period.replace("/", "%2F")))
                .path("cities")
                .get(0)
                .path("raw")
                .path("pollutants")
                .valueStream()
                .filter(line -> line.path("pollutant").asString().equals(pollutant))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void daysAreSaidInOneWay() {
        for (String days :
                List.of(
                        "\"period\":\"March\"",
                        "\"period\":\"2026-03\",\"from\":\"2026-03-01\",\"to\":\"2026-03-02\"",
                        "\"from\":\"2026-03-01\"",
                        "\"from\":\"2024-01-01\",\"to\":\"2026-03-02\"")) {
            var answer =
                    hebei.send(
                            "POST",
                            "/api/v1/exports/estimate",
                            "{\"of\":\"city-statistics\",\"format\":\"csv\",%s}".formatted(days));
            assertThat(answer.statusCode()).as(days).isEqualTo(400);
            assertThat(answer.body()).as(days).contains("sharing.");
        }
    }

    @Test
    void stationDaysCarryTheirHoursAndIndex() throws Exception {
        String id = asked(hebei, request("station-days", "geojson", ",\"cities\":[\"130600\"]"));
        JsonNode done = awaited(hebei, id);
        assertThat(done.path("state").asString()).isEqualTo("done");
        assertThat(done.path("rows").asLong()).isBetween(1L, done.path("rowsExpected").asLong());

        JsonNode day =
                JSON.readTree(bytes(id, "geojson")).path("features").get(0).path("properties");

        assertThat(day.path("hours_expected").asInt()).isEqualTo(24);
        assertThat(day.path("pm2_5_hours").asInt()).isBetween(1, 24);
        assertThat(day.path("aqi").asInt()).isBetween(1, 500);
        assertThat(day.path("day_end_utc").asString()).endsWith("T16:00:00Z");
        assertThat(day.has("o3_max8h_ugm3")).isTrue();
    }

    @Test
    void badInputIsRefusedNamingIt() {
        Map<String, String> refusals = new LinkedHashMap<>();
        refusals.put(request("weather", "csv", ""), "sharing.table-unknown");
        refusals.put(request("readings", "pdf", ""), "sharing.format-unknown");
        refusals.put(
                request("readings", "csv", ",\"cities\":[\"999999\"]"), "sharing.city-unknown");
        refusals.put(
                request("readings", "csv", ",\"cities\":[\"130600\",\"999999\"]"),
                "sharing.city-unknown");
        refusals.put(request("readings", "csv", ",\"cities\":[\"保定\"]"), "sharing.city-misshapen");
        refusals.put(
                request("readings", "csv", ",\"stations\":[\"9999Z\"]"), "sharing.station-unknown");
        refusals.put(
                request("city-days", "csv", ",\"stations\":[\"9999Z\"]"), "sharing.stations-unfit");
        refusals.put(
                request("readings", "csv", ",\"pollutants\":[\"xe\"]"),
                "sharing.pollutant-unknown");
        refusals.put(
                request("readings", "csv", "").replace(first.toString(), "2999-01-01"),
                "sharing.period-reversed");
        refusals.put(
                request("readings", "csv", "").replace(first.toString(), "1990-01-01"),
                "sharing.period-too-long");
        refusals.put(
                "{\"of\":\"readings\",\"format\":\"csv\",\"from\":\"2019-01-01\",\"to\":\"2019-02-01\"}",
                "sharing.nothing-held");
        refusals.put("{\"of\":\"readings\"}", "server.request-invalid");
        refusals.put(request("readings", "csv", ",\"speed\":9"), "server.");
        refusals.forEach((body, code) -> {
            var answer = hebei.send("POST", "/api/v1/exports", body);
            assertThat(answer.statusCode()).as(body + answer.body()).isIn(400, 403);
            assertThat(Browser.json(answer).path("code").asString()).as(body).startsWith(code);
            assertThat(answer.headers().firstValue("RateLimit-Reset")).isPresent();
        });
        assertThat(hebei.get("/api/v1/exports/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(hebei.get("/api/v1/exports?cursor=elsewhere").statusCode()).isEqualTo(400);
        var estimate =
                hebei.send(
                        "POST",
                        "/api/v1/exports/estimate",
                        request("readings", "parquet", ",\"cities\":[\"130600\"]"));
        assertThat(Browser.json(estimate).path("rows").asLong()).isPositive();
        assertThat(Browser.json(estimate).path("bytes").asLong()).isPositive();
    }

    private UUID person() {
        return UUID.fromString(
                Browser.json(hebei.get("/api/v1/session")).path("person").asString());
    }

    /** An export in some state, put there behind the workers' backs. */
    private UUID inState(TestDatabase database, String set) {
        UUID person = person();
        UUID id = UUID.randomUUID();
        var own =
                JdbcClient.create(
                        database.application(Map.of("airshed.person", person.toString())));
        var platform =
                JdbcClient.create(
                        database.application(
                                Map.of("airshed.person", SystemActor.PERSON.toString())));
        own.sql(
                        """
                        with one as (
                            insert into sharing.export (id, person, table_name, format, cities, stations, pollutants,
                                first_day, last_day, flags, rows_expected)
                            values (:id, :person, 'city-days', 'csv', '{}', '{}', '{pm2_5}', :first, :last, true, 9)
                            returning id)
                        select id from one
                        """)
                .param("id", id)
                .param("person", person)
                .param("first", first)
                .param("last", last)
                .query(UUID.class)
                .single();
        platform.sql("update sharing.export set " + set + " where id = :id")
                .param("id", id)
                .update();
        return id;
    }

    private static final String ALIVE =
            "state = 'running', attempt = 1, started_at = now(), heartbeat = now() + interval '1 h'";

    @Test
    void soManyAtOnceAndNoMore(TestDatabase database) throws Exception {
        UUID one = inState(database, ALIVE);
        inState(database, ALIVE);

        var third = hebei.send("POST", "/api/v1/exports", request("city-days", "csv", ""));

        assertThat(third.statusCode()).as(third.body()).isEqualTo(429);
        assertThat(third.body()).contains("sharing.too-many-queued");
        assertThat(hebei.get("/api/v1/exports/" + one + "/file").statusCode()).isEqualTo(409);
        assertThat(hebei.send("DELETE", "/api/v1/exports/" + one, "").statusCode()).isEqualTo(204);
        assertThat(awaited(hebei, one.toString()).path("state").asString()).isEqualTo("cancelled");
        awaited(hebei, asked(hebei, request("city-days", "csv", "")));
    }

    @Test
    void whatADeadServerLeftIsWrittenAnew(TestDatabase database) throws Exception {
        UUID id =
                inState(
                        database,
                        "state = 'running', attempt = 1, started_at = now() - interval '2 min',"
                                + " heartbeat = now() - interval '1 min', rows = 3, looked_at = 3");
        Path left = Files.writeString(folder.resolve(id + ".1.part"), "half a file");

        JsonNode done = awaited(hebei, id.toString());

        assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("done");
        assertThat(left).doesNotExist();
        assertThat(new String(bytes(id.toString(), "csv"), StandardCharsets.UTF_8).lines().count())
                .isEqualTo(done.path("rows").asLong() + 1);
        UUID often =
                inState(
                        database,
                        "state = 'running', attempt = 3, started_at = now(),"
                                + " heartbeat = now() - interval '1 min'");
        assertThat(awaited(hebei, often.toString()).path("failure").asString())
                .contains("broke off 3 times");
    }

    @Test
    void afterItsTimeAFileIsGoneAndItsRecordStays(TestDatabase database) throws Exception {
        UUID id =
                inState(
                        database,
                        "state = 'done', attempt = 1, started_at = now(), ended_at = now(), rows = 1, bytes = 4,"
                                + " synthetic = true, sha256 = repeat('0', 64), expires_at = now() - interval '1 s'");
        Path file = Files.writeString(folder.resolve(id + ".csv"), "late");

        var late = hebei.get("/api/v1/exports/" + id + "/file");
        work.removeExpired();

        assertThat(late.statusCode()).as(late.body()).isEqualTo(410);
        assertThat(file).doesNotExist();
        JsonNode kept = Browser.json(hebei.get("/api/v1/exports/" + id));
        assertThat(kept.path("held").asBoolean()).isFalse();
        assertThat(kept.path("sha256").asString()).hasSize(64);
    }

    @Test
    void theDiskIsNotFilled() throws Exception {
        first = last.minusDays(4);
        JsonNode ended =
                awaited(
                        signedInAsker(),
                        asked(signedInAsker(), request("readings", "geojson", "")));

        assertThat(ended.path("state").asString()).isEqualTo("failed");
        assertThat(ended.path("failure").asString()).contains("room");
        try (var files = Files.list(folder)) {
            assertThat(files.filter(path -> path.toString().endsWith(".part"))).isEmpty();
        }
    }

    private Browser signedInAsker() {
        return signedIn("demo.duty");
    }

    @Test
    void theRecordOfWhatLeftCannotBeChanged(TestDatabase database) throws Exception {
        String id = asked(hebei, request("city-days", "csv", ""));
        awaited(hebei, id);
        hebei.get("/api/v1/exports/" + id + "/file");
        var platform =
                JdbcClient.create(
                        database.application(
                                Map.of("airshed.person", SystemActor.PERSON.toString())));

        assertThat(
                        platform.sql("select count(*) from sharing.departure where export = :id")
                                .param("id", UUID.fromString(id))
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
        for (String change :
                List.of(
                        "update sharing.export set rows = 0 where id = '%s'",
                        "update sharing.export set state = 'failed' where id = '%s'",
                        "delete from sharing.export where id = '%s'",
                        "delete from sharing.departure where export = '%s'")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> platform.sql(change.formatted(id)).update())
                    .as(change)
                    .isInstanceOf(org.springframework.dao.DataAccessException.class);
        }
        assertThat(hebei.send("DELETE", "/api/v1/exports/" + id, "").statusCode()).isEqualTo(204);
        assertThat(hebei.get("/api/v1/exports/" + id).statusCode()).isEqualTo(404);
        assertThat(folder.resolve(id + ".csv")).doesNotExist();
        assertThat(
                        platform.sql("select sha256 from sharing.export where id = :id")
                                .param("id", UUID.fromString(id))
                                .query(String.class)
                                .single())
                .hasSize(64);
    }
}
