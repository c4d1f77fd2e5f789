package org.airshed.metfiles;

import java.nio.ByteBuffer;

/**
 * From a netCDF file's values to SI: scale factor and offset, fill values, and the unit.
 *
 * @param toSi of the stored number, packing and unit in one
 * @param missing stored numbers that mean no value
 */
record Packing(NcType type, Linear toSi, double[] missing) {
    /** What the netCDF library fills 32- and 64-bit reals with: netcdf.h, NC_FILL_FLOAT. */
    private static final double UNWRITTEN = 9.9692099683868690e36;

    static Packing of(NcVariable variable, Linear unit) {
        double scale = variable.number("scale_factor").orElse(1.0);
        double offset = variable.number("add_offset").orElse(0.0);
        double fill =
                variable.number("_FillValue")
                        .orElseGet(() ->
                                switch (variable.type()) {
                                    case SHORT -> -32_767.0;
                                    case INT -> -2_147_483_647.0;
                                    default -> UNWRITTEN;
                                });
        double other = variable.number("missing_value").orElse(fill);
        return new Packing(
                variable.type(),
                unit.after(new Linear(scale, offset)),
                // A 32-bit variable may have its fill value written as 64 bits.
                variable.type() == NcType.FLOAT
                        ? new double[] {(float) fill, (float) other}
                        : new double[] {fill, other});
    }

    /**
     * Decodes a piece of one row, turned so that rows run from the south and columns from the west.
     *
     * @param offset where the layer begins in {@code into}
     * @param at where the piece begins in the file's layer
     */
    void run(
            ByteBuffer bytes,
            int first,
            int length,
            CfGrid laid,
            float[] into,
            int offset,
            int at) {
        int columns = laid.grid().columns();
        int row = at / columns;
        int column = at % columns;
        int to =
                offset
                        + (laid.rowsFall() ? laid.grid().rows() - 1 - row : row) * columns
                        + (laid.columnsFall() ? columns - length - column : column);
        row(bytes, first, length, into, to);
        if (laid.columnsFall()) {
            turn(into, to, length);
        }
    }

    private static void turn(float[] values, int from, int length) {
        for (int low = from, high = from + length - 1; low < high; low++, high--) {
            float kept = values[low];
            values[low] = values[high];
            values[high] = kept;
        }
    }

    private void row(ByteBuffer bytes, int first, int length, float[] into, int to) {
        switch (type) {
            case FLOAT -> floats(bytes, first, length, into, to);
            case SHORT -> shorts(bytes, first, length, into, to);
            default -> {
                for (int index = 0; index < length; index++) {
                    into[to + index] = value(type.value(bytes, first + index));
                }
            }
        }
    }

    private float value(double stored) {
        return stored == missing[0] || stored == missing[1]
                ? Float.NaN
                : (float) (toSi.scale() * stored + toSi.offset());
    }

    private void floats(ByteBuffer bytes, int first, int length, float[] into, int to) {
        bytes.slice(first * 4, length * 4)
                .order(bytes.order())
                .asFloatBuffer()
                .get(into, to, length);
        float fill = (float) missing[0];
        float other = (float) missing[1];
        boolean same = toSi.equals(Linear.SAME);
        for (int index = to; index < to + length; index++) {
            float stored = into[index];
            if (stored == fill || stored == other) {
                into[index] = Float.NaN;
            } else if (!same) {
                into[index] = (float) (toSi.scale() * stored + toSi.offset());
            }
        }
    }

    private void shorts(ByteBuffer bytes, int first, int length, float[] into, int to) {
        double scale = toSi.scale();
        double offset = toSi.offset();
        for (int index = 0; index < length; index++) {
            short stored = bytes.getShort((first + index) * 2);
            into[to + index] =
                    stored == missing[0] || stored == missing[1]
                            ? Float.NaN
                            : (float) (scale * stored + offset);
        }
    }
}
