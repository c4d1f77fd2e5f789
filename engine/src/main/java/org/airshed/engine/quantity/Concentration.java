package org.airshed.engine.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import org.airshed.engine.substance.Pollutant;

/**
 * A concentration: an exact decimal and its unit. Equality is of the written value: use {@link
 * #compareTo} to treat 4 and 4.0 as equal.
 */
public record Concentration(BigDecimal value, ConcentrationUnit unit)
        implements Comparable<Concentration> {
    // A quotient by a conversion factor seldom ends; 34 digits outlive every rounding rule.
    private static final MathContext DIGITS = MathContext.DECIMAL128;

    /** A concentration in µg/m³ as written: {@code "60.5"}. */
    public static Concentration ugm3(String value) {
        return new Concentration(
                new BigDecimal(value), ConcentrationUnit.MICROGRAM_PER_CUBIC_METRE);
    }

    /** A concentration in mg/m³ as written. */
    public static Concentration mgm3(String value) {
        return new Concentration(
                new BigDecimal(value), ConcentrationUnit.MILLIGRAM_PER_CUBIC_METRE);
    }

    /** A concentration from its compact form; see {@link Thousandths}. */
    public static Concentration ofThousandths(long value_thousandths, ConcentrationUnit unit) {
        return new Concentration(Thousandths.decimal(value_thousandths), unit);
    }

    /** The same concentration in another unit of the same kind, exactly. */
    public Concentration to(ConcentrationUnit target) {
        if (target == unit) {
            return this;
        }
        if (target.kind() != unit.kind()) {
            throw new IllegalArgumentException(
                    "expected a unit of %s to convert %s without naming the gas, got %s"
                            .formatted(unit.kind(), this, target));
        }
        // The factors are powers of ten, so this quotient always ends.
        return new Concentration(
                value.multiply(unit.inBaseUnits()).divide(target.inBaseUnits()), target);
    }

    /**
     * The same amount of this gas in any unit, at the state of the given conversions. Multiplying
     * is exact; dividing keeps 34 digits.
     */
    public Concentration to(ConcentrationUnit target, Pollutant gas, GasConversions state) {
        if (target.kind() == unit.kind()) {
            return to(target);
        }
        BigDecimal ugm3PerPpb = state.ugm3PerPpb(gas);
        BigDecimal base = value.multiply(unit.inBaseUnits());
        BigDecimal converted =
                unit.kind() == ConcentrationUnit.Kind.VOLUME
                        ? base.multiply(ugm3PerPpb)
                        : base.divide(ugm3PerPpb, DIGITS);
        return new Concentration(converted.divide(target.inBaseUnits(), DIGITS), target);
    }

    /** Rounded by GB/T 8170 to the given decimals of its own unit. */
    public Concentration halfToEven(int decimals) {
        return new Concentration(Rounding.halfToEven(value, decimals), unit);
    }

    /** Cut to the given decimals of its own unit. */
    public Concentration truncated(int decimals) {
        return new Concentration(Rounding.truncate(value, decimals), unit);
    }

    /** In thousandths of its unit; refuses a value with more than three decimals. */
    public int thousandths() {
        return Thousandths.of(value);
    }

    @Override
    public int compareTo(Concentration other) {
        return value.compareTo(other.to(unit).value);
    }

    @Override
    public String toString() {
        return value.toPlainString() + " " + unit.code();
    }
}
