package org.airshed.engine.averaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RationalTest {
    @Test
    void aHalfGoesToTheEvenDigitOfTheExactValue() {
        assertThat(Rational.of(121, 2).halfToEven(0)).isEqualByComparingTo("60");
        assertThat(Rational.of(123, 2).halfToEven(0)).isEqualByComparingTo("62");
        assertThat(Rational.of("1.15").halfToEven(1)).isEqualByComparingTo("1.2");
        assertThat(Rational.of("1.05").halfToEven(1)).isEqualByComparingTo("1.0");
        assertThat(Rational.of(605_001, 10_000).halfToEven(0)).isEqualByComparingTo("61");
        assertThat(Rational.of(-5, 2).halfToEven(0)).isEqualByComparingTo("-2");
        assertThat(Rational.of(5, 2).halfUp(0)).isEqualByComparingTo("3");
        assertThat(Rational.of("35.99").truncated(1)).isEqualByComparingTo("35.9");
    }

    @Property
    void theOrderOfTheValuesDoesNotMatter(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 999_999) Integer> sums,
            @ForAll long seed) {
        List<Rational> values = new ArrayList<>();
        for (int i = 0; i < sums.size(); i++) {
            values.add(Rational.ofThousandths(sums.get(i), 1 + i % 24));
        }
        List<Rational> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(Rational.findMean(shuffled)).isEqualTo(Rational.findMean(values));
        assertThat(values.stream().reduce(Rational.ZERO, Rational::plus))
                .isEqualTo(Rational.sum(shuffled));
    }

    @Property
    void arithmeticUndoesItself(
            @ForAll @IntRange(min = -100_000, max = 100_000) int a,
            @ForAll @IntRange(min = 1, max = 1000) int b,
            @ForAll @IntRange(min = 1, max = 100_000) int c) {
        Rational x = Rational.of(a, b);
        Rational y = Rational.of(c, 7);

        assertThat(x.plus(y).minus(y)).isEqualTo(x);
        assertThat(x.times(y).dividedBy(y)).isEqualTo(x);
        assertThat(x.compareTo(y)).isEqualTo(Double.compare(x.toDouble(), y.toDouble()));
        assertThat(Rational.of(new BigDecimal(a))).isEqualTo(Rational.of(a, 1));
    }

    @Test
    void aFractionHasOneForm() {
        assertThat(Rational.of(2, -4)).isEqualTo(Rational.of(-1, 2)).hasToString("-1/2");
        assertThat(Rational.of(2, 4)).hasSameHashCodeAs(Rational.of(1, 2));
        assertThat(Rational.of("60.0")).isEqualTo(Rational.of(60, 1)).hasToString("60");
    }

    @Test
    void nothingHasNoMeanAndZeroDividesNothing() {
        assertThat(Rational.findMean(List.of())).isEmpty();
        assertThatThrownBy(() -> Rational.of(1, 0))
                .hasMessageContaining("denominator other than 0");
        assertThatThrownBy(() -> Rational.of(1, 2).dividedBy(Rational.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
