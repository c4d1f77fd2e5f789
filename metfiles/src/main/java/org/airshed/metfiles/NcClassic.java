package org.airshed.metfiles;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * netCDF classic in its three forms (CDF-1, 64-bit offset CDF-2, 64-bit data CDF-5), by the grammar
 * of the NetCDF User's Guide, appendix "File Format Specifications".
 */
final class NcClassic implements NcFile {
    private static final int HEADER_BYTES = 1 << 20;
    private static final int MOST_ENTRIES = 10_000;
    private static final NcType[] TYPES = {
        NcType.BYTE,
        NcType.CHAR,
        NcType.SHORT,
        NcType.INT,
        NcType.FLOAT,
        NcType.DOUBLE,
        NcType.UBYTE,
        NcType.USHORT,
        NcType.UINT,
        NcType.INT64,
        NcType.UINT64
    };

    private final FileBytes bytes;
    private final ByteBuffer header;
    private final int version;
    private long records;
    private long recordBytes;
    private final Map<String, NcVariable> variables = new LinkedHashMap<>();
    private final Map<String, Long> begins = new HashMap<>();
    private final Map<String, Boolean> recordVariables = new HashMap<>();
    private final Map<String, Object> attributes;

    private record Dimension(String name, long length) {}

    NcClassic(FileBytes bytes) throws IOException {
        this.bytes = bytes;
        header = bytes.bytes(0, Math.min(bytes.size(), HEADER_BYTES), "the netCDF header");
        need(4);
        int magic = header.getInt();
        version = magic & 0xff;
        if (magic >>> 8 != 0x434446 || (version != 1 && version != 2 && version != 5)) {
            throw refuse("expected a netCDF file (CDF-1, CDF-2 or CDF-5)");
        }
        records = count();
        List<Dimension> dimensions = dimensions();
        attributes = attributeList();
        readVariables(dimensions);
        checkSizes();
    }

    private MetFileRefusedException refuse(String why) {
        return bytes.refused(header.position(), why);
    }

    private void need(long length) throws IOException {
        if (length < 0 || length > header.remaining()) {
            throw refuse(
                    "expected %d bytes more of the netCDF header, %d are left"
                            .formatted(length, header.remaining()));
        }
    }

