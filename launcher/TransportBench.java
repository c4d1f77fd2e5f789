import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.airshed.engine.geography.Position;
import org.airshed.engine.meteorology.GridPoint;
import org.airshed.engine.meteorology.HeightAxis;
import org.airshed.engine.meteorology.LatLonGrid;
import org.airshed.engine.meteorology.MetLabel;
import org.airshed.engine.meteorology.WindField;
import org.airshed.engine.meteorology.WindPair;
import org.airshed.engine.random.CounterRandom;
import org.airshed.engine.random.Normal;
import org.airshed.engine.trajectory.Advection;
import org.airshed.engine.trajectory.Diffusion;
import org.airshed.engine.trajectory.Kernels;
import org.airshed.engine.trajectory.Particles;
import org.airshed.engine.trajectory.Steps;
import org.airshed.engine.trajectory.Workers;

/**
 * Measures transport: a million particles, a grid of 360 × 181 × 60 points, steps of 180 s, an hour
 * of wind at a time; against a plain kernel that does the same mathematics one pass per step. Time
 * is that of the processor, summed over the threads that move particles, sorting included.
 *
 * <p>{@code TransportBench [PARTICLES [HOURS [REPEATS]]]}
 */
final class TransportBench {
    private static final double STEP_S = 180;
    private static final int STEPS_PER_HOUR = 20;
    private static final int LEVELS = 60;
    private static final double PER_METRE = 1 / Math.toRadians(Position.EARTH_RADIUS_M);
    private static final LatLonGrid GRID = new LatLonGrid(360, 181, -180, -90, 1, 1);
    private static final Diffusion TURBULENCE = new Diffusion(1000, 1, 20161120);

    /** Where particles begin. */
    private enum Box {
        REGIONAL(113, 120, 36, 42, 100, 1500, 12.0),
        GLOBAL(-180, 180, -75, 75, 300, 14_000, 10.0);

        private final double west;
        private final double east;
        private final double south;
        private final double north;
        private final double low_m;
        private final double high_m;
        private final double target_mps;

        Box(
                double west,
                double east,
                double south,
                double north,
                double low_m,
                double high_m,
                double target_mps) {
            this.west = west;
            this.east = east;
            this.south = south;
            this.north = north;
            this.low_m = low_m;
            this.high_m = high_m;
            this.target_mps = target_mps;
        }

        double[][] places(int count) {
            var random = new SplittableRandom(42);
            double[][] places = new double[3][count];
            for (int i = 0; i < count; i++) {
                places[0][i] = west + (east - west) * random.nextDouble() + 180;
                places[1][i] = south + (north - south) * random.nextDouble() + 90;
                places[2][i] = low_m + (high_m - low_m) * random.nextDouble();
            }
            return places;
        }
    }

    /** Million particle-steps a second of processor, and the longest thread's seconds. */
    private record Pace(double mps, double longest_s) {}

    private final int count;
    private final int hours;
    private final int repeats;
    private final double[] height_m = heights();
    private final float[][] plain = new float[6][]; // [time × part][row][column][level]
    private final WindPair wind;
    private boolean met = true;

    private TransportBench(int count, int hours, int repeats) {
        this.count = count;
        this.hours = hours;
        this.repeats = repeats;
        WindField first = field(0);
        WindField second = field(1);
        wind = new WindPair(first, second);
        int stored = first.storedColumns();
        for (int part = 0; part < 6; part++) {
            plain[part] = new float[GRID.rows() * stored * LEVELS];
            int k = 0;
            for (int row = 0; row < GRID.rows(); row++) {
                for (int column = 0; column < stored; column++) {
                    for (int level = 0; level < LEVELS; level++) {
                        plain[part][k++] =
                                (part < 3 ? first : second).value(row, column, level, part % 3);
                    }
                }
            }
        }
    }

    public static void main(String[] arguments) {
        var bench =
                new TransportBench(
                        arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000,
                        arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2,
                        arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3);
        for (Box box : Box.values()) {
            bench.measure(box);
        }
        System.exit(bench.met ? 0 : 1);
    }

    private void measure(Box box) {
        for (boolean turbulent : new boolean[] {false, true}) {
            double[][] places = box.places(count);
            double naive_mps = 0;
            for (int repeat = 0; repeat < repeats; repeat++) {
                places = box.places(count);
                naive_mps = Math.max(naive_mps, naive(places, turbulent));
            }
            double target_mps = turbulent ? 8.5 : box.target_mps;
            double best_mps = 0;
            for (Kernels kernel : List.of(Kernels.SCALAR, Kernels.SIMD)) {
                Pace one = pace(box, turbulent, 1, kernel, places, naive_mps);
                Pace two = pace(box, turbulent, 2, kernel, places, naive_mps);
                best_mps = Math.max(best_mps, one.mps());
                double speedup = one.longest_s() / two.longest_s();
                require(speedup >= 1.8, "two threads %.2f times one, expected 1.80", speedup);
            }
            require(
                    best_mps >= target_mps,
                    "%.1f million steps a second, expected %.1f",
                    best_mps,
                    target_mps);
        }
    }

