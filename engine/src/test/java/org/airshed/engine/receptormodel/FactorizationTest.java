package org.airshed.engine.receptormodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.airshed.realdata.NeedsRealData;
import org.airshed.realdata.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactorizationTest {
    private static final String FOLDER = "receptor-models/lsnmf-fixtures/";

    @ParameterizedTest
    @ValueSource(strings = {"b", "sl"})
    @NeedsRealData
    void factorsAndQAreThoseOfTheFixtures(String set) throws IOException {
        Composition of = composition(read(set + "_V.csv"), read(set + "_U.csv"));
        Factors start = new Factors(read(set + "_f7_W0.csv"), read(set + "_f7_H0.csv"));
        String json = Files.readString(RealData.file(FOLDER + set + "_f7_lsnmf.json"));
        for (int iterations : new int[] {1, 10, 100, 1000}) {
            Goodness found = Factorization.from(of, start, iterations).goodness();
            String pair = json.replaceAll(".*\"" + iterations + "\": \\[([^]]*)].*", "$1").strip();
            double[] expected =
                    Arrays.stream(pair.split(",")).mapToDouble(Double::parseDouble).toArray();
            assertThat(found.qTrue()).isCloseTo(expected[0], within(1e-9 * expected[0]));
            assertThat(found.qRobust()).isCloseTo(expected[1], within(1e-9 * expected[1]));
        }
        double[][] profiles = Factorization.from(of, start, 1000).factors().profiles();
        double[][] expected = read(set + "_f7_H1000.csv");
        for (int factor = 0; factor < 7; factor++) {
            for (int column = 0; column < expected[factor].length; column++) {
                // Below 1e-290 an entry has died away and has no digits left to agree on.
                assertThat(profiles[factor][column])
                        .isCloseTo(
                                expected[factor][column],
                                within(1e-9 * expected[factor][column] + 1e-290));
            }
        }
    }

    @Test
    void factorsThatMadeTheSamplesAreFound() {
        Composition of = made();
        Factorization found = Factorization.best(of, 2, 5, 1, 5000, _ -> {});
        assertThat(found.goodness().qTrue()).isLessThan(1e-3);
        assertThat(found)
                .usingRecursiveComparison()
                .isEqualTo(Factorization.best(of, 2, 5, 1, 5000, _ -> {}));
        double[][] profiles = found.factors().profiles();
        double first = profiles[0][1] / profiles[0][0];
        double second = profiles[1][1] / profiles[1][0];
        assertThat(Math.max(first, second)).isGreaterThan(20 * Math.min(first, second));
    }

    @Test
    void updatesNeverRaiseQ() {
        Composition of = made();
        Factors start = Factors.start(of, 3, 7);
        double before = start.goodness(of).qTrue();
        for (int iterations = 1; iterations < 40; iterations++) {
            double after = Factorization.from(of, start, iterations).goodness().qTrue();
            assertThat(after).isLessThanOrEqualTo(before * (1 + 1e-12));
            before = after;
        }
    }

    @Test
    void badEntriesAreRefusedByRowAndColumn() {
        assertThatThrownBy(() -> composition(new double[][] {{1, -2}}, new double[][] {{1, 1}}))
                .hasMessage("expected a concentration of 0 or more, got -2.0 (row r0, column c1)");
        assertThatThrownBy(() ->
                        composition(new double[][] {{Double.NaN, 2}}, new double[][] {{1, 1}}))
                .hasMessageContaining("got none (row r0, column c0)");
        assertThatThrownBy(() -> composition(new double[][] {{1, 2}}, new double[][] {{1, 0}}))
                .hasMessage("expected an uncertainty above 0, got 0.0 (row r0, column c1)");
    }

    @Test
    void bootstrapMapsStableFactorsToThemselves() {
        Composition of = made();
        Factors base = Factorization.best(of, 2, 3, 1, 3000, _ -> {}).factors();
        Bootstrap found = Bootstrap.of(of, base, 10, 6, 3, 3000, _ -> {});
        int mapped = 0;
        for (int[] row : found.mapped()) {
            mapped += row[0] + row[1];
        }
        assertThat(mapped).isEqualTo(20);
        for (int factor = 0; factor < 2; factor++) {
            double entry = base.profiles()[factor][2];
            assertThat(found.low()[factor][2]).isCloseTo(entry, within(0.05 * entry));
            assertThat(found.high()[factor][2]).isGreaterThanOrEqualTo(found.low()[factor][2]);
        }
        assertThat(Bootstrap.of(of, base, 10, 6, 3, 3000, _ -> {}).low())
                .isDeepEqualTo(found.low());
        assertThatThrownBy(() -> Bootstrap.of(of, base, 1, 121, 3, 10, _ -> {}))
                .hasMessageContaining("1 to 120");
    }

    @Test
    void aLargerRiseOfQAllowsALargerDisplacement() {
        Composition of = made();
        Factors base = Factorization.best(of, 2, 3, 1, 3000, _ -> {}).factors();
        double entry = base.profiles()[0][2];
        List<Displacement.Interval> found =
                Displacement.of(of, base, 0, 2, Displacement.USUAL_RISES, 100).intervals();
        for (int at = 0; at < found.size(); at++) {
            assertThat(found.get(at).low()).isLessThan(entry);
            assertThat(found.get(at).high()).isGreaterThan(entry);
            assertThat(found.get(at).swaps()).isZero();
            if (at > 0) {
                assertThat(found.get(at).low()).isLessThanOrEqualTo(found.get(at - 1).low());
                assertThat(found.get(at).high()).isGreaterThanOrEqualTo(found.get(at - 1).high());
            }
        }
    }

    /** Two sources that are never strong together, and no noise. */
    static Composition made() {
        double[][] v = new double[120][5];
        double[][] u = new double[120][5];
        SplitMix64 random = new SplitMix64(5);
        double[] a = {10, 0.2, 3, 1, 0.1};
        double[] b = {0.2, 8, 1, 0.1, 4};
        for (int row = 0; row < v.length; row++) {
            double left = row % 3 == 0 ? 0 : random.unit(2L * row);
            double right = row % 3 == 1 ? 0 : random.unit(2L * row + 1);
            for (int column = 0; column < 5; column++) {
                v[row][column] = left * a[column] + right * b[column];
                u[row][column] = 0.05 * v[row][column] + 0.01;
            }
        }
        return composition(v, u);
    }

    static Composition composition(double[][] v, double[][] u) {
        return new Composition(names("r", v.length), names("c", v[0].length), v, u);
    }

    private static List<String> names(String letter, int many) {
        return IntStream.range(0, many).mapToObj(at -> letter + at).toList();
    }

    private static double[][] read(String file) throws IOException {
        return Files.readAllLines(RealData.file(FOLDER + file)).stream()
                .map(line ->
                        Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
                .toArray(double[][]::new);
    }
}
