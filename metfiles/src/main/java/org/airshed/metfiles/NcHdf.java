package org.airshed.metfiles;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * netCDF-4: HDF5 read with jhdf; deflate and shuffle are undone here, within the size a chunk has.
 * jhdf answers damage with many unchecked exceptions; every one becomes a refusal.
 */
final class NcHdf implements NcFile {
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
        Dataset dataset = Objects.requireNonNull(datasets.get(variable.name()));
        ByteBuffer into = ByteBuffer.allocate((int) size).order(order(dataset));
        int width = variable.type().bytes();
        runs(
                variable,
                start,
                count,
                (bytes, first, length, at) ->
                        into.put(at * width, bytes, first * width, length * width));
        return into;
    }

    private static ByteOrder order(Dataset dataset) {
        return dataset.getDataType() instanceof OrderedDataType ordered
                ? ordered.getByteOrder()
                : ByteOrder.BIG_ENDIAN;
    }

    @Override
    public void runs(NcVariable variable, int[] start, int[] count, Run run) throws IOException {
        Dataset dataset = Objects.requireNonNull(datasets.get(variable.name()));
        HdfBox box = new HdfBox(start, count);
        guarded(
                variable.name(),
                () -> {
                    if (dataset instanceof ChunkedDataset chunked) {
                        new HdfChunks(file, chunked, variable, order(dataset)).runs(box, run);
                    } else if (dataset instanceof ContiguousDataset contiguous) {
                        ByteBuffer whole = contiguous.getBuffer().slice().order(order(dataset));
                        box.runs(whole, new int[count.length], dataset.getDimensions(), run);
                    } else {
                        throw refuse(
                                "expected %s in chunks or in one piece".formatted(variable.name()));
                    }
                    return true;
                });
    }

    private MetFileRefusedException refuse(String why) {
        return new MetFileRefusedException(file, -1, why);
    }

    @Override
    public void close() {
        hdf.close();
    }
}
