import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.airshed.engine.receptormodel.CellGrid;
import org.airshed.engine.receptormodel.CellWeights;
import org.airshed.engine.receptormodel.Composition;
import org.airshed.engine.receptormodel.ConcentrationField;
import org.airshed.engine.receptormodel.Endpoints;
import org.airshed.engine.receptormodel.Factorization;
import org.airshed.engine.receptormodel.Factors;
import org.airshed.engine.receptormodel.PotentialSources;
import org.airshed.engine.receptormodel.SourceField;

/**
 * Measures the receptor models and trends over the reference sets in the folder of real data, warm:
 * the fastest of several rounds, on one thread.
 */
final class ReceptorBench {
    private static final int ROUNDS = 15;
    private static final int ROUNDS_OF_FACTORS = 5;

    private final Path data;
    private boolean met = true;

    private ReceptorBench(Path data) {
        this.data = data;
    }

    public static void main(String[] arguments) throws IOException {
        ReceptorBench bench = new ReceptorBench(Path.of(arguments[0]));
        bench.fields();
        bench.factors("baltimore", "b", 0.20);
        bench.factors("stlouis", "sl", 0.20);
        System.exit(bench.met ? 0 : 1);
    }

    private void fields() throws IOException {
        Endpoints endpoints = endpoints();
        double[] ms = new double[1];
        SourceField pscf =
                fastest(
                        ROUNDS,
                        ms,
                        () ->
                                PotentialSources.pscf(
                                        endpoints,
                                        CellGrid.ONE_DEGREE,
                                        PotentialSources.percentile(endpoints, 90),
                                        CellWeights.OPENAIR_PSCF));
        say("pscf", pscf, ms[0], apart(pscf, "exp_trajLevel_pscf.csv"));
        SourceField cwt =
                fastest(
                        ROUNDS,
                        ms,
                        () ->
                                ConcentrationField.cwt(
                                        endpoints, CellGrid.ONE_DEGREE, CellWeights.OPENAIR_CWT));
        say("cwt", cwt, ms[0], apart(cwt, "exp_trajLevel_cwt.csv"));
    }

    private void say(String name, SourceField field, double ms, double apart) {
        System.out.printf(
                Locale.ROOT,
                "%s endpoints=%d cells=%d ms=%.1f max_rel_dev=%.1e%n",
                name,
                field.endpoints(),
                field.cells().size(),
                ms,
                apart);
        met &= ms < 25 && apart <= 1e-9;
    }

    private Endpoints endpoints() throws IOException {
        Endpoints.Builder builder = new Endpoints.Builder();
        Path file = data.resolve("trajectory-statistics/trajectories-synthetic-2014.csv.gz");
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(Files.newInputStream(file))))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split(",");
                if (fields[2].equals("0")) {
                    builder.trajectory(Double.parseDouble(fields[8]));
                }
                builder.endpoint(
                        Double.parseDouble(fields[4]),
                        Double.parseDouble(fields[3]),
                        -Integer.parseInt(fields[2]));
            }
        }
        return builder.build();
    }

    /** The largest relative difference from the reference's cells; infinite when one is missing. */
    private double apart(SourceField field, String file) throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("trajectory-statistics/" + file));
        List<String> names = List.of(lines.getFirst().replace("\"", "").split(","));
        double worst = lines.size() - 1 == field.cells().size() ? 0 : Double.POSITIVE_INFINITY;
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",");
            double x = Double.parseDouble(fields[names.indexOf("xgrid")]);
            double y = Double.parseDouble(fields[names.indexOf("ygrid")]);
            double expected = Double.parseDouble(fields[names.indexOf("pm25")]);
            double found =
                    field.cells().stream()
                            .filter(cell -> cell.longitude_deg() == x && cell.latitude_deg() == y)
                            .mapToDouble(SourceField.Cell::value)
                            .findFirst()
                            .orElse(Double.POSITIVE_INFINITY);
            worst = Math.max(worst, relative(found, expected));
        }
        return worst;
    }

    private void factors(String name, String set, double target_s) throws IOException {
        double[][] v = matrix(set + "_V.csv");
        Composition of =
                new Composition(names(v.length), names(v[0].length), v, matrix(set + "_U.csv"));
        Factors start = new Factors(matrix(set + "_f7_W0.csv"), matrix(set + "_f7_H0.csv"));
        double[][] expected = matrix(set + "_f7_H1000.csv");
        double best_s = Double.MAX_VALUE;
        double worst = 0;
        Factorization found = Factorization.from(of, start, 1);
        for (int round = 0; round < ROUNDS_OF_FACTORS; round++) {
            long begun = cpu_ns();
            found = Factorization.from(of, start, 1000);
            best_s = Math.min(best_s, (cpu_ns() - begun) / 1e9);
        }
        for (int factor = 0; factor < expected.length; factor++) {
            for (int column = 0; column < expected[factor].length; column++) {
                double apart =
                        Math.abs(found.factors().profiles()[factor][column] - expected[factor][column]);
                worst = Math.max(worst, apart / (expected[factor][column] + 1e-281));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "pmf dataset=%s samples=%d species=%d factors=7 iterations=1000 cpu_s=%.3f q_true=%.4f q_robust=%.4f max_rel_dev=%.1e%n",
                name,
                v.length,
                v[0].length,
                best_s,
                found.goodness().qTrue(),
                found.goodness().qRobust(),
                worst);
        met &= best_s <= target_s && worst <= 1e-9;
    }

    private double[][] matrix(String file) throws IOException {
        List<double[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(data.resolve("receptor-models/lsnmf-fixtures/" + file))) {
            rows.add(Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray());
        }
        return rows.toArray(double[][]::new);
    }

    private static List<String> names(int many) {
        return IntStream.range(0, many).mapToObj(Integer::toString).toList();
    }

    private static double relative(double found, double expected) {
        return found == expected ? 0 : Math.abs(found - expected) / Math.max(1, Math.abs(expected));
    }

    private static long cpu_ns() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static <T> T fastest(int rounds, double[] ms, Supplier<T> work) {
        T result = work.get();
        ms[0] = Double.MAX_VALUE;
        for (int round = 0; round < rounds; round++) {
            long begun = System.nanoTime();
            result = work.get();
            ms[0] = Math.min(ms[0], (System.nanoTime() - begun) / 1e6);
        }
        return result;
    }
}
