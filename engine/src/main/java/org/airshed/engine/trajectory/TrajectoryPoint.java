package org.airshed.engine.trajectory;

import java.time.Instant;
import org.airshed.engine.geography.Position;

/**
 * A parcel at a moment.
 *
 * @param age_h hours since the trajectory's begin, negative backward [h]
 * @param height_m above the ground [m]
 * @param pressure_hPa NaN where nothing tells it [hPa]
 */
public record TrajectoryPoint(
        Instant time, double age_h, Position place, double height_m, double pressure_hPa) {}
