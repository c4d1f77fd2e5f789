package org.airshed.engine.trajectory;

import java.time.Instant;
import org.airshed.engine.geography.Position;

/**
 * Where and when a trajectory begins; of a backward one, where the air arrives.
 *
 * @param height_m above the ground [m]
 */
public record TrajectoryStart(Position place, double height_m, Instant time) {
    public TrajectoryStart {
        if (!(height_m >= 0 && height_m <= 100_000)) {
            throw new IllegalArgumentException(
                    "expected a height of 0 m or more above the ground, got %s m (%s, %s)"
                            .formatted(height_m, place, time));
        }
    }
}
