package org.airshed.platform.evaluation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.YearMonth;
import org.airshed.platform.access.DemonstrationPeople;
import org.airshed.platform.access.web.Browser;
import org.airshed.platform.database.OnDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Days, statistics, rankings, events and lists over two synthetic months, one of them whole. */
@OnDatabase
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "airshed.mode=demo",
            "airshed.management.port=-1",
            "airshed.observation.synthetic.days=62"
        })
class StatisticsOverHttpTest {
    @LocalServerPort int port;
    @Autowired DemonstrationPeople people;
    private Asker asker;
    private YearMonth month;

    @BeforeEach
    void ready() {
        asker = new Asker(port);
        asker.awaitReadings();
        LocalDate last =
                LocalDate.parse(asker.json("/api/v1/air/days").path("held").get(1).asString());
        month = YearMonth.from(last).minusMonths(1);
    }

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

    @Test
    void aMonthIsRankedWithItsSinglesAndItsCoverage() {
        JsonNode ranking = asker.json("/api/v1/air/ranking?period=" + month);

        assertThat(ranking.path("ranked").size()).isEqualTo(32);
        assertThat(ranking.path("unranked").size()).isZero();
        assertThat(ranking.path("source").path("synthetic").asBoolean()).isTrue();
        BigDecimal before = BigDecimal.ZERO;
        int place = 0;
        for (JsonNode row : ranking.path("ranked")) {
            place++;
            assertThat(row.path("rank").asInt()).isBetween(1, place);
            BigDecimal composite = row.path("statistics").path("composite").decimalValue();
            assertThat(composite).isGreaterThanOrEqualTo(before);
            assertThat(row.path("singles").size()).isEqualTo(6);
            assertThat(row.path("statistics").path("coverage").path("percent").decimalValue())
                    .isGreaterThan(new BigDecimal("90"));
            before = composite;
        }
        JsonNode stations = asker.json("/api/v1/air/ranking?of=stations&period=" + month);
        assertThat(stations.path("ranked").size()).isGreaterThan(100);
        assertThat(stations.path("ranked").get(0).path("station").asString()).startsWith("S");
        HttpResponse<String> csv = asker.get("/api/v1/air/ranking.csv?period=" + month);
        assertThat(csv.body()).contains("composite_index", "pm2_5_mean_ugm3", "SYNTHETIC");
        assertThat(csv.body().lines()).hasSize(33);
        assertThat(csv.headers().firstValue("Content-Disposition").orElse(""))
                .contains("SYNTHETIC");
    }

    @Test
    void theStatisticsOfAPeriodAreATableToo() {
        HttpResponse<String> csv = asker.get("/api/v1/air/statistics.csv?period=" + month);

        assertThat(csv.body().lines()).as("two rows of each city").hasSize(1 + 2 * 32);
        assertThat(csv.body().lines().map(line -> line.split(",", -1).length).distinct())
                .hasSize(1);
        assertThat(csv.body())
                .contains(
                        "pm2_5_mean_ugm3,pm2_5_percentile,",
                        ",all,",
                        ",without-events,",
                        "SYNTHETIC");
        assertThat(asker.get("/api/v1/air/statistics.csv?period=March").statusCode())
                .isEqualTo(400);
    }

    /** A period whose predecessor is held stands beside it; one that is not, is said to be none. */
    @Test
    void thePeriodBeforeStandsBesideIt() {
        LocalDate last = month.atEndOfMonth();
        JsonNode ranking =
                asker.json("/api/v1/air/ranking?period=" + last.minusDays(6) + "%2F" + last);
        JsonNode first = ranking.path("ranked").get(0);
        assertThat(first.path("previous").path("rank").asInt()).isBetween(1, 32);
        assertThat(first.path("yearBefore").isMissingNode()).isTrue();
        assertThat(ranking.path("previous").path("last").asString())
                .isEqualTo(last.minusDays(7).toString());
    }

    @Test
    void badInputIsRefusedNamingIt() {
        for (String path :
                new String[] {
                    "ranking?period=March",
                    "statistics?period=2026-13",
                    "ranking?period=2024-01-01%2F2026-01-01",
                    "ranking?of=provinces",
                    "days?day=yesterday",
                    "cities/130600/days?from=2020-01-01&to=2026-01-01",
                    "cities/130600/days?from=2026-02-01&to=2026-01-01"
                }) {
            HttpResponse<String> answer = asker.get("/api/v1/air/" + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).as(path).contains("evaluation.");
        }
        assertThat(asker.get("/api/v1/air/cities/999999/days").statusCode()).isEqualTo(404);
        assertThat(asker.get("/api/v1/air/cities/130000/days").statusCode())
                .as("a province has no days of its own")
                .isEqualTo(404);
    }

    @Test
    void theDaysOfACityCarryUnitsAndStations() {
        JsonNode days =
                asker.json(
                        "/api/v1/air/cities/130600/days?from=%s&to=%s"
                                .formatted(month.atDay(1), month.atEndOfMonth()));
        assertThat(days.path("days").size()).isEqualTo(month.lengthOfMonth());
        JsonNode day = days.path("days").get(3);
        assertThat(day.path("values").path("pm2_5").decimalValue().scale()).isZero();
        assertThat(day.path("stations").path("pm2_5").asInt())
                .isBetween(1, day.path("stationsExpected").asInt());
        assertThat(asker.get("/api/v1/air/cities/130600/days.csv").body())
                .startsWith("day,zone,jurisdiction")
                .contains("pm2_5_mean24h_ugm3", "o3_max8h_ugm3", "Asia/Shanghai");
    }

