package org.airshed.engine.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import org.airshed.engine.meteorology.GridPoint;
import org.airshed.engine.meteorology.LatLonGrid;
import org.airshed.engine.meteorology.WindPair;
import org.airshed.engine.random.CounterRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdvectionTest {
    private static final LatLonGrid GLOBE = new LatLonGrid(72, 37, -180, -90, 5, 5);
    private static final LatLonGrid REGION = new LatLonGrid(21, 15, 110, 33, 0.5, 0.5);
    private static final int COUNT = 3000;

    /**
     * The same to the bit for one, two and seven threads, for both kernels, over poles and ends.
     */
    @Test
    void threadsAndKernelsChangeNothing() {
        for (WindPair wind :
                new WindPair[] {
                    TestWinds.waves(GLOBE, false, 10_800), TestWinds.waves(REGION, true, 10_800)
                }) {
            for (Diffusion diffusion : new Diffusion[] {null, new Diffusion(5000, 3, 99)}) {
                Particles expected = moved(wind, Kernels.SCALAR, 1, 180, diffusion);
                for (int threads : new int[] {1, 2, 7}) {
                    for (Kernels kernel : new Kernels[] {Kernels.SCALAR, Kernels.SIMD}) {
                        same(moved(wind, kernel, threads, 180, diffusion), expected);
                        same(
                                moved(wind, kernel, threads, -180, diffusion),
                                moved(wind, Kernels.SCALAR, 1, -180, diffusion));
                    }
                }
            }
        }
    }

    private static Particles moved(
            WindPair wind,
            Kernels kernel,
            int threads,
            double step_s,
            @Nullable Diffusion diffusion) {
        Particles particles = scattered(wind, COUNT);
        var advection = new Advection(kernel, threads, Workers.threads());
        double begin_s = step_s > 0 ? 0 : wind.length_s();
        for (int hour = 0; hour < 3; hour++) {
            advection.advance(
                    particles,
                    wind,
                    new Steps(begin_s + hour * 20 * step_s, step_s, 20, hour * 20, diffusion));
        }
        return particles;
    }

    private static Particles scattered(WindPair wind, int count) {
        var random = new CounterRandom(5);
        Particles particles = new Particles(count, 1000);
        for (int i = 0; i < count; i++) {
            particles.place(
                    i,
                    new GridPoint(
                            random.uniform(i, 0, 0) * (wind.grid().columns() - 1),
                            random.uniform(i, 0, 1) * (wind.grid().rows() - 1)),
                    random.uniform(i, 0, 2) * 8900);
        }
        return particles;
    }

    private static void same(Particles one, Particles other) {
        assertThat(one.column).isEqualTo(other.column);
        assertThat(one.row).isEqualTo(other.row);
        assertThat(one.height_m).isEqualTo(other.height_m);
        assertThat(one.end).isEqualTo(other.end);
        assertThat(one.endStep).isEqualTo(other.endStep);
    }

    @Test
    void whoLeavesRisesOrMeetsAHoleEndsAndSaysWhen() {
        Map<End, Integer> ends = new EnumMap<>(End.class);
        Particles particles =
                moved(TestWinds.waves(REGION, true, 10_800), Kernels.SCALAR, 1, 180, null);
        for (int i = 0; i < COUNT; i++) {
            ends.merge(particles.end(i), 1, Integer::sum);
            assertThat(particles.endStep(i)).isBetween(0, 59);
            assertThat(particles.height_m(i)).isBetween(0.0, 9000.0);
        }
        assertThat(ends).containsKeys(End.NONE, End.LEFT_DOMAIN, End.MISSING_WIND);
    }

    /** The kernel's steps and those of the general method are the same mathematics. */
    @Test
    void theKernelDoesWhatTheGeneralMethodDoes() {
        WindPair wind = TestWinds.waves(REGION, false, 10_800);
        Particles particles = scattered(wind, 200);
        Particles before = scattered(wind, 200);
        new Advection(Kernels.SCALAR, 1, Workers.threads())
                .advance(particles, wind, new Steps(0, 180, 20, 0, null));
        var domain = new Domain(wind);
        var flow = new Flow(new GridWind(wind), wind.metric(), wind.grid(), domain);
        var state = new Flow.State();
        for (int i = 0; i < 200; i++) {
            state.set(before.column(i), before.row(i), before.height_m(i));
            End end = End.NONE;
            for (int step = 0; step < 20 && end == End.NONE; step++) {
                end = flow.midpoint(state, step * 180, 180, wind.length_s());
            }
            assertThat(end).isEqualTo(particles.end(i));
            assertThat(state.column).isCloseTo(particles.column(i), within(1e-9));
            assertThat(state.row).isCloseTo(particles.row(i), within(1e-9));
            assertThat(state.z_m).isCloseTo(particles.height_m(i), within(1e-4));
        }
    }

    /** The law: variance grows as 2 K t (Einstein 1905), here without any wind. */
    @Test
    void theSpreadOfARandomWalkGrowsWithTheRootOfTime() {
        WindPair calm = TestWinds.solidBody(1, 0, 10_800);
        int count = 20_000;
        Particles particles = new Particles(count, 0);
        for (int i = 0; i < count; i++) {
            particles.place(i, new GridPoint(180, 120), 4000);
        }
        new Advection(Kernels.FASTEST, 1, Workers.threads())
                .advance(particles, calm, new Steps(0, 180, 60, 0, new Diffusion(800, 2, 1)));
        double east = 0;
        double north = 0;
        double up = 0;
        double row_m = 1 / calm.metric().rowsPerMetre();
        for (int i = 0; i < count; i++) {
            double x_m = (particles.column(i) - 180) * row_m * StrictMath.cos(StrictMath.PI / 6);
            double y_m = (particles.row(i) - 120) * row_m;
            east += x_m * x_m / count;
            north += y_m * y_m / count;
            up += StrictMath.pow(particles.height_m(i) - 4000, 2) / count;
        }
        // The standard error of a variance of 20,000 is 1 %.
        assertThat(east / (2 * 800 * 10_800)).isCloseTo(1, within(0.04));
        assertThat(north / (2 * 800 * 10_800)).isCloseTo(1, within(0.04));
        assertThat(up / (2 * 2 * 10_800)).isCloseTo(1, within(0.04));
    }

    @Test
    void calmAirLeavesEverythingWhereItIs() {
        WindPair calm = TestWinds.solidBody(5, 0, 10_800);
        Particles particles = scattered(calm, 100);
        Particles before = scattered(calm, 100);
        new Advection(Kernels.SCALAR, 1, Workers.threads())
                .advance(particles, calm, new Steps(0, 180, 60, 0, null));
        for (int i = 0; i < 100; i++) {
            assertThat(particles.row(i)).isCloseTo(before.row(i), within(1e-9));
            assertThat(particles.end(i)).isEqualTo(End.NONE);
        }
    }

    @Test
    void particlesOutsideOrUndergroundAndStepsOutsideThePairAreRefused() {
        WindPair wind = TestWinds.waves(REGION, false, 3600);
        var advection = new Advection(Kernels.SCALAR, 1, Workers.threads());
        var steps = new Steps(0, 180, 20, 0, null);
        for (double[] at : new double[][] {{-0.1, 3, 5}, {3, 14.1, 5}, {3, 3, -1}, {3, 3, 9001}}) {
            Particles particles = new Particles(1, 7);
            particles.place(0, new GridPoint(at[0], at[1]), at[2]);
            assertThatThrownBy(() -> advection.advance(particles, wind, steps))
                    .hasMessageContaining("expected particle 7 inside the domain");
        }
        Particles inside = new Particles(1, 0);
        inside.place(0, new GridPoint(3, 3), 5);
        assertThatThrownBy(() -> advection.advance(inside, wind, new Steps(0, 180, 21, 0, null)))
                .hasMessageContaining("expected steps between");
        assertThatThrownBy(() -> new Steps(0, 0, 1, 0, null)).hasMessageContaining("of 0.0 s");
    }

    @Test
    void aFailureOfAWorkerReachesTheCaller() {
        assertThatThrownBy(() ->
                        Workers.threads()
                                .run(
                                        java.util.List.of(
                                                () -> {},
                                                () -> {
                                                    throw new IllegalStateException("no");
                                                })))
                .hasMessage("no");
    }
}
