package org.airshed.engine.airquality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.airshed.engine.quantity.Rounding;

/**
 * One straight piece of an index: from a concentration and its index to a higher concentration and
 * its index. Concentrations in thousandths of the table's unit; every result is exact.
 */
record Segment(int indexLow, int indexHigh, long low_thousandths, long high_thousandths) {

    Segment {
        if (high_thousandths <= low_thousandths || indexHigh < indexLow) {
            throw new IllegalArgumentException(
                    "expected rising breakpoints, got %d..%d for %d..%d"
                            .formatted(indexLow, indexHigh, low_thousandths, high_thousandths));
        }
    }

    /** The interpolated index, rounded up to an integer: ⌈(Ih−Il)(C−Cl)/(Ch−Cl)⌉ + Il. */
    int indexRoundedUp(long concentration_thousandths) {
        return (int) Rounding.up(rise(concentration_thousandths), width()) + indexLow;
    }

    /** The interpolated index to the nearest integer, a half up. */
    int indexRoundedToNearest(long concentration_thousandths) {
        return (int) Rounding.halfUp(rise(concentration_thousandths), width()) + indexLow;
    }

    /** The same for a decimal of any length, given in the table's unit. */
    int indexRoundedUp(BigDecimal concentration) {
        return concentration
                .movePointRight(3)
                .subtract(BigDecimal.valueOf(low_thousandths))
                .multiply(BigDecimal.valueOf(indexHigh - (long) indexLow))
                .divide(BigDecimal.valueOf(width()), 0, RoundingMode.CEILING)
                .add(BigDecimal.valueOf(indexLow))
                .intValueExact();
    }

    private long rise(long concentration_thousandths) {
        return (indexHigh - (long) indexLow) * (concentration_thousandths - low_thousandths);
    }

    private long width() {
        return high_thousandths - low_thousandths;
    }
}
