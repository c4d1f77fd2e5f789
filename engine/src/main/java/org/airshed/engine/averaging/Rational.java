package org.airshed.engine.averaging;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Optional;

/**
 * An exact fraction in lowest terms: what a mean of decimals, a percentile or a ratio to a limit is
 * before a standard rounds it. The unit is the caller's.
 */
public final class Rational implements Comparable<Rational> {
    public static final Rational ZERO = new Rational(BigInteger.ZERO, BigInteger.ONE);

    // Longs up to here are exact as doubles, so their quotient is rounded once.
    private static final int EXACT_DOUBLE_BITS = 53;

    private final BigInteger numerator;
    private final BigInteger denominator; // positive

    private Rational(BigInteger numerator, BigInteger denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /** The quotient in lowest terms; the denominator must not be 0. */
    public static Rational of(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0) {
            throw new IllegalArgumentException("expected a denominator other than 0, got 0");
        }
        BigInteger common = numerator.gcd(denominator);
        BigInteger divisor = denominator.signum() < 0 ? common.negate() : common;
        return new Rational(numerator.divide(divisor), denominator.divide(divisor));
    }

    public static Rational of(long numerator, long denominator) {
        if (denominator <= 0 || numerator == Long.MIN_VALUE) {
            return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
        }
        long common = Math.abs(numerator);
        long rest = denominator;
        while (rest != 0) {
            long next = common % rest;
            common = rest;
            rest = next;
        }
        return new Rational(
                BigInteger.valueOf(numerator / common), BigInteger.valueOf(denominator / common));
    }

    /** Exactly this decimal. */
    public static Rational of(BigDecimal decimal) {
        return decimal.scale() > 0
                ? of(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
                : new Rational(decimal.toBigIntegerExact(), BigInteger.ONE);
    }

    /** Exactly the decimal written here: {@code "35.4"}. */
    public static Rational of(String decimal) {
        return of(new BigDecimal(decimal));
    }

    /** The mean of {@code count} values whose sum is given in thousandths of the unit. */
    public static Rational ofThousandths(long sum_thousandths, int count) {
        return of(sum_thousandths, Math.multiplyExact((long) count, 1000L));
    }

    /** The arithmetic mean, or empty when there are no values. */
    public static Optional<Rational> findMean(Collection<Rational> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(sum(values).dividedBy(of(values.size(), 1)));
    }

    /** The exact sum; 0 of nothing. */
    public static Rational sum(Collection<Rational> values) {
        // One common denominator, reduced once at the end: a year of days costs microseconds.
        BigInteger common = BigInteger.ONE;
        for (Rational value : values) {
            if (common.mod(value.denominator).signum() != 0) {
                common = common.divide(common.gcd(value.denominator)).multiply(value.denominator);
            }
        }
        BigInteger sum = BigInteger.ZERO;
        for (Rational value : values) {
            sum = sum.add(value.numerator.multiply(common.divide(value.denominator)));
        }
        return of(sum, common);
    }

    public Rational plus(Rational other) {
        return of(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Rational minus(Rational other) {
        return plus(new Rational(other.numerator.negate(), other.denominator));
    }

    public Rational times(Rational other) {
        return of(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** The quotient; the divisor must not be 0. */
    public Rational dividedBy(Rational other) {
        return of(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /** Rounded once from its exact value by GB/T 8170: nearest, a half to the even digit. */
    public BigDecimal halfToEven(int decimals) {
        return rounded(decimals, RoundingMode.HALF_EVEN);
    }

    /** Rounded once from its exact value, a half away from zero. */
    public BigDecimal halfUp(int decimals) {
        return rounded(decimals, RoundingMode.HALF_UP);
    }

    /** What stands beyond the given decimals is dropped. */
    public BigDecimal truncated(int decimals) {
        return rounded(decimals, RoundingMode.DOWN);
    }

    private BigDecimal rounded(int decimals, RoundingMode mode) {
        // BigDecimal rounds the exact quotient, not an intermediate decimal.
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, mode);
    }

    /** The nearest double: for drawing and for methods that work on doubles. */
    public double toDouble() {
        if (numerator.bitLength() <= EXACT_DOUBLE_BITS
                && denominator.bitLength() <= EXACT_DOUBLE_BITS) {
            return (double) numerator.longValue() / (double) denominator.longValue();
        }
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), MathContext.DECIMAL128)
                .doubleValue();
    }

    public int signum() {
        return numerator.signum();
    }

    @Override
    public int compareTo(Rational other) {
        if (small() && other.small()) {
            return Long.compare(
                    numerator.longValue() * other.denominator.longValue(),
                    other.numerator.longValue() * denominator.longValue());
        }
        return numerator
                .multiply(other.denominator)
                .compareTo(other.numerator.multiply(denominator));
    }

    /** Whether cross products fit a long: a matter of speed only. */
    private boolean small() {
        return numerator.bitLength() < 32 && denominator.bitLength() < 32;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rational that
                && numerator.equals(that.numerator)
                && denominator.equals(that.denominator);
    }

    @Override
    public int hashCode() {
        return 31 * numerator.hashCode() + denominator.hashCode();
    }

    /** {@code "121/2"}, or {@code "60"} for a whole number. */
    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE)
                ? numerator.toString()
                : numerator + "/" + denominator;
    }
}
