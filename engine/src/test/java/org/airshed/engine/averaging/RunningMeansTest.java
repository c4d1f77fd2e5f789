package org.airshed.engine.averaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RunningMeansTest {
    private static final NaturalDay DAY = new NaturalDay(LocalDate.of(2026, 7, 1), ZoneOffset.UTC);
    private static final Instant FIRST = Instant.parse("2026-07-01T01:00:00Z");
    private static final Rational LIMIT = Rational.of(160, 1);

    private static double[] day(double value) {
        double[] hourly = new double[24];
        Arrays.fill(hourly, value);
        return hourly;
    }

    private static DailyMaximum maximum(double[] hourly) {
        RunningMeans means = RunningMeans.ofEightHours(HourlySeries.of(FIRST, hourly));
        return DailyMaximum.ofEightHours(means, DAY, EightHourRule.HJ_663, LIMIT);
    }

    @Test
    void fiveOfEightHoursAreTooFewAndSixSuffice() {
        double[] hourly = {10, 10, Double.NaN, Double.NaN, Double.NaN, 10, 10, 10, 13};
        RunningMeans means = RunningMeans.ofEightHours(HourlySeries.of(FIRST, hourly));

        assertThat(means.mean(7)).isEqualTo(new RunningMean.TooFewHours(5, 6));
        assertThat(means.mean(8)).isEqualTo(new RunningMean.TooFewHours(5, 6));
        hourly[2] = 10;
        means = RunningMeans.ofEightHours(HourlySeries.of(FIRST, hourly));
        assertThat(means.mean(7)).isEqualTo(new RunningMean.Valid(Rational.of(10, 1), 6));
        assertThat(means.mean(8)).isEqualTo(new RunningMean.Valid(Rational.of("10.5"), 6));
    }

    @Test
    void theFirstHoursOfASeriesHaveNoFullWindow() {
        RunningMeans means = RunningMeans.of24Hours(HourlySeries.of(FIRST, day(5)));

        assertThat(means.mean(18)).isEqualTo(new RunningMean.TooFewHours(19, 20));
        assertThat(means.mean(23)).isEqualTo(new RunningMean.Valid(Rational.of(5, 1), 24));
        assertThat(means.toDoubles()[18]).isNaN();
        assertThat(means.toDoubles()[19]).isEqualTo(5);
    }

    @Test
    void theHighestEightHoursOfADayAreFound() {
        double[] hourly = day(100);
        for (int hour = 12; hour < 20; hour++) {
            hourly[hour] = 170.5; // the hours that end from 13:00 to 20:00
        }

        assertThat(maximum(hourly))
                .isEqualTo(
                        new DailyMaximum.Valid(
                                Rational.of("170.5"), Instant.parse("2026-07-01T20:00:00Z"), 17));
    }

    @Test
    void theHoursOfTheNightBeforeDoNotCount() {
        double[] hourly = new double[32];
        Arrays.fill(hourly, 0, 8, 400);
        Arrays.fill(hourly, 8, 32, 100);
        RunningMeans means =
                RunningMeans.ofEightHours(
                        HourlySeries.of(Instant.parse("2026-06-30T17:00:00Z"), hourly));

        assertThat(DailyMaximum.ofEightHours(means, DAY, EightHourRule.HJ_663, LIMIT))
                .isInstanceOfSatisfying(
                        DailyMaximum.Valid.class,
                        valid -> assertThat(valid.maximum()).isEqualTo(Rational.of(100, 1)));
        assertThat(DailyMaximum.ofEightHours(means, DAY, EightHourRule.EUROPEAN_UNION, LIMIT))
                .isInstanceOfSatisfying(
                        DailyMaximum.Valid.class,
                        valid -> {
                            assertThat(valid.means()).isEqualTo(24);
                            assertThat(valid.maximum()).isEqualTo(Rational.of("362.5"));
                        });
    }

    @Test
    void thirteenEightHourMeansAreTooFewUnlessTheHighestExceedsTheLimit() {
        double[] hourly = day(160);
        Arrays.fill(hourly, 18, 24, Double.NaN); // windows ending from 21:00 have 5 hours or fewer

        assertThat(maximum(hourly)).isEqualTo(new DailyMaximum.TooFewMeans(13, 14));
        Arrays.fill(hourly, 0, 8, 160.001);
        assertThat(maximum(hourly))
                .isEqualTo(
                        new DailyMaximum.ValidAboveLimit(
                                Rational.of("160.001"),
                                Instant.parse("2026-07-01T08:00:00Z"),
                                13,
                                14));
        hourly[18] = 160;
        assertThat(maximum(hourly)).isInstanceOf(DailyMaximum.Valid.class);
    }

    @Test
    void aDayWithoutDataHasNoHighest() {
        assertThat(maximum(day(Double.NaN))).isEqualTo(new DailyMaximum.TooFewMeans(0, 14));
        HourlySeries nothing = HourlySeries.of(FIRST, new double[0]);
        assertThat(DailyMaximum.ofHours(nothing, DAY, 1))
                .isEqualTo(new DailyMaximum.TooFewMeans(0, 1));
    }

    @Test
    void theHighestHourIsTheFirstOfEquals() {
        double[] hourly = day(30);
        hourly[3] = 90;
        hourly[4] = 90;

        assertThat(DailyMaximum.ofHours(HourlySeries.of(FIRST, hourly), DAY, 20))
                .isEqualTo(
                        new DailyMaximum.Valid(
                                Rational.of(90, 1), Instant.parse("2026-07-01T04:00:00Z"), 24));
    }

    @Property
    void aRunningMeanIsTheMeanOfItsWindowAndNeverDrifts(
            @ForAll @Size(min = 24, max = 120) List<@DoubleRange(min = 0, max = 900) Double> raw) {
        double[] hourly = raw.stream().mapToDouble(v -> StrictMath.rint(v * 10) / 10).toArray();
        HourlySeries series = HourlySeries.of(FIRST, hourly);
        RunningMeans means = RunningMeans.ofEightHours(series);

        int last = hourly.length - 1;
        assertThat(means.mean(last))
                .isEqualTo(new RunningMean.Valid(series.tally(last - 7, last + 1).mean(), 8));
    }

    @Test
    void onlyEightHourMeansHaveAnEightHourMaximum() {
        RunningMeans means = RunningMeans.of24Hours(HourlySeries.of(FIRST, day(1)));

        assertThatThrownBy(() -> DailyMaximum.ofEightHours(means, DAY, EightHourRule.HJ_663, LIMIT))
                .hasMessage("expected means of 8 hours, got means of 24");
    }
}
