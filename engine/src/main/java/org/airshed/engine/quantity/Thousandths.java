package org.airshed.engine.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Concentrations as whole thousandths of their unit (so CO in mg/m³ is whole µg/m³): the exact form
 * for arrays of many values, where a record per value would cost too much. Arrays and variables
 * carry the suffix {@code _thousandths}. The widest value that fits an {@code int} is 2,147,483.647
 * units.
 */
public final class Thousandths {
    /** How many there are in one unit. */
    public static final int PER_UNIT = 1000;

    /**
     * Stands where no value was observed, only ever inside arrays and compact rows. The same when
     * widened to {@code long}.
     */
    public static final int ABSENT = Integer.MIN_VALUE;

    private static final long[] TENS = {1, 10, 100, 1000};

    private Thousandths() {}

    /** The value in thousandths; refuses one that has more than three decimals or is too large. */
    public static int of(BigDecimal value) {
        BigDecimal scaled = value.movePointRight(3);
        try {
            int whole = scaled.intValueExact();
            if (whole != ABSENT) {
                return whole;
            }
        } catch (ArithmeticException inexact) {
            // falls through to the one refusal below
        }
        throw new IllegalArgumentException(
                "expected at most three decimals and less than 2147483, got " + value);
    }

    /** The value as a decimal with three decimals. */
    public static BigDecimal decimal(long value_thousandths) {
        requirePresent(value_thousandths);
        return BigDecimal.valueOf(value_thousandths, 3);
    }

    /** GB/T 8170 to the given decimals (0 to 3), still in thousandths: 60500 → 60000. */
    public static long halfToEven(long value_thousandths, int decimals) {
        requirePresent(value_thousandths);
        long step = step(decimals);
        return Rounding.halfToEven(value_thousandths, step) * step;
    }

    /** What stands beyond the given decimals is dropped, still in thousandths. */
    public static long truncate(long value_thousandths, int decimals) {
        requirePresent(value_thousandths);
        long step = step(decimals);
        return value_thousandths / step * step;
    }

    /**
     * The mean of {@code count} values of the given sum, rounded once (GB/T 8170) to the given
     * decimals, in thousandths.
     */
    public static long meanHalfToEven(long sum_thousandths, int count, int decimals) {
        long step = step(decimals);
        return Rounding.halfToEven(sum_thousandths, Math.multiplyExact(count, step)) * step;
    }

    /** A decimal to the nearest thousandth, half to even: for values that come with more digits. */
    public static int nearest(BigDecimal value) {
        return of(value.setScale(3, RoundingMode.HALF_EVEN));
    }

    private static long step(int decimals) {
        if (decimals < 0 || decimals > 3) {
            throw new IllegalArgumentException("expected 0 to 3 decimals, got " + decimals);
        }
        return TENS[3 - decimals];
    }

    private static void requirePresent(long value_thousandths) {
        if (value_thousandths == ABSENT) {
            throw new IllegalArgumentException("expected a value, got the mark of an absent one");
        }
    }
}
