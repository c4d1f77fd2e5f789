package org.airshed.engine.receptormodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PolarPlotTest {

    @Test
    void aKnownSurfaceIsFoundWithinItsBand() {
        WindHours hours = hours(20_000, 5);
        PolarPlot plot = PolarPlot.of(hours);
        int within = 0;
        double worst = 0;
        for (PolarPlot.Point point : plot.points()) {
            double truth = truth(point.east_ms(), point.north_ms());
            within += truth >= point.low() && truth <= point.high() ? 1 : 0;
            worst = Math.max(worst, Math.abs(point.value() - truth));
        }
        assertThat(plot.points().size()).isGreaterThan(1500);
        assertThat((double) within / plot.points().size()).isGreaterThan(0.85);
        assertThat(worst).isLessThan(4);
        assertThat(plot.persistence()).isLessThan(0.05);
        assertThat(PolarPlot.of(hours)).isEqualTo(plot);
    }

    /** Second differences of a plane are 0, so that any smoothing gives it back. */
    @Test
    void aPlaneIsGivenBack() {
        WindHours drawn = hours(3000, 0);
        double[] plane = new double[3000];
        for (int hour = 0; hour < plane.length; hour++) {
            double from_rad = StrictMath.toRadians(drawn.from_deg()[hour]);
            plane[hour] = 20 + 3 * drawn.speed_ms()[hour] * StrictMath.sin(from_rad);
        }
        PolarPlot plot = PolarPlot.of(new WindHours(drawn.speed_ms(), drawn.from_deg(), plane));
        assertThat(plot.points())
                .allSatisfy(point ->
                        assertThat(point.value())
                                .isCloseTo(20 + 3 * point.east_ms(), within(0.15)));
    }

    @Test
    void theBandOfTheInverseIsThatOfTheInverse() {
        double[][] rows = {{0, 4}, {1, 5}, {2, 6}, {-1, 3}};
        BandedCholesky root = new BandedCholesky(rows, 1);
        double[][] inverse = root.inverse();
        for (int column = 0; column < 4; column++) {
            double[] unit = new double[4];
            unit[column] = 1;
            double[] exact = root.solve(unit);
            assertThat(inverse[column][column]).isCloseTo(exact[column], within(1e-15));
            if (column > 0) {
                assertThat(inverse[column][column - 1]).isCloseTo(exact[column - 1], within(1e-15));
            }
        }
        assertThat(4 * root.solve(new double[] {1, 0, 0, 0})[0])
                .isCloseTo(1 - root.solve(new double[] {1, 0, 0, 0})[1], within(1e-15));
    }

    @Test
    void sectorsAndCalmByHand() {
        WindHours hours =
                new WindHours(
                        new double[] {2, 2, 2, 2, 0.1, 3, 2, Double.NaN},
                        new double[] {360, 11, 90, 95, 200, 0, Double.NaN, 90},
                        new double[] {80, 10, 90, Double.NaN, 70, 20, 5, 9});
        ConditionalProbability found = ConditionalProbability.of(hours, 16, 50);
        assertThat(found.sectors().getFirst().hours()).isEqualTo(2);
        assertThat(found.sectors().getFirst().probability()).isEqualTo(0.5);
        assertThat(found.sectors().getFirst().low()).isCloseTo(0.0945, within(1e-4));
        assertThat(found.sectors().get(4).above()).isOne();
        assertThat(found.sectors().get(5).probability()).isNaN();
        assertThat(found.calm().hours()).isEqualTo(2);
        assertThat(found.calm().above()).isOne();
        assertThat(found.undirected()).isEqualTo(2);
    }

    @Test
    void tooLittleWindIsRefused() {
        WindHours calm = new WindHours(new double[200], new double[200], new double[200]);
        assertThatThrownBy(() -> PolarPlot.of(calm)).hasMessageContaining("some of them not calm");
        assertThatThrownBy(
                        () -> new WindHours(new double[] {1}, new double[] {361}, new double[] {1}))
                .hasMessageContaining("(hour 1)");
    }

    private static double truth(double east_ms, double north_ms) {
        double dx = (east_ms - 3) / 3;
        double dy = (north_ms - 1) / 3;
        return 30 + 60 * StrictMath.exp(-(dx * dx + dy * dy) / 2);
    }

    private static WindHours hours(int many, double noise) {
        SplitMix64 random = new SplitMix64(11);
        double[] speed_ms = new double[many];
        double[] from_deg = new double[many];
        double[] measured = new double[many];
        for (int hour = 0; hour < many; hour++) {
            speed_ms[hour] = 0.3 + 9 * Math.sqrt(random.unit(3L * hour));
            from_deg[hour] = 0.01 + 359.9 * random.unit(3L * hour + 1);
            double from_rad = StrictMath.toRadians(from_deg[hour]);
            measured[hour] =
                    truth(
                                    speed_ms[hour] * StrictMath.sin(from_rad),
                                    speed_ms[hour] * StrictMath.cos(from_rad))
                            + noise * (random.unit(3L * hour + 2) - 0.5);
        }
        return new WindHours(speed_ms, from_deg, measured);
    }
}
