package org.airshed.metfiles;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.filter.PipelineFilterWithData;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.OrderedDataType;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * netCDF-4: HDF5 read with jhdf; deflate and shuffle are undone here, within the size a chunk has.
 * jhdf answers damage with many unchecked exceptions; every one becomes a refusal.
 */
final class NcHdf implements NcFile {
    private static final int DEFLATE = 1;
    private static final int SHUFFLE = 2;
    private static final int FLETCHER = 3;

    private final Path file;
    private final HdfFile hdf;
    private final Map<String, NcVariable> variables = new LinkedHashMap<>();
    private final Map<String, Dataset> datasets = new HashMap<>();
    private Map<String, Object> attributes = Map.of();

    NcHdf(Path file) throws IOException {
        this.file = file;
        this.hdf = guarded("the HDF5 superblock", () -> new HdfFile(file));
        try {
            guarded("the HDF5 groups", this::index);
        } catch (IOException | RuntimeException refused) {
            hdf.close();
            throw refused;
        }
    }

    /** What jhdf is asked for. */
    private interface Question<T> {
        T ask() throws IOException;
    }

    private <T> T guarded(String what, Question<T> question) throws IOException {
        try {
            return question.ask();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError damaged) {
            // jhdf believes the sizes a damaged file names; asking for them is how it fails.
            throw new MetFileRefusedException(
                    file,
                    -1,
                    "expected %s of a netCDF-4 file: %s".formatted(what, damaged),
                    damaged);
        }
    }

    private boolean index() {
        Map<Long, String> names = new HashMap<>();
        for (Node node : hdf.getChildren().values()) {
            if (node instanceof Dataset) {
                names.put(node.getAddress(), node.getName());
            }
        }
        attributes = attributes(hdf);
        for (Node node : hdf.getChildren().values()) {
            NcType type = node instanceof Dataset dataset ? type(dataset.getDataType()) : null;
            if (type != null && node instanceof Dataset dataset) {
                int[] shape = dataset.getDimensions();
                List<Integer> lengths = new ArrayList<>();
                for (int length : shape) {
                    lengths.add(length);
                }
                datasets.put(node.getName(), dataset);
                variables.put(
                        node.getName(),
                        new NcVariable(
                                node.getName(),
                                type,
                                dimensions(dataset, shape, names),
                                lengths,
                                attributes(dataset)));
            }
        }
        return true;
    }

    private static @Nullable NcType type(DataType type) {
        boolean signed = type instanceof FixedPoint fixed && fixed.isSigned();
        if (type instanceof FloatingPoint) {
            return type.getSize() == 4 ? NcType.FLOAT : type.getSize() == 8 ? NcType.DOUBLE : null;
        }
        if (type instanceof FixedPoint) {
            return switch (type.getSize()) {
                case 1 -> signed ? NcType.BYTE : NcType.UBYTE;
                case 2 -> signed ? NcType.SHORT : NcType.USHORT;
                case 4 -> signed ? NcType.INT : NcType.UINT;
                case 8 -> signed ? NcType.INT64 : NcType.UINT64;
                default -> null;
            };
        }
        return type.getSize() == 1 && type instanceof io.jhdf.object.datatype.StringData
                ? NcType.CHAR
                : null;
    }

    /** The dimension scales a dataset names; itself where it is one. */
    private static List<String> dimensions(Dataset dataset, int[] shape, Map<Long, String> names) {
        Attribute list = dataset.getAttribute("DIMENSION_LIST");
        List<String> found = new ArrayList<>();
        Object data = list == null ? null : list.getData();
        for (int axis = 0; axis < shape.length; axis++) {
            Object entry =
                    data != null && data.getClass().isArray() && axis < Array.getLength(data)
                            ? Array.get(data, axis)
                            : null;
            if (entry != null && entry.getClass().isArray() && Array.getLength(entry) > 0) {
                entry = Array.get(entry, 0);
            }
            String name = entry instanceof Number address ? names.get(address.longValue()) : null;
            boolean scale = shape.length == 1 && dataset.getAttribute("CLASS") != null;
            found.add(name != null ? name : scale ? dataset.getName() : "axis" + axis);
        }
        return found;
    }

