import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.airshed.engine.geography.Position;
import org.airshed.engine.meteorology.GridPoint;
import org.airshed.engine.meteorology.HeightAxis;
import org.airshed.engine.meteorology.LatLonGrid;
import org.airshed.engine.meteorology.MetLabel;
import org.airshed.engine.meteorology.WindField;
import org.airshed.engine.meteorology.WindPair;
import org.airshed.engine.random.CounterRandom;
import org.airshed.engine.trajectory.Advection;
import org.airshed.engine.trajectory.Diffusion;
import org.airshed.engine.trajectory.Kernels;
import org.airshed.engine.trajectory.Method;
import org.airshed.engine.trajectory.Motion;
import org.airshed.engine.trajectory.Particles;
import org.airshed.engine.trajectory.ResidenceTime;
import org.airshed.engine.trajectory.Steps;
import org.airshed.engine.trajectory.Trajectories;
import org.airshed.engine.trajectory.Trajectory;
import org.airshed.engine.trajectory.TrajectoryPlan;
import org.airshed.engine.trajectory.TrajectoryPoint;
import org.airshed.engine.trajectory.TrajectoryStart;
import org.airshed.engine.trajectory.WindSequence;
import org.airshed.engine.trajectory.Workers;

/**
 * Runs the same calculation with 1, 2 and 7 threads, the scalar and the vector kernel, and in JVMs
 * that compile differently, and counts how many different results come out. {@code ReplayBench run}
 * prints the results of this JVM, one SHA-256 a line.
 */
final class ReplayBench {
    private static final Instant BEGIN = Instant.parse("2016-11-20T00:00:00Z");
    private static final LatLonGrid GRID = new LatLonGrid(72, 37, -180, -90, 5, 5);
    private static final HeightAxis HEIGHTS = HeightAxis.standard();
    private static final int[] THREADS = {1, 2, 7};
    private static final Kernels[] KERNELS = {Kernels.SCALAR, Kernels.SIMD};

    /** Ways to compile: none, one compiler, the other, without intrinsics, without vectorising. */
    private static final List<List<String>> JVMS =
            List.of(
                    List.of(),
                    List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-UseLibmIntrinsic"),
                    List.of("-XX:TieredStopAtLevel=1"),
                    List.of("-XX:-TieredCompilation", "-XX:-UseSuperWord"),
                    List.of("-XX:UseAVX=2"),
                    List.of("-XX:-UseFMA"),
                    List.of("-Xint"));

