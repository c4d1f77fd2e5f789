package org.airshed.documents.table;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes structures in Thrift's compact protocol, as far as Parquet's metadata needs it. Source:
 * Apache Thrift, thrift-compact-protocol.md.
 */
final class ThriftCompact {
    private static final int TRUE = 1;
    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;
    private static final int SHORT_LIST = 15;

    /** What the elements of a list are. */
    enum Element {
        I32(ThriftCompact.I32),
        BINARY(ThriftCompact.BINARY),
        STRUCT(ThriftCompact.STRUCT);

        private final int type;

        Element(int type) {
            this.type = type;
        }
    }

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Deque<Integer> outer = new ArrayDeque<>(); // the last field of each outer struct
    private int last;

    byte[] bytes() {
        return bytes.toByteArray();
    }

    ThriftCompact i32(int field, int value) {
        begin(field, I32);
        element(value);
        return this;
    }

    ThriftCompact i64(int field, long value) {
        begin(field, I64);
        varint((value << 1) ^ (value >> 63));
        return this;
    }

    ThriftCompact yes(int field) {
        begin(field, TRUE);
        return this;
    }

    ThriftCompact text(int field, String value) {
        begin(field, BINARY);
        element(value);
        return this;
    }

    /** A list; its elements follow. */
    ThriftCompact list(int field, Element element, int size) {
        begin(field, LIST);
        if (size < SHORT_LIST) {
            bytes.write(size << 4 | element.type);
        } else {
            bytes.write(SHORT_LIST << 4 | element.type);
            varint(size);
        }
        return this;
    }

    ThriftCompact element(int value) {
        varint(Integer.toUnsignedLong((value << 1) ^ (value >> 31)));
        return this;
    }

    ThriftCompact element(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        varint(utf8.length);
        bytes.writeBytes(utf8);
        return this;
    }

    /** A structure as a field; its fields follow until {@link #end}. */
    ThriftCompact struct(int field) {
        begin(field, STRUCT);
        return struct();
    }

    /** A structure as an element of a list. */
    ThriftCompact struct() {
        outer.push(last);
        last = 0;
        return this;
    }

    ThriftCompact end() {
        bytes.write(0);
        last = outer.pop();
        return this;
    }

    /** Ends the outermost structure, which was not begun by a word of its own. */
    byte[] whole() {
        bytes.write(0);
        return bytes();
    }

    private void begin(int field, int type) {
        int step = field - last;
        if (step < 1 || step > 15) {
            throw new IllegalStateException(
                    "expected fields in order, got %d after %d".formatted(field, last));
        }
        bytes.write(step << 4 | type);
        last = field;
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }
}
