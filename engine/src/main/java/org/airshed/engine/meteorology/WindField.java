package org.airshed.engine.meteorology;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The wind of one moment, ready for transport: on heights above the ground, along the grid.
 *
 * <p>Of every point four numbers stand together: the wind along columns and along rows [m/s, times
 * the projection's scale on a projected grid], the upward wind relative to the ground below [m/s],
 * and the pressure [Pa]. A grid of a whole circle has its first column again after the last, so
 * that nothing wraps inside a cell.
 */
public final class WindField {
    /** Numbers of one point. */
    public static final int PARTS = 4;

    private final Instant time;
    private final HorizontalGrid grid;
    private final HeightAxis heights;
    private final Set<MetLabel> labels;
    private final float[] nodes; // [row][stored column][level][part]

    /** What a builder of a field gives for one point. */
    @FunctionalInterface
    public interface Column {
        /**
         * Fills one column of the grid.
         *
         * @param parts {@code [level][part]}: towards east, towards north, upward relative to the
         *     ground [m/s], pressure [Pa]; NaN where there is no wind
         */
        void fill(int row, int column, float[] parts);
    }

    /** Fills a field column by column with wind towards the earth's east and north. */
    public WindField(
            Instant time,
            HorizontalGrid grid,
            HeightAxis heights,
            Set<MetLabel> labels,
            Column source) {
        this.time = time;
        this.grid = grid;
        this.heights = heights;
        var said = EnumSet.noneOf(MetLabel.class);
        said.addAll(labels);
        this.labels = Collections.unmodifiableSet(said);
        long size = (long) grid.rows() * storedColumns() * heights.levels() * PARTS;
        // Two fields interleaved must still be one array.
        if (size > Integer.MAX_VALUE / 2 - 8) {
            throw new IllegalArgumentException(
                    "expected at most 2^28 points for transport, got %d × %d × %d: crop the domain"
                            .formatted(grid.columns(), grid.rows(), heights.levels()));
        }
        this.nodes = new float[(int) size];
        fill(source);
    }

    private void fill(Column source) {
        int block = heights.levels() * PARTS;
        float[] parts = new float[block];
        boolean plane = GridMetric.of(grid).rowStep_rad() == 0;
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                source.fill(row, column, parts);
                if (plane) {
                    turn(new GridPoint(column, row), parts);
                }
                System.arraycopy(parts, 0, nodes, index(row, column), block);
            }
            if (grid.wraps()) {
                System.arraycopy(nodes, index(row, 0), nodes, index(row, grid.columns()), block);
            }
        }
    }

    /** From east and north to the grid's axes, times metres of the plane per metre. */
    private void turn(GridPoint at, float[] parts) {
        double gamma = grid.gridNorth_rad(at);
        double scale = GridMetric.scale(grid, at);
        double cos = StrictMath.cos(gamma) * scale;
        double sin = StrictMath.sin(gamma) * scale;
        for (int k = 0; k < parts.length; k += PARTS) {
            double east_mps = parts[k];
            double north_mps = parts[k + 1];
            parts[k] = (float) (east_mps * cos - north_mps * sin);
            parts[k + 1] = (float) (east_mps * sin + north_mps * cos);
        }
    }

    private int index(int row, int column) {
        return (row * storedColumns() + column) * heights.levels() * PARTS;
    }

    public Instant time() {
        return time;
    }

    public HorizontalGrid grid() {
        return grid;
    }

    public HeightAxis heights() {
        return heights;
    }

    public Set<MetLabel> labels() {
        return labels;
    }

    /** Columns in memory: one more than the grid has where it wraps. */
    public int storedColumns() {
        return grid.wraps() ? grid.columns() + 1 : grid.columns();
    }

    /** One number of one point; {@code part} 0 to 3 as the class says. */
    public float value(int row, int column, int level, int part) {
        return nodes[index(row, column) + level * PARTS + part];
    }

    /** The numbers themselves, to be read only. */
    float[] nodes() {
        return nodes;
    }
}
