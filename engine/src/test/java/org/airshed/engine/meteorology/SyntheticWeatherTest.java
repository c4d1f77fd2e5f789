package org.airshed.engine.meteorology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SyntheticWeatherTest {
    private static final LatLonGrid GRID = new LatLonGrid(25, 21, 109, 33, 0.5, 0.5);
    private static final double[] LEVELS_M = {10, 50, 150, 400, 900, 1800, 3500, 6000};
    private static final Instant BEGIN = Instant.parse("2016-11-18T00:00:00Z");
    private static final SyntheticWeather WEATHER = new SyntheticWeather(7, GRID, LEVELS_M);

    private static MetStep at(int hour) {
        return WEATHER.step(BEGIN.plusSeconds(3600L * hour));
    }

    /** ∇·(ρV) + ∂(ρw)/∂z = 0 in the differences the wind was made with, to single precision. */
    @Test
    void massIsKeptInEveryCell() {
        double worst = 0;
        double typical = 0;
        int plane = GRID.rows() * GRID.columns();
        for (int hour = 0; hour < 96; hour += 12) {
            MetStep step = at(hour);
            float[] u = step.field(MetVariable.EASTWARD_WIND).values();
            float[] v = step.field(MetVariable.NORTHWARD_WIND).values();
            float[] w = step.field(MetVariable.UPWARD_WIND).values();
            for (int level = 1; level < LEVELS_M.length; level++) {
                for (int row = 0; row < GRID.rows(); row++) {
                    for (int column = 0; column < GRID.columns(); column++) {
                        int at = row * GRID.columns() + column;
                        int above = level * plane;
                        int below = above - plane;
                        double high = StrictMath.exp(-LEVELS_M[level] / 8000);
                        double low = StrictMath.exp(-LEVELS_M[level - 1] / 8000);
                        double sideways =
                                0.5
                                        * (high * WEATHER.divergence_ps(u, v, above, row, column)
                                                + low
                                                        * WEATHER.divergence_ps(
                                                                u, v, below, row, column));
                        double upward =
                                (high * w[above + at] - low * w[below + at])
                                        / (LEVELS_M[level] - LEVELS_M[level - 1]);
                        worst = Math.max(worst, Math.abs(sideways + upward));
                        typical = Math.max(typical, Math.abs(sideways));
                    }
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "synthetic wind: divergence left %.2e of %.2e per s%n",
                worst,
                typical);
        assertThat(worst).isLessThan(1e-5 * typical);
    }

    @Test
    void stagnationTransportAndFrontAllCome() {
        double weakest = 99;
        double southerly = -99;
        double northwesterly = 99;
        for (int hour = 0; hour < 97; hour++) {
            MetStep step = at(hour);
            double u = step.field(MetVariable.EASTWARD_WIND).value(4, 10, 12);
            double v = step.field(MetVariable.NORTHWARD_WIND).value(4, 10, 12);
            weakest = Math.min(weakest, StrictMath.hypot(u, v));
            southerly = Math.max(southerly, v);
            northwesterly = Math.min(northwesterly, v - u);
        }
        assertThat(weakest).isLessThan(2);
        assertThat(southerly).isGreaterThan(4);
        assertThat(northwesterly).isLessThan(-10);
    }

    /** 05 UTC is one in the afternoon at 115° E, 18 UTC two in the morning. */
    @Test
    void theBoundaryLayerGrowsByDay() {
        double afternoon = at(5).field(MetVariable.MIXING_HEIGHT).value(0, 10, 12);
        double night = at(18).field(MetVariable.MIXING_HEIGHT).value(0, 10, 12);
        assertThat(afternoon).isGreaterThan(3 * night);
        assertThat(night).isEqualTo(120);
    }

    @Test
    void theSameSeedIsTheSameWeatherAtAnyResolution() {
        var coarse = new LatLonGrid(13, 11, 109, 33, 1, 1);
        MetStep other = new SyntheticWeather(7, coarse, LEVELS_M).step(BEGIN);
        assertThat(other.field(MetVariable.EASTWARD_WIND).value(3, 5, 6))
                .isEqualTo(at(0).field(MetVariable.EASTWARD_WIND).value(3, 10, 12));
        assertThat(new SyntheticWeather(8, GRID, LEVELS_M).step(BEGIN)).isNotEqualTo(at(0));
        assertThat(other.labels()).containsExactly(MetLabel.SYNTHETIC);
    }

    @Test
    void itIsReadyForTransport() {
        WindField wind = WindPreparation.of(at(0), new HeightAxis(0, 10, 150, 900, 6000));
        assertThat(wind.value(10, 12, 2, 0))
                .isEqualTo(at(0).field(MetVariable.EASTWARD_WIND).value(2, 10, 12));
        assertThat(wind.value(10, 12, 4, 3)).isBetween(46_000f, 49_000f);
    }

    @Test
    void thePolesAreRefused() {
        assertThatThrownBy(() ->
                        new SyntheticWeather(1, new LatLonGrid(360, 181, 0, -90, 1, 1), LEVELS_M))
                .hasMessageContaining("between 89° south and north");
    }
}
