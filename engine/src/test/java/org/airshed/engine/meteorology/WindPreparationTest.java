package org.airshed.engine.meteorology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WindPreparationTest {
    private static final Instant TIME = Instant.parse("2016-11-20T00:00:00Z");
    private static final LatLonGrid GRID = new LatLonGrid(5, 5, 114, 38, 0.25, 0.25);
    private static final PressureLevels LEVELS =
            new PressureLevels(new double[] {100_000, 92_500, 85_000, 70_000, 50_000, 30_000});
    private static final HeightAxis HEIGHTS = new HeightAxis(0, 10, 100, 500, 1000, 3000, 5000);

    @FunctionalInterface
    private interface Value {
        double at(int level, int row, int column);
    }

    private static MetField field(int levels, Value value) {
        float[] values = new float[levels * 25];
        for (int level = 0; level < levels; level++) {
            for (int row = 0; row < 5; row++) {
                for (int column = 0; column < 5; column++) {
                    values[(level * 5 + row) * 5 + column] = (float) value.at(level, row, column);
                }
            }
        }
        return new MetField(levels, 5, 5, values);
    }

    private static MetStep step(VerticalLevels levels, Map<MetVariable, MetField> fields) {
        return new MetStep(TIME, GRID, levels, fields, Set.of());
    }

    private static Map<MetVariable, MetField> isothermal(Value surface_Pa, Value omega) {
        var fields = new EnumMap<MetVariable, MetField>(MetVariable.class);
        fields.put(MetVariable.EASTWARD_WIND, field(6, (l, r, c) -> 5 + l));
        fields.put(MetVariable.NORTHWARD_WIND, field(6, (l, r, c) -> -2));
        fields.put(MetVariable.TEMPERATURE, field(6, (l, r, c) -> 280));
        fields.put(MetVariable.OMEGA, field(6, omega));
        fields.put(MetVariable.SURFACE_PRESSURE, field(1, surface_Pa));
        return fields;
    }

    /** The published case: in isothermal air p = pₛ exp(−g z / R T). */
    @Test
    void pressureFallsWithHeightAsInIsothermalAir() {
        var wind =
                WindPreparation.of(
                        step(LEVELS, isothermal((l, r, c) -> 101_000, (l, r, c) -> 0)), HEIGHTS);
        for (int level : new int[] {0, 2, 4, 5, 6}) {
            double z_m = HEIGHTS.height_m(level);
            double expected = 101_000 * StrictMath.exp(-9.80665 * z_m / (287.05 * 280));
            assertThat((double) wind.value(2, 2, level, 3)).isCloseTo(expected, within(900.0));
        }
        // On a level itself nothing is interpolated: 850 hPa lies at 1413 m here.
        assertThat((double) wind.value(2, 2, 4, 0)).isBetween(6.0, 7.0);
    }

    /** ω = −ρ g w over flat ground. */
    @Test
    void omegaBecomesRisingAir() {
        var wind =
                WindPreparation.of(
                        step(LEVELS, isothermal((l, r, c) -> 101_000, (l, r, c) -> -0.5)), HEIGHTS);
        double density = 78_800 / (287.05 * 280);
        assertThat((double) wind.value(2, 2, 4, 2))
                .isCloseTo(0.5 / (density * 9.80665), within(0.008));
        assertThat(wind.value(2, 2, 0, 2)).isZero();
    }

    /**
     * The law: air that flows up a slope on surfaces of pressure sinks relative to the ground that
     * rises under it, by V·∇h.
     */
    @Test
    void flatFlowOverRisingGroundComesNearerToIt() {
        double hPaPerColumn = 300; // [Pa]: the ground rises eastward
        var wind =
                WindPreparation.of(
                        step(
                                LEVELS,
                                isothermal((l, r, c) -> 97_000 - hPaPerColumn * c, (l, r, c) -> 0)),
                        HEIGHTS);
        double column_m =
                1 / (GridMetric.of(GRID).columnsPerMetre() * GridMetric.of(GRID).secant(2));
        double rise = 287.05 * 280 / 9.80665 * (hPaPerColumn / 96_400) / column_m;
        double east_mps = wind.value(2, 2, 5, 0);
        assertThat((double) wind.value(2, 2, 5, 2))
                .isCloseTo(-east_mps * rise, within(0.03 * east_mps * rise));
    }

    @Test
    void levelsBelowTheGroundAreNotRead() {
        var fields = isothermal((l, r, c) -> 90_000, (l, r, c) -> 0);
        fields.put(MetVariable.EASTWARD_WIND, field(6, (l, r, c) -> l < 2 ? 1e6 : 8));
        var wind = WindPreparation.of(step(LEVELS, fields), HEIGHTS);
        for (int level = 0; level < HEIGHTS.levels(); level++) {
            assertThat(wind.value(2, 2, level, 0)).isEqualTo(8f);
        }
    }

    @Test
    void windOfTenMetresHoldsToTheGround() {
        var fields = isothermal((l, r, c) -> 101_000, (l, r, c) -> 0);
        fields.put(MetVariable.EASTWARD_WIND_10M, field(1, (l, r, c) -> 2));
        fields.put(MetVariable.NORTHWARD_WIND_10M, field(1, (l, r, c) -> -1));
        var wind = WindPreparation.of(step(LEVELS, fields), HEIGHTS);
        assertThat(wind.value(1, 1, 0, 0)).isEqualTo(2f);
        assertThat(wind.value(1, 1, 1, 0)).isEqualTo(2f);
        assertThat(wind.value(1, 1, 2, 0)).isBetween(2f, 6f);
    }

    @Test
    void aboveTheHighestLevelThereIsNoWind() {
        var high = new HeightAxis(0, 100, 5000, 20_000);
        var wind =
                WindPreparation.of(
                        step(LEVELS, isothermal((l, r, c) -> 101_000, (l, r, c) -> 0)), high);
        assertThat(wind.value(2, 2, 3, 0)).isNaN();
    }

    /** u(z) = u₁₀ (z/10)^(1/7): 1.389 times at 100 m, kept above 500 m, and labelled. */
    @Test
    void singleLevelWindFollowsThePowerLawAndSaysSo() {
        var fields = new EnumMap<MetVariable, MetField>(MetVariable.class);
        fields.put(MetVariable.EASTWARD_WIND_10M, field(1, (l, r, c) -> 4));
        fields.put(MetVariable.NORTHWARD_WIND_10M, field(1, (l, r, c) -> 0));
        var wind = WindPreparation.of(step(new SingleLevel(10), fields), HEIGHTS);
        assertThat(wind.labels()).contains(MetLabel.EXTRAPOLATED_WIND, MetLabel.SINGLE_LEVEL);
        assertThat((double) wind.value(0, 0, 2, 0)).isCloseTo(4 * 1.3895, within(1e-3));
        assertThat(wind.value(0, 0, 4, 0)).isEqualTo(wind.value(0, 0, 3, 0));
        assertThat(wind.value(0, 0, 0, 0)).isEqualTo(4f);
    }

    @Test
    void levelsWithoutVerticalWindOrSurfacePressureAreRefused() {
        var fields = isothermal((l, r, c) -> 101_000, (l, r, c) -> 0);
        fields.remove(MetVariable.OMEGA);
        assertThatThrownBy(() -> WindPreparation.of(step(LEVELS, fields), HEIGHTS))
                .hasMessageContaining("lagrangian_tendency_of_air_pressure");
        var groundless = isothermal((l, r, c) -> 101_000, (l, r, c) -> 0);
        groundless.remove(MetVariable.SURFACE_PRESSURE);
        assertThatThrownBy(() -> WindPreparation.of(step(LEVELS, groundless), HEIGHTS))
                .hasMessageContaining("surface_air_pressure");
    }

    /** Neutral: u* = κ u / ln(z/z₀) = 0.4 · 5 / ln 100 = 0.4343 m/s. */
    @Test
    void surfaceScalesAreThoseOfTheLogarithmicProfileInNeutralAir() {
        var neutral = BoundaryLayer.surfaceScales(5, 0.1, 0, 288, 1.2);
        assertThat(neutral.friction_mps()).isCloseTo(0.4343, within(1e-4));
        assertThat(neutral.obukhov_m()).isEqualTo(BoundaryLayer.NEUTRAL_M);
        var day = BoundaryLayer.surfaceScales(5, 0.1, 200, 288, 1.2);
        assertThat(day.friction_mps()).isGreaterThan(neutral.friction_mps());
        assertThat(day.obukhov_m()).isBetween(-100.0, -10.0);
        var night = BoundaryLayer.surfaceScales(2, 0.1, -30, 288, 1.2);
        assertThat(night.friction_mps()).isLessThan(0.4343 * 2 / 5);
        assertThat(night.obukhov_m()).isPositive();
        // By hand: −1.2 · 1004.7 · 288 · 0.3³ / (0.4 · 9.80665 · 100) = −23.9 m.
        assertThat(BoundaryLayer.obukhov_m(0.3, 100, 288, 1.2)).isCloseTo(-23.9, within(0.05));
        assertThat(BoundaryLayer.frictionVelocity_mps(0.3, 0.4, 1.25))
                .isCloseTo(0.63246, within(1e-5));
    }

    /** By hand: θ rises by 3 K/km from 1000 m on, shear 10 m/s: Ri = 0.25 at about 1,600 m. */
    @Test
    void theMixingHeightIsWhereTheRichardsonNumberReachesItsCriticalValue() {
        double[] height_m = {0, 500, 1000, 1500, 2000};
        double[] theta_K = {300, 300, 300, 301.5, 303};
        double[][] wind = {{0, 0}, {10, 0}, {10, 0}, {10, 0}, {10, 0}};
        double at1500 = 9.80665 / 300 * 1.5 * 1500 / 100;
        double expected = 1000 + 500 * 0.25 / at1500;
        assertThat(BoundaryLayer.mixingHeight_m(height_m, theta_K, wind, 0))
                .isCloseTo(expected, within(1e-9));
        double[] even = {300, 300, 300, 300, 300};
        assertThat(BoundaryLayer.mixingHeight_m(height_m, even, wind, 0)).isEqualTo(2000);
    }

    @Test
    void aStepsOwnMixingHeightIsKeptAndAMissingOneDiagnosed() {
        var fields = isothermal((l, r, c) -> 101_000, (l, r, c) -> 0);
        float diagnosed = BoundaryLayer.mixingHeights(step(LEVELS, fields)).value(0, 2, 2);
        // Isothermal air is so stable that hardly more than the lowest level, at 82 m, is mixed.
        assertThat(diagnosed).isBetween(82f, 90f);
        fields.put(MetVariable.MIXING_HEIGHT, field(1, (l, r, c) -> 777));
        assertThat(BoundaryLayer.mixingHeights(step(LEVELS, fields)).value(0, 2, 2))
                .isEqualTo(777f);
    }
}
