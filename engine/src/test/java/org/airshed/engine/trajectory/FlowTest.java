package org.airshed.engine.trajectory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.airshed.engine.geography.Position;
import org.airshed.engine.meteorology.GridMetric;
import org.airshed.engine.meteorology.GridPoint;
import org.airshed.engine.meteorology.LatLonGrid;
import org.airshed.engine.meteorology.WindPair;
import org.junit.jupiter.api.Test;

/** The cases of docs/science/transport.md: rotation over the poles, order, closure. */
class FlowTest {
    private static final LatLonGrid GLOBE = new LatLonGrid(360, 181, -180, -90, 1, 1);
    private static final double PERIOD_S = 4 * 86_400.0;
    private static final double SPEED_MPS = 2 * StrictMath.PI * Position.EARTH_RADIUS_M / PERIOD_S;

    /** The rotating air itself, not values on a grid: what is left is the error of the steps. */
    private static final class ExactRotation implements Wind {
        private final double[] uv = new double[2];

        @Override
        public void sample(double column, double row, double z_m, float share, double[] uvw) {
            TestWinds.solidBody(
                    StrictMath.toRadians(column - 180),
                    StrictMath.toRadians(row - 90),
                    SPEED_MPS,
                    uv);
            uvw[0] = uv[0];
            uvw[1] = uv[1];
            uvw[2] = 0;
        }

        @Override
        public void samplePolar(
                int side,
                double longitude_rad,
                double row,
                double z_m,
                double stretch,
                float share,
                double[] xyw) {
            TestWinds.solidBody(longitude_rad, StrictMath.toRadians(row - 90), SPEED_MPS, uv);
            double cos = StrictMath.cos(longitude_rad);
            double sin = StrictMath.sin(longitude_rad);
            xyw[0] = -side * uv[1] * cos - stretch * uv[0] * sin;
            xyw[1] = -side * uv[1] * sin + stretch * uv[0] * cos;
            xyw[2] = 0;
        }
    }

    private enum Method {
        MIDPOINT,
        RUNGE_KUTTA_4
    }

    @Test
    void rotationOverThePolesShowsOrdersTwoAndFour() {
        double second = order(Method.MIDPOINT);
        double fourth = order(Method.RUNGE_KUTTA_4);
        System.out.printf(
                Locale.ROOT,
                "rotation over the poles: order midpoint=%.2f rk4=%.2f%n",
                second,
                fourth);
        assertThat(second).isBetween(1.8, 2.4);
        assertThat(fourth).isBetween(3.7, 4.6);
    }

    /** log2 of how much the error after one turn shrinks when the step is halved. */
    private static double order(Method method) {
        return StrictMath.log(miss_m(method, 384) / miss_m(method, 768)) / StrictMath.log(2);
    }

    /** How far from where it began a parcel 20° off the equator of the rotation ends. */
    private static double miss_m(Method method, int steps) {
        var flow =
                new Flow(new ExactRotation(), GridMetric.of(GLOBE), GLOBE, new Domain(GLOBE, 9000));
        double worst_m = 0;
        for (double longitude_deg : new double[] {90, 88, 70, -91}) {
            var state = new Flow.State();
            state.set(longitude_deg + 180, 120, 100);
            Position begin = position(state);
            for (int step = 0; step < steps; step++) {
                double step_s = PERIOD_S / steps;
                End end =
                        method == Method.MIDPOINT
                                ? flow.midpoint(state, 0, step_s, PERIOD_S)
                                : flow.rungeKutta4(state, 0, step_s, PERIOD_S);
                assertThat(end).isEqualTo(End.NONE);
            }
            worst_m = Math.max(worst_m, begin.distanceTo(position(state)).metres());
        }
        return worst_m;
    }

    private static Position position(Flow.State state) {
        return GLOBE.position(new GridPoint(state.column, state.row));
    }

