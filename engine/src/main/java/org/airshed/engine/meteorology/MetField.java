package org.airshed.engine.meteorology;

/**
 * One quantity on the points of a step. Levels run from the ground up, rows from south to north,
 * columns from west to east; NaN where a value is missing.
 *
 * <p>The array is the field itself, not a copy: a global field on 37 levels has 150 MB, and a
 * program holds several. Who builds a field gives the array away; who reads it must not write.
 */
public final class MetField {
    private final int levels;
    private final int rows;
    private final int columns;
    private final float[] values; // [level][row][column]

    public MetField(int levels, int rows, int columns, float[] values) {
        HorizontalGrid.checkSize(columns, rows);
        if (levels < 1 || (long) levels * rows * columns != values.length) {
            throw new IllegalArgumentException(
                    "expected %d × %d × %d values, got %d"
                            .formatted(levels, rows, columns, values.length));
        }
        this.levels = levels;
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    public int levels() {
        return levels;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** The values themselves as {@code [level][row][column]}, to be read only. */
    public float[] values() {
        return values;
    }

    public float value(int level, int row, int column) {
        return values[index(level, row, column)];
    }

    /** Where a value stands in {@link #values()}. */
    public int index(int level, int row, int column) {
        return (level * rows + row) * columns + column;
    }
}
