package org.airshed.metfiles;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;

/** What both kinds of netCDF file give: variables with attributes, and parts of their values. */
interface NcFile extends Closeable {
    Path file();

    /** The name of the format, as {@code met info} prints it. */
    String format();

    Map<String, NcVariable> variables();

    Map<String, Object> attributes();

    /** The values of a box as bytes in C order; the buffer knows its byte order. */
    ByteBuffer box(NcVariable variable, int[] start, int[] count) throws IOException;

    /** Values that lie one after another. */
    interface Run {
        /**
         * @param bytes where they are, kept only until the next run
         * @param first the first of them in {@code bytes}, counted in values
         * @param at where it stands in the box, counted in values in C order
         */
        void take(ByteBuffer bytes, int first, int length, int at);
    }

    /** The values of a box in pieces of its rows, in whatever order they are come by. */
    default void runs(NcVariable variable, int[] start, int[] count, Run run) throws IOException {
        ByteBuffer bytes = box(variable, start, count);
        int length = count[count.length - 1];
        int values = bytes.limit() / variable.type().bytes();
        for (int at = 0; at < values; at += length) {
            run.take(bytes, at, length, at);
        }
    }

    /**
     * How many entries of a dimension lie together, so that reading fewer would read them again.
     */
    int depth(NcVariable variable, int dimension);

    /** All values of a small variable, unpacked only by type. */
    default double[] all(NcVariable variable) throws IOException {
        int[] start = new int[variable.shape().size()];
        int[] count = variable.shape().stream().mapToInt(Integer::intValue).toArray();
        if (variable.size() > 1 << 22) {
            throw new MetFileRefusedException(
                    file(),
                    -1,
                    "expected a coordinate of at most 4,194,304 values, got %s of %d"
                            .formatted(variable.name(), variable.size()));
        }
        ByteBuffer bytes = box(variable, start, count);
        double[] values = new double[(int) variable.size()];
        for (int index = 0; index < values.length; index++) {
            values[index] = variable.type().value(bytes, index);
        }
        return values;
    }
}
