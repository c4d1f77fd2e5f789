package org.airshed.engine.receptormodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.airshed.realdata.NeedsRealData;
import org.airshed.realdata.RealData;
import org.junit.jupiter.api.Test;

class SourceFieldTest {
    private static final String FOLDER = "trajectory-statistics/";

    @Test
    @NeedsRealData
    void pscfAndCwtAreThoseOfOpenair() throws IOException {
        Endpoints endpoints = openairEndpoints();
        double threshold = PotentialSources.percentile(endpoints, 90);
        assertThat(threshold).isEqualTo(199);
        compare(
                PotentialSources.pscf(
                        endpoints, CellGrid.ONE_DEGREE, threshold, CellWeights.OPENAIR_PSCF),
                "exp_trajLevel_pscf.csv");
        compare(
                ConcentrationField.cwt(endpoints, CellGrid.ONE_DEGREE, CellWeights.OPENAIR_CWT),
                "exp_trajLevel_cwt.csv");
    }

    private static void compare(SourceField field, String file) throws IOException {
        List<String> lines = Files.readAllLines(RealData.file(FOLDER + file));
        List<String> names = List.of(lines.getFirst().replace("\"", "").split(","));
        assertThat(field.cells()).hasSize(lines.size() - 1);
        var cells =
                field.cells().stream()
                        .collect(
                                Collectors.toMap(
                                        cell -> cell.longitude_deg() + " " + cell.latitude_deg(),
                                        cell -> cell));
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",");
            double x = Double.parseDouble(fields[names.indexOf("xgrid")]);
            double y = Double.parseDouble(fields[names.indexOf("ygrid")]);
            SourceField.Cell cell = Objects.requireNonNull(cells.get(x + " " + y), line);
            assertThat(cell.endpoints())
                    .isEqualTo(Integer.parseInt(fields[names.indexOf("count")]));
            double expected = Double.parseDouble(fields[names.indexOf("pm25")]);
            assertThat(cell.value()).isCloseTo(expected, within(1e-9 * Math.max(1, expected)));
        }
    }

    private static Endpoints openairEndpoints() throws IOException {
        Endpoints.Builder builder = new Endpoints.Builder();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(
                                        Files.newInputStream(
                                                RealData.file(
                                                        FOLDER
                                                                + "trajectories-synthetic-2014.csv.gz"))),
                                StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split(",");
                int hoursBack = -Integer.parseInt(fields[2]);
                if (hoursBack == 0) {
                    builder.trajectory(Double.parseDouble(fields[8]));
                }
                builder.endpoint(
                        Double.parseDouble(fields[4]), Double.parseDouble(fields[3]), hoursBack);
            }
        }
        return builder.build();
    }

    @Test
    void threeTrajectoriesByHand() {
        Endpoints endpoints =
                new Endpoints.Builder()
                        .trajectory(10)
                        .endpoint(116.4, 39.9, 0)
                        .endpoint(115.4, 39.6, 1)
                        .trajectory(30)
                        .endpoint(116.4, 39.9, 0)
                        .endpoint(114.5, 39.5, 1)
                        .trajectory(Double.NaN)
                        .endpoint(116.4, 39.9, 0)
                        .build();
        SourceField cwt = ConcentrationField.cwt(endpoints, CellGrid.ONE_DEGREE, CellWeights.NONE);
        assertThat(cwt.trajectoriesLeftOut()).isOne();
        // 114.5 and 39.5 lie just between two centres and go to the even ones.
        assertThat(cwt.cells())
                .containsExactly(
                        new SourceField.Cell(114, 40, 1, 30, 1),
                        new SourceField.Cell(115, 40, 1, 10, 1),
                        new SourceField.Cell(116, 40, 2, 20, 1));
        SourceField pscf =
                PotentialSources.pscf(endpoints, CellGrid.ONE_DEGREE, 10, CellWeights.OPENAIR_PSCF);
        assertThat(pscf.cells())
                .extracting(SourceField.Cell::value)
                .containsExactly(0.5, 0.0, 0.5 * 0.75);
        assertThat(PotentialSources.percentile(endpoints, 50)).isEqualTo(20);
    }

    @Test
    void longitudesGoAround() {
        Endpoints endpoints =
                new Endpoints.Builder()
                        .trajectory(1)
                        .endpoint(180.2, 10, 0)
                        .endpoint(-179.9, 10, 1)
                        .endpoint(540, 10, 2)
                        .build();
        SourceField field =
                ConcentrationField.cwt(endpoints, CellGrid.ONE_DEGREE, CellWeights.NONE);
        assertThat(field.cells()).containsExactly(new SourceField.Cell(-180, 10, 3, 1, 1));
    }

    @Test
    void nothingGivesNothing() {
        Endpoints none = new Endpoints.Builder().build();
        assertThat(ConcentrationField.cwt(none, CellGrid.ONE_DEGREE, CellWeights.NONE).cells())
                .isEmpty();
        assertThatThrownBy(() -> PotentialSources.percentile(none, 90))
                .hasMessageContaining("expected an endpoint");
    }

    @Test
    void whatIsNoPlaceIsRefusedAndNamed() {
        Endpoints.Builder builder = new Endpoints.Builder().trajectory(5);
        assertThatThrownBy(() -> builder.endpoint(116, Double.NaN, 3))
                .hasMessageContaining("got 116.0, NaN, 3 (trajectory 1, endpoint 1)");
        assertThatThrownBy(() -> new CellGrid(0.7, 1)).hasMessageContaining("got 0.7");
        Endpoints wide = builder.endpoint(-179, -89, 0).endpoint(179, 89, 1).build();
        assertThatThrownBy(() ->
                        ConcentrationField.cwt(wide, new CellGrid(0.01, 0.01), CellWeights.NONE))
                .hasMessageContaining("take larger steps");
    }

    @Test
    void clustersShareEverythingThatArrived() {
        List<ClusterMeans.ClusterMean> means =
                ClusterMeans.of(new double[] {10, 30, 60, Double.NaN}, new int[] {0, 0, 2, 2});
        assertThat(means).hasSize(3);
        assertThat(means.get(0).mean()).isEqualTo(20);
        assertThat(means.get(0).high()).isCloseTo(20 + 1.96 * 10, within(0.01));
        assertThat(means.get(1).mean()).isNaN();
        assertThat(means.get(2).contribution_percent()).isEqualTo(60);
        assertThat(means.get(2).trajectories()).isOne();
    }
}
