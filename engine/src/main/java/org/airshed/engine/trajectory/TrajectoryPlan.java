package org.airshed.engine.trajectory;

import java.time.Duration;

/**
 * How trajectories are computed.
 *
 * @param length how far they go; negative backward; at most 60 days
 * @param step of the equal steps, and the first one of the adaptive method; 1 s to 1 h
 * @param output from one point given to the next
 * @param tolerance_m error allowed to one step of the adaptive method [m]
 * @param longestGap between two moments of the wind; over a longer one trajectories end
 */
public record TrajectoryPlan(
        Motion motion,
        Method method,
        Duration length,
        Duration step,
        Duration output,
        double tolerance_m,
        Duration longestGap) {
    public TrajectoryPlan {
        long seconds = Math.abs(length.getSeconds());
        if (seconds == 0 || seconds > 60 * 86_400L || length.getNano() != 0) {
            throw new IllegalArgumentException(
                    "expected a length of 1 s to 60 days, forward or backward, got " + length);
        }
        if (step.getSeconds() < 1 || step.getSeconds() > 3600 || step.getNano() != 0) {
            throw new IllegalArgumentException("expected a step of 1 s to 1 h, got " + step);
        }
        if (output.getSeconds() < 1 || seconds / output.getSeconds() > 100_000) {
            throw new IllegalArgumentException(
                    "expected 1 to 100,000 points of output, got one every " + output);
        }
        if (!(tolerance_m > 0 && tolerance_m <= 100_000)) {
            throw new IllegalArgumentException(
                    "expected a tolerance of up to 100 km, got " + tolerance_m + " m");
        }
        if (longestGap.getSeconds() < 1) {
            throw new IllegalArgumentException("expected a longest gap, got " + longestGap);
        }
    }

    /** Kinematic, midpoint, 180 s, a point an hour, 1 m, gaps of up to 12 h. */
    public static TrajectoryPlan hours(int hours) {
        return new TrajectoryPlan(
                Motion.KINEMATIC,
                Method.MIDPOINT,
                Duration.ofHours(hours),
                Duration.ofSeconds(180),
                Duration.ofHours(1),
                1.0,
                Duration.ofHours(12));
    }

    public TrajectoryPlan with(Motion motion, Method method) {
        return new TrajectoryPlan(motion, method, length, step, output, tolerance_m, longestGap);
    }

    public boolean backward() {
        return length.isNegative();
    }
}