    private void require(boolean holds, String format, Object... values) {
        if (!holds) {
            System.err.println("missed: " + String.format(Locale.ROOT, format, values));
            met = false;
        }
    }

    private Pace pace(
            Box box,
            boolean turbulent,
            int threads,
            Kernels kernel,
            double[][] reference,
            double naive_mps) {
        double whole_s = Double.MAX_VALUE;
        double longest_s = Double.MAX_VALUE;
        Particles particles = new Particles(count, 0);
        for (int repeat = 0; repeat < repeats; repeat++) {
            double[][] places = box.places(count);
            for (int i = 0; i < count; i++) {
                particles.place(i, new GridPoint(places[0][i], places[1][i]), places[2][i]);
            }
            var clock = new Clock();
            var advection = new Advection(kernel, threads, clock);
            long begin = Clock.now();
            for (int hour = 0; hour < hours; hour++) {
                // The same hour of wind again, as if a longer run read the next one.
                advection.advance(particles, wind, steps(hour, turbulent));
            }
            double caller_s = (Clock.now() - begin) * 1e-9;
            whole_s = Math.min(whole_s, caller_s + clock.summed_s);
            longest_s = Math.min(longest_s, caller_s + clock.longest_s);
        }
        double mps = (double) count * hours * STEPS_PER_HOUR / whole_s * 1e-6;
        System.out.printf(
                Locale.ROOT,
                "transport box=%s turb=%d threads=%d kernel=%s mps_per_cpu_s=%.2f ratio_to_naive=%.2f max_dev_m=%.3f%n",
                box.name().toLowerCase(Locale.ROOT),
                turbulent ? 1 : 0,
                threads,
                kernel.name().toLowerCase(Locale.ROOT),
                mps,
                mps / naive_mps,
                deviation_m(particles, reference));
        return new Pace(mps, longest_s);
    }

    private static Steps steps(int hour, boolean turbulent) {
        return new Steps(
                0,
                STEP_S,
                STEPS_PER_HOUR,
                hour * STEPS_PER_HOUR,
                turbulent ? TURBULENCE : null);
    }

    /** Runs each piece on a thread of its own and keeps what processor time it took. */
    private static final class Clock implements Workers {
        private double summed_s;
        private double longest_s;

        static long now() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }

