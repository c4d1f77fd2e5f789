package org.airshed.documents.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * One column of the row group now being filled: which cells are there, and their values in the
 * encoding PLAIN. Written as one page. Source: Apache Parquet format, Encodings.md.
 */
final class ParquetColumn {
    private final Field field;
    private final BitSet present = new BitSet(); // definition levels, 1 bit each
    private final BitSet yes = new BitSet(); // values of YES_NO
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();
    private int rows;
    private int yesNos;

    ParquetColumn(Field field) {
        this.field = field;
    }

    /** Physical types by Parquet's numbers. */
    static int physicalType(Field.Kind kind) {
        return switch (kind) {
            case YES_NO -> 0; // BOOLEAN
            case DAY -> 1; // INT32
            case WHOLE, MOMENT -> 2; // INT64
            case DECIMAL -> 5; // DOUBLE: every program reads it; our values have few digits
            case TEXT -> 6; // BYTE_ARRAY
        };
    }

    void add(@Nullable Object cell) {
        if (cell != null) {
            present.set(rows);
            switch (field.kind()) {
                case TEXT -> text((String) cell);
                case WHOLE -> bits((Long) cell, 8);
                case DECIMAL ->
                        bits(Double.doubleToRawLongBits(((BigDecimal) cell).doubleValue()), 8);
                case MOMENT -> bits(((Instant) cell).toEpochMilli(), 8);
                case DAY -> bits(((LocalDate) cell).toEpochDay(), 4);
                case YES_NO -> yes.set(yesNos++, (Boolean) cell);
            }
        }
        rows++;
    }

    private void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        bits(utf8.length, 4);
        values.writeBytes(utf8);
    }

    /** Little-endian. */
    private void bits(long value, int width) {
        for (int place = 0; place < width; place++) {
            values.write((int) (value >>> 8 * place));
        }
    }

    /**
     * A page as it stands in the file.
     *
     * @param uncompressed_bytes of the whole, header included, before compression
     */
    record Page(byte[] header, byte[] body, long uncompressed_bytes) {
        long compressed_bytes() {
            return (long) header.length + body.length;
        }
    }

    /** The page of all rows so far; the column is empty afterwards. */
    Page take() throws IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream(values.size() + rows / 8 + 16);
        byte[] levels = levels();
        for (int place = 0; place < 4; place++) {
            raw.write(levels.length >>> 8 * place);
        }
        raw.writeBytes(levels);
        if (field.kind() == Field.Kind.YES_NO) {
            raw.writeBytes(packed(yes, yesNos));
        } else {
            values.writeTo(raw);
        }
        byte[] body = compressed(raw);
        byte[] header =
                new ThriftCompact()
                        .i32(1, 0) // DATA_PAGE
                        .i32(2, raw.size())
                        .i32(3, body.length)
                        .struct(5)
                        .i32(1, rows)
                        .i32(2, ParquetTable.PLAIN)
                        .i32(3, ParquetTable.RLE)
                        .i32(4, ParquetTable.RLE)
                        .end()
                        .whole();
        values.reset();
        present.clear();
        yes.clear();
        yesNos = 0;
        rows = 0;
        return new Page(header, body, (long) header.length + raw.size());
    }

    /** One bit-packed run over all rows. */
    private byte[] levels() {
        ByteArrayOutputStream levels = new ByteArrayOutputStream();
        int head = Math.ceilDiv(rows, 8) << 1 | 1;
        while (head > 0x7F) {
            levels.write(head & 0x7F | 0x80);
            head >>>= 7;
        }
        levels.write(head);
        levels.writeBytes(packed(present, rows));
        return levels.toByteArray();
    }

    private static byte[] packed(BitSet bits, int count) {
        byte[] whole = new byte[Math.ceilDiv(count, 8)];
        byte[] set = bits.toByteArray();
        System.arraycopy(set, 0, whole, 0, set.length);
        return whole;
    }

    private static byte[] compressed(ByteArrayOutputStream raw) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(raw.size() / 4 + 64);
        try (var gzip = new Quick(body)) {
            raw.writeTo(gzip);
        }
        return body.toByteArray();
    }

    /** GZIP at the level that costs least: columns of measurements repeat themselves anyway. */
    private static final class Quick extends GZIPOutputStream {
        Quick(ByteArrayOutputStream target) throws IOException {
            super(target, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
