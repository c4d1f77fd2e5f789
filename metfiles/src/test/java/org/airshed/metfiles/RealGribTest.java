package org.airshed.metfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.airshed.engine.meteorology.GridPoint;
import org.airshed.engine.meteorology.MetField;
import org.airshed.engine.meteorology.MetStep;
import org.airshed.engine.meteorology.MetVariable;
import org.airshed.engine.meteorology.PressureLevels;
import org.airshed.realdata.NeedsRealData;
import org.airshed.realdata.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real GRIB messages against what ecCodes reads from them. */
class RealGribTest {
    private static final Path CCSDS =
            Path.of("met-formats/20240101000000-0h-oper-fc.grib2.0-10.grib2");
    private static final Path HYBRID = Path.of("met-formats/gdas.t00z.sfluxgrbf000.grib2.0.grib2");

    private static Path ecmwf() {
        return RealData.file(CCSDS + "");
    }

    /** The values of the messages that match, from the south-west as ours. */
    private static List<double[]> eccodes(Path file, String where) {
        var fields = new ArrayList<double[]>();
        var row = new ArrayList<Double>();
        for (String line :
                Tools.lines("grib_get_data", "-m", "NaN", "-F", "%.9g", "-w", where, file + "")) {
            if (line.startsWith("Lat")) {
                flush(row, fields);
            } else {
                row.add(Double.parseDouble(line.strip().split("[\\s,]+")[2]));
            }
        }
        flush(row, fields);
        return fields;
    }

    private static void flush(List<Double> row, List<double[]> fields) {
        if (!row.isEmpty()) {
            fields.add(row.stream().mapToDouble(Double::doubleValue).toArray());
            row.clear();
        }
    }

    /** ecCodes lists rows from the north. */
    private static void compare(MetField field, int level, double[] listed, double scale) {
        assertThat(listed).hasSize(field.rows() * field.columns());
        for (int row = 0; row < field.rows(); row++) {
            for (int column = 0; column < field.columns(); column++) {
                double expected =
                        scale * listed[(field.rows() - 1 - row) * field.columns() + column];
                double got = field.value(level, row, column);
                if (Double.isNaN(expected)) {
                    assertThat(got).isNaN();
                } else {
                    assertThat(Math.abs(got - expected))
                            .as("row %d column %d: %s for %s", row, column, got, expected)
                            .isLessThanOrEqualTo(2e-7 * Math.abs(expected) + 1e-9);
                }
            }
        }
    }

    @Test
    @NeedsRealData
    void ccsdsGivesWhatEccodesGives() throws IOException {
        try (MetArchive archive = MetArchive.open(List.of(ecmwf()), Progress.unwatched())) {
            MetStep step = archive.step(Instant.parse("2024-01-01T00:00:00Z"));
            double[] pressure_Pa = ((PressureLevels) archive.levels()).pressure_Pa();
            for (int hPa : new int[] {925, 250}) {
                int level = Arrays.binarySearch(falling(pressure_Pa), -hPa * 100.0);
                compare(
                        step.field(MetVariable.GEOPOTENTIAL_HEIGHT),
                        level,
                        eccodes(ecmwf(), "shortName=gh,level=" + hPa).getFirst(),
                        1);
            }
            int level = Arrays.binarySearch(falling(pressure_Pa), -85_000.0);
            compare(
                    step.field(MetVariable.RELATIVE_HUMIDITY),
                    level,
                    eccodes(ecmwf(), "shortName=r,level=850").getFirst(),
                    0.01);
        }
    }

    private static double[] falling(double[] pressure_Pa) {
        return Arrays.stream(pressure_Pa).map(value -> -value).toArray();
    }

    /** The same messages repacked by ecCodes: every packing gives the same numbers. */
    @Test
    @NeedsRealData
    void everyPackingGivesWhatEccodesGives(@TempDir Path folder) throws IOException {
        for (String packing :
                List.of(
                        "grid_simple",
                        "grid_complex",
                        "grid_complex_spatial_differencing",
                        "grid_ccsds",
                        "grid_png")) {
            Path copy = folder.resolve(packing + ".grib2");
            try {
                Tools.lines(
                        "grib_set",
                        "-r",
                        "-S",
                        "-w",
                        "shortName=gh,level=700",
                        "-s",
                        "packingType=" + packing,
                        ecmwf() + "",
                        copy + "");
            } catch (IllegalStateException unable) {
                System.out.println("ecCodes cannot write " + packing + " here: not compared");
                continue;
            }
            try (MetArchive archive = MetArchive.open(List.of(copy), Progress.unwatched())) {
                compare(
                        archive.step(archive.times().getFirst())
                                .field(MetVariable.GEOPOTENTIAL_HEIGHT),
                        0,
                        eccodes(copy, "shortName=gh").getFirst(),
                        1);
            }
        }
    }

    @Test
    @NeedsRealData
    void complexPackingOnAGaussianGridGivesWhatEccodesGives() throws IOException {
        Path file = RealData.file(HYBRID + "");
        // One level of a hybrid model without its coefficients: no height could be told.
        assertThatThrownBy(() -> MetArchive.open(List.of(file), Progress.unwatched()))
                .isInstanceOf(MetFileRefusedException.class)
                .hasMessageContaining("coefficients a and b");
        try (FileBytes bytes = new FileBytes(file)) {
            OpenedFile opened = GribFile.open(bytes);
            assertThat(opened.grid().columns()).isEqualTo(3072);
            float[] values = new float[3072 * 1536];
            opened.slices().getFirst().reader().read(values, new int[] {0});
            compare(
                    new MetField(1, 1536, 3072, values),
                    0,
                    eccodes(file, "shortName=gh").getFirst(),
                    1);
            List<String> first = Tools.lines("grib_get_data", file + "").subList(1, 2);
            double north = Double.parseDouble(first.getFirst().strip().split("[\\s,]+")[0]);
            assertThat(opened.grid().position(new GridPoint(0, 1535)).latitude_deg())
                    .isCloseTo(north, within(1e-3));
        }
    }

    @Test
    @NeedsRealData
    void edition1GivesWhatEccodesGives() throws IOException {
        Path file = RealData.file("met-formats/era5-2mt-2019-03-uk.grib");
        try (MetArchive archive = MetArchive.open(List.of(file), Progress.unwatched())) {
            assertThat(archive.times()).hasSize(744);
            assertThat(archive.gaps()).isEmpty();
            for (int hour : new int[] {0, 13}) {
                Instant time = Instant.parse("2019-03-01T00:00:00Z").plusSeconds(hour * 3600L);
                compare(
                        archive.step(time).field(MetVariable.TEMPERATURE_2M),
                        0,
                        eccodes(file, "dataDate=20190301,dataTime=" + hour * 100).getFirst(),
                        1);
            }
        }
    }

    @Test
    @NeedsRealData
    void jpeg2000IsRefusedByName() {
        Path file =
                RealData.file("met-formats/CMC_glb_TMP_ISBL_1_latlon.24x.24_2021051800_P000.grib2");
        assertThatThrownBy(() -> MetArchive.open(List.of(file), Progress.unwatched()))
                .isInstanceOf(MetFileRefusedException.class)
                .hasMessageContaining("got JPEG2000");
    }
}
