package org.airshed.metfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.airshed.engine.meteorology.GridPoint;
import org.airshed.engine.meteorology.HybridLevels;
import org.airshed.engine.meteorology.MetField;
import org.airshed.engine.meteorology.MetStep;
import org.airshed.engine.meteorology.MetVariable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WRF's conventions, in a generated file: {@link WrfSample}. */
class WrfFileTest {
    @TempDir Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({"classic,1", "nc4,1", "classic,2"})
    void fieldsStandOnTheMassPointsInSiUnits(String kind, int projection) throws IOException {
        Path file = WrfSample.netcdf(folder, kind, projection);
        try (MetArchive archive = MetArchive.open(List.of(file), Progress.unwatched())) {
            assertThat(archive.times())
                    .containsExactly(
                            Instant.parse("2016-11-20T00:00:00Z"),
                            Instant.parse("2016-11-20T01:00:00Z"));
            HybridLevels levels = (HybridLevels) archive.levels();
            assertThat(levels.a_Pa()).containsExactly(new double[] {0, 2500, 4500}, within(1e-3));
            MetStep step = archive.step(archive.times().last());
            assertColumn(step, MetVariable.UPWARD_WIND, 0.5, 2, 4.5);
            assertColumn(step, MetVariable.GEOPOTENTIAL_HEIGHT, 51, 201, 451);
            assertColumn(step, MetVariable.PRESSURE, 100_000, 50_000, 10_000);
            assertColumn(
                    step,
                    MetVariable.TEMPERATURE,
                    300,
                    301 * Math.pow(0.5, 2 / 7.0),
                    302 * Math.pow(0.1, 2 / 7.0));
            assertColumn(
                    step, MetVariable.SPECIFIC_HUMIDITY, 0.01 / 1.01, 0.01 / 1.01, 0.01 / 1.01);
            MetField height = step.field(MetVariable.OROGRAPHY);
            assertThat(height.value(0, 2, 1)).isEqualTo(13f);
        }
    }

    private static void assertColumn(MetStep step, MetVariable variable, double... expected) {
        for (int level = 0; level < expected.length; level++) {
            assertThat((double) step.field(variable).value(level, 2, 3))
                    .as("%s at level %d", variable, level)
                    .isCloseTo(expected[level], within(2e-6 * expected[level]));
        }
    }

    /**
     * East of the central meridian, wind along the rows blows south of east by n·Δλ: n = sin 30°.
     */
    @Test
    void windAlongTheRowsIsTurnedToTheEarthsEast() throws IOException {
        Path file = WrfSample.netcdf(folder, "classic", 1);
        try (MetArchive archive = MetArchive.open(List.of(file), Progress.unwatched())) {
            MetStep step = archive.step(archive.times().first());
            int column = 4;
            double east_deg =
                    archive.grid().position(new GridPoint(column, 1)).longitude_deg()
                            - WrfSample.MERIDIAN_DEG;
            double turned_rad = Math.toRadians(0.5 * east_deg);
            double along = 7 + 2 * (column + 0.5); // between its two staggered neighbours
            assertThat((double) step.field(MetVariable.EASTWARD_WIND).value(1, 1, column))
                    .isCloseTo(along * Math.cos(turned_rad), within(1e-5));
            assertThat((double) step.field(MetVariable.NORTHWARD_WIND).value(1, 1, column))
                    .isCloseTo(-along * Math.sin(turned_rad), within(1e-5));
            assertThat((double) step.field(MetVariable.NORTHWARD_WIND_10M).value(0, 1, column))
                    .isCloseTo(-10 * Math.sin(turned_rad), within(1e-5));
        }
    }

    @Test
    void mercatorAndPositionsOfAnotherProjectionAreRefused() throws IOException {
        Path mercator = WrfSample.netcdf(folder, "classic", 3);
        assertThatThrownBy(() -> MetArchive.open(List.of(mercator), Progress.unwatched()))
                .isInstanceOf(MetFileRefusedException.class)
                .hasMessageContaining("Mercator");
        // Its positions lie on a cone, not along the meridians.
        Path conical = WrfSample.netcdf(folder, "classic", 6);
        assertThatThrownBy(() -> MetArchive.open(List.of(conical), Progress.unwatched()))
                .isInstanceOf(MetFileRefusedException.class);
    }
}
