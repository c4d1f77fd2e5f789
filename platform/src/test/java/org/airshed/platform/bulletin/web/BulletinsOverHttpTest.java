package org.airshed.platform.bulletin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipInputStream;
import org.airshed.platform.access.DemonstrationPeople;
import org.airshed.platform.access.SystemActor;
import org.airshed.platform.access.web.Browser;
import org.airshed.platform.database.OnDatabase;
import org.airshed.platform.observation.Imports;
import org.airshed.platform.rights.ActKind;
import org.airshed.realdata.NeedsRealData;
import org.airshed.realdata.RealData;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The life of the March bulletin of the cities of the compact, from the published months. */
@OnDatabase
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"airshed.mode=demo", "airshed.management.port=-1"})
class BulletinsOverHttpTest {
    @LocalServerPort int port;
    @Autowired Imports imports;
    @Autowired SystemActor platform;
    @Autowired DemonstrationPeople people;

    private Browser signedIn(String login) {
        Browser browser = new Browser(port);
        String password =
                people.accounts().stream()
                        .filter(account -> account.login().equals(login))
                        .findFirst()
                        .orElseThrow()
                        .password();
        assertThat(browser.signIn(login, password).statusCode()).isLessThan(300);
        return browser;
    }

    private byte[] file(String id, String ending, String language) throws Exception {
        var answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(
                                                        "http://127.0.0.1:%d/api/v1/bulletins/%s/document.%s?language=%s"
                                                                .formatted(
                                                                        port, id, ending,
                                                                        language)))
                                        .build(),
                                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** Everything a DOCX says, its footnotes too. */
    private static String wordsOf(byte[] docx) throws IOException {
        StringBuilder words = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            while (zip.getNextEntry() != null) {
                words.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return words.toString();
    }

    @Test
    @NeedsRealData
    void theMarchBulletinIsDraftedEditedReviewedIssuedReadAndCorrected() throws Exception {
        Path file =
                RealData.findFolder()
                        .orElseThrow()
                        .resolve("cnemc-2026/hourly-20260226-20260531.csv.gz");
        platform.act(
                ActKind.IMPORT_OBSERVATIONS,
                authority -> imports.importCnemc(authority, "published.csv.gz", file));
        Browser author = signedIn("demo.duty");
        Browser head = signedIn("demo.leader");
        Browser other = signedIn("demo.hebei");
        String draft = "{\"template\":\"monthly\",\"period\":\"2026-03\"}";

        assertThat(other.send("POST", "/api/v1/bulletins", draft).statusCode()).isEqualTo(403);
        var drafted = author.send("POST", "/api/v1/bulletins", draft);
        assertThat(drafted.statusCode()).as(drafted.body()).isEqualTo(201);
        String id = Browser.json(drafted).path("bulletin").path("id").asString();
        String path = "/api/v1/bulletins/" + id;
        assertThat(Browser.json(drafted).path("bulletin").path("places").asInt()).isEqualTo(31);
        assertThat(new Browser(port).get(path).statusCode())
                .as("a draft is nobody else's")
                .isEqualTo(404);

        var wrong =
                author.send(
                        "POST", path + "/sections/overview", "{\"zh\":\"{no_such}\",\"en\":\"x\"}");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("no_such", "pm2_5");
        author.send(
                "POST",
                path + "/sections/overview",
                "{\"zh\":\"人工撰写：PM₂.₅为{pm2_5}微克/立方米。\",\"en\":\"By hand: {pm2_5} µg/m³.\"}");
        JsonNode redrafted = Browser.json(author.send("POST", path + "/redraft", ""));
        assertThat(redrafted.path("sections").get(0).path("text").path("zh").asString())
                .startsWith("人工撰写");
        assertThat(redrafted.path("sections").get(0).path("edited").asBoolean()).isTrue();
        assertThat(redrafted.path("sections").get(1).path("edited").asBoolean()).isFalse();

        assertThat(author.send("POST", path + "/review", "").statusCode()).isEqualTo(403);
        assertThat(head.send("POST", path + "/issue", "").statusCode())
                .as("not before the review")
                .isEqualTo(409);
        assertThat(head.send("POST", path + "/review", "").statusCode()).isEqualTo(200);
        JsonNode issued = Browser.json(head.send("POST", path + "/issue", ""));
        assertThat(issued.path("state").asString()).isEqualTo("issued");
        assertThat(issued.path("number").asString()).matches("联防通报〔\\d{4}〕\\d+号");
        assertThat(author.send("POST", path + "/redraft", "").statusCode()).isEqualTo(409);

        theFiles(id);
        everyFigureStandsInTheAnswerItsLinkGives(id);
        assertThat(
                        Browser.json(other.send("POST", path + "/acknowledgement", ""))
                                .path("acknowledged")
                                .asInt())
                .isEqualTo(1);
        theCorrection(author, head, path);
    }

    private void theFiles(String id) throws Exception {
        byte[] chinese = file(id, "pdf", "zh");
        assertThat(text(chinese))
                .contains("2026年3月区域空气质量月报", "人工撰写：PM₂.₅为", "张家口市", "综合指数", "联防通报")
                .doesNotContain("草稿", "{");
        assertThat(text(chinese).replaceAll("\\s", ""))
                .as("rules in the reader's language")
                .contains("规则：HJ663、GB3095：各城市日值均值的平均", "/figures/pm2_5")
                .doesNotContain("ofdailyvalues", "yearonyear", "citieswithenoughdays");
        assertThat(wordsOf(file(id, "docx", "zh")))
                .contains("各城市日值均值的平均")
                .doesNotContain("of daily values", "year on year", "with enough days");
        assertThat(text(file(id, "pdf", "en")))
                .contains("Monthly air quality bulletin, 2026-03", "By hand:", "Zhangjiakou");
        assertThat(file(id, "pdf", "zh")).as("the same bytes").isEqualTo(chinese);
        byte[] words = file(id, "docx", "zh");
        byte[] sheets = file(id, "xlsx", "zh");
        assertThat(new String(words, 0, 2)).isEqualTo("PK");
        assertThat(new String(sheets, 0, 2)).isEqualTo("PK");
        Path folder =
                Path.of(System.getProperty("airshed.root", ".."), "web", "target", "bulletins");
        Files.createDirectories(folder);
        Files.write(folder.resolve("2026-03-zh.pdf"), chinese);
        Files.write(folder.resolve("2026-03-en.pdf"), file(id, "pdf", "en"));
        Files.write(folder.resolve("2026-03-zh.docx"), words);
        Files.write(folder.resolve("2026-03-zh.xlsx"), sheets);
    }

    /** Follows the link of each figure, as documents print it, and finds the printed value. */
    private void everyFigureStandsInTheAnswerItsLinkGives(String id) {
        Browser reader = new Browser(port);
        String path = "/api/v1/bulletins/" + id;
        JsonNode figures = Browser.json(reader.get(path)).path("figures");
        assertThat(figures.size()).isGreaterThan(12);
        for (JsonNode figure : figures) {
            String name = figure.path("name").asString();
            String query = figure.path("query").asString();
            var link = reader.get(path + "/figures/" + name);
            assertThat(link.statusCode()).as(name).isEqualTo(303);
            assertThat(link.headers().firstValue("Location").orElseThrow()).endsWith(query);
            String at = figure.path("at").asString();
            JsonNode value = Browser.json(reader.get(query)).at(at);
            assertThat(asPrinted(figure.path("text").path("en").asString(), value))
                    .as("%s at %s of %s", name, at, query)
                    .isEqualTo(figure.path("text").path("en").asString());
        }
        assertThat(reader.get(path + "/figures/no_such").statusCode()).isEqualTo(404);
    }

    /** The printed text as the value found prints it: only its own words may stand around it. */
    private static String asPrinted(String printed, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return printed.equals("–") ? "–" : "no comparable data";
        }
        if (value.isArray()) {
            if (value.isEmpty()) {
                return printed.equals("–") ? "–" : "(none)";
            }
            return String.join(
                    ", ",
                    value.valueStream()
                            .map(city ->
                                    city.path("name").path("en").asString()
                                            + (city.has("aqi") ? " " + city.path("aqi") : ""))
                            .toList());
        }
        if (value.isObject()) { // a week is printed by its days
            String days = value.path("first").asString() + " to " + value.path("last").asString();
            return printed.equals(days) ? days : value.path("text").asString();
        }
        if (printed.matches("[0-9.]+")) {
            return value.decimalValue().toPlainString();
        }
        int sign = value.decimalValue().signum();
        String amount = value.decimalValue().abs().toPlainString();
        return printed.contains("points")
                ? (sign < 0 ? "down " : "up ") + amount + " percentage points"
                : sign == 0 ? "unchanged" : (sign < 0 ? "down " : "up ") + amount + " %";
    }

