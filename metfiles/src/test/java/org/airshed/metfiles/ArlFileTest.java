package org.airshed.metfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.airshed.engine.geography.Position;
import org.airshed.engine.meteorology.GridPoint;
import org.airshed.engine.meteorology.LatLonGrid;
import org.airshed.engine.meteorology.MetStep;
import org.airshed.engine.meteorology.MetVariable;
import org.airshed.engine.meteorology.PressureLevels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ARL's packing, in a generated file: {@link ArlSample}. */
class ArlFileTest {
    @TempDir Path folder = Path.of("");

    @Test
    void valuesComeBackWithinThePackingsStep() throws IOException {
        Path file = ArlSample.file(folder, ArlSample.LATLON);
        try (MetArchive archive = MetArchive.open(List.of(file), Progress.unwatched())) {
            assertThat(archive.grid())
                    .isEqualTo(new LatLonGrid(ArlSample.COLUMNS, ArlSample.ROWS, 110, 30, 1, 1));
            assertThat(archive.levels()).isEqualTo(new PressureLevels(new double[] {1e5, 85_000}));
            assertThat(archive.times())
                    .containsExactly(
                            Instant.parse("2016-11-20T00:00:00Z"),
                            Instant.parse("2016-11-20T12:00:00Z"));
            assertThat(archive.notes()).anyMatch(note -> note.contains("TPP6 is not read"));
            MetStep step = archive.step(archive.times().last());
            assertField(step, MetVariable.SURFACE_PRESSURE, 0, 100);
            assertField(step, MetVariable.EASTWARD_WIND, 1, 1);
            assertField(step, MetVariable.NORTHWARD_WIND, 1, 1);
            assertField(step, MetVariable.OMEGA, 1, 100);
        }
    }

    /** A step of packing is the greatest difference, rounded up to a power of 2, by 128. */
    private static void assertField(MetStep step, MetVariable variable, int level, double toSi) {
        double[] packed = ArlSample.field(variable);
        double most = 0;
        for (int at = 1; at < packed.length; at++) {
            int before = at % ArlSample.COLUMNS == 0 ? at - ArlSample.COLUMNS : at - 1;
            most = Math.max(most, Math.abs(packed[at] - packed[before]));
        }
        for (int at = 0; at < packed.length; at++) {
            float got =
                    step.field(variable)
                            .value(level, at / ArlSample.COLUMNS, at % ArlSample.COLUMNS);
            assertThat((double) got)
                    .as("%s at %d", variable, at)
                    .isCloseTo(packed[at] * toSi, within(toSi * (most / 64 + 1e-5)));
        }
    }

    @Test
    void onACellOfACone() throws IOException {
        Path file = ArlSample.file(folder, ArlSample.LAMBERT);
        try (MetArchive archive = MetArchive.open(List.of(file), Progress.unwatched())) {
            Position first = archive.grid().position(new GridPoint(0, 0));
            assertThat(first.longitude_deg()).isCloseTo(110, within(1e-9));
            assertThat(first.latitude_deg()).isCloseTo(30, within(1e-9));
            MetStep step = archive.step(archive.times().first());
            double turned_rad = Math.toRadians(Math.sin(Math.toRadians(35)) * 5);
            float east = step.field(MetVariable.EASTWARD_WIND).value(0, 0, 0);
            float north = step.field(MetVariable.NORTHWARD_WIND).value(0, 0, 0);
            assertThat((double) north).isCloseTo(-east * Math.tan(turned_rad), within(1e-5));
        }
    }

    @Test
    void whatEndsWithinARecordOrIsMercatorIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(ArlSample.file(folder, ArlSample.LATLON));
        Path cut = folder.resolve("cut");
        Files.write(cut, Arrays.copyOf(whole, whole.length - 7));
        assertThatThrownBy(() -> MetArchive.open(List.of(cut), Progress.unwatched()))
                .isInstanceOf(MetFileRefusedException.class)
                .hasMessageContaining("whole records");
        Path mercator = ArlSample.file(folder, "  90.00   0.00  20.00 105.00  50.00   0.00   0.00");
        assertThatThrownBy(() -> MetArchive.open(List.of(mercator), Progress.unwatched()))
                .isInstanceOf(MetFileRefusedException.class)
                .hasMessageContaining("Lambert");
    }
}
