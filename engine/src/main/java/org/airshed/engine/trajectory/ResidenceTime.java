package org.airshed.engine.trajectory;

import java.time.Duration;
import java.util.List;
import org.airshed.engine.geography.Position;
import org.airshed.engine.meteorology.GridPoint;
import org.airshed.engine.meteorology.HorizontalGrid;

/**
 * How long air was above each cell of a grid and below a height: a footprint of a receptor when the
 * particles went backward. Ashbaugh et al. (1985), Atmos. Environ. 19, 1263–1270.
 *
 * <p>What is kept are counts of whole notes, each of the same duration, so the order in which they
 * come changes nothing. A cell is the square about a point of the grid.
 */
public final class ResidenceTime {
    private final HorizontalGrid grid;
    private final double below_m;
    private final Duration each;
    private final long[] notes; // [row][column]
    private long outside;

    /**
     * @param below_m notes at this height above the ground and higher do not count [m]
     * @param each what one note of one particle stands for
     */
    public ResidenceTime(HorizontalGrid grid, double below_m, Duration each) {
        this.grid = grid;
        this.below_m = below_m;
        this.each = each;
        this.notes = new long[grid.rows() * grid.columns()];
    }

    /** Notes where the particles are that have not ended; the grid they move on may be another. */
    public void note(Particles particles, HorizontalGrid their) {
        for (int particle = 0; particle < particles.count(); particle++) {
            if (particles.end(particle) == End.NONE) {
                note(their.position(particles.point(particle)), particles.height_m(particle));
            }
        }
    }

    /** Notes every point of the trajectories but their begins. */
    public void note(List<Trajectory> trajectories) {
        for (Trajectory trajectory : trajectories) {
            for (TrajectoryPoint point :
                    trajectory.points().subList(1, trajectory.points().size())) {
                note(point.place(), point.height_m());
            }
        }
    }

    private void note(Position place, double height_m) {
        if (!(height_m < below_m)) {
            return;
        }
        GridPoint point = grid.point(place);
        int row = (int) Math.floor(point.row() + 0.5);
        int column = (int) Math.floor(point.column() + 0.5);
        if (grid.wraps() && column == grid.columns()) {
            column = 0;
        }
        if (row < 0 || row >= grid.rows() || column < 0 || column >= grid.columns()) {
            outside++;
        } else {
            notes[row * grid.columns() + column]++;
        }
    }

    /** Time over a cell, summed over all particles [h]. */
    public double hours(int row, int column) {
        return notes[row * grid.columns() + column] * (each.toMillis() / 3_600_000.0);
    }

    /** Time below the height but outside the grid, so that nothing is lost unsaid [h]. */
    public double hoursOutside() {
        return outside * (each.toMillis() / 3_600_000.0);
    }

    public HorizontalGrid grid() {
        return grid;
    }
}
