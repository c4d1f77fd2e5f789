package org.airshed.platform.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.airshed.platform.bulletin.Content.Figure;
import org.airshed.platform.evaluation.Period;
import org.airshed.platform.evaluation.PlaceDays;
import org.airshed.platform.evaluation.PlaceStatistics;
import org.airshed.platform.evaluation.Ranking;
import org.airshed.platform.evaluation.RegionStatistics;
import org.airshed.platform.evaluation.Statistics;
import org.airshed.platform.observation.Origin;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.BilingualText;
import org.airshed.platform.server.Words;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What a month's figures are made of. */
class DraftingTest {
    private static final long ONE = 1_000_000_000_000L; // in trillionths
    private static final Period MARCH = Period.ofMonth(YearMonth.of(2026, 3));

    /** A city whose every pollutant and AQI had one value on its first days of a period. */
    private static PlaceStatistics city(String code, Period period, int days, int value) {
        return PlaceStatistics.of(days(code, period, days, value), period, Map.of());
    }

    private static PlaceDays days(String code, Period period, int days, int value) {
        var filling =
                new PlaceDays.Filling(
                        Optional.empty(),
                        new JurisdictionCode(code),
                        period.first(),
                        period.last());
        for (LocalDate day = period.first();
                day.isBefore(period.first().plusDays(days));
                day = day.plusDays(1)) {
            for (int column = 0; column < Readings.POLLUTANTS.size(); column++) {
                filling.put(filling.at(day), column, value * ONE, 1);
            }
            filling.putIndex(filling.at(day), value, List.of());
        }
        int[] expected = new int[period.days()];
        Arrays.fill(expected, 1);
        return filling.ofCity(expected);
    }

    private static Map<String, Figure> figures(
            List<PlaceStatistics> now, List<PlaceStatistics> yearBefore) {
        return new Drafting(
                        new Words(),
                        code -> new BilingualText(code.value(), code.value()),
                        new Origin("own", "自有", "own", false, false))
                .ofPeriod(
                        Template.MONTHLY,
                        new Drafting.Found(
                                region(MARCH, now, yearBefore),
                                Ranking.of(MARCH.previous(), List.of()),
                                Ranking.of(MARCH.yearBefore(), yearBefore)))
                .figures();
    }

    private static RegionStatistics region(
            Period period, List<PlaceStatistics> now, List<PlaceStatistics> yearBefore) {
        return RegionStatistics.of(
                period,
                now.stream().map(PlaceStatistics::place).collect(Collectors.toSet()),
                withoutEvents(now),
                withoutEvents(yearBefore),
                List.of());
    }

    /** Both ways alike: nothing was exceptional; and as everywhere, only cities with a day. */
    private static List<Statistics.Both> withoutEvents(List<PlaceStatistics> cities) {
        return cities.stream()
                .filter(PlaceStatistics::anything)
                .map(city -> new Statistics.Both(city, city))
                .toList();
    }

    private static String rule(Map<String, Figure> figures, String name) {
        return figure(figures, name).standard().said(new Words()).en();
    }

    private static Figure figure(Map<String, Figure> figures, String name) {
        return Objects.requireNonNull(figures.get(name), name);
    }

    private static String text(Map<String, Figure> figures, String name) {
        return figure(figures, name).text().en();
    }

    @Test
    void citiesWithTooFewDaysAreNotInTheFiguresOfTheRegion() {
        var figures =
                figures(
                        List.of(
                                city("130100", MARCH, 31, 40),
                                city("130200", MARCH, 27, 60),
                                city("130300", MARCH, 26, 300)),
                        List.of());

        assertThat(text(figures, "pm2_5")).isEqualTo("50.0");
        assertThat(text(figures, "attainment")).isEqualTo("100.0");
        assertThat(text(figures, "heavy")).isEqualTo("0");
        assertThat(text(figures, "complete")).isEqualTo("2");
        assertThat(text(figures, "cities")).isEqualTo("3");
        assertThat(rule(figures, "pm2_5")).endsWith("2 of 3 cities with enough days");
        assertThat(figure(figures, "pm2_5").standard().said(new Words()).zh())
                .endsWith("3个城市中有效天数足够的2个");
        assertThat(figure(figures, "pm2_5").query())
                .isEqualTo("/api/v1/air/region?period=2026-03&cities=130100,130200,130300");
    }

    @Test
    void yearsAreComparedOverCitiesThatHaveTheDaysInBoth() {
        var figures =
                figures(
                        List.of(city("130100", MARCH, 31, 40), city("130200", MARCH, 31, 400)),
                        List.of(
                                city("130100", MARCH.yearBefore(), 31, 50),
                                city("130200", MARCH.yearBefore(), 9, 500)));

        assertThat(text(figures, "pm2_5")).isEqualTo("220.0");
        assertThat(text(figures, "pm2_5_year")).isEqualTo("down 20.0 %");
        assertThat(text(figures, "attainment")).isEqualTo("50.0");
        assertThat(text(figures, "attainment_year")).contains("0.0");
    }

    @Test
    void aDaySaysOfHowManyCitiesItsMeansAre() {
        Period day = Period.find("2026-03-05").orElseThrow();
        List<PlaceDays> cities = List.of(days("130100", day, 1, 40), days("130200", day, 0, 0));
        var figures =
                new DraftingDay(
                                new Words(),
                                code -> new BilingualText(code.value(), code.value()),
                                new Origin("own", "自有", "own", false, false))
                        .of(
                                region(
                                        day,
                                        cities.stream()
                                                .map(city ->
                                                        PlaceStatistics.of(city, day, Map.of()))
                                                .toList(),
                                        List.of()),
                                cities)
                        .figures();

        assertThat(text(figures, "pm2_5")).isEqualTo("40.0");
        assertThat(rule(figures, "pm2_5")).endsWith("1 of 1 cities with a valid day");
        assertThat(figure(figures, "pm2_5").query()).endsWith("130100,130200");
    }

    /** Bulletins drafted before rules were codes still say theirs. */
    @Test
    void aRuleThatWasKeptInWordsIsStillSaid() {
        Figure old =
                JsonMapper.builder()
                        .build()
                        .readValue(
                                """
                                {"text":{"zh":"1","en":"1"},"query":"/api/v1/air/days","standard":"HJ 633"}
                                """,
                                Figure.class);

        assertThat(old.standard().said(new Words()).en()).isEqualTo("HJ 633");
        assertThat(old.at()).isNull();
        Figure now = new Figure(old.text(), old.query(), "/x", new Rule("a", Map.of("b", "c")));
        JsonMapper json = JsonMapper.builder().build();
        assertThat(json.readValue(json.writeValueAsString(now), Figure.class)).isEqualTo(now);
    }

    /** Limit: nobody has enough days. */
    @Test
    void withoutACompleteCityThereIsNoFigure() {
        var figures = figures(List.of(city("130100", MARCH, 5, 40)), List.of());

        assertThat(text(figures, "pm2_5")).isEqualTo("–");
        assertThat(text(figures, "attainment")).isEqualTo("–");
        assertThat(text(figures, "complete")).isEqualTo("0");
    }
}
