package org.airshed.metfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.airshed.engine.meteorology.GridPoint;
import org.airshed.engine.meteorology.MetLabel;
import org.airshed.engine.meteorology.MetStep;
import org.airshed.engine.meteorology.MetVariable;
import org.airshed.engine.meteorology.PressureLevels;
import org.airshed.engine.meteorology.SingleLevel;
import org.airshed.engine.meteorology.TransverseMercatorGrid;
import org.airshed.realdata.NeedsRealData;
import org.airshed.realdata.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealNetcdfTest {
    private static final Instant MAY = Instant.parse("2025-05-01T00:00:00Z");

    private static List<Path> era5() {
        return List.of(
                RealData.file("era5-utm32/era5_utm32_2025_05_01_02.nc"),
                RealData.file("era5-utm32/era5_utm32_2025_05_01_00.nc"),
                RealData.file("era5-utm32/era5_utm32_2025_05_01_01.nc"));
    }

    @Test
    @NeedsRealData
    void threeHoursOfEra5AreOneArchive() throws IOException {
        try (MetArchive archive = MetArchive.open(era5(), Progress.unwatched())) {
            assertThat(archive.times())
                    .containsExactly(
                            MAY, MAY.plus(Duration.ofHours(1)), MAY.plus(Duration.ofHours(2)));
            assertThat(archive.gaps()).isEmpty();
            assertThat(archive.interval()).isEqualTo(Duration.ofHours(1));
            assertThat(archive.grid()).isInstanceOf(TransverseMercatorGrid.class);
            assertThat(archive.grid().columns()).isEqualTo(17);
            assertThat(archive.levels()).isInstanceOf(PressureLevels.class);
            double[] pressure_Pa = ((PressureLevels) archive.levels()).pressure_Pa();
            assertThat(pressure_Pa).hasSize(37).startsWith(100_000.0).endsWith(100.0);
            assertThat(archive.variables())
                    .contains(
                            MetVariable.EASTWARD_WIND,
                            MetVariable.OMEGA,
                            MetVariable.MIXING_HEIGHT,
                            MetVariable.SURFACE_PRESSURE,
                            MetVariable.SENSIBLE_HEAT_FLUX,
                            MetVariable.OROGRAPHY);
            // About 45–50°N, 8–12°E, as the sample's description says.
            var middle = archive.grid().position(new GridPoint(8, 15));
            assertThat(middle.latitude_deg()).isBetween(45.0, 50.0);
            assertThat(middle.longitude_deg()).isBetween(8.0, 12.0);
        }
    }

    @Test
    @NeedsRealData
    void everyValueOfEra5IsTheOneNcdumpPrints() throws IOException {
        Path file = era5().get(1);
        try (MetArchive archive = MetArchive.open(List.of(file), Progress.unwatched())) {
            MetStep step = archive.step(MAY);
            compare(step, MetVariable.EASTWARD_WIND, Tools.ncdump(file, "u"), 1);
            compare(step, MetVariable.TEMPERATURE, Tools.ncdump(file, "t"), 1);
            compare(step, MetVariable.EASTWARD_WIND_10M, Tools.ncdump(file, "10u"), 1);
            compare(step, MetVariable.SENSIBLE_HEAT_FLUX, Tools.ncdump(file, "ishf"), -1);
            compare(step, MetVariable.OROGRAPHY, Tools.ncdump(file, "z"), 1 / 9.80665);
        }
    }

    /** The file's levels run from 1000 hPa to 1 hPa and its rows from the south, as ours do. */
    private static void compare(
            MetStep step, MetVariable variable, double[] printed, double factor) {
        var field = step.field(variable);
        int layer = field.rows() * field.columns();
        assertThat(printed).hasSize(field.levels() * layer);
        for (int at = 0; at < printed.length; at++) {
            double expected = printed[at] * factor;
            double got = field.values()[at];
            assertThat(Double.isNaN(got)).as("gap at %d", at).isEqualTo(Double.isNaN(expected));
            if (!Double.isNaN(expected)) {
                assertThat(got)
                        .as("%s at %d", variable, at)
                        .isCloseTo(expected, within(Math.abs(1e-6 * expected) + 1e-30));
            }
        }
    }

    @Test
    @NeedsRealData
    void packedValuesOfEraInterimAreTheOnesTheFileMeans() throws IOException {
        Path file = RealData.file("met-formats/eraint_nc3.nc");
        try (NcFile netcdf = new NcClassic(new FileBytes(file))) {
            NcVariable u = Objects.requireNonNull(netcdf.variables().get("u"));
            assertThat(u.shape()).containsExactly(2, 3, 241, 480);
            ByteBuffer stored = netcdf.box(u, new int[] {1, 2, 0, 0}, new int[] {1, 1, 241, 480});
            double[] printed = Tools.ncdump(file, "u");
            int from = 5 * 241 * 480;
            for (int at = 0; at < 241 * 480; at++) {
                assertThat(u.type().value(stored, at)).isEqualTo(printed[from + at]);
            }
            Packing packing = Packing.of(u, Linear.SAME);
            assertThat(packing.toSi().scale()).isCloseTo(-0.00157270493804553, within(1e-16));
            assertThat(packing.toSi().offset()).isEqualTo(26.96875);
        }
        // Its two months have no year: there is no moment they could be.
        assertThatThrownBy(() -> MetArchive.open(List.of(file), Progress.unwatched()))
                .isInstanceOf(MetFileRefusedException.class)
                .hasMessageContaining("expected a coordinate of time");
    }

    /** netCDF-4 deflated, shuffled and plain, made from the sample by the netCDF library itself. */
    @Test
    @NeedsRealData
    void netcdf4GivesTheSameValuesAsNetcdf3(@TempDir Path folder) throws IOException {
        Path classic = era5().get(1);
        try (MetArchive one = MetArchive.open(List.of(classic), Progress.unwatched())) {
            MetStep expected = one.step(MAY);
            for (String[] options : new String[][] {{"-k", "4"}, {"-d1"}, {"-s", "-d5"}}) {
                Path copy = folder.resolve("copy" + options.length + options[0] + ".nc");
                var command = new ArrayList<>(List.of("nccopy"));
                command.addAll(List.of(options));
                command.addAll(List.of(classic + "", copy + ""));
                Tools.lines(command.toArray(String[]::new));
                try (MetArchive other = MetArchive.open(List.of(copy), Progress.unwatched())) {
                    assertThat(other.formats()).containsKey("netCDF-4");
                    assertThat(other.levels()).isEqualTo(one.levels());
                    assertThat(other.grid()).isEqualTo(one.grid());
                    MetStep step = other.step(MAY);
                    assertThat(step.fields().keySet()).isEqualTo(expected.fields().keySet());
                    step.fields()
                            .forEach((variable, field) ->
                                    assertThat(field.values())
                                            .as("%s of %s", variable, copy)
                                            .isEqualTo(expected.field(variable).values()));
                }
            }
        }
    }

    @Test
    @NeedsRealData
    void stepsAreDecodedAheadInTheOrderAskedFor() throws IOException {
        try (MetArchive archive = MetArchive.open(era5(), Progress.unwatched())) {
            List<Instant> backwards = new ArrayList<>(archive.times().descendingSet());
            List<Instant> seen = new ArrayList<>();
            var wanted = EnumSet.of(MetVariable.EASTWARD_WIND);
            try (MetSteps steps = archive.steps(backwards, wanted, 1)) {
                while (steps.hasNext()) {
                    MetStep step = steps.next();
                    seen.add(step.time());
                    assertThat(step.fields()).containsOnlyKeys(MetVariable.EASTWARD_WIND);
                }
            }
            assertThat(seen).isEqualTo(backwards);
        }
    }

    @Test
    @NeedsRealData
    void windOfAnImageIsTheWindItWasDecodedToBefore() throws IOException {
        Path image = RealData.file("gfs-wind-20161120/2016112000.png");
        Path csv = RealData.file("gfs-wind-20161120/north_china_u10v10_decoded.csv");
        try (MetArchive archive = MetArchive.open(List.of(image), Progress.unwatched())) {
            assertThat(archive.levels()).isEqualTo(new SingleLevel(10));
            assertThat(archive.labels()).containsExactly(MetLabel.SINGLE_LEVEL);
            MetStep step = archive.step(Instant.parse("2016-11-20T00:00:00Z"));
            int compared = 0;
            for (String line : java.nio.file.Files.readAllLines(csv)) {
                if (line.startsWith("2016112000,")) {
                    String[] cells = line.split(",");
                    int row = Integer.parseInt(cells[1]) + 89;
                    int column = Integer.parseInt(cells[2]) + 180;
                    assertThat(step.field(MetVariable.EASTWARD_WIND_10M).value(0, row, column))
                            .isCloseTo(Float.parseFloat(cells[3]), within(0.006f));
                    assertThat(step.field(MetVariable.NORTHWARD_WIND_10M).value(0, row, column))
                            .isCloseTo(Float.parseFloat(cells[4]), within(0.006f));
                    compared++;
                }
            }
            assertThat(compared).isGreaterThan(100);
        }
    }

    @Test
    @NeedsRealData
    void filesOnTwoGridsAreRefusedByName() {
        List<Path> mixed =
                List.of(era5().getFirst(), RealData.file("gfs-wind-20161120/2016112000.png"));
        assertThatThrownBy(() -> MetArchive.open(mixed, Progress.unwatched()))
                .isInstanceOf(MetFileRefusedException.class)
                .hasMessageContaining(
                        "2016112000.png: expected the grid of era5_utm32_2025_05_01_02");
    }
}
