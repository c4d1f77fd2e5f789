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
