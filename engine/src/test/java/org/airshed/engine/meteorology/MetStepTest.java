package org.airshed.engine.meteorology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MetStepTest {
    private static final Instant NOON = Instant.parse("2025-05-01T12:00:00Z");
    private static final LatLonGrid GRID = new LatLonGrid(3, 2, 110, 30, 1, 1);

    @Test
    void aFieldOfTheWrongSizeIsRefused() {
        var levels = new PressureLevels(new double[] {100_000, 85_000});
        var flat = new MetField(1, 2, 3, new float[6]);
        assertThatThrownBy(() ->
                        new MetStep(
                                NOON,
                                GRID,
                                levels,
                                Map.of(MetVariable.TEMPERATURE, flat),
                                Set.of()))
                .hasMessageContaining("expected air_temperature of 2 levels × 2 rows × 3 columns");
        var step =
                new MetStep(
                        NOON, GRID, levels, Map.of(MetVariable.SURFACE_PRESSURE, flat), Set.of());
        assertThat(step.findField(MetVariable.TEMPERATURE)).isEmpty();
        assertThatThrownBy(() -> step.field(MetVariable.TEMPERATURE))
                .hasMessageContaining("expected air_temperature at 2025-05-01T12:00:00Z");
    }

    @Test
    void valuesStandLevelByLevelFromTheGroundAndTheSouthWest() {
        var field = new MetField(2, 2, 3, new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
        assertThat(field.value(1, 1, 0)).isEqualTo(9);
        assertThat(field.index(0, 1, 2)).isEqualTo(5);
    }

    @Test
    void levelsRunFromTheGroundUp() {
        assertThatThrownBy(() -> new PressureLevels(new double[] {85_000, 100_000}))
                .hasMessageContaining("falling pressures");
        assertThatThrownBy(() -> new HeightLevels(new double[] {10, 10}, HeightLevels.From.GROUND))
                .hasMessageContaining("rising heights");
        var half =
                new HybridLevels(
                        new double[] {0, 1000, 2000},
                        new double[] {1, 0.9, 0.7},
                        HybridLevels.At.HALF);
        assertThat(half.count()).isEqualTo(2);
        assertThat(half.pressure_Pa(0, 100_000)).isEqualTo((100_000 + 91_000) / 2.0);
    }
}
