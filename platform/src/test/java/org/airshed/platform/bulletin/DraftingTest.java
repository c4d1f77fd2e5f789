package org.airshed.platform.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.airshed.platform.bulletin.Content.Figure;
import org.airshed.platform.evaluation.Period;
import org.airshed.platform.evaluation.PlaceDays;
import org.airshed.platform.evaluation.PlaceStatistics;
import org.airshed.platform.evaluation.Ranking;
import org.airshed.platform.observation.Origin;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.BilingualText;
import org.airshed.platform.server.Words;
import org.junit.jupiter.api.Test;

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
        Ranking ranking = Ranking.of(MARCH, now);
        return new Drafting(
                        new Words(),
                        code -> new BilingualText(code.value(), code.value()),
                        new Origin("own", "自有", "own", false, false))
                .ofPeriod(
                        Template.MONTHLY,
                        new Drafting.Rankings(
                                ranking,
                                ranking,
                                Ranking.of(MARCH.previous(), List.of()),
                                Ranking.of(MARCH.yearBefore(), yearBefore)))
                .figures();
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
        assertThat(figure(figures, "pm2_5").standard())
                .endsWith("mean, of 2 of 3 cities with enough days");
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
        var figures =
                new DraftingDay(
                                new Words(),
                                code -> new BilingualText(code.value(), code.value()),
                                new Origin("own", "自有", "own", false, false))
                        .of(day, List.of(days("130100", day, 1, 40), days("130200", day, 0, 0)))
                        .figures();

        assertThat(text(figures, "pm2_5")).isEqualTo("40.0");
        assertThat(figure(figures, "pm2_5").standard())
                .endsWith("of 1 of 2 cities with a valid day");
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
