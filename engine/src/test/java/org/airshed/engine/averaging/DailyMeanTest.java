package org.airshed.engine.averaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DailyMeanTest {
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static double[] hours(int valid) {
        double[] hourly = new double[24];
        Arrays.fill(hourly, Double.NaN);
        Arrays.fill(hourly, 0, valid, 60.5);
        return hourly;
    }

    @Test
    void nineteenHoursAreTooFew() {
        assertThat(DailyMean.of(hours(19))).isEqualTo(new DailyMean.TooFewHours(19, 20));
    }

    @Test
    void twentyHoursSuffice() {
        assertThat(DailyMean.of(hours(20))).isEqualTo(new DailyMean.Valid(Rational.of("60.5"), 20));
    }

    @Test
    void aDayWithoutDataHasNoMean() {
        assertThat(DailyMean.of(hours(0))).isEqualTo(new DailyMean.TooFewHours(0, 20));
    }

    @Test
    void twentyThreeValuesAreNoDay() {
        assertThatThrownBy(() -> DailyMean.of(new double[23]))
                .hasMessage("expected 24 hourly values, got 23");
    }

    @Test
    void theDayRunsFromTheHourEndingAtOneToTheHourEndingAtMidnight() {
        // Hour ends from 2026-03-01T00:00 to 2026-03-03T00:00 Beijing time, each worth its number.
        HourlySeries series =
                HourlySeries.of(
                        Instant.parse("2026-02-28T16:00:00Z"),
                        IntStream.rangeClosed(0, 48).asDoubleStream().toArray());

        assertThat(DailyMean.of(series, new NaturalDay(LocalDate.of(2026, 3, 1), BEIJING)))
                .isEqualTo(new DailyMean.Valid(Rational.of("12.5"), 24));
        assertThat(DailyMean.of(series, new NaturalDay(LocalDate.of(2026, 2, 28), BEIJING)))
                .isEqualTo(new DailyMean.TooFewHours(1, 20));
        assertThat(NaturalDay.ofHourEnd(Instant.parse("2026-02-28T16:00:00Z"), BEIJING).date())
                .isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(NaturalDay.ofHourEnd(Instant.parse("2026-02-28T17:00:00Z"), BEIJING).date())
                .isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @Test
    void theDayHasTheHoursOfItsZone() {
        assertThat(new NaturalDay(LocalDate.of(2026, 3, 29), BERLIN).hours()).isEqualTo(23);
        assertThat(new NaturalDay(LocalDate.of(2026, 10, 25), BERLIN).hours()).isEqualTo(25);
        double[] hourly = new double[25];
        Arrays.fill(hourly, 7);
        HourlySeries series = HourlySeries.of(Instant.parse("2026-10-24T23:00:00Z"), hourly);
        assertThat(DailyMean.of(series, new NaturalDay(LocalDate.of(2026, 10, 25), BERLIN)))
                .isEqualTo(new DailyMean.Valid(Rational.of(7, 1), 25));
    }

    @Test
    void aZoneOffByHalfAnHourIsRefusedWhenTheHoursDoNotFit() {
        HourlySeries series =
                HourlySeries.of(Instant.parse("2026-02-28T16:00:00Z"), new double[24]);
        NaturalDay day = new NaturalDay(LocalDate.of(2026, 3, 1), ZoneId.of("Asia/Kolkata"));

        assertThatThrownBy(() -> DailyMean.of(series, day))
                .hasMessageContaining("expected the end of an hour of the series");
    }

    @Property
    void aMeanOfOneThirdsIsExact(@ForAll @IntRange(min = 0, max = 500) int base) {
        double[] hourly = new double[24];
        Arrays.fill(hourly, base);
        hourly[5] = base + 8; // 8/24 = 1/3

        assertThat(DailyMean.of(hourly))
                .isEqualTo(new DailyMean.Valid(Rational.of(3L * base + 1, 3), 24));
    }

    @Test
    void whatIsNoConcentrationIsRefusedByName() {
        assertThatThrownBy(() ->
                        HourlySeries.of(Instant.EPOCH, new double[] {1, Double.POSITIVE_INFINITY}))
                .hasMessageContaining("got Infinity (hour 1)");
        assertThatThrownBy(() -> HourlySeries.of(Instant.ofEpochSecond(30), new double[1]))
                .hasMessageContaining("on a whole minute");
    }
}
