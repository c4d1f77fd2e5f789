package org.airshed.engine.averaging;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.airshed.engine.quantity.Trillionths;

/**
 * The daily values of one pollutant at one place over consecutive days: the shape in which many
 * places are ranked. Its statistics are exact fractions of the values it holds. {@link DailyValues}
 * says the same of any set of days. See docs/science/averaging.md.
 */
public final class DayColumn {
    private final LocalDate firstDay;

    // Shared with the column this one is a part of, and never written: a ranking of many places
    // takes a part of each, and copies of them would cost more than its arithmetic.
    private final long[] values_trillionths; // [start + day], Trillionths.ABSENT where void
    private final int start;
    private final int span;

    private DayColumn(LocalDate firstDay, long[] values_trillionths, int start, int span) {
        this.firstDay = firstDay;
        this.values_trillionths = values_trillionths;
        this.start = start;
        this.span = span;
    }

    /** A column from {@code firstDay} on; {@link Trillionths#ABSENT} where there is no value. */
    public static DayColumn of(LocalDate firstDay, long[] values_trillionths) {
        return new DayColumn(firstDay, values_trillionths.clone(), 0, values_trillionths.length);
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    /** How many days it spans, void ones too. */
    public int span() {
        return span;
    }

    /** The value of a day, counted from 0; {@link Trillionths#ABSENT} when it is void. */
    public long value_trillionths(int day) {
        return values_trillionths[start + Objects.checkIndex(day, span)];
    }

    /** The value of a day; empty when it is void or outside. */
    public Optional<BigDecimal> find(LocalDate day) {
        long at = ChronoUnit.DAYS.between(firstDay, day);
        return at < 0 || at >= span() || value_trillionths((int) at) == Trillionths.ABSENT
                ? Optional.empty()
                : Optional.of(Trillionths.decimal(value_trillionths((int) at)));
    }

    /**
     * The days from the first to the last of these, both included, as far as the column reaches.
     */
    public DayColumn between(LocalDate first, LocalDate last) {
        int from = (int) Math.clamp(ChronoUnit.DAYS.between(firstDay, first), 0, span());
        int to = (int) Math.clamp(ChronoUnit.DAYS.between(firstDay, last) + 1, from, span());
        return new DayColumn(firstDay.plusDays(from), values_trillionths, start + from, to - from);
    }

    /** Copies the values of some days, {@code to} excluded, into an array from {@code at} on. */
    public void copy(int from, int to, long[] into_trillionths, int at) {
        Objects.checkFromToIndex(from, to, span);
        System.arraycopy(values_trillionths, start + from, into_trillionths, at, to - from);
    }

    /** Without these days' values: they become void. */
    public DayColumn without(Iterable<LocalDate> days) {
        if (!days.iterator().hasNext()) {
            return this;
        }
        long[] left = Arrays.copyOfRange(values_trillionths, start, start + span);
        for (LocalDate day : days) {
            long at = ChronoUnit.DAYS.between(firstDay, day);
            if (at >= 0 && at < left.length) {
                left[(int) at] = Trillionths.ABSENT;
            }
        }
        return new DayColumn(firstDay, left, 0, span);
    }

    /** How many days have a value. */
    public int size() {
        int size = 0;
        for (int at = start; at < start + span; at++) {
            long value = values_trillionths[at];
            size += value == Trillionths.ABSENT ? 0 : 1;
        }
        return size;
    }

    /** How many days have a value in the month of this day. */
    public int sizeInMonth(LocalDate day) {
        return between(day.withDayOfMonth(1), day.withDayOfMonth(day.lengthOfMonth())).size();
    }

    /** The mean of the days with a value; empty when there is none. */
    public Optional<Rational> findMean() {
        long sum = 0;
        int days = 0;
        for (int at = start; at < start + span; at++) {
            long value = values_trillionths[at];
            if (value != Trillionths.ABSENT) {
                sum = Math.addExact(sum, value);
                days++;
            }
        }
        return days == 0
                ? Optional.empty()
                : Optional.of(Rational.of(sum, Math.multiplyExact(days, Trillionths.PER_UNIT)));
    }

    /** A percentile of the days with a value by the method of HJ 663; empty when there is none. */
    public Optional<Rational> findPercentile(Percentile percentile) {
        long[] values = new long[span];
        int size = 0;
        for (int at = start; at < start + span; at++) {
            long value = values_trillionths[at];
            if (value != Trillionths.ABSENT) {
                values[size++] = value;
            }
        }
        if (size == 0) {
            return Optional.empty();
        }
        long hundredfold = percentile.hundredfold(values, size);
        return Optional.of(Rational.of(hundredfold, 100 * Trillionths.PER_UNIT));
    }

    /** How many values exceed the limit. */
    public int exceeding(BigDecimal limit) {
        long limit_trillionths = limit.movePointRight(12).longValueExact();
        int exceeding = 0;
        for (int at = start; at < start + span; at++) {
            long value = values_trillionths[at];
            exceeding += value != Trillionths.ABSENT && value > limit_trillionths ? 1 : 0;
        }
        return exceeding;
    }
}
