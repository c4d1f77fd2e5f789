package org.airshed.engine.averaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.engine.quantity.Trillionths;
import org.junit.jupiter.api.Test;

/** The compact forms say what the forms with reasons say: of random hours, bit for bit. */
class DaySumsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 26);
    private static final int DAYS = 35;
    private static final Rational LIMIT = Rational.of(160, 1);

    private static List<NaturalDay> days(ZoneId zone) {
        return FIRST.datesUntil(FIRST.plusDays(DAYS))
                .map(day -> new NaturalDay(day, zone))
                .toList();
    }

    /** Hours of a window that starts before the first day and ends after the last, with gaps. */
    private static HourlySeries series(Random random, double missing) {
        int[] values = new int[(DAYS + 3) * 24];
        for (int hour = 0; hour < values.length; hour++) {
            values[hour] =
                    random.nextDouble() < missing
                            ? Thousandths.ABSENT
                            : random.nextInt(300) * 1000 + (random.nextInt(4) == 0 ? 500 : 0);
        }
        return HourlySeries.ofThousandths(
                FIRST.minusDays(1).atStartOfDay(ZONE).toInstant().plusSeconds(3600), values);
    }

    @Property(tries = 60)
    void meansAndMaximaAreThoseOfTheOtherForm(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 60) int missing_percent) {
        HourlySeries series = series(new Random(seed), missing_percent / 100.0);
        long[] limits = new long[DAYS];
        Arrays.fill(limits, 160_000);
        DailyValues means = DailyValues.ofMeans(series, ZONE);
        DailyValues maxima =
                DailyValues.ofEightHourMaxima(series, ZONE, EightHourRule.HJ_663, LIMIT);

        same(DaySums.ofMeans(series, days(ZONE)), means);
        same(DaySums.ofEightHourMaxima(series, days(ZONE), EightHourRule.HJ_663, limits), maxima);
    }

    private static void same(DaySums sums, DailyValues values) {
        for (int day = 0; day < DAYS; day++) {
            Optional<Rational> expected = values.find(FIRST.plusDays(day));
            assertThat(sums.valid(day)).isEqualTo(expected.isPresent());
            assertThat(found(sums.value_trillionths(day)))
                    .isEqualTo(expected.map(value -> value.halfToEven(12)));
        }
    }

    private static Optional<BigDecimal> found(long value_trillionths) {
        return value_trillionths == Trillionths.ABSENT
                ? Optional.empty()
                : Optional.of(Trillionths.decimal(value_trillionths));
    }

    /**
     * A city's day, and what it rounds to, is that of the exact mean of its stations' exact values.
     */
    @Property(tries = 60)
    void aCityIsTheExactMeanOfItsStations(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 23) int stations) {
        Random random = new Random(seed);
        List<DaySums> sums = new ArrayList<>();
        List<DailyValues> exact = new ArrayList<>();
        for (int station = 0; station < stations; station++) {
            HourlySeries series = series(random, 0.15);
            sums.add(DaySums.ofMeans(series, days(ZONE)));
            exact.add(DailyValues.ofMeans(series, ZONE));
        }
        for (int at = 0; at < DAYS; at++) {
            LocalDate day = FIRST.plusDays(at);
            List<Rational> values = exact.stream().flatMap(all -> all.find(day).stream()).toList();
            for (CityMean.Rule rule : CityMean.Rule.values()) {
                long mean = DaySums.cityMean_trillionths(sums, at, rule);
                switch (CityMean.of(values, stations, rule)) {
                    case CityMean.Valid(var expected, var valid) -> {
                        assertThat(DaySums.valid(sums, at)).isEqualTo(valid);
                        assertThat(Trillionths.decimal(mean)).isEqualTo(expected.halfToEven(12));
                        for (int decimals : new int[] {0, 1}) {
                            assertThat(Trillionths.halfToEven(mean, decimals))
                                    .isEqualTo(expected.halfToEven(decimals));
                        }
                    }
                    case CityMean.TooFewStations _ ->
                            assertThat(mean).isEqualTo(Trillionths.ABSENT);
                }
            }
        }
    }

    @Property(tries = 60)
    void statisticsOfAColumnAreThoseOfItsDays(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 100) int missing_percent) {
        Random random = new Random(seed);
        long[] values = new long[90];
        TreeMap<LocalDate, Rational> days = new TreeMap<>();
        for (int day = 0; day < values.length; day++) {
            values[day] =
                    random.nextInt(100) < missing_percent
                            ? Trillionths.ABSENT
                            : random.nextLong(200 * Trillionths.PER_UNIT);
            if (values[day] != Trillionths.ABSENT) {
                days.put(FIRST.plusDays(day), Rational.of(Trillionths.decimal(values[day])));
            }
        }
        DayColumn column = DayColumn.of(FIRST, values);
        DailyValues all = DailyValues.of(days);
        LocalDate from = FIRST.plusDays(random.nextInt(90));
        LocalDate to = from.plusDays(random.nextInt(40) - 5);
        for (LocalDate[] span : new LocalDate[][] {{FIRST, FIRST.plusDays(89)}, {from, to}}) {
            DayColumn part = column.between(span[0], span[1]);
            DailyValues expected =
                    span[0].isAfter(span[1])
                            ? DailyValues.of(new TreeMap<>())
                            : all.between(span[0], span[1]);
            assertThat(part.size()).isEqualTo(expected.size());
            assertThat(part.findMean()).isEqualTo(expected.findMean());
            assertThat(part.exceeding(new BigDecimal("75")))
                    .isEqualTo(expected.exceeding(Rational.of(75, 1)));
            if (expected.size() > 0) {
                assertThat(part.findPercentile(Percentile.P90))
                        .contains(Percentile.P90.of(expected.byDay().values()));
            }
        }
    }

    @Test
    void daysTakenOutAreVoidAndTheOthersStay() {
        DayColumn column =
                DayColumn.of(
                        FIRST,
                        new long[] {
                            10 * Trillionths.PER_UNIT, Trillionths.ABSENT, 40 * Trillionths.PER_UNIT
                        });
        DayColumn left = column.without(List.of(FIRST, FIRST.minusDays(9), FIRST.plusDays(9)));
        assertThat(left.size()).isEqualTo(1);
        assertThat(left.findMean()).contains(Rational.of(40, 1));
        assertThat(column.size()).as("the column itself is untouched").isEqualTo(2);
        assertThat(column.find(FIRST))
                .hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo("10"));
        assertThat(column.find(FIRST.plusDays(1))).isEmpty();
        assertThat(DayColumn.of(FIRST, new long[0]).findMean()).isEmpty();
        assertThat(DayColumn.of(FIRST, new long[0]).findPercentile(Percentile.P90)).isEmpty();
    }

    /** Days of 23 and 25 hours, as some members' clocks have them. */
    @Test
    void daysOnWhichClocksChange() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        int[] values = new int[24 * 300];
        Arrays.setAll(values, hour -> (hour % 97) * 1000);
        HourlySeries series =
                HourlySeries.ofThousandths(Instant.parse("2026-02-25T00:00:00Z"), values);
        List<NaturalDay> days =
                List.of(
                        new NaturalDay(LocalDate.of(2026, 3, 29), berlin),
                        new NaturalDay(LocalDate.of(2026, 10, 25), berlin));
        DaySums sums = DaySums.ofMeans(series, days);
        assertThat(sums.hours(0)).isEqualTo(23);
        assertThat(sums.hours(1)).isEqualTo(25);
        for (int day = 0; day < 2; day++) {
            assertThat(DailyMean.of(series, days.get(day)))
                    .isInstanceOfSatisfying(
                            DailyMean.Valid.class, valid -> assertThat(valid.mean()).isNotNull());
            assertThat(Trillionths.decimal(sums.value_trillionths(day)))
                    .isEqualTo(
                            ((DailyMean.Valid) DailyMean.of(series, days.get(day)))
                                    .mean()
                                    .halfToEven(12));
        }
    }

    @Test
    void quotientsOutsideWhatFitsAreRefused() {
        assertThatThrownBy(() -> Trillionths.ofQuotient(-1, 1)).hasMessageContaining("-1 over 1");
        assertThatThrownBy(() -> Trillionths.ofQuotient(1, 0)).hasMessageContaining("1 over 0");
        assertThatThrownBy(() -> Trillionths.ofQuotient(Long.MAX_VALUE, 1))
                .isInstanceOf(ArithmeticException.class);
        assertThat(Trillionths.ofQuotient(1, 3)).isEqualTo(333_333_333);
        // 0.5 and 1.5 trillionths: the half goes to the even neighbour.
        assertThat(Trillionths.ofQuotient(1, 2_000_000_000)).isZero();
        assertThat(Trillionths.ofQuotient(3, 2_000_000_000)).isEqualTo(2);
    }
}