        @Override
        public void run(List<Runnable> pieces) {
            double[] took_s = new double[pieces.size()];
            var threads = new ArrayList<Thread>();
            for (int k = 0; k < took_s.length; k++) {
                int piece = k;
                threads.add(
                        Thread.ofPlatform()
                                .start(
                                        () -> {
                                            long begin = now();
                                            pieces.get(piece).run();
                                            took_s[piece] = (now() - begin) * 1e-9;
                                        }));
            }
            for (Thread thread : threads) {
                try {
                    thread.join();
                } catch (InterruptedException interrupted) {
                    throw new IllegalStateException(interrupted);
                }
            }
            summed_s += Arrays.stream(took_s).sum();
            longest_s += Arrays.stream(took_s).max().orElse(0);
        }
    }

    // The plain kernel: one array per quantity and time, every particle one step, then the next step

    private double naive(double[][] places, boolean turbulent) {
        var random = new CounterRandom(TURBULENCE.seed());
        long begin = Clock.now();
        for (int step = 0; step < hours * STEPS_PER_HOUR; step++) {
            for (int i = 0; i < count; i++) {
                naiveStep(places, i, step % STEPS_PER_HOUR);
                if (turbulent) {
                    naiveKick(places, i, random.words(i, step, 0));
                }
            }
        }
        double took_s = (Clock.now() - begin) * 1e-9;
        return (double) count * hours * STEPS_PER_HOUR / took_s * 1e-6;
    }

    private void naiveStep(double[][] places, int i, int step) {
        double column = places[0][i];
        double row = places[1][i];
        double z_m = places[2][i];
        double column1 = column;
        double row1 = row;
        double z1_m = z_m;
        for (int stage = 0; stage < 2; stage++) {
            double share = (step + 0.5 * stage) / STEPS_PER_HOUR;
            double ahead_s = stage == 0 ? STEP_S / 2 : STEP_S;
            double u = naiveWind(0, column1, row1, z1_m, share);
            double v = naiveWind(1, column1, row1, z1_m, share);
            double w = naiveWind(2, column1, row1, z1_m, share);
            double cos = Math.cos(Math.toRadians(row1 - 90));
            column1 = Math.abs(column + ahead_s * u * PER_METRE / cos + 360) % 360;
            row1 = row + ahead_s * v * PER_METRE;
            z1_m = Math.abs(z_m + ahead_s * w);
        }
        places[0][i] = column1;
        places[1][i] = row1;
        places[2][i] = z1_m;
    }

    private static void naiveKick(double[][] places, int i, int[] words) {
        double along_m = Math.sqrt(2 * TURBULENCE.horizontal_m2ps() * STEP_S);
        double up_m = Math.sqrt(2 * TURBULENCE.vertical_m2ps() * STEP_S);
        double cos = Math.cos(Math.toRadians(places[1][i] - 90));
        places[0][i] =
                (places[0][i] + along_m * Normal.ofWord(words[0]) * PER_METRE / cos + 360) % 360;
        places[1][i] += along_m * Normal.ofWord(words[1]) * PER_METRE;
        places[2][i] = Math.abs(places[2][i] + up_m * Normal.ofWord(words[2]));
    }

    private double naiveWind(int part, double column, double row, double z_m, double share) {
        int i = (int) column;
        int j = (int) row;
        int low = 0;
        int high = LEVELS - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (height_m[middle] <= z_m) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double x = column - i;
        double y = row - j;
        double z = (z_m - height_m[low]) / (height_m[high] - height_m[low]);
        double first = naiveSpace(plain[part], i, j, low, x, y, z);
        double second = naiveSpace(plain[part + 3], i, j, low, x, y, z);
        return first + share * (second - first);
    }

    private static double naiveSpace(
            float[] field, int i, int j, int level, double x, double y, double z) {
        int at = (j * (GRID.columns() + 1) + i) * LEVELS + level;
        int east = at + LEVELS;
        int north = at + (GRID.columns() + 1) * LEVELS;
        int northeast = north + LEVELS;
        double south0 = field[at] + x * (field[east] - field[at]);
        double south1 = field[at + 1] + x * (field[east + 1] - field[at + 1]);
        double north0 = field[north] + x * (field[northeast] - field[north]);
        double north1 = field[north + 1] + x * (field[northeast + 1] - field[north + 1]);
        double low = south0 + y * (north0 - south0);
        double high = south1 + y * (north1 - south1);
        return low + z * (high - low);
    }

    // The wind: a jet, planetary waves that move, and gentle rising and sinking

    private static double[] heights() {
        double[] height_m = new double[LEVELS];
        for (int level = 0; level < LEVELS; level++) {
            // From 20 m near the ground to about 700 m at 20 km.
            height_m[level] = 20.0 * level + 5.4 * level * level;
        }
        return height_m;
    }

    private WindField field(int hour) {
        return new WindField(
                Instant.parse("2016-11-20T00:00:00Z").plusSeconds(3600L * hour),
                GRID,
                new HeightAxis(height_m),
                Set.of(MetLabel.SYNTHETIC),
                (row, column, parts) -> {
                    double phi = Math.toRadians(row - 90);
                    double lambda = Math.toRadians(column - 180);
                    double wave = Math.sin(5 * lambda - 0.05 * hour + 2 * phi);
                    double cross = Math.cos(5 * lambda - 0.05 * hour + 2 * phi);
                    for (int level = 0; level < LEVELS; level++) {
                        double z = height_m[level] / 12_000;
                        double jet = 35 * Math.exp(-(z - 0.9) * (z - 0.9) * 4) + 4;
                        double cos = Math.cos(phi);
                        parts[4 * level] =
                                (float) (jet * cos * (Math.sin(2 * phi) * Math.sin(2 * phi) + 0.3 * wave));
                        parts[4 * level + 1] = (float) (0.35 * jet * cos * cross);
                        parts[4 * level + 2] = (float) (0.02 * wave * z * Math.max(0, 1.7 - z));
                        parts[4 * level + 3] = (float) (101_325 * Math.exp(-height_m[level] / 8000));
                    }
                });
    }

    private double deviation_m(Particles particles, double[][] naive) {
        double furthest_m = 0;
        for (int i = 0; i < count; i++) {
            double[] difference = {
                Math.IEEEremainder(particles.column(i) - naive[0][i], 360)
                        * Math.cos(Math.toRadians(naive[1][i] - 90)),
                particles.row(i) - naive[1][i]
            };
            double along_m =
                    Math.toRadians(Math.hypot(difference[0], difference[1]))
                            * Position.EARTH_RADIUS_M;
            furthest_m =
                    Math.max(
                            furthest_m,
                            Math.hypot(along_m, particles.height_m(i) - naive[2][i]));
        }
        return furthest_m;
    }
}
