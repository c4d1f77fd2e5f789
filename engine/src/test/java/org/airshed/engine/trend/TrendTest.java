package org.airshed.engine.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.airshed.engine.trend.MannKendall.Autocorrelation;
import org.junit.jupiter.api.Test;

class TrendTest {

    /** 1 2 4 3: slopes 1, 2, −1, 3/2, 1/2, 2/3 by hand. */
    @Test
    void theMedianSlopeOfSixPairs() {
        TheilSen found = TheilSen.of(new Series(new double[] {1, 2, 4, 3}), 0.95);
        assertThat(found.slope()).isCloseTo((2 / 3.0 + 1) / 2, within(1e-15));
        assertThat(found.intercept()).isCloseTo(1.083333333333333, within(1e-12));
        assertThat(found.low()).isEqualTo(-1);
        assertThat(found.high()).isEqualTo(2);
    }

    @Test
    void anOutlierAndAGapMoveNoSlope() {
        double[] values = new double[40];
        for (int at = 0; at < values.length; at++) {
            values[at] = 3 - 0.25 * at;
        }
        values[7] = 1e6;
        values[20] = Double.NaN;
        TheilSen found = TheilSen.of(new Series(values), 0.95);
        assertThat(found.slope()).isCloseTo(-0.25, within(1e-12));
        assertThat(found.low()).isLessThanOrEqualTo(-0.25);
    }

    /** S = 4 of 6 pairs, Var = 4·3·13/18; with 1 2 2 3 one pair ties: Var less 2·1·9/18. */
    @Test
    void kendallByHandWithATie() {
        MannKendall plain =
                MannKendall.of(new Series(new double[] {1, 2, 4, 3}), Autocorrelation.IGNORED);
        assertThat(plain.s()).isEqualTo(4);
        assertThat(plain.variance()).isCloseTo(26 / 3.0, within(1e-12));
        assertThat(plain.z()).isCloseTo(3 / Math.sqrt(26 / 3.0), within(1e-12));
        assertThat(plain.p()).isCloseTo(0.30817, within(1e-5));
        MannKendall tied =
                MannKendall.of(new Series(new double[] {1, 2, 2, 3}), Autocorrelation.IGNORED);
        assertThat(tied.s()).isEqualTo(5);
        assertThat(tied.variance()).isCloseTo(26 / 3.0 - 1, within(1e-12));
    }

    @Test
    void theNormalTailsAreThoseOfTables() {
        assertThat(Normal.bothTails(1.959963984540054)).isCloseTo(0.05, within(1e-15));
        assertThat(Normal.bothTails(3.2905267314919255)).isCloseTo(0.001, within(1e-15));
        assertThat(Normal.bothTails(6)).isCloseTo(1.9731752898e-9, within(1e-18));
        assertThat(Normal.quantile(0.05)).isCloseTo(1.959963984540054, within(1e-12));
    }

    /** Slow waves look like a trend to the plain test; both corrections make it less sure. */
    @Test
    void autocorrelationMakesATrendLessSure() {
        double[] values = new double[120];
        double before = 0;
        for (int at = 0; at < values.length; at++) {
            before = 0.8 * before + noise(at);
            values[at] = before + 0.01 * at;
        }
        Series series = new Series(values);
        double plain = MannKendall.of(series, Autocorrelation.IGNORED).p();
        MannKendall inflated = MannKendall.of(series, Autocorrelation.VARIANCE);
        assertThat(inflated.inflation()).isGreaterThan(1.5);
        assertThat(inflated.p()).isGreaterThan(plain);
        assertThat(MannKendall.of(series, Autocorrelation.PREWHITENED).p()).isGreaterThan(plain);
    }

    @Test
    void seasonsAreComparedWithThemselves() {
        double[] values = new double[60];
        for (int at = 0; at < values.length; at++) {
            values[at] = 50 + 30 * StrictMath.cos(at * StrictMath.PI / 6) - 2 * (at / 12.0);
        }
        Series series = new Series(values);
        SeasonalKendall found = SeasonalKendall.of(series, 12);
        assertThat(found.slope()).isCloseTo(-2, within(1e-9));
        assertThat(found.test().s()).isEqualTo(-12 * 10);
        assertThat(found.test().p()).isLessThan(1e-6);
        TheilSen flat = TheilSen.of(SeasonalKendall.deseasonalised(series, 12), 0.95);
        assertThat(12 * flat.slope()).isCloseTo(-2, within(1e-9));
    }

    @Test
    void aStepIsFoundWhereItIs() {
        double[] values = new double[90];
        for (int at = 0; at < values.length; at++) {
            values[at] = (at < 30 ? 100 : at < 70 ? 60 : 80) + noise(at);
        }
        values[10] = Double.NaN;
        assertThat(Pettitt.of(new Series(values)).firstAfter()).isEqualTo(30);
        assertThat(Pettitt.of(new Series(values)).p()).isLessThan(0.001);
        ChangePoints found = ChangePoints.of(new Series(values), ChangePoints.SCHWARZ);
        assertThat(found.parts()).extracting(ChangePoints.Part::from).containsExactly(0, 30, 70);
        assertThat(found.parts().get(1).mean()).isCloseTo(60, within(0.5));
    }

    /** 1 2 3 4 | 11 12 13 14: U after four is 2·10 − 4·9 = −16. */
    @Test
    void pettittByHand() {
        Pettitt found = Pettitt.of(new Series(new double[] {1, 2, 3, 4, 11, 12, 13, 14}));
        assertThat(found.k()).isEqualTo(16);
        assertThat(found.firstAfter()).isEqualTo(4);
        assertThat(found.p()).isCloseTo(2 * StrictMath.exp(-6 * 256 / 576.0), within(1e-12));
    }

    @Test
    void equalValuesHaveNoTrend() {
        Series flat = new Series(new double[] {5, 5, 5, 5, 5});
        assertThat(TheilSen.of(flat, 0.95).slope()).isZero();
        assertThat(MannKendall.of(flat, Autocorrelation.VARIANCE).p()).isEqualTo(1);
        assertThat(ChangePoints.of(flat, ChangePoints.SCHWARZ).parts()).hasSize(1);
        assertThatThrownBy(() -> new Series(new double[] {1, Double.NaN, 2, 3}))
                .hasMessage("expected at least 4 values, got 3");
    }

    /** Evenly between −1 and 1, the same in every run. */
    private static double noise(int at) {
        long z = (at + 1) * 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return ((z ^ (z >>> 31)) >> 11) * 0x1p-52;
    }
}