    private static Map<String, Object> attributes(Node node) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Attribute attribute : node.getAttributes().values()) {
            String name = attribute.getName();
            // References and lists of dimensions say nothing about values.
            if (name.equals("DIMENSION_LIST")
                    || name.equals("REFERENCE_LIST")
                    || attribute.getSizeInBytes() > 1 << 20) {
                continue;
            }
            Object data = attribute.getData();
            if (data != null && data.getClass().isArray() && Array.getLength(data) == 1) {
                data = Array.get(data, 0);
            }
            if (data instanceof String text) {
                values.put(name, text);
            } else if (data instanceof Number number) {
                values.put(name, new double[] {number.doubleValue()});
            } else if (data != null && data.getClass().isArray()) {
                numbers(data, name, values);
            }
        }
        return values;
    }

    private static void numbers(Object array, String name, Map<String, Object> values) {
        double[] numbers = new double[Array.getLength(array)];
        for (int index = 0; index < numbers.length; index++) {
            if (!(Array.get(array, index) instanceof Number number)) {
                return;
            }
            numbers[index] = number.doubleValue();
        }
        values.put(name, numbers);
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public String format() {
        return "netCDF-4";
    }

    @Override
    public Map<String, NcVariable> variables() {
        return variables;
    }

    @Override
    public Map<String, Object> attributes() {
        return attributes;
    }

    @Override
    public int depth(NcVariable variable, int dimension) {
        return datasets.get(variable.name()) instanceof ChunkedDataset chunked
                ? chunked.getChunkDimensions()[dimension]
                : 1;
    }

    @Override
    public ByteBuffer box(NcVariable variable, int[] start, int[] count) throws IOException {
        long size = variable.type().bytes();
        for (int length : count) {
            size *= length;
        }
        if (size > FileBytes.MOST_BYTES) {
            throw refuse("expected a smaller part of " + variable.name());
        }
        ByteBuffer into = ByteBuffer.allocate((int) size);
        Dataset dataset = Objects.requireNonNull(datasets.get(variable.name()));
        into.order(
                dataset.getDataType() instanceof OrderedDataType ordered
                        ? ordered.getByteOrder()
                        : ByteOrder.BIG_ENDIAN);
        return guarded(
                variable.name(),
                () -> {
                    if (dataset instanceof ChunkedDataset chunked) {
                        chunks(chunked, variable, start, count, into);
                    } else if (dataset instanceof ContiguousDataset contiguous) {
                        int[] none = new int[count.length];
                        int[] whole = dataset.getDimensions();
                        byte[] values =
                                new byte
                                        [(int)
                                                Math.min(
                                                        dataset.getSizeInBytes(),
                                                        FileBytes.MOST_BYTES)];
                        contiguous.getBuffer().get(values);
                        new Box(variable.type().bytes(), start, count)
                                .copy(values, none, whole, into.array());
                    } else {
                        throw refuse(
                                "expected %s in chunks or in one piece".formatted(variable.name()));
                    }
                    return into;
                });
    }

    private void chunks(
            ChunkedDataset dataset, NcVariable variable, int[] start, int[] count, ByteBuffer into)
            throws IOException {
        int[] chunk = dataset.getChunkDimensions();
        long chunkBytes = variable.type().bytes();
        for (int length : chunk) {
            chunkBytes *= Math.max(length, 1);
            if (chunkBytes > FileBytes.MOST_BYTES) {
                throw refuse(
                        "expected chunks of at most %d bytes in %s"
                                .formatted(FileBytes.MOST_BYTES, variable.name()));
            }
        }
        Box box = new Box(variable.type().bytes(), start, count);
        List<PipelineFilterWithData> filters = dataset.getFilters();
        byte[] spare = new byte[(int) chunkBytes];
        int[] at = new int[chunk.length];
        for (int axis = 0; axis < at.length; axis++) {
            at[axis] = start[axis] / chunk[axis] * chunk[axis];
        }
        int[] first = at.clone();
        boolean more = box.values() > 0;
        while (more) {
            ByteBuffer raw = dataset.getRawChunkBuffer(at);
            byte[] values = new byte[raw.remaining()];
            raw.get(values);
            for (int filter = filters.size() - 1; filter >= 0; filter--) {
                values = undo(filters.get(filter), values, spare.length, variable);
            }
            if (values.length < spare.length) {
                throw refuse(
                        "expected %d bytes in a chunk of %s, got %d"
                                .formatted(spare.length, variable.name(), values.length));
            }
            box.copy(values, at, chunk, into.array());
            more = false;
            for (int axis = at.length - 1; axis >= 0 && !more; axis--) {
                at[axis] += chunk[axis];
                more = at[axis] < start[axis] + count[axis];
                if (!more) {
                    at[axis] = first[axis];
                }
            }
        }
    }

    private byte[] undo(
            PipelineFilterWithData filter, byte[] values, int chunkBytes, NcVariable variable)
            throws IOException {
        return switch (filter.getId()) {
            case DEFLATE -> inflate(values, chunkBytes + 4, variable);
            case SHUFFLE -> unshuffle(values, variable.type().bytes());
            case FLETCHER -> Arrays.copyOf(values, Math.max(0, values.length - 4));
            default ->
                    throw refuse(
                            "expected %s deflated, got the HDF5 filter %d (%s)"
                                    .formatted(variable.name(), filter.getId(), filter.getName()));
        };
    }

    private byte[] inflate(byte[] deflated, int most, NcVariable variable) throws IOException {
        byte[] values = new byte[most];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(deflated);
            int length = 0;
            int got;
            do {
                got = inflater.inflate(values, length, most - length);
                length += got;
            } while (got > 0 && length < most);
            return length == most ? values : Arrays.copyOf(values, length);
        } catch (DataFormatException damaged) {
            throw new MetFileRefusedException(
                    file, -1, "expected deflated values of " + variable.name(), damaged);
        }
    }

    private static byte[] unshuffle(byte[] shuffled, int width) {
        int number = shuffled.length / width;
        byte[] values = new byte[shuffled.length];
        for (int part = 0; part < width; part++) {
            int from = part * number;
            for (int index = 0, to = part; index < number; index++, to += width) {
                values[to] = shuffled[from + index];
            }
        }
        System.arraycopy(
                shuffled, number * width, values, number * width, shuffled.length - number * width);
        return values;
    }

    private MetFileRefusedException refuse(String why) {
        return new MetFileRefusedException(file, -1, why);
    }

    @Override
    public void close() {
        hdf.close();
    }

    /** A wanted box of values, filled from blocks that overlap it. */
    private record Box(int width, int[] start, int[] count) {
        long values() {
            long values = 1;
            for (int length : count) {
                values *= length;
            }
            return values;
        }

        /** Copies what a block that stands at a place of the variable has of the box. */
        void copy(byte[] block, int[] at, int[] shape, byte[] into) {
            if (shape.length == 0) {
                System.arraycopy(block, 0, into, 0, width);
                return;
            }
            copy(block, at, shape, into, 0, 0, 0);
        }

        private void copy(
                byte[] block, int[] at, int[] shape, byte[] into, int axis, int from, int to) {
            int low = Math.max(start[axis], at[axis]);
            int high = Math.min(start[axis] + count[axis], at[axis] + shape[axis]);
            if (axis == shape.length - 1) {
                if (high > low) {
                    System.arraycopy(
                            block,
                            (from * shape[axis] + low - at[axis]) * width,
                            into,
                            (to * count[axis] + low - start[axis]) * width,
                            (high - low) * width);
                }
                return;
            }
            for (int index = low; index < high; index++) {
                copy(
                        block,
                        at,
                        shape,
                        into,
                        axis + 1,
                        from * shape[axis] + index - at[axis],
                        to * count[axis] + index - start[axis]);
            }
        }
    }
}
