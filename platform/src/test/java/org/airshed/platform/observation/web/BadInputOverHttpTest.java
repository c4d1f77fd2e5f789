package org.airshed.platform.observation.web;

import static org.airshed.platform.observation.web.BadFiles.HEADER;
import static org.airshed.platform.observation.web.BadFiles.bytes;
import static org.airshed.platform.observation.web.BadFiles.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.airshed.platform.access.DemonstrationPeople;
import org.airshed.platform.access.web.Browser;
import org.airshed.platform.database.OnDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * Files as they should not be, sent to a running service: what is wrong is said, the rest stays.
 */
@OnDatabase
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"airshed.mode=demo", "airshed.management.port=-1"})
class BadInputOverHttpTest {
    private static final String SHEET =
            "&network=bad&role=roadside&mapping="
                    + URLEncoder.encode(BadFiles.SHEET_MAPPING, StandardCharsets.UTF_8);

    @LocalServerPort int port;
    @Autowired DemonstrationPeople demonstration;
    private Browser hebei;

    @BeforeEach
    void someoneOfHebei() {
        hebei = new Browser(port);
        var answer = hebei.signIn("demo.hebei", demonstration.accounts().getFirst().password());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** After each of these files the service reads a good one. */
    @AfterEach
    void theServiceIsAlive() {
        JsonNode shown =
                preview("cnemc", bytes(HEADER + row("2026-03-01T0100", "BAD0", "60")), "en");
        assertThat(shown.path("rows").size()).isEqualTo(1);
        assertThat(hebei.get("/api/v1/imports").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> send(String query, byte[] file, String language) {
        return hebei.upload("/api/v1/imports?name=" + query, file, language);
    }

    private JsonNode imported(String query, byte[] file) {
        return ok(send(query, file, "zh-CN"));
    }

    private JsonNode preview(String mapping, byte[] file, String language) {
        return ok(
                hebei.upload(
                        "/api/v1/imports/preview?name=bad&mapping="
                                + URLEncoder.encode(mapping, StandardCharsets.UTF_8),
                        file,
                        language));
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Browser.json(answer);
    }

    /** The whole file is refused, for this reason, in both languages and by the preview alike. */
    private void refused(byte[] file, String zh, String en) {
        String previewed =
                "/api/v1/imports/preview?name=bad"
                        + SHEET.replace("&network=bad&role=roadside", "");
        List<HttpResponse<String>> answers =
                List.of(
                        send("bad" + SHEET, file, "zh-CN"),
                        send("bad" + SHEET, file, "en"),
                        hebei.upload(previewed, file, "en"));
        for (HttpResponse<String> answer : answers) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            JsonNode problem = Browser.json(answer);
            assertThat(problem.path("code").asString()).isEqualTo("observation.file-unusable");
            assertThat(problem.path("detail").asString())
                    .contains(answer == answers.getFirst() ? zh : en);
        }
        assertThat(answers.getFirst().body()).contains("无法读取");
        assertThat(answers.getLast().body()).contains("can be read");
    }

    private static List<String> lines(JsonNode rejects) {
        List<String> lines = new ArrayList<>();
        for (JsonNode reject : rejects) {
            lines.add(
                    "%d %s [%s] %s"
                            .formatted(
                                    reject.path("line").asLong(),
                                    reject.path("column").asString(),
                                    reject.path("value").asString(),
                                    reject.path("expected").asString()));
        }
        return lines;
    }

    @Test
    void badRowsAreSaidInTheReadersLanguageByLineAndTheRestIsImported() {
        imported("first.csv", bytes(HEADER + row("2026-03-01T0100", "BAD1", "60")));
        String good = row("2026-03-01T0500", "BAD2", "60");
        String file =
                HEADER
                        + good
                        + good.replace("T0500", "T0400") // out of order
                        + good.replace(",60,", ",many,")
                        + good.replace("2026-03-01T0500", "yesterday")
                        + good.replace(",115.49,", ",999,")
                        + "1,2\n"
                        + good.replace("2026-03-01T0500", "2099-01-01T0100")
                        + good.replace("BAD2", "BAD3").replace("保定市", "亚特兰蒂斯")
                        + good.replace(",60,", ",61,")
                        + good.replace("BAD2", "BAD1").replace("保定市", "石家庄市")
                        + good.replace("T0500", "T0300").replace(",60,", ",-5,")
                        + good.replace("T0500", "T0200");

        JsonNode report = imported("bad.csv", bytes(file));

        assertThat(report.path("entered").asLong()).isEqualTo(3);
        assertThat(report.path("duplicates").asLong()).isEqualTo(1);
        assertThat(report.path("rejected").asLong()).isEqualTo(8);
        assertThat(report.path("rows").asLong()).as("12 lines, none lost").isEqualTo(4);
        String number = "0 至 1000000 的数，至多三位小数；无值时为 NA、/ 或留空";
        List<String> chinese =
                List.of(
                        "4 pm10 [many] " + number,
                        "5 timepoint [yesterday] 北京时间的小时末，如 2026-03-01T0100",
                        "6 longitude [999] -180 至 180 的度数",
                        "7 line [1,2] 应与表头一样有 14 个字段，而不是 2 个",
                        "8 timepoint [2099-01-01T0100] 1970 年至今的小时",
                        "9 area [亚特兰蒂斯] 已知辖区的名称（站点 BAD3 的 1 行）",
                        "10 stationcode [BAD2] 每个站点每小时一行；截至 2026-02-28T21:00:00Z 的小时已在第 2 行，以先出现者为准",
                        "11 area [石家庄市] 辖区 130600 的名称，站点 BAD1 位于该辖区（1 行）",
                        "12 pm10 [-5] " + number);
        assertThat(lines(report.path("rejects"))).isEqualTo(chinese);
        String rejects = "/api/v1/imports/" + report.path("batch").asInt() + "/rejects";
        assertThat(lines(Browser.json(hebei.get(rejects)).path("items")))
                .containsExactly(
                        "4 pm10 [many] a decimal from 0 to 1000000 with at most three decimals, NA, /"
                                + " or nothing",
                        "5 timepoint [yesterday] the end of an hour in Beijing time, like"
                                + " 2026-03-01T0100",
                        "6 longitude [999] degrees from -180 to 180",
                        "7 line [1,2] 14 fields as in the header, not 2",
                        "8 timepoint [2099-01-01T0100] an hour from 1970 to now",
                        "9 area [亚特兰蒂斯] the name of a known jurisdiction (1 rows of station BAD3)",
                        "10 stationcode [BAD2] one row per station and hour; the hour that ends"
                                + " 2026-02-28T21:00:00Z stands in line 2, the first stands",
                        "11 area [石家庄市] the area of jurisdiction 130600, where station BAD1 stands"
                                + " (1 rows)",
                        "12 pm10 [-5] a decimal from 0 to 1000000 with at most three decimals, NA, /"
                                + " or nothing");
    }

    @Test
    void thePreviewSaysItInTheReadersLanguage() {
        byte[] file =
                bytes(
                        HEADER
                                + row("2026-03-01T0100", "BAD1", "60")
                                + row("2099-03-01T0100", "BAD1", "60")
                                + row("2026-03-01T0300", "BAD1", "-5"));

        JsonNode chinese = preview("cnemc", file, "zh-CN");
        JsonNode english = preview("cnemc", file, "en");

        assertThat(chinese.path("rows").size()).isEqualTo(1);
        assertThat(lines(chinese.path("rejects")).get(0))
                .startsWith("3 timepoint [2099-03-01T0100] 不晚于 20");
        assertThat(lines(chinese.path("rejects")).get(1))
                .startsWith("4 pm10 [-5] 以 ug/m3 计的 PM10，0 至 ");
        assertThat(lines(english.path("rejects")).get(0))
                .startsWith("3 timepoint [2099-03-01T0100] an hour that ends by 20");
    }

    @Test
    void aFileInGbkIsRefusedByNameOrReadAsWhatItIs() {
        byte[] file = (HEADER + row("2026-03-01T0100", "BAD4", "60")).getBytes(BadFiles.GBK);
        var answer = send("gbk.csv", file, "zh-CN");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("gbk.csv", "GBK", "UTF-8", "无法读取");

        JsonNode mapped = imported("gbk.csv&mapping=cnemc&network=cnemc&role=evaluation", file);
        assertThat(mapped.path("entered").asLong()).isEqualTo(1);
        assertThat(mapped.path("notes").get(0).asString()).contains("GBK");
    }

    @Test
    void aCutGzipGivesItsGoodRowsAndSaysSo() {
        byte[] whole = BadFiles.gzip(BadFiles.hours("BAD5", 1000));

        JsonNode report = imported("cut.csv.gz", Arrays.copyOf(whole, whole.length / 2));

        long rows = report.path("rows").asLong();
        assertThat(rows).isBetween(100L, 999L);
        assertThat(report.path("entered").asLong()).isEqualTo(rows);
        assertThat(report.path("brokenOff").asString())
                .contains("cut.csv.gz breaks off after line " + (rows + 1));
    }

    /** Of a line that fits no memory only its head is kept; the rows around it are imported. */
    @Test
    void aLongLineIsRejectedAndTheRowAfterItImported() {
        JsonNode report = imported("long.csv.gz", BadFiles.gzipOfLongLine(48));

        assertThat(report.path("entered").asLong()).isEqualTo(2);
        assertThat(lines(report.path("rejects")))
                .containsExactly("3 line [" + "x".repeat(60) + "…] 每行至多 1 MiB");
    }

    @Test
    void aGzipOfALineOfTenGigabytesIsBrokenOffInLittleMemory() {
        byte[] file = BadFiles.gzipOfLongLine(10 << 10);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getTotalThreadAllocatedBytes();

        JsonNode report = imported("bomb.csv.gz", file);

        assertThat(threads.getTotalThreadAllocatedBytes() - before)
                .as("all that was ever asked of the heap meanwhile")
                .isLessThan(256L << 20);
        assertThat(report.path("rows").asLong()).isEqualTo(1);
        assertThat(report.path("brokenOff").asString()).contains("it expands more than 200-fold");
    }

    /** No client sends so much in vain: the service answers as soon as it has seen too much. */
    @Test
    void aPlainLineOfTenGigabytesIsRefusedOnceItIsTooLarge() throws Exception {
        byte[] chunk = new byte[1 << 20];
        Arrays.fill(chunk, (byte) 'x');
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    bytes(
                            "POST /api/v1/imports?name=endless.csv HTTP/1.1\r\nHost: 127.0.0.1:"
                                    + port
                                    + "\r\n"
                                    + hebei.identity()
                                    + "Accept-Language: zh-CN\r\nContent-Type: text/csv\r\n"
                                    + "Content-Length: 10737418240\r\n\r\n"));
            var answer =
                    CompletableFuture.supplyAsync(() -> {
                        try {
                            byte[] first = new byte[8192];
                            int read = socket.getInputStream().read(first);
                            return new String(first, 0, Math.max(read, 0), StandardCharsets.UTF_8);
                        } catch (IOException lost) {
                            return lost.toString();
                        }
                    });
            long sent = 0;
            try {
                while (!answer.isDone() && sent < 10L << 30) {
                    out.write(chunk);
                    sent += chunk.length;
                }
            } catch (IOException closed) {
                assertThat(sent).isGreaterThan(512L << 20);
            }
            assertThat(answer.get(20, TimeUnit.SECONDS)).startsWith("HTTP/1.1 413");
            assertThat(sent).isLessThan(600L << 20);
        }
    }

