package org.airshed.engine.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The rounding rules of the standards, on decimals and on exact quotients; never on doubles.
 *
 * <p>Half to even is GB/T 8170, done in one step from the value as it is: rounding a rounded value
 * again is refused by that standard. Half up is how US EPA rounds an index, truncation how it cuts
 * a concentration. See docs/science/rounding.md.
 */
public final class Rounding {
    private Rounding() {}

    /** GB/T 8170: nearest, a half goes to the even digit: 60.5 → 60, 61.5 → 62, 1.25 → 1.2. */
    public static BigDecimal halfToEven(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_EVEN);
    }

    /** Nearest, a half goes away from zero: 60.5 → 61. */
    public static BigDecimal halfUp(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_UP);
    }

    /** What stands beyond the given decimals is dropped: 35.99 → 35.9. */
    public static BigDecimal truncate(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.DOWN);
    }

    /** GB/T 8170 on the exact quotient of two whole numbers, for means: 121 / 2 → 60. */
    public static long halfToEven(long numerator, long denominator) {
        requirePositive(denominator);
        long floor = Math.floorDiv(numerator, denominator);
        long rest = Math.floorMod(numerator, denominator);
        int half = Long.compare(rest, denominator - rest);
        boolean up = half > 0 || (half == 0 && (floor & 1) == 1);
        return up ? floor + 1 : floor;
    }

    /** The exact quotient to the nearest whole number, a half away from zero: 121 / 2 → 61. */
    public static long halfUp(long numerator, long denominator) {
        requirePositive(denominator);
        long floor = Math.floorDiv(numerator, denominator);
        long rest = Math.floorMod(numerator, denominator);
        int half = Long.compare(rest, denominator - rest);
        boolean up = half > 0 || (half == 0 && numerator > 0);
        return up ? floor + 1 : floor;
    }

    /** The smallest whole number not below the exact quotient: how HJ 633 rounds an index. */
    public static long up(long numerator, long denominator) {
        requirePositive(denominator);
        return Math.ceilDiv(numerator, denominator);
    }

    private static void requirePositive(long denominator) {
        if (denominator <= 0) {
            throw new IllegalArgumentException(
                    "expected a positive denominator, got " + denominator);
        }
    }
}