    /** Claimed by one, decided by another; afterwards both numbers stand side by side. */
    @Test
    void anAcceptedEventLeavesDaysOutOfTheAdjustedStatistics() {
        Browser office = signedIn("demo.hebei");
        Browser decider = signedIn("demo.forecaster");
        String claim =
                """
                {"jurisdiction":"%s","kind":"dust","pollutants":["pm10","pm2_5"],"firstDay":"%s","lastDay":"%s",
                 "evidence":"dust warning, PM10 above six times PM2.5 at all stations"}
                """;
        LocalDate first = month.atDay(5);
        String good = claim.formatted("130600", first, first.plusDays(2)).strip();

        assertThat(
                        office.send(
                                        "POST",
                                        "/api/v1/air/events",
                                        claim.formatted("370100", first, first).strip())
                                .statusCode())
                .as("a city of another province")
                .isEqualTo(403);
        assertThat(
                        office.send(
                                        "POST",
                                        "/api/v1/air/events",
                                        claim.formatted(
                                                        "130600",
                                                        first,
                                                        LocalDate.now().plusDays(1))
                                                .strip())
                                .statusCode())
                .as("days to come")
                .isEqualTo(400);
        var claimed = office.send("POST", "/api/v1/air/events", good);
        assertThat(claimed.statusCode()).as(claimed.body()).isEqualTo(201);
        String decision =
                "/api/v1/air/events/" + Browser.json(claimed).path("id").asString() + "/decision";
        String yes = "{\"accepted\":true,\"reason\":\"satellite images agree\"}";
        assertThat(statistics().path("eventsRemoved").asBoolean()).isFalse();
        assertThat(office.send("POST", decision, yes).statusCode()).isEqualTo(403);

        var decided = decider.send("POST", decision, yes);

        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
        assertThat(decider.send("POST", decision, yes).statusCode()).isEqualTo(409);
        JsonNode city = statistics();
        assertThat(city.path("eventsRemoved").asBoolean()).isTrue();
        assertThat(days(city.path("adjusted"), "pm10"))
                .isEqualTo(days(city.path("raw"), "pm10") - 3);
        assertThat(days(city.path("adjusted"), "o3")).isEqualTo(days(city.path("raw"), "o3"));
        assertThat(asker.json("/api/v1/air/events").path("items").get(0).path("state").asString())
                .isEqualTo("accepted");
    }

    private JsonNode statistics() {
        return asker.json("/api/v1/air/statistics?city=130600&period=" + month)
                .path("cities")
                .get(0);
    }

    private static int days(JsonNode statistics, String pollutant) {
        for (JsonNode line : statistics.path("pollutants")) {
            if (line.path("pollutant").asString().equals(pollutant)) {
                return line.path("validDays").asInt();
            }
        }
        throw new AssertionError("no " + pollutant);
    }

    @Test
    void theStandardsSayWhereTheyWereReadAndHowSureWeAre() {
        JsonNode standards = asker.json("/api/v1/standards");
        assertThat(standards.path("limits").size()).isGreaterThan(1);
        assertThat(standards.path("breakpoints").size()).isGreaterThan(1);
        boolean found = false;
        for (JsonNode edition : standards.path("limits")) {
            assertThat(edition.path("source").asString()).isNotBlank();
            for (JsonNode row : edition.path("rows")) {
                found |=
                        edition.path("code").asString().equals("GB3095-2026-transition")
                                && row.path("pollutant").asString().equals("pm2_5")
                                && row.path("averaging").asString().equals("24h")
                                && row.path("areaClass").asInt() == 2
                                && row.path("limit").asInt() == 60;
            }
        }
        assertThat(found).as("PM2.5 of a day in the transition: 60 µg/m³").isTrue();
    }

    @Test
    void listsGoOnWhereTheyStopped() {
        JsonNode first = asker.json("/api/v1/stations?limit=3");
        assertThat(first.path("items").size()).isEqualTo(3);
        JsonNode second = asker.json(first.path("next").asString());
        assertThat(second.path("items").get(0).path("code").asString())
                .isGreaterThan(first.path("items").get(2).path("code").asString());
        assertThat(first.path("items").get(0).path("role").asString()).isEqualTo("evaluation");
        String station = first.path("items").get(0).path("code").asString();

        assertThat(asker.json("/api/v1/readings?station=" + station).path("items").size())
                .as("readings as received are not for the public")
                .isZero();
        JsonNode hours =
                Browser.json(
                        signedIn("demo.forecaster")
                                .get("/api/v1/readings?limit=5&station=" + station));
        assertThat(hours.path("items").size()).isEqualTo(5);
        assertThat(hours.path("items").get(0).path("hourEndLocal").asString()).endsWith("+08:00");
        assertThat(asker.get("/api/v1/readings?station=x&from=now").statusCode()).isEqualTo(400);
    }
}
