package org.airshed.engine.meteorology;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * The wind between two moments: linear in time, trilinear in space. Page: {@code
 * docs/science/transport.md}.
 *
 * <p>Both moments of a point stand together and its levels one after another, {u, v, w, p} of the
 * first moment and then of the second: what one place needs is four runs of 64 bytes. This is what
 * makes transport fast, see decision 0099.
 */
public final class WindPair {
    /** Numbers of one point: four parts at two times. */
    public static final int STRIDE = 2 * WindField.PARTS;

    private final Instant begin;
    private final Instant end;
    private final HorizontalGrid grid;
    private final GridMetric metric;
    private final HeightAxis heights;
    private final Set<MetLabel> labels;
    private final int storedColumns;
    private final float[] nodes; // [row][stored column][level][time][part]

    /** The wind between a field and a later one on the same grid and heights. */
    public WindPair(WindField first, WindField second) {
        if (!first.grid().equals(second.grid()) || !first.heights().equals(second.heights())) {
            throw new IllegalArgumentException(
                    "expected the same grid and heights at %s and %s"
                            .formatted(first.time(), second.time()));
        }
        if (!first.time().isBefore(second.time())) {
            throw new IllegalArgumentException(
                    "expected a later moment than %s, got %s"
                            .formatted(first.time(), second.time()));
        }
        begin = first.time();
        end = second.time();
        grid = first.grid();
        metric = GridMetric.of(grid);
        heights = first.heights();
        var said = EnumSet.noneOf(MetLabel.class);
        said.addAll(first.labels());
        said.addAll(second.labels());
        labels = Set.copyOf(said);
        storedColumns = first.storedColumns();
        nodes = interleaved(first.nodes(), second.nodes());
    }

    private static float[] interleaved(float[] first, float[] second) {
        float[] both = new float[2 * first.length];
        for (int k = 0; k < first.length; k += WindField.PARTS) {
            for (int part = 0; part < WindField.PARTS; part++) {
                both[2 * k + part] = first[k + part];
                both[2 * k + WindField.PARTS + part] = second[k + part];
            }
        }
        return both;
    }

    public Instant begin() {
        return begin;
    }

    public Instant end() {
        return end;
    }

    /** Seconds from the first moment to the second. */
    public double length_s() {
        Duration length = Duration.between(begin, end);
        return length.getSeconds() + length.getNano() * 1e-9;
    }

    public HorizontalGrid grid() {
        return grid;
    }

    public GridMetric metric() {
        return metric;
    }

    public HeightAxis heights() {
        return heights;
    }

    public Set<MetLabel> labels() {
        return labels;
    }

    public int storedColumns() {
        return storedColumns;
    }

    /** Floats from a row to the next one in {@link #nodes()}. */
    public int rowStride() {
        return storedColumns * heights.levels() * STRIDE;
    }

    /** Floats from a column to the next one in {@link #nodes()}. */
    public int columnStride() {
        return heights.levels() * STRIDE;
    }

    /** The numbers as {@code [row][stored column][level][time][part]}, to be read only. */
    public float[] nodes() {
        return nodes;
    }

    /** A column brought into the circle of a grid that wraps; else itself. */
    public double turned(double column) {
        if (!grid.wraps()) {
            return column;
        }
        double columns = grid.columns();
        return column - columns * Math.floor(column / columns);
    }

    /**
     * One part at a place: NaN where a neighbour has none.
     *
     * @param column 0 to the last stored one
     * @param row 0 to the last one
     * @param z_m above the ground, 0 to the top
     * @param part 0 wind along columns, 1 along rows, 2 upward, 3 pressure
     * @param share of the way from the first moment to the second, 0 to 1
     */
    public float value(double column, double row, double z_m, int part, float share) {
        int i = Math.min((int) column, storedColumns - 2);
        int j = Math.min((int) row, grid.rows() - 2);
        int level = heights.level(z_m);
        int at = j * rowStride() + i * columnStride() + level * STRIDE + part;
        float x = (float) (column - i);
        float y = (float) (row - j);
        float z = (float) heights.above(level, z_m);
        float w00 = (1 - x) * (1 - y);
        float w10 = x * (1 - y);
        float w01 = (1 - x) * y;
        float w11 = x * y;
        int east = at + columnStride();
        return between(
                nodes,
                at,
                east,
                at + rowStride(),
                east + rowStride(),
                w00,
                w10,
                w01,
                w11,
                z,
                share);
    }

    /**
     * One part from the four columns about a place, the order of operations that every kernel
     * keeps: across, then up, then in time.
     */
    public static float between(
            float[] n,
            int at00,
            int at10,
            int at01,
            int at11,
            float w00,
            float w10,
            float w01,
            float w11,
            float up,
            float share) {
        float low0 = across(n, 0, at00, at10, at01, at11, w00, w10, w01, w11);
        int k = WindField.PARTS;
        float low1 = across(n, k, at00, at10, at01, at11, w00, w10, w01, w11);
        float high0 = across(n, 2 * k, at00, at10, at01, at11, w00, w10, w01, w11);
        float high1 = across(n, 3 * k, at00, at10, at01, at11, w00, w10, w01, w11);
        float first = Math.fma(up, high0 - low0, low0);
        float second = Math.fma(up, high1 - low1, low1);
        return Math.fma(share, second - first, first);
    }

    private static float across(
            float[] n,
            int k,
            int at00,
            int at10,
            int at01,
            int at11,
            float w00,
            float w10,
            float w01,
            float w11) {
        float both = Math.fma(w10, n[at10 + k], w00 * n[at00 + k]);
        return Math.fma(w11, n[at11 + k], Math.fma(w01, n[at01 + k], both));
    }
}
