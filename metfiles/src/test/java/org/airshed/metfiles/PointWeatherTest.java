package org.airshed.metfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.airshed.engine.meteorology.LatLonGrid;
import org.airshed.engine.meteorology.MetLabel;
import org.airshed.engine.meteorology.MetStep;
import org.airshed.engine.meteorology.MetVariable;
import org.airshed.realdata.NeedsRealData;
import org.airshed.realdata.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PointWeatherTest {
    @Test
    @NeedsRealData
    void thePointsOfBeijingAreAGridAndTheirWindIsInMetresPerSecond() throws IOException {
        List<Path> days =
                List.of(
                        RealData.file("kdd-beijing-2018/2018-04-28_grid_meo.csv.gz"),
                        RealData.file("kdd-beijing-2018/2018-04-29_grid_meo.csv.gz"));
        try (MetArchive archive = MetArchive.open(days, Progress.unwatched())) {
            LatLonGrid grid = (LatLonGrid) archive.grid();
            assertThat(grid.columns()).isEqualTo(31);
            assertThat(grid.rows()).isEqualTo(21);
            assertThat(grid.west_deg()).isEqualTo(115.0);
            assertThat(grid.south_deg()).isEqualTo(39.0);
            assertThat(grid.rowStep_deg()).isCloseTo(0.1, within(1e-9));
            assertThat(archive.labels())
                    .containsExactlyInAnyOrder(
                            MetLabel.SINGLE_LEVEL, MetLabel.INTERPOLATED_FROM_POINTS);
            assertThat(archive.times()).hasSize(72);
            assertThat(archive.gaps()).isEmpty();

            // beijing_grid_000 and _001: 19.0, 983.3162, 40, 73.09, 7.12 and 19.0, 969.6522, 41, …
            MetStep first = archive.step(Instant.parse("2018-04-27T00:00:00Z"));
            assertThat(first.field(MetVariable.TEMPERATURE_2M).value(0, 0, 0)).isEqualTo(292.15f);
            assertThat(first.field(MetVariable.SURFACE_PRESSURE).value(0, 0, 0))
                    .isEqualTo(98_331.62f);
            assertThat(first.field(MetVariable.SURFACE_PRESSURE).value(0, 1, 0))
                    .isEqualTo(96_965.22f);
            assertThat(first.field(MetVariable.RELATIVE_HUMIDITY_2M).value(0, 0, 0))
                    .isEqualTo(0.4f);
            assertThat(first.field(MetVariable.EASTWARD_WIND_10M).value(0, 0, 0))
                    .isCloseTo(-1.89226f, within(1e-4f));
            assertThat(first.field(MetVariable.NORTHWARD_WIND_10M).value(0, 0, 0))
                    .isCloseTo(-0.57525f, within(1e-4f));
        }
    }

    @Test
    void withoutPositionsOrWithAStrangePointItIsRefused(@TempDir Path folder) throws IOException {
        Path day = folder.resolve("day.csv");
        Files.writeString(
                day, PointWeather.HEADER + "\n1,a,2018-04-27 00:00:00,CLEAR_DAY,1,1000,5,0,3.6\n");
        assertThatThrownBy(() -> MetArchive.open(List.of(day), Progress.unwatched()))
                .isInstanceOf(MetFileRefusedException.class)
                .hasMessageContaining("beijing_grid_gps_info.csv");
        Path positions = folder.resolve("beijing_grid_gps_info.csv");
        Files.writeString(
                positions, "stationName,longitude,latitude\nb,0,0\nc,1,0\nd,0,1\ne,1,1\n");
        assertThatThrownBy(() -> MetArchive.open(List.of(day), Progress.unwatched()))
                .isInstanceOf(MetFileRefusedException.class)
                .hasMessageContaining("line 2");
        Files.writeString(
                positions, "stationName,longitude,latitude\na,0,0\nc,1,0\nd,0,1\ne,1,7\n");
        assertThatThrownBy(() -> MetArchive.open(List.of(day), Progress.unwatched()))
                .isInstanceOf(MetFileRefusedException.class)
                .hasMessageContaining("regular grid");
    }
}
