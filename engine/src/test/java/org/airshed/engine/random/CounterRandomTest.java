package org.airshed.engine.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CounterRandomTest {
    /** Known answers of the authors' own distribution (Random123, kat_vectors, philox4x32 10). */
    @Test
    void thePublishedAnswersComeOut() {
        assertThat(CounterRandom.philox4x32(new int[4], 0))
                .containsExactly(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
        assertThat(CounterRandom.philox4x32(new int[] {-1, -1, -1, -1}, -1))
                .containsExactly(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
        assertThat(
                        CounterRandom.philox4x32(
                                new int[] {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
                                0x299f31d0a4093822L))
                .containsExactly(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1);
    }

    @Test
    void manyAtOnceAreTheSameAsEachAlone() {
        var random = new CounterRandom(20161120);
        long[] particles = {0, 1, 5_000_000_000L, 77, -1};
        long[] words = new long[3 * 8];
        random.threeWords(particles, 5, 42, 3, words, 8);
        for (int i = 0; i < 5; i++) {
            int[] alone = random.words(particles[i], 42, 3);
            for (int word = 0; word < 3; word++) {
                assertThat((int) words[word * 8 + i]).isEqualTo(alone[word]);
            }
        }
    }

    @Test
    void uniformNumbersFillTheirIntervalEvenly() {
        var random = new CounterRandom(1);
        int[] bins = new int[100];
        for (int i = 0; i < 1_000_000; i++) {
            bins[(int) (100 * random.uniform(i, 7, 0))]++;
        }
        double chiSquare = 0;
        for (int bin : bins) {
            chiSquare += (bin - 10_000.0) * (bin - 10_000.0) / 10_000.0;
        }
        // 99 degrees of freedom: between the 0.1 % and the 99.9 % quantile.
        assertThat(chiSquare).isBetween(60.0, 149.0);
    }

    @Test
    void deviatesHaveTheMomentsOfTheNormalDistribution() {
        var random = new CounterRandom(2);
        int n = 1_000_000;
        double[] moment = new double[5];
        int beyondTwo = 0;
        for (int i = 0; i < n; i++) {
            double x = random.normal(i, 0, 1);
            double power = 1;
            for (int order = 1; order < 5; order++) {
                power *= x;
                moment[order] += power / n;
            }
            beyondTwo += Math.abs(x) > 2 ? 1 : 0;
        }
        assertThat(moment[1]).isCloseTo(0, within(0.004));
        assertThat(moment[2]).isCloseTo(1, within(0.006));
        assertThat(moment[3]).isCloseTo(0, within(0.016));
        assertThat(moment[4]).isCloseTo(3, within(0.04));
        assertThat(beyondTwo / (double) n).isCloseTo(0.0455003, within(0.0008));
    }

    /** Abramowitz and Stegun (1964), table 26.5: the deviates of published tail probabilities. */
    @Test
    void deviatesInvertThePublishedTable() {
        assertThat(deviate(0.25)).isCloseTo(0.67449, within(1e-5));
        assertThat(deviate(0.10)).isCloseTo(1.28155, within(1e-5));
        assertThat(deviate(0.025)).isCloseTo(1.95996, within(1e-5));
        assertThat(deviate(0.001)).isCloseTo(3.09023, within(1e-5));
        assertThat(deviate(0.0001)).isCloseTo(3.71902, within(1e-5));
    }

    @Test
    void theExtremeWordsGiveFiniteDeviatesOfBothSigns() {
        assertThat(Normal.ofWord(0)).isBetween(6.1f, 6.5f);
        assertThat(Normal.ofWord(1)).isEqualTo(-Normal.ofWord(0));
        assertThat(Normal.ofWord(-2)).isBetween(-1e-6f, 1e-6f);
        assertThat(Normal.ofWord(-1)).isEqualTo(-Normal.ofWord(-2));
    }

    @Test
    void theLogarithmIsThatOfTheLibraryToItsPrecision() {
        for (float value = 1e-9f; value < 2; value *= 1.003f) {
            double exact = StrictMath.log(value);
            assertThat((double) Normal.naturalLogarithm(value))
                    .isCloseTo(exact, within(3e-7 * Math.max(1, Math.abs(exact))));
        }
    }

    private static double deviate(double tailProbability) {
        // The table's tail probability as the 31 bits below the sign.
        return Normal.ofWord((int) (long) (2 * tailProbability * 0x1p31) << 1);
    }
}
