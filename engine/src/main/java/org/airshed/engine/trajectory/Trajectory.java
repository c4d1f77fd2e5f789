package org.airshed.engine.trajectory;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.airshed.engine.meteorology.MetLabel;

/**
 * The path of a parcel, its begin first.
 *
 * @param points at the begin and at each moment of output it reached; one that ended earlier has
 *     its last moment too
 * @param end why it stopped short, {@link End#NONE} where it has its whole length
 * @param labels what has to be said of the wind wherever this is shown
 */
public record Trajectory(
        TrajectoryStart start, List<TrajectoryPoint> points, End end, Set<MetLabel> labels) {
    public Trajectory {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("expected a begin, got no point (" + start + ")");
        }
        points = List.copyOf(points);
        var said = EnumSet.noneOf(MetLabel.class);
        said.addAll(labels);
        labels = Collections.unmodifiableSet(said);
    }

    /** Whether it stops short of its length. */
    public boolean truncated() {
        return end != End.NONE;
    }

    /** Hours it has, without sign: inside the domain, and with wind. */
    public double hours() {
        return Math.abs(points.getLast().age_h());
    }
}
