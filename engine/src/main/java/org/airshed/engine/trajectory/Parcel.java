package org.airshed.engine.trajectory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.airshed.engine.meteorology.GridPoint;
import org.airshed.engine.meteorology.MetLabel;
import org.airshed.engine.meteorology.WindPair;

/** One trajectory while it is computed: moved through pair after pair, noting points on its way. */
final class Parcel {
    /** Below it an adaptive step is given up: at 1 s nothing the wind does is that fast. */
    private static final double SHORTEST_S = 1.0;

    private final TrajectoryStart start;
    private final TrajectoryPlan plan;
    private final List<TrajectoryPoint> points = new ArrayList<>();
    private final Set<MetLabel> labels = EnumSet.noneOf(MetLabel.class);
    private final Flow.State state = new Flow.State();
    private double age_s; // signed
    private double adaptive_s; // of the next adaptive step, unsigned
    private double surface_Pa = Double.NaN;
    private boolean begun;
    private End end = End.NONE;

    Parcel(TrajectoryStart start, TrajectoryPlan plan) {
        this.start = start;
        this.plan = plan;
        this.adaptive_s = plan.step().getSeconds();
    }

    boolean done() {
        return end != End.NONE || begun && Math.abs(age_s) >= length_s();
    }

    void end(End why) {
        if (!done()) {
            end = why;
        }
    }

    private double length_s() {
        return Math.abs(plan.length().getSeconds());
    }

    private double sign() {
        return plan.backward() ? -1 : 1;
    }

    /** Whether its next second lies between two moments. */
    boolean between(Instant begin, Instant end) {
        Instant at = start.time().plusMillis(Math.round(age_s * 1000));
        return plan.backward()
                ? at.isAfter(begin) && !at.isAfter(end)
                : !at.isBefore(begin) && at.isBefore(end);
    }

    /** Moves to the pair's far end, or as far as it gets. */
    void cross(WindPair pair) {
        labels.addAll(pair.labels());
        double length_s = pair.length_s();
        double offset_s = Duration.between(pair.begin(), start.time()).toMillis() * 1e-3;
        Domain domain = new Domain(pair);
        if (!begun) {
            begin(pair, domain, (float) ((offset_s + age_s) / length_s));
        }
        Wind wind = wind(pair);
        var flow = new Flow(wind, pair.metric(), pair.grid(), domain);
        double far_s = plan.backward() ? 0 : length_s;
        while (!done()) {
            double here_s = offset_s + age_s;
            double left_s = sign() * (far_s - here_s);
            if (left_s <= 1e-6) {
                return;
            }
            double untilOutput_s = untilOutput_s();
            double longest_s = Math.min(left_s, untilOutput_s);
            double before_s = age_s;
            end = step(flow, here_s, longest_s, length_s);
            if (end == End.NONE && age_s != before_s) {
                followSurface(wind, (float) ((offset_s + age_s) / length_s));
            }
            if (end == End.MISSING_WIND && belowGround(pair, (float) (here_s / length_s))) {
                end = End.BELOW_GROUND;
            }
            boolean reached = Math.abs(age_s - before_s) >= untilOutput_s - 1e-6;
            if (end != End.NONE || reached) {
                note(pair, (float) ((offset_s + age_s) / length_s));
            }
        }
    }

    private void begin(WindPair pair, Domain domain, float share) {
        begun = true;
        var point = pair.grid().point(start.place());
        if (!domain.contains(point.column(), point.row(), start.height_m())) {
            throw new IllegalArgumentException(
                    "expected a begin inside the wind's domain, got %s at %s m (%s)"
                            .formatted(start.place(), start.height_m(), start.time()));
        }
        state.set(point.column(), point.row(), start.height_m());
        if (plan.motion() == Motion.ISOBARIC) {
            surface_Pa = pair.value(point.column(), point.row(), start.height_m(), 3, share);
        }
        note(pair, share);
    }

    private Wind wind(WindPair pair) {
        return switch (plan.motion()) {
            case KINEMATIC -> new GridWind(pair);
            case ISOBARIC -> SurfaceWind.ofPressure(pair, surface_Pa);
            case CONSTANT_HEIGHT -> SurfaceWind.ofHeight(pair);
        };
    }

    private double untilOutput_s() {
        double output_s = plan.output().getSeconds();
        double age = Math.abs(age_s);
        double next_s = output_s * (Math.floor(age / output_s + 1e-9) + 1);
        return Math.min(next_s, length_s()) - age;
    }

    private End step(Flow flow, double here_s, double longest_s, double length_s) {
        if (plan.method() == Method.ADAPTIVE) {
            return adaptive(flow, here_s, longest_s, length_s);
        }
        double step_s = Math.min(longest_s, plan.step().getSeconds());
        End ended =
                plan.method() == Method.MIDPOINT
                        ? flow.midpoint(state, here_s, sign() * step_s, length_s)
                        : flow.rungeKutta4(state, here_s, sign() * step_s, length_s);
        if (ended == End.NONE) {
            advanceAge(step_s);
        }
        return ended;
    }

    /** One accepted step, or one that was tried and shortened. */
    private End adaptive(Flow flow, double here_s, double longest_s, double length_s) {
        double step_s = Math.min(longest_s, adaptive_s);
        double[] error_m = new double[1];
        End ended =
                flow.dormandPrince(
                        state, here_s, sign() * step_s, length_s, plan.tolerance_m(), error_m);
        if (ended != End.NONE) {
            // A long step may leave where shorter ones turn back before the edge.
            adaptive_s = step_s / 4;
            return adaptive_s < SHORTEST_S ? ended : End.NONE;
        }
        double ratio = plan.tolerance_m() / Math.max(error_m[0], 1e-3 * plan.tolerance_m());
        double factor = Math.clamp(0.9 * StrictMath.pow(ratio, 0.2), 0.2, 4.0);
        if (error_m[0] <= plan.tolerance_m()) {
            advanceAge(step_s);
            adaptive_s = Math.clamp(step_s * factor, SHORTEST_S, 3600);
            return End.NONE;
        }
        adaptive_s = step_s * factor;
        return adaptive_s < SHORTEST_S ? End.STEP_TOO_SHORT : End.NONE;
    }

    /** Ages are kept on the millisecond, so that sums of steps meet the moments of output. */
    private void advanceAge(double step_s) {
        age_s = Math.rint((age_s + sign() * step_s) * 1000) / 1000;
    }

    private void followSurface(Wind wind, float share) {
        if (wind instanceof SurfaceWind surface) {
            double z_m = surface.height_m(state.column, state.row, state.z_m, share);
            if (Double.isNaN(z_m)) {
                end = End.BELOW_GROUND;
            } else {
                state.set(state.column, state.row, z_m);
            }
        }
    }

    private boolean belowGround(WindPair pair, float share) {
        return plan.motion() == Motion.ISOBARIC
                && !Float.isNaN(pair.value(state.column, state.row, state.z_m, 0, share));
    }

    private void note(WindPair pair, float share) {
        if (!points.isEmpty() && points.getLast().age_h() == age_s / 3600) {
            return;
        }
        double pressure_Pa = pair.value(state.column, state.row, state.z_m, 3, share);
        points.add(
                new TrajectoryPoint(
                        start.time().plusMillis(Math.round(age_s * 1000)),
                        age_s / 3600,
                        pair.grid().position(new GridPoint(state.column, state.row)),
                        state.z_m,
                        pressure_Pa / 100));
    }

    Trajectory trajectory() {
        return new Trajectory(start, points, end, labels);
    }
}
