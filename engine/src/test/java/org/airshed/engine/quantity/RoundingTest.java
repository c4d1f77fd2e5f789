package org.airshed.engine.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {

    /** Published case: the examples of docs/science/rounding.md. */
    @ParameterizedTest
    @CsvSource({
        "2.5,0,2",
        "3.5,0,4",
        "60.5,0,60",
        "61.5,0,62",
        "1.25,1,1.2",
        "1.35,1,1.4",
        "1.05,1,1.0",
        "1.15,1,1.2",
        "60.6,0,61"
    })
    void gbt8170RoundsAHalfToTheEvenDigit(BigDecimal value, int decimals, BigDecimal expected) {
        assertThat(Rounding.halfToEven(value, decimals)).isEqualTo(expected);
        long thousandths = Thousandths.halfToEven(Thousandths.of(value), decimals);
        assertThat(Thousandths.decimal(thousandths)).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0.07853333,3,0.078", "35.99,1,35.9", "8.4,1,8.4", "154.9,0,154"})
    void truncationDropsWhatStandsBeyond(BigDecimal value, int decimals, BigDecimal expected) {
        assertThat(Rounding.truncate(value, decimals)).isEqualTo(expected);
    }

    @Property
    void theTwoPathsAgree(
            @ForAll @IntRange(min = -5_000_000, max = 5_000_000) int thousandths,
            @ForAll @IntRange(max = 3) int decimals) {
        BigDecimal value = Thousandths.decimal(thousandths);
        assertThat(Thousandths.decimal(Thousandths.halfToEven(thousandths, decimals)))
                .isEqualByComparingTo(Rounding.halfToEven(value, decimals));
        assertThat(Thousandths.decimal(Thousandths.truncate(thousandths, decimals)))
                .isEqualByComparingTo(Rounding.truncate(value, decimals));
    }

    @Property
    void aQuotientRoundsAsItsDecimalWould(
            @ForAll @LongRange(min = -1_000_000_000L, max = 1_000_000_000L) long numerator,
            @ForAll @LongRange(min = 1, max = 10_000) long denominator) {
        BigDecimal above = BigDecimal.valueOf(numerator);
        BigDecimal below = BigDecimal.valueOf(denominator);
        assertThat(Rounding.halfToEven(numerator, denominator))
                .isEqualTo(above.divide(below, 0, RoundingMode.HALF_EVEN).longValueExact());
        assertThat(Rounding.halfUp(numerator, denominator))
                .isEqualTo(above.divide(below, 0, RoundingMode.HALF_UP).longValueExact());
        assertThat(Rounding.up(numerator, denominator))
                .isEqualTo(above.divide(below, 0, RoundingMode.CEILING).longValueExact());
    }

    @Test
    void aMeanIsRoundedOnceFromItsExactQuotient() {
        // 61.46: by way of 61.5 it would become 62.
        assertThat(Thousandths.meanHalfToEven(1_229_200, 20, 0)).isEqualTo(61_000);
        assertThat(Thousandths.meanHalfToEven(121_000, 2, 0)).isEqualTo(60_000);
        assertThat(Thousandths.meanHalfToEven(123_000, 2, 0)).isEqualTo(62_000);
        assertThat(Thousandths.meanHalfToEven(2_100, 24, 1)).isEqualTo(100);
    }

    @Test
    void aDenominatorOfZeroIsRefused() {
        assertThatThrownBy(() -> Rounding.up(1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a positive denominator, got 0");
    }

    @Test
    void anAbsentValueIsNotRounded() {
        assertThatThrownBy(() -> Thousandths.halfToEven(Thousandths.ABSENT, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Thousandths.decimal(Thousandths.ABSENT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fourDecimalsDoNotFitThousandths() {
        assertThatThrownBy(() -> Thousandths.of(new BigDecimal("0.0001")))
                .hasMessage("expected at most three decimals and less than 2147483, got 0.0001");
        assertThatThrownBy(() -> Thousandths.of(new BigDecimal("2147484")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Thousandths.nearest(new BigDecimal("0.0785"))).isEqualTo(78);
    }
}