    private void theCorrection(Browser author, Browser head, String path) {
        JsonNode correction =
                Browser.json(author.send("POST", path + "/correction", "")).path("bulletin");
        assertThat(correction.path("version").asInt()).isEqualTo(2);
        assertThat(author.send("POST", path + "/correction", "").statusCode())
                .as("one correction at a time")
                .isEqualTo(409);
        String next = "/api/v1/bulletins/" + correction.path("id").asString();
        head.send("POST", next + "/review", "");
        assertThat(Browser.json(head.send("POST", next + "/issue", "")).path("number").asString())
                .matches("联防通报〔\\d{4}〕\\d+号");
        assertThat(
                        Browser.json(new Browser(port).get(path))
                                .path("bulletin")
                                .path("state")
                                .asString())
                .isEqualTo("superseded");
    }

    @Test
    @NeedsRealData
    void aDayAndAWeekAndAYearToo() throws Exception {
        Path file =
                RealData.findFolder()
                        .orElseThrow()
                        .resolve("cnemc-2026/hourly-20260226-20260531.csv.gz");
        platform.act(
                ActKind.IMPORT_OBSERVATIONS,
                authority -> imports.importCnemc(authority, "published.csv.gz", file));
        Browser author = signedIn("demo.forecaster");
        Browser head = signedIn("demo.leader");
        for (String[] kind :
                new String[][] {
                    {"daily", "2026-03-12"}, {"weekly", "2026-W11"}, {"annual", "2026"}
                }) {
            var drafted =
                    author.send(
                            "POST",
                            "/api/v1/bulletins",
                            "{\"template\":\"%s\",\"period\":\"%s\"}".formatted(kind[0], kind[1]));
            assertThat(drafted.statusCode()).as(drafted.body()).isEqualTo(201);
            String id = Browser.json(drafted).path("bulletin").path("id").asString();
            head.send("POST", "/api/v1/bulletins/" + id + "/review", "");
            head.send("POST", "/api/v1/bulletins/" + id + "/issue", "");
            everyFigureStandsInTheAnswerItsLinkGives(id);
            assertThat(text(file(id, "pdf", "zh"))).contains("一、总体情况").doesNotContain("{");
            assertThat(text(file(id, "pdf", "en"))).contains("Overview").doesNotContain("{");
        }
        var misfit =
                author.send(
                        "POST",
                        "/api/v1/bulletins",
                        "{\"template\":\"monthly\",\"period\":\"2026-Q1\"}");
        assertThat(misfit.statusCode()).isEqualTo(400);
        assertThat(misfit.body()).contains("2026-Q1");
    }
}
