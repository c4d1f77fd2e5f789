package org.airshed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.airshed.realdata.NeedsRealData;
import org.airshed.realdata.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetInfoTest {
    @Test
    @NeedsRealData
    void hoursOfEra5AreDescribedWithTheirGap() {
        Console console =
                Console.run(
                        "met",
                        "info",
                        RealData.file("era5-utm32/era5_utm32_2025_05_01_00.nc") + "",
                        RealData.file("era5-utm32/era5_utm32_2025_05_01_01.nc") + "");
        assertThat(console.exitCode()).isZero();
        assertThat(console.lines())
                .anyMatch(line -> line.startsWith("grid    TransverseMercator, 17 columns × 30"))
                .contains(
                        "levels  37 of pressure, 1000.0 to 1.0 hPa",
                        "times   2 from 2025-05-01T00:00:00Z to 2025-05-01T01:00:00Z, every 60 min",
                        "can     trajectories, isobaric",
                        "can     trajectories, 3-D",
                        "can     dispersion without diagnosis");
    }

    @Test
    @NeedsRealData
    void aGapAndWhatIsMissingAreStated() {
        Console console =
                Console.run(
                        "met",
                        "info",
                        RealData.file("gfs-wind-20161120/2016112000.png") + "",
                        RealData.file("gfs-wind-20161120/2016112006.png") + "",
                        RealData.file("gfs-wind-20161120/2016112018.png") + "");
        assertThat(console.exitCode()).isZero();
        assertThat(console.lines())
                .contains(
                        "levels  one, 10 m above the ground",
                        "labels  SINGLE_LEVEL",
                        "gap     1 step(s) missing between 2016-11-20T06:00:00Z and 2016-11-20T18:00:00Z",
                        "can     trajectories, single level extrapolated")
                .anyMatch(line ->
                        line.startsWith("cannot  trajectories, 3-D: missing eastward_wind"));
    }

    @Test
    @NeedsRealData
    void theJsonDocumentSaysTheSame() {
        Console console =
                Console.run(
                        "met",
                        "info",
                        "--json",
                        RealData.file("gfs-wind-20161120/2016112000.png") + "");
        assertThat(console.exitCode()).isZero();
        assertThat(console.out())
                .startsWith("{\"formats\":{\"wind as PNG\":1}")
                .contains(
                        "\"name\":\"eastward_wind_at_10m\",\"unit\":\"m s-1\",\"min\":-21.32,\"max\":26.6");
    }

    @Test
    void aFileThatIsNoneIsRefusedWithWhatWasExpected(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("notes.nc"), "not a file of the weather");
        Console console = Console.run("met", "info", text + "");
        assertThat(console.exitCode()).isEqualTo(2);
        assertThat(console.err())
                .contains("airshed: notes.nc, byte 0: expected a file of the weather");
    }
}