    /** Half a turn carries every parcel to where the axis mirrors it, exactly over the pole too. */
    @Test
    void aParcelAimedAtThePoleCrossesIt() {
        var flow =
                new Flow(new ExactRotation(), GridMetric.of(GLOBE), GLOBE, new Domain(GLOBE, 9000));
        var state = new Flow.State();
        state.set(270, 170, 100);
        // 20° of arc in 40 steps: from 80° N at 90° E over the pole to 80° N at 90° W.
        for (int step = 0; step < 40; step++) {
            flow.rungeKutta4(state, 0, PERIOD_S / 18 / 40, PERIOD_S);
        }
        Position there = position(state);
        assertThat(there.distanceTo(new Position(-90, 80)).metres()).isLessThan(1.0);
    }

    /** On a grid of 1° the interpolated rotation still brings parcels back. */
    @Test
    void onAGridAWholeTurnComesBackWithinAFewKilometres() {
        WindPair wind = TestWinds.solidBody(1, SPEED_MPS, (int) PERIOD_S);
        Particles particles = new Particles(8, 0);
        for (int i = 0; i < 8; i++) {
            particles.place(i, new GridPoint(270 + 0.5 * i, 120), 100);
        }
        new Advection(Kernels.FASTEST, 1, Workers.threads())
                .advance(particles, wind, new Steps(0, 180, 1920, 0, null));
        double worst_m = 0;
        for (int i = 0; i < 8; i++) {
            worst_m =
                    Math.max(
                            worst_m,
                            GLOBE.position(particles.point(i))
                                    .distanceTo(GLOBE.position(new GridPoint(270 + 0.5 * i, 120)))
                                    .metres());
        }
        System.out.printf(Locale.ROOT, "rotation on 1° grid: miss_m=%.0f of 40,030 km%n", worst_m);
        assertThat(worst_m).isLessThan(6000);
    }

    @Test
    void forwardAndBackComesHome() {
        WindPair wind = TestWinds.waves(GLOBE, false, 86_400);
        var domain = new Domain(wind);
        var flow = new Flow(new GridWind(wind), wind.metric(), wind.grid(), domain);
        double worst_m = 0;
        double worstHeight_m = 0;
        for (int i = 0; i < 40; i++) {
            var state = new Flow.State();
            state.set(9 * i + 0.3, 60 + 2.9 * i, 1000);
            Position begin = position(state);
            End end = End.NONE;
            for (int step = 0; step < 480 && end == End.NONE; step++) {
                end = flow.rungeKutta4(state, step * 180, 180, 86_400);
            }
            for (int step = 480; step > 0 && end == End.NONE; step--) {
                end = flow.rungeKutta4(state, step * 180, -180, 86_400);
            }
            if (end == End.NONE) {
                worst_m = Math.max(worst_m, begin.distanceTo(position(state)).metres());
                worstHeight_m = Math.max(worstHeight_m, Math.abs(state.z_m - 1000));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "forward and back 24 h, rk4: miss_m=%.3f height_m=%.4f%n",
                worst_m,
                worstHeight_m);
        assertThat(worst_m).isLessThan(20);
        assertThat(worstHeight_m).isLessThan(1);
    }

    @Test
    void theAdaptiveStepMeetsItsTolerance() {
        var flow =
                new Flow(new ExactRotation(), GridMetric.of(GLOBE), GLOBE, new Domain(GLOBE, 9000));
        var state = new Flow.State();
        state.set(250, 120, 100);
        double[] error_m = new double[1];
        assertThat(flow.dormandPrince(state, 0, 86_400, PERIOD_S, 1.0, error_m))
                .isEqualTo(End.NONE);
        assertThat(error_m[0]).isGreaterThan(1.0);
        assertThat(state.row).isEqualTo(120);
        Position begin = position(state);
        flow.dormandPrince(state, 0, 1800, PERIOD_S, 1.0, error_m);
        assertThat(error_m[0]).isLessThan(1.0);
        assertThat(begin.distanceTo(position(state)).metres()).isBetween(150_000.0, 209_000.0);
    }
}
