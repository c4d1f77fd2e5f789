package org.airshed.engine.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Means of concentrations as whole trillionths of their unit: fine enough that rounding a mean of a
 * city's day to the digits anybody prints gives what its exact fraction would (the denominators of
 * such means stay below 10⁸, so none comes nearer than 10⁻⁸ to a half without being one), and still
 * a {@code long} when a year of them is added up. Arrays and variables carry the suffix {@code
 * _trillionths}. Decision 0072.
 */
public final class Trillionths {
    /** How many there are in one unit. */
    public static final long PER_UNIT = 1_000_000_000_000L;

    /** Stands where there is no value, only ever inside arrays and compact rows. */
    public static final long ABSENT = Long.MIN_VALUE;

    private static final long PER_THOUSANDTH = PER_UNIT / Thousandths.PER_UNIT;
    private static final int DECIMALS = 12;

    private Trillionths() {}

    /**
     * A sum of thousandths over its divisor, rounded half to even.
     *
     * @param sum_thousandths at least 0
     * @param divisor 1 to 9·10⁹, so that the remainder fits
     * @throws ArithmeticException when the quotient is beyond 9 million units
     */
    public static long ofQuotient(long sum_thousandths, long divisor) {
        if (sum_thousandths < 0 || divisor < 1 || divisor > 9_000_000_000L) {
            throw new IllegalArgumentException(
                    "expected a sum of 0 or more over 1 to 9000000000, got %d over %d"
                            .formatted(sum_thousandths, divisor));
        }
        long whole = Math.multiplyExact(sum_thousandths / divisor, PER_THOUSANDTH);
        long rest = sum_thousandths % divisor * PER_THOUSANDTH;
        return whole + Rounding.halfToEven(rest, divisor);
    }

    /** The value as a decimal with twelve decimals. */
    public static BigDecimal decimal(long value_trillionths) {
        if (value_trillionths == ABSENT) {
            throw new IllegalArgumentException("expected a value, got the mark of an absent one");
        }
        return BigDecimal.valueOf(value_trillionths, DECIMALS);
    }

    /** Rounded by GB/T 8170 to the given decimals. */
    public static BigDecimal halfToEven(long value_trillionths, int decimals) {
        return decimal(value_trillionths).setScale(decimals, RoundingMode.HALF_EVEN);
    }
}