    @Test
    void formulasAndMergedCellsAreSaidByCell() {
        byte[] file =
                BadFiles.workbook(
                        "<mergeCells count=\"1\"><mergeCell ref=\"E5:E6\"/></mergeCells>",
                        "<c r=\"E2\"><f>1+34</f><v>35</v></c>",
                        "<c r=\"E3\"><f>NOW()</f></c>",
                        "<c r=\"E4\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>",
                        "<c r=\"E5\"><v>36</v></c>",
                        "<c r=\"E6\"/>",
                        "<c r=\"E7\"><v>-1</v></c>");

        JsonNode report = imported("cells.xlsx" + SHEET, file);

        assertThat(report.path("entered").asLong()).isEqualTo(2);
        assertThat(report.path("notes").get(0).asString()).contains("formulas", "E2");
        List<String> rejects = lines(report.path("rejects"));
        assertThat(rejects).hasSize(4);
        assertThat(rejects.get(0)).startsWith("3 PM2.5 (cell E3) [=NOW()] 公式应带有");
        assertThat(rejects.get(1)).isEqualTo("4 PM2.5 (cell E4) [#DIV/0!] 应为数值，而不是错误");
        assertThat(rejects.get(2)).startsWith("6 PM2.5 (cell E6) [] 应有数值；该单元格并入 E5:E6");
        assertThat(rejects.get(3)).startsWith("7 PM2.5 (cell E7) [-1] 以 ug/m3 计的 PM2_5");
        assertThat(lines(preview(BadFiles.SHEET_MAPPING, file, "en").path("rejects")).get(2))
                .contains("the cell is merged into E5:E6");
    }

