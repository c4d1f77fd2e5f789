package org.airshed.engine.trajectory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.airshed.engine.meteorology.WindField;
import org.airshed.engine.meteorology.WindPair;

/**
 * Computes trajectories: many begins through a sequence of winds, each path independent of the
 * others, so that threads change nothing. Page: {@code docs/science/transport.md}.
 */
public final class Trajectories {
    private final TrajectoryPlan plan;
    private final int threads;
    private final Workers workers;

    public Trajectories(TrajectoryPlan plan, int threads, Workers workers) {
        if (threads < 1 || threads > 1024) {
            throw new IllegalArgumentException("expected 1 to 1024 threads, got " + threads);
        }
        this.plan = plan;
        this.threads = threads;
        this.workers = workers;
    }

    /**
     * The trajectories, in the order of their begins. Refused: a begin outside the domain or at a
     * time the winds do not cover. Stated in the trajectory: everything that happens on its way.
     *
     * @param progress told how many of the winds' pairs are done
     */
    public List<Trajectory> from(
            List<TrajectoryStart> starts, WindSequence winds, IntConsumer progress) {
        List<Instant> times = winds.times();
        starts.forEach(start -> check(start, times));
        List<Parcel> parcels = starts.stream().map(start -> new Parcel(start, plan)).toList();
        Instant earliest = bound(starts, false);
        Instant latest = bound(starts, true);
        WindField near = null;
        for (int k = 0; k + 1 < times.size(); k++) {
            int before = plan.backward() ? times.size() - 2 - k : k;
            boolean needed =
                    times.get(before).isBefore(latest) && times.get(before + 1).isAfter(earliest);
            if (needed && parcels.stream().anyMatch(parcel -> !parcel.done())) {
                int nearIndex = plan.backward() ? before + 1 : before;
                int farIndex = plan.backward() ? before : before + 1;
                WindField first = near == null ? winds.field(nearIndex) : near;
                if (gap(times, before)) {
                    parcels.stream()
                            .filter(p -> p.between(times.get(before), times.get(before + 1)))
                            .forEach(p -> p.end(End.GAP_IN_WIND));
                    near = null;
                } else {
                    WindField second = winds.field(farIndex);
                    cross(
                            parcels,
                            plan.backward()
                                    ? new WindPair(second, first)
                                    : new WindPair(first, second));
                    near = second;
                }
            }
            progress.accept(k + 1);
        }
        parcels.forEach(parcel -> parcel.end(End.NO_MORE_WIND));
        return parcels.stream().map(Parcel::trajectory).toList();
    }

    private boolean gap(List<Instant> times, int before) {
        return Duration.between(times.get(before), times.get(before + 1))
                        .compareTo(plan.longestGap())
                > 0;
    }

    private void cross(List<Parcel> parcels, WindPair pair) {
        List<Parcel> crossing =
                parcels.stream()
                        .filter(p -> !p.done() && p.between(pair.begin(), pair.end()))
                        .toList();
        var next = new AtomicInteger();
        List<Runnable> pieces = new ArrayList<>();
        for (int thread = 0; thread < Math.min(threads, crossing.size()); thread++) {
            pieces.add(() -> {
                for (int k = next.getAndIncrement();
                        k < crossing.size();
                        k = next.getAndIncrement()) {
                    crossing.get(k).cross(pair);
                }
            });
        }
        if (!pieces.isEmpty()) {
            workers.run(pieces);
        }
    }

    /** The earliest or latest moment any trajectory may need. */
    private Instant bound(List<TrajectoryStart> starts, boolean latest) {
        Instant bound = latest ? Instant.MIN : Instant.MAX;
        for (TrajectoryStart start : starts) {
            Instant far = start.time().plus(plan.length());
            for (Instant moment : List.of(start.time(), far)) {
                bound = latest == moment.isAfter(bound) ? moment : bound;
            }
        }
        return bound;
    }

    private void check(TrajectoryStart start, List<Instant> times) {
        for (int before = 0; before + 1 < times.size(); before++) {
            if (gap(times, before)
                    && new Parcel(start, plan).between(times.get(before), times.get(before + 1))) {
                throw new IllegalArgumentException(
                        "expected a begin outside gaps of the wind, got %s between %s and %s"
                                .formatted(start.time(), times.get(before), times.get(before + 1)));
            }
        }
        boolean covered =
                times.size() > 1
                        && (plan.backward()
                                ? start.time().isAfter(times.getFirst())
                                        && !start.time().isAfter(times.getLast())
                                : !start.time().isBefore(times.getFirst())
                                        && start.time().isBefore(times.getLast()));
        if (!covered) {
            throw new IllegalArgumentException(
                    "expected a begin with wind %s, got %s; the wind is of %s"
                            .formatted(
                                    plan.backward() ? "before it" : "after it",
                                    start.time(),
                                    times.isEmpty()
                                            ? "no moment"
                                            : times.getFirst() + " to " + times.getLast()));
        }
    }
}
