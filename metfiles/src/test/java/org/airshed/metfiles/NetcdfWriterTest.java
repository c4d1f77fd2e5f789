package org.airshed.metfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.airshed.engine.meteorology.LatLonGrid;
import org.airshed.engine.meteorology.MetStep;
import org.airshed.engine.meteorology.MetVariable;
import org.airshed.engine.meteorology.PressureLevels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetcdfWriterTest {
    @TempDir Path folder = Path.of("");

    /** Two levels from the top, three rows from the north, four columns from 180° W. */
    private Path written() throws IOException {
        Path file = folder.resolve("written.nc");
        float[] u = new float[24];
        for (int index = 0; index < u.length; index++) {
            u[index] = index;
        }
        u[5] = Float.NaN;
        try (NetcdfWriter writer = new NetcdfWriter(file)) {
            writer.attribute("Conventions", "CF-1.8")
                    .dimension("time", 1)
                    .dimension("level", 2)
                    .dimension("lat", 3)
                    .dimension("lon", 4)
                    .coordinate(
                            "time",
                            Map.of(
                                    "units",
                                    "hours since 2025-01-01 00:00:00",
                                    "standard_name",
                                    "time"),
                            "time")
                    .coordinate(
                            "level",
                            Map.of("units", "hPa", "standard_name", "air_pressure"),
                            "level")
                    .coordinate("lat", Map.of("units", "degrees_north"), "lat")
                    .coordinate("lon", Map.of("units", "degrees_east"), "lon")
                    .field(
                            "u",
                            Map.of("units", "m s-1", "standard_name", "eastward_wind"),
                            "time",
                            "level",
                            "lat",
                            "lon")
                    .write(6.0)
                    .write(500.0, 850.0)
                    .write(1.0, 0.0, -1.0)
                    .write(-180.0, -90.0, 0.0, 90.0)
                    .write(u);
        }
        return file;
    }

    @Test
    void whatIsWrittenIsReadBackTurnedToOurOrder() throws IOException {
        try (MetArchive archive = MetArchive.open(List.of(written()), Progress.unwatched())) {
            assertThat(archive.grid()).isEqualTo(new LatLonGrid(4, 3, -180, -1, 90, 1));
            assertThat(archive.grid().wraps()).isTrue();
            assertThat(archive.levels())
                    .isEqualTo(new PressureLevels(new double[] {85_000, 50_000}));
            MetStep step = archive.step(Instant.parse("2025-01-01T06:00:00Z"));
            var u = step.field(MetVariable.EASTWARD_WIND);
            assertThat(u.value(0, 0, 0)).isEqualTo(20);
            assertThat(u.value(1, 2, 3)).isEqualTo(3);
            assertThat(u.value(1, 1, 1)).isNaN();
        }
    }

    @Test
    void ncdumpAndCdoAcceptIt() throws IOException {
        Path file = written();
        assertThat(Tools.ncdump(file, "u")).hasSize(24).contains(23.0);
        assertThat(Tools.lines("ncdump", "-k", file + "")).containsExactly("64-bit offset");
        assertThat(String.join("\n", Tools.lines("cdo", "-s", "sinfon", file + "")))
                .contains("lonlat")
                .contains("pressure")
                .contains("2025-01-01 06:00:00");
        assertThat(String.join("\n", Tools.lines("cdo", "-s", "infon", file + "")))
                .contains("2025-01-01 06:00:00");
    }

    @Test
    void aFileWithValuesOwingIsNotClosedAsWhole() throws IOException {
        NetcdfWriter writer =
                new NetcdfWriter(OutputStream.nullOutputStream())
                        .dimension("x", 3)
                        .coordinate("x", Map.of(), "x")
                        .write(1.0, 2.0);
        assertThatThrownBy(() -> writer.write(1.0f)).hasMessageContaining("64-bit values of x");
        assertThatThrownBy(() -> writer.write(1.0, 2.0)).hasMessageContaining("1 more");
        assertThatThrownBy(writer::close).hasMessageContaining("all values of x");
    }
}
