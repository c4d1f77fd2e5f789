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
import java.util.TreeMap;
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
import org.airshed.engine.receptormodel.PolarPlot;
import org.airshed.engine.receptormodel.PotentialSources;
import org.airshed.engine.receptormodel.SourceField;
import org.airshed.engine.receptormodel.WindHours;
import org.airshed.engine.trend.ChangePoints;
import org.airshed.engine.trend.MannKendall;
import org.airshed.engine.trend.SeasonalKendall;
import org.airshed.engine.trend.Series;
import org.airshed.engine.trend.TheilSen;

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
        bench.polar();
        bench.trend();
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

    /** The hours of one real station, over and over until there are 35,000. */
    private void polar() throws IOException {
        String[][] rows = beijing();
        int hours = 35_000;
        double[] speed = new double[hours];
        double[] from = new double[hours];
        double[] measured = new double[hours];
        List<String> sixteen =
                List.of("N,NNE,NE,ENE,E,ESE,SE,SSE,S,SSW,SW,WSW,W,WNW,NW,NNW".split(","));
        for (int hour = 0; hour < hours; hour++) {
            String[] row = rows[hour % rows.length];
            int sector = sixteen.indexOf(row[15]);
            speed[hour] = number(row[16]);
            from[hour] = sector < 0 ? Double.NaN : sector == 0 ? 360 : 22.5 * sector;
            measured[hour] = number(row[5]);
        }
        WindHours wind = new WindHours(speed, from, measured);
        double[] ms = new double[1];
        PolarPlot plot = fastest(3 * ROUNDS, ms, () -> PolarPlot.of(wind));
        System.out.printf(
                Locale.ROOT,
                "polar hours=%d used=%d points=%d freedom=%.1f persistence=%.2f ms=%.1f%n",
                hours,
                plot.hours(),
                plot.points().size(),
                plot.freedom(),
                plot.persistence(),
                ms[0]);
        met &= ms[0] < 50;
    }

    /** Monthly means of the same station; the set checked by hand decides. */
    private void trend() throws IOException {
        TheilSen byHand = TheilSen.of(new Series(new double[] {1, 2, 4, 3}), 0.95);
        boolean equal = Math.abs(byHand.slope() - 5 / 6.0) < 1e-15;
        TreeMap<String, double[]> months = new TreeMap<>();
        for (String[] row : beijing()) {
            double value = number(row[5]);
            if (!Double.isNaN(value)) {
                double[] sum =
                        months.computeIfAbsent(
                                row[1] + (row[2].length() < 2 ? "-0" : "-") + row[2], _ -> new double[2]);
                sum[0] += value;
                sum[1]++;
            }
        }
        Series series =
                new Series(months.values().stream().mapToDouble(sum -> sum[0] / sum[1]).toArray());
        double[] ms = new double[1];
        MannKendall test =
                fastest(ROUNDS, ms, () -> MannKendall.of(series, MannKendall.Autocorrelation.VARIANCE));
        Series flat = SeasonalKendall.deseasonalised(series, 12);
        System.out.printf(
                Locale.ROOT,
                "trend months=%d by_hand=%s slope_per_year=%.2f seasonal_slope_per_year=%.2f p=%.3f seasonal_p=%.3f changes=%d ms=%.2f%n",
                series.values().length,
                equal ? "equal" : "differs",
                12 * TheilSen.of(flat, 0.95).slope(),
                SeasonalKendall.of(series, 12).slope(),
                test.p(),
                SeasonalKendall.of(series, 12).test().p(),
                ChangePoints.of(flat, ChangePoints.SCHWARZ).parts().size() - 1,
                ms[0]);
        met &= equal;
    }

    private String[][] beijing() throws IOException {
        Path file = data.resolve("prsa-beijing/hourly-20130301-20160831.csv.gz");
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(Files.newInputStream(file))))) {
            return lines.lines()
                    .filter(line -> line.endsWith("\"Aotizhongxin\""))
                    .map(line -> line.replace("\"", "").split(",", -1))
                    .toArray(String[][]::new);
        }
    }

    private static double number(String text) {
        return text.isEmpty() || text.equals("NA") ? Double.NaN : Double.parseDouble(text);
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