    /** A non-negative number, of 8 bytes in CDF-5. */
    private long count() throws IOException {
        need(version == 5 ? 8 : 4);
        long value = version == 5 ? header.getLong() : header.getInt();
        if (value == -1) {
            return -1; // streaming: as many records as the file has
        }
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw refuse("expected a count from 0 to 2^31 − 1, got " + value);
        }
        return value;
    }

    private int entries(int tag, String what) throws IOException {
        need(4);
        int found = header.getInt();
        long number = count();
        if (found == 0 && number == 0) {
            return 0;
        }
        if (found != tag || number < 0 || number > MOST_ENTRIES) {
            throw refuse(
                    "expected a list of at most %d %s (tag %d), got tag %d and %d entries"
                            .formatted(MOST_ENTRIES, what, tag, found, number));
        }
        return (int) number;
    }

    private String name() throws IOException {
        long length = count();
        need((length + 3) / 4 * 4);
        byte[] text = new byte[(int) length];
        header.get(text);
        header.position(header.position() + (int) ((4 - length % 4) % 4));
        return new String(text, StandardCharsets.UTF_8);
    }

    private List<Dimension> dimensions() throws IOException {
        var list = new ArrayList<Dimension>();
        for (int left = entries(10, "dimensions"); left > 0; left--) {
            list.add(new Dimension(name(), count()));
        }
        return list;
    }

    private NcType type() throws IOException {
        need(4);
        int code = header.getInt();
        if (code < 1 || code > (version == 5 ? 11 : 6)) {
            throw refuse("expected a netCDF type, got " + code);
        }
        return TYPES[code - 1];
    }

    private Map<String, Object> attributeList() throws IOException {
        var map = new LinkedHashMap<String, Object>();
        for (int left = entries(12, "attributes"); left > 0; left--) {
            String name = name();
            NcType type = type();
            long number = count();
            long length = (number * type.bytes() + 3) / 4 * 4;
            need(length);
            ByteBuffer values = header.slice(header.position(), (int) length);
            header.position(header.position() + (int) length);
            if (type == NcType.CHAR) {
                byte[] text = new byte[(int) number];
                values.get(text);
                map.put(name, new String(text, StandardCharsets.UTF_8).replace("\0", ""));
            } else {
                double[] numbers = new double[(int) number];
                for (int index = 0; index < numbers.length; index++) {
                    numbers[index] = type.value(values, index);
                }
                map.put(name, numbers);
            }
        }
        return map;
    }

    private void readVariables(List<Dimension> dimensions) throws IOException {
        long single = 0;
        for (int left = entries(11, "variables"); left > 0; left--) {
            String name = name();
            long rank = count();
            if (rank < 0 || rank > 16) {
                throw refuse("expected at most 16 dimensions of %s, got %d".formatted(name, rank));
            }
            var names = new ArrayList<String>();
            var shape = new ArrayList<Integer>();
            boolean record = false;
            long size = 1;
            for (int axis = 0; axis < rank; axis++) {
                long index = count();
                if (index < 0 || index >= dimensions.size()) {
                    throw refuse("expected a dimension of the file, got number " + index);
                }
                Dimension dimension = dimensions.get((int) index);
                boolean unlimited = dimension.length() == 0;
                if (unlimited && axis > 0) {
                    throw refuse("expected the unlimited dimension first in " + name);
                }
                record |= unlimited;
                names.add(dimension.name());
                shape.add((int) (unlimited ? Math.max(records, 0) : dimension.length()));
                size = unlimited ? size : Math.min(size * dimension.length(), 1L << 50);
            }
            Map<String, Object> own = attributeList();
            NcType type = type();
            count(); // vsize: redundant, and wrong by design in large files
            need(version == 1 ? 4 : 8);
            long begin = version == 1 ? header.getInt() & 0xffffffffL : header.getLong();
            variables.put(name, new NcVariable(name, type, names, shape, own));
            begins.put(name, begin);
            recordVariables.put(name, record);
            if (record) {
                single = recordBytes == 0 ? size * type.bytes() : 0;
                recordBytes += (size * type.bytes() + 3) / 4 * 4;
            }
        }
        if (single > 0 && recordVariables.values().stream().filter(r -> r).count() == 1) {
            recordBytes = single; // one record variable alone is not padded
        }
    }

    private void checkSizes() throws IOException {
        if (records < 0) {
            long first = Long.MAX_VALUE;
            for (NcVariable variable : variables.values()) {
                if (isRecord(variable)) {
                    first = Math.min(first, begin(variable));
                }
            }
            records = recordBytes == 0 ? 0 : Math.max(0, (bytes.size() - first) / recordBytes);
            variables.replaceAll(
                    (name, variable) -> isRecord(variable) ? grown(variable) : variable);
        }
        for (NcVariable variable : variables.values()) {
            boolean empty = variable.size() == 0;
            long last = begin(variable) + (empty ? 0 : bytesOf(variable));
            if (begin(variable) < 0 || last > bytes.size() || last < 0) {
                throw bytes.refused(
                        bytes.size(),
                        "expected %s to end at byte %d, the file ends before"
                                .formatted(variable.name(), last));
            }
        }
    }

    private NcVariable grown(NcVariable variable) {
        var shape = new ArrayList<>(variable.shape());
        shape.set(0, (int) Math.min(records, Integer.MAX_VALUE));
        return new NcVariable(
                variable.name(),
                variable.type(),
                variable.dimensions(),
                shape,
                variable.attributes());
    }

    private boolean isRecord(NcVariable variable) {
        return Boolean.TRUE.equals(recordVariables.get(variable.name()));
    }

    private long begin(NcVariable variable) {
        return begins.getOrDefault(variable.name(), 0L);
    }

    private long bytesOf(NcVariable variable) {
        if (!isRecord(variable)) {
            return saturated(variable, 0) * variable.type().bytes();
        }
        return (records - 1) * recordBytes + saturated(variable, 1) * variable.type().bytes();
    }

    private static long saturated(NcVariable variable, int from) {
        long size = 1;
        for (int length : variable.shape().subList(from, variable.shape().size())) {
            size = Math.min(size * length, 1L << 50);
        }
        return size;
    }

    @Override
    public Path file() {
        return bytes.file();
    }

    @Override
    public String format() {
        return version == 5 ? "netCDF-3 (CDF-5)" : "netCDF-3 (CDF-" + version + ")";
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
        return 1;
    }

    @Override
    public ByteBuffer box(NcVariable variable, int[] start, int[] count) throws IOException {
        int rank = count.length;
        int width = variable.type().bytes();
        // How many of the last dimensions are whole: those lie together.
        int inner = rank;
        long run = 1;
        while (inner > (isRecord(variable) ? 1 : 0)) {
            inner--;
            run *= count[inner];
            if (count[inner] != variable.shape().get(inner)) {
                break;
            }
        }
        long runs = 1;
        for (int axis = 0; axis < inner; axis++) {
            runs *= count[axis];
        }
        if (runs * run * width > FileBytes.MOST_BYTES) {
            throw bytes.refused(begin(variable), "expected a smaller part of " + variable.name());
        }
        if (runs == 1) {
            return bytes.bytes(position(variable, start), run * width, variable.name());
        }
        ByteBuffer whole = ByteBuffer.allocate((int) (runs * run * width));
        int[] at = start.clone();
        for (long index = 0; index < runs; index++) {
            whole.put(bytes.bytes(position(variable, at), run * width, variable.name()));
            for (int axis = inner - 1;
                    axis >= 0 && ++at[axis] == start[axis] + count[axis];
                    axis--) {
                at[axis] = start[axis];
            }
        }
        return whole.flip();
    }

    private long position(NcVariable variable, int[] at) {
        int from = isRecord(variable) ? 1 : 0;
        long index = 0;
        for (int axis = from; axis < at.length; axis++) {
            index = index * variable.shape().get(axis) + at[axis];
        }
        return begin(variable)
                + (from == 1 ? at[0] * recordBytes : 0)
                + index * variable.type().bytes();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
