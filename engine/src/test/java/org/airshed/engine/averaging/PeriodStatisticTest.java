package org.airshed.engine.averaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.airshed.engine.edition.Confidence;
import org.junit.jupiter.api.Test;

class PeriodStatisticTest {
    private static final DayCompleteness GB_3095_TABLE_4 =
            new DayCompleteness(324, 27, 25, Confidence.A);
    private static final Year YEAR = Year.of(2025);

    private static List<Rational> whole(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(v -> Rational.of(v, 1)).toList();
    }

    private static TreeMap<LocalDate, Rational> fullYear() {
        TreeMap<LocalDate, Rational> days = new TreeMap<>();
        YEAR.atDay(1)
                .datesUntil(YEAR.plusYears(1).atDay(1))
                .forEach(day -> days.put(day, Rational.of(day.getDayOfYear(), 1)));
        return days;
    }

    private static PeriodStatistic mean(Map<LocalDate, Rational> days) {
        return PeriodStatistic.annualMean(DailyValues.of(days), YEAR, GB_3095_TABLE_4);
    }

    /** Vectors computed for the method of HJ 663. */
    @Test
    void percentilesAreThoseOfTheMethod() {
        assertThat(Percentile.P90.of(whole(1, 365))).isEqualTo(Rational.of("328.6"));
        assertThat(Percentile.P95.of(whole(1, 365))).isEqualTo(Rational.of("346.8"));
        assertThat(Percentile.P98.of(whole(1, 365))).isEqualTo(Rational.of("357.72"));
        assertThat(Percentile.P90.of(whole(1, 10))).isEqualTo(Rational.of("9.1"));
        assertThat(Percentile.P95.of(new double[] {50, 10, Double.NaN, 30, 20, 40}))
                .isCloseTo(48, within(1e-12));
    }

    @Test
    void theEndsOfThePercentilesAreTheSmallestAndTheGreatest() {
        assertThat(new Percentile(0).of(whole(3, 9))).isEqualTo(Rational.of(3, 1));
        assertThat(new Percentile(100).of(whole(3, 9))).isEqualTo(Rational.of(9, 1));
        assertThat(Percentile.P98.of(whole(7, 7))).isEqualTo(Rational.of(7, 1));
        assertThatThrownBy(() -> Percentile.P98.of(List.of())).hasMessageContaining("got none");
        assertThatThrownBy(() -> Percentile.P98.of(new double[] {Double.NaN}))
                .hasMessageContaining("got none");
        assertThatThrownBy(() -> new Percentile(101)).hasMessageContaining("got 101");
    }

    @Property
    void percentilesRiseAndStayAmongTheValues(
            @ForAll @Size(min = 1, max = 50) List<@IntRange(min = 0, max = 900) Integer> raw,
            @ForAll @IntRange(min = 0, max = 99) int percent,
            @ForAll long seed) {
        List<Rational> values = new ArrayList<>(raw.stream().map(v -> Rational.of(v, 1)).toList());
        Rational lower = new Percentile(percent).of(values);
        Collections.shuffle(values, new Random(seed));
        Rational higher = new Percentile(percent + 1).of(values);

        assertThat(lower).isLessThanOrEqualTo(higher);
        assertThat(lower).isGreaterThanOrEqualTo(Collections.min(values));
        assertThat(higher).isLessThanOrEqualTo(Collections.max(values));
        double inDoubles = new Percentile(percent).of(raw.stream().mapToDouble(v -> v).toArray());
        assertThat(inDoubles).isCloseTo(lower.toDouble(), within(1e-9));
    }

    /** Whole values are parted around the place looked for: the answer is that of sorting. */
    @Property
    void partingFindsWhatSortingFinds(
            @ForAll @Size(min = 1, max = 80) List<@IntRange(min = -3, max = 12) Integer> raw,
            @ForAll @IntRange(min = 0, max = 100) int percent,
            @ForAll @IntRange(min = 0, max = 2) int order) {
        List<Integer> values = new ArrayList<>(raw);
        if (order > 0) {
            values.sort(order == 1 ? Comparator.naturalOrder() : Comparator.reverseOrder());
        }
        Percentile percentile = new Percentile(percent);

        long hundredfold =
                percentile.hundredfold(
                        values.stream().mapToLong(Integer::longValue).toArray(), values.size());

        assertThat(Rational.of(hundredfold, 100))
                .isEqualTo(percentile.of(values.stream().map(v -> Rational.of(v, 1)).toList()));
    }