    private ReplayBench() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals("run")) {
            for (Kernels kernel : KERNELS) {
                for (int threads : THREADS) {
                    System.out.println("sha256 " + run(kernel, threads));
                }
            }
            return;
        }
        List<String> all = new ArrayList<>();
        for (List<String> options : JVMS) {
            List<String> results = child(options);
            System.err.printf(
                    "jvm %s: %d runs, %s%n",
                    options.isEmpty() ? "as it is" : String.join(" ", options),
                    results.size(),
                    new TreeSet<>(results));
            all.addAll(results);
        }
        int distinct = new TreeSet<>(all).size();
        System.out.printf(
                Locale.ROOT,
                "replay runs=%d distinct_sha256=%d threads=1,2,7 kernels=scalar,simd%n",
                all.size(),
                distinct);
        boolean whole = all.size() == JVMS.size() * THREADS.length * KERNELS.length;
        System.exit(distinct == 1 && whole ? 0 : 1);
    }

    private static List<String> child(List<String> options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(
                List.of(
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-Xmx400m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        System.getProperty("replay.source"),
                        "run"));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String output =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.lines().filter(line -> line.startsWith("sha256 ")).toList();
    }

    /** Particles with displacements and their residence times; trajectories of every kind. */
    private static String run(Kernels kernel, int threads) throws Exception {
        List<WindField> fields = new ArrayList<>();
        for (int hour = 0; hour <= 6; hour += 3) {
            fields.add(field(hour));
        }
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        particles(kernel, threads, fields, out);
        for (Motion motion : Motion.values()) {
            for (Method method : Method.values()) {
                trajectories(threads, fields, TrajectoryPlan.hours(-6).with(motion, method), out);
            }
        }
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        return HexFormat.of().formatHex(digest);
    }

    private static void particles(
            Kernels kernel, int threads, List<WindField> fields, DataOutputStream out)
            throws IOException {
        var random = new CounterRandom(7);
        Particles particles = new Particles(400, 0);
        for (int i = 0; i < particles.count(); i++) {
            particles.place(
                    i,
                    new GridPoint(72 * random.uniform(i, 0, 0), 36 * random.uniform(i, 0, 1)),
                    12_000 * random.uniform(i, 0, 2));
        }
        var advection = new Advection(kernel, threads, Workers.threads());
        var residence = new ResidenceTime(GRID, 3000, Duration.ofHours(1));
        for (int hour = 0; hour < 3; hour++) {
            var pair = new WindPair(fields.get(hour / 3), fields.get(hour / 3 + 1));
            advection.advance(
                    particles,
                    pair,
                    new Steps(hour % 3 * 3600, 180, 20, hour * 20, new Diffusion(2000, 5, 11)));
            residence.note(particles, GRID);
        }
        for (int i = 0; i < particles.count(); i++) {
            out.writeDouble(particles.column(i));
            out.writeDouble(particles.row(i));
            out.writeDouble(particles.height_m(i));
            out.writeInt(particles.end(i).ordinal());
        }
        for (int row = 0; row < GRID.rows(); row++) {
            for (int column = 0; column < GRID.columns(); column++) {
                out.writeDouble(residence.hours(row, column));
            }
        }
    }

    private static void trajectories(
            int threads, List<WindField> fields, TrajectoryPlan plan, DataOutputStream out)
            throws IOException {
        List<TrajectoryStart> starts = new ArrayList<>();
        for (int k = 0; k < 24; k++) {
            starts.add(
                    new TrajectoryStart(
                            new Position(-170 + 14 * k, -88 + 7.5 * k),
                            200 + 300 * k,
                            BEGIN.plusSeconds(6 * 3600)));
        }
        for (Trajectory path :
                new Trajectories(plan, threads, Workers.threads())
                        .from(starts, WindSequence.of(fields), done -> {})) {
            out.writeInt(path.end().ordinal());
            for (TrajectoryPoint point : path.points()) {
                out.writeDouble(point.place().longitude_deg());
                out.writeDouble(point.place().latitude_deg());
                out.writeDouble(point.height_m());
                out.writeDouble(point.pressure_hPa());
            }
        }
    }

    private static WindField field(int hour) {
        return new WindField(
                BEGIN.plusSeconds(3600L * hour),
                GRID,
                HEIGHTS,
                Set.of(MetLabel.SYNTHETIC),
                (row, column, parts) -> {
                    double phi = StrictMath.toRadians(5 * row - 90);
                    double lambda = StrictMath.toRadians(5 * column);
                    double turn = 3 * lambda + 4 * phi + 0.1 * hour;
                    Arrays.fill(parts, 0);
                    for (int level = 0; level < HEIGHTS.levels(); level++) {
                        double z = HEIGHTS.height_m(level) / 10_000;
                        double cos = StrictMath.cos(phi);
                        parts[4 * level] = (float) (cos * (15 + 25 * z + 9 * StrictMath.sin(turn)));
                        parts[4 * level + 1] = (float) (12 * cos * StrictMath.cos(turn + z));
                        parts[4 * level + 2] = (float) (0.1 * z * StrictMath.sin(2 * turn));
                        parts[4 * level + 3] =
                                (float) (101_325 * StrictMath.exp(-1.2 * z) + 300 * StrictMath.cos(turn));
                    }
                });
    }
}
