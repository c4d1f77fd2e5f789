package org.airshed.metfiles;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes netCDF classic in its 64-bit-offset form (CDF-2), value after value: first what the file
 * will hold is declared, then every variable is written whole, in that order. Nothing is kept in
 * memory but the header. Names, units and axes are the caller's, by the CF conventions.
 *
 * <p>A variable may have at most 2^32 − 4 bytes, as the format has it. Source: NetCDF User's Guide,
 * "File Format Specifications".
 */
public final class NetcdfWriter implements Closeable {
    private static final int DIMENSIONS = 10;
    private static final int VARIABLES = 11;
    private static final int ATTRIBUTES = 12;
    private static final int CHAR = 2;
    private static final int FLOAT = 5;
    private static final int DOUBLE = 6;
    private static final long MOST_BYTES = (1L << 32) - 4;

    /** What 32-bit values that are missing are written as; the readers' NaN. */
    public static final float FILL = 9.96921e36f;

    private record Variable(
            String name, List<String> dimensions, boolean wide, Map<String, Object> attributes) {}

    private final DataOutputStream out;
    private final Map<String, Integer> dimensions = new LinkedHashMap<>();
    private final List<Variable> variables = new ArrayList<>();
    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private boolean begun;
    private int current;
    private long written;

    public NetcdfWriter(Path file) throws IOException {
        this(Files.newOutputStream(file));
    }

    public NetcdfWriter(OutputStream stream) {
        out = new DataOutputStream(new BufferedOutputStream(stream, 1 << 16));
    }

    /** Declares a dimension. */
    public NetcdfWriter dimension(String name, int length) {
        declare();
        if (length < 1 || dimensions.putIfAbsent(name, length) != null) {
            throw new IllegalArgumentException(
                    "expected a new dimension of 1 or more, got %s of %d".formatted(name, length));
        }
        return this;
    }

    /** Declares an attribute of the whole file. */
    public NetcdfWriter attribute(String name, String text) {
        declare();
        attributes.put(name, text);
        return this;
    }

    /** Declares a coordinate of 64-bit values. */
    public NetcdfWriter coordinate(String name, Map<String, Object> own, String... of) {
        return variable(new Variable(name, List.of(of), true, new LinkedHashMap<>(own)));
    }

    /**
     * Declares a variable of 32-bit values; NaN is written as {@link #FILL}, and said to be.
     *
     * @param own attributes, each a {@code String} or a {@code Double}
     */
    public NetcdfWriter field(String name, Map<String, Object> own, String... of) {
        var all = new LinkedHashMap<>(own);
        all.put("_FillValue", FILL);
        return variable(new Variable(name, List.of(of), false, all));
    }

