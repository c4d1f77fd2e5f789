package org.airshed.metfiles;

import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.filter.PipelineFilterWithData;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;

/**
 * The chunks of one variable of an HDF5 file, their filters undone one chunk at a time in the same
 * few arrays.
 */
final class HdfChunks {
    private static final int DEFLATE = 1;
    private static final int SHUFFLE = 2;
    private static final int FLETCHER = 3;

    private final Path file;
    private final ChunkedDataset dataset;
    private final NcVariable variable;
    private final ByteOrder order;
    private final int[] chunk;
    private final int chunkBytes;
    private final List<PipelineFilterWithData> filters;

    /** The chunk as it is, and what the next filter makes of it; the two change places. */
    private byte[] values;

    private byte[] next;
    private int length;

    HdfChunks(Path file, ChunkedDataset dataset, NcVariable variable, ByteOrder order)
            throws IOException {
        this.file = file;
        this.dataset = dataset;
        this.variable = variable;
        this.order = order;
        chunk = dataset.getChunkDimensions();
        long bytes = variable.type().bytes();
        for (int size : chunk) {
            bytes *= Math.max(size, 1);
            if (bytes > FileBytes.MOST_BYTES) {
                throw refuse(
                        "expected chunks of at most %d bytes in %s"
                                .formatted(FileBytes.MOST_BYTES, variable.name()));
            }
        }
        chunkBytes = (int) bytes;
        filters = dataset.getFilters();
        // A checksum may follow the values.
        values = new byte[chunkBytes + 4];
        next = new byte[filters.isEmpty() ? 0 : chunkBytes + 4];
    }

    /** Hands over what the chunks have of a box. */
    void runs(HdfBox box, NcFile.Run run) throws IOException {
        int[] first = box.firstChunk(chunk);
        int[] at = first.clone();
        boolean more = box.values() > 0;
        while (more) {
            undoFilters(dataset.getRawChunkBuffer(at));
            if (length < chunkBytes) {
                throw refuse(
                        "expected %d bytes in a chunk of %s, got %d"
                                .formatted(chunkBytes, variable.name(), length));
            }
            box.runs(ByteBuffer.wrap(values).order(order), at, chunk, run);
            more = false;
            for (int axis = at.length - 1; axis >= 0 && !more; axis--) {
                at[axis] += chunk[axis];
                more = at[axis] < box.end(axis);
                if (!more) {
                    at[axis] = first[axis];
                }
            }
        }
    }

    private void undoFilters(ByteBuffer raw) throws IOException {
        int filter = filters.size() - 1;
        if (filter < 0 || filters.get(filter).getId() != DEFLATE) {
            length = Math.min(raw.remaining(), values.length);
            raw.get(values, 0, length);
        } else {
            inflate(raw);
            filter--;
        }
        for (; filter >= 0; filter--) {
            switch (filters.get(filter).getId()) {
                case DEFLATE -> {
                    turnOver();
                    inflate(ByteBuffer.wrap(next, 0, length));
                }
                case SHUFFLE -> unshuffle(variable.type().bytes());
                case FLETCHER -> length = Math.max(0, length - 4);
                default ->
                        throw refuse(
                                "expected %s deflated, got the HDF5 filter %d (%s)"
                                        .formatted(
                                                variable.name(),
                                                filters.get(filter).getId(),
                                                filters.get(filter).getName()));
            }
        }
    }

    private void turnOver() {
        byte[] kept = values;
        values = next;
        next = kept;
    }

    private void inflate(ByteBuffer deflated) throws IOException {
        try {
            length = new Inflation(deflated).into(values);
        } catch (Inflation.DamagedException damaged) {
            throw new MetFileRefusedException(
                    file, -1, "expected deflated values of " + variable.name(), damaged);
        }
    }

    private void unshuffle(int width) {
        turnOver();
        int number = length / width;
        for (int part = 0; part < width; part++) {
            int from = part * number;
            for (int index = 0, to = part; index < number; index++, to += width) {
                values[to] = next[from + index];
            }
        }
        System.arraycopy(next, number * width, values, number * width, length - number * width);
    }

    private MetFileRefusedException refuse(String why) {
        return new MetFileRefusedException(file, -1, why);
    }
}