    @Test
    void anArchiveOrAWorkbookThatExpandsWithoutEndIsRefused() {
        String picture = "xl/media/image1.png";
        refused(
                BadFiles.expandingWorkbook(picture, "", 64),
                "工作簿 bad 被拒：it expands more than 200-fold",
                "refused the workbook bad: it expands more than 200-fold");
        refused(
                BadFiles.expandingWorkbook("xl/other.xml", "<a>", 64),
                "应为工作簿（.xlsx），bad 已损坏：a tag or text of it is longer than 1 MiB",
                "bad is damaged: a tag or text of it is longer than 1 MiB");
        var unmapped = send("bad", BadFiles.expandingWorkbook(picture, "", 1), "zh-CN");
        assertThat(unmapped.statusCode()).isEqualTo(400);
        assertThat(unmapped.body()).contains("bad 是 zip 压缩包", "无法读取");
    }

    @Test
    void aNewStationWithoutAPlaceIsSaid() {
        String mapping = BadFiles.SHEET_MAPPING.replace("longitude = east\nlatitude = north\n", "");
        JsonNode report =
                imported(
                        "nowhere.csv&network=bad&role=roadside&mapping="
                                + URLEncoder.encode(mapping, StandardCharsets.UTF_8),
                        bytes("code,time,PM2.5\nBAD9,2026-03-01 01:00,35\n"));

        assertThat(report.path("entered").asLong()).isZero();
        assertThat(lines(report.path("rejects")))
                .containsExactly("2 longitude [] 新站点 BAD9 的位置：经度和纬度列（1 行）");
    }
}