    private NetcdfWriter variable(Variable variable) {
        declare();
        for (String dimension : variable.dimensions()) {
            if (!dimensions.containsKey(dimension)) {
                throw new IllegalArgumentException(
                        "expected a dimension declared before %s, got %s"
                                .formatted(variable.name(), dimension));
            }
        }
        if (bytes(variable) > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "expected at most %d bytes of %s, got %d"
                            .formatted(MOST_BYTES, variable.name(), bytes(variable)));
        }
        variables.add(variable);
        return this;
    }

    private void declare() {
        if (begun) {
            throw new IllegalStateException("expected declarations before the first value");
        }
    }

    private long values(Variable variable) {
        long values = 1;
        for (String dimension : variable.dimensions()) {
            values = Math.multiplyExact(values, dimensions.getOrDefault(dimension, 0).longValue());
        }
        return values;
    }

    private long bytes(Variable variable) {
        return values(variable) * (variable.wide() ? 8 : 4);
    }

    /**
     * The next values of the variables' values, in the order of declaration, last index fastest.
     */
    public NetcdfWriter write(double... values) throws IOException {
        next(true, values.length);
        ByteBuffer buffer = ByteBuffer.allocate(values.length * 8);
        buffer.asDoubleBuffer().put(values);
        out.write(buffer.array());
        return this;
    }

    /** The next values of a field; NaN becomes {@link #FILL}. */
    public NetcdfWriter write(float... values) throws IOException {
        next(false, values.length);
        int part = 1 << 16;
        ByteBuffer buffer = ByteBuffer.allocate(part * 4);
        for (int from = 0; from < values.length; from += part) {
            int length = Math.min(part, values.length - from);
            for (int index = 0; index < length; index++) {
                float value = values[from + index];
                buffer.putFloat(index * 4, Float.isNaN(value) ? FILL : value);
            }
            out.write(buffer.array(), 0, length * 4);
        }
        return this;
    }

    private void next(boolean wide, int count) throws IOException {
        if (!begun) {
            begun = true;
            header();
        }
        if (current == variables.size()) {
            throw new IllegalStateException("expected no more values than declared");
        }
        Variable variable = variables.get(current);
        long left = values(variable) - written;
        if (variable.wide() != wide || count > left) {
            throw new IllegalStateException(
                    "expected %d more %s values of %s, got %d"
                            .formatted(
                                    left,
                                    variable.wide() ? "64-bit" : "32-bit",
                                    variable.name(),
                                    count));
        }
        written += count;
        if (written == values(variable)) {
            written = 0;
            current++;
        }
    }

    private void header() throws IOException {
        long size = 8 + 4L * 2;
        for (String name : dimensions.keySet()) {
            size += padded(name) + 4;
        }
        size += size(attributes) + 8;
        for (Variable variable : variables) {
            size +=
                    padded(variable.name())
                            + 4
                            + 4L * variable.dimensions().size()
                            + size(variable.attributes())
                            + 16;
        }
        out.writeInt(0x43444602);
        out.writeInt(0); // no records: every dimension has its length
        list(DIMENSIONS, dimensions.size());
        for (var dimension : dimensions.entrySet()) {
            name(dimension.getKey());
            out.writeInt(dimension.getValue());
        }
        attributes(attributes);
        list(VARIABLES, variables.size());
        List<String> order = List.copyOf(dimensions.keySet());
        long begin = size;
        for (Variable variable : variables) {
            name(variable.name());
            out.writeInt(variable.dimensions().size());
            for (String dimension : variable.dimensions()) {
                out.writeInt(order.indexOf(dimension));
            }
            attributes(variable.attributes());
            out.writeInt(variable.wide() ? DOUBLE : FLOAT);
            out.writeInt((int) bytes(variable));
            out.writeLong(begin);
            begin += bytes(variable);
        }
    }

    private void list(int tag, int entries) throws IOException {
        out.writeInt(entries == 0 ? 0 : tag);
        out.writeInt(entries);
    }

    private static int padded(String text) {
        return 4 + (text.getBytes(StandardCharsets.UTF_8).length + 3) / 4 * 4;
    }

    private static long size(Map<String, Object> attributes) {
        long size = 8;
        for (var attribute : attributes.entrySet()) {
            size += padded(attribute.getKey()) + 4;
            size +=
                    attribute.getValue() instanceof String text
                            ? padded(text)
                            : attribute.getValue() instanceof Float ? 8 : 12;
        }
        return size;
    }

    private void name(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.write(new byte[(4 - bytes.length % 4) % 4]);
    }

    private void attributes(Map<String, Object> all) throws IOException {
        list(ATTRIBUTES, all.size());
        for (var attribute : all.entrySet()) {
            name(attribute.getKey());
            switch (attribute.getValue()) {
                case String text -> {
                    out.writeInt(CHAR);
                    name(text);
                }
                case Float number -> {
                    out.writeInt(FLOAT);
                    out.writeInt(1);
                    out.writeFloat(number);
                }
                case Double number -> {
                    out.writeInt(DOUBLE);
                    out.writeInt(1);
                    out.writeDouble(number);
                }
                default ->
                        throw new IllegalArgumentException(
                                "expected a text or a number as attribute, got "
                                        + attribute.getValue());
            }
        }
    }

    /** Ends the file; refused when values are owing, so that no file looks whole that is not. */
    @Override
    public void close() throws IOException {
        try (out) {
            if (current < variables.size()) {
                throw new IllegalStateException(
                        "expected all values of %s before the end"
                                .formatted(variables.get(current).name()));
            }
        }
    }
}