    @Test
    void aFullYearHasItsMean() {
        assertThat(mean(fullYear())).isEqualTo(new PeriodStatistic.Valid(Rational.of(183, 1), 365));
        assertThat(
                        PeriodStatistic.annualPercentile(
                                DailyValues.of(fullYear()), YEAR, Percentile.P95, GB_3095_TABLE_4))
                .isEqualTo(new PeriodStatistic.Valid(Rational.of("346.8"), 365));
    }

    @Test
    void threeHundredAndTwentyThreeDaysAreTooFew() {
        TreeMap<LocalDate, Rational> days = new TreeMap<>();
        // 27 days of each month and 25 of February are 322: two short of the year's 324.
        for (int month = 1; month <= 12; month++) {
            for (int day = 1; day <= (month == 2 ? 25 : 27); day++) {
                days.put(LocalDate.of(2025, month, day), Rational.of(40, 1));
            }
        }
        days.put(LocalDate.of(2025, 1, 28), Rational.of(40, 1));
        assertThat(mean(days)).isEqualTo(new PeriodStatistic.TooFewDays(323, 324, new TreeMap<>()));
        days.put(LocalDate.of(2025, 1, 29), Rational.of(40, 1));
        assertThat(mean(days)).isEqualTo(new PeriodStatistic.Valid(Rational.of(40, 1), 324));
    }

    @Test
    void aMonthWithTwentySixDaysVoidsTheYear() {
        TreeMap<LocalDate, Rational> days = fullYear();
        for (int day = 1; day <= 5; day++) {
            days.remove(LocalDate.of(2025, 7, day));
        }

        assertThat(mean(days))
                .isEqualTo(
                        new PeriodStatistic.TooFewDays(
                                360, 324, new TreeMap<>(Map.of(YearMonth.of(2025, 7), 26))));
    }

    @Test
    void februaryNeedsTwentyFiveDays() {
        TreeMap<LocalDate, Rational> days = fullYear();
        for (int day = 1; day <= 3; day++) {
            days.remove(LocalDate.of(2025, 2, day));
        }
        assertThat(mean(days)).isInstanceOf(PeriodStatistic.Valid.class);
        days.remove(LocalDate.of(2025, 2, 4));
        assertThat(mean(days)).isInstanceOf(PeriodStatistic.TooFewDays.class);
    }

    @Test
    void aMonthHasItsOwnMeanAndPercentile() {
        DailyValues days = DailyValues.of(fullYear());
        YearMonth january = YearMonth.of(2025, 1);

        assertThat(PeriodStatistic.monthlyMean(days, january, GB_3095_TABLE_4))
                .isEqualTo(new PeriodStatistic.Valid(Rational.of(16, 1), 31));
        assertThat(
                        PeriodStatistic.monthlyPercentile(
                                days, january, Percentile.P90, GB_3095_TABLE_4))
                .isEqualTo(new PeriodStatistic.Valid(Rational.of(28, 1), 31));
        assertThat(PeriodStatistic.monthlyMean(days, YearMonth.of(2026, 1), DayCompleteness.ANY))
                .isEqualTo(
                        new PeriodStatistic.TooFewDays(
                                0, 1, new TreeMap<>(Map.of(YearMonth.of(2026, 1), 0))));
    }

    @Test
    void aCityNeedsOneStationUnlessTheUnverifiedRuleIsAskedFor() {
        List<Rational> two = List.of(Rational.of(10, 1), Rational.of(15, 1));

        assertThat(CityMean.of(two, 3, CityMean.Rule.ANY_STATION))
                .isEqualTo(new CityMean.Valid(Rational.of("12.5"), 2));
        assertThat(CityMean.of(two, 3, CityMean.Rule.HJ_663_2013_UNVERIFIED))
                .isInstanceOf(CityMean.Valid.class);
        assertThat(CityMean.of(two, 4, CityMean.Rule.HJ_663_2013_UNVERIFIED))
                .isEqualTo(new CityMean.TooFewStations(2, 3, 4));
        assertThat(CityMean.of(List.of(), 4, CityMean.Rule.ANY_STATION))
                .isEqualTo(new CityMean.TooFewStations(0, 1, 4));
        assertThat(CityMean.Rule.HJ_663_2013_UNVERIFIED.confidence().verified()).isFalse();
        assertThatThrownBy(() -> CityMean.of(two, 1, CityMean.Rule.ANY_STATION))
                .hasMessageContaining("got 2 of 1");
    }

    @Test
    void doublesAndFractionsAgree() {
        double[] doubles = DoubleStream.iterate(1, v -> v + 1).limit(365).toArray();

        assertThat(Percentile.P98.of(doubles)).isCloseTo(357.72, within(1e-9));
    }
}
