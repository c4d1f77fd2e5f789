package org.airshed.documents.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.airshed.documents.table.ThriftCompact.Element;
import org.jspecify.annotations.Nullable;

/**
 * A flat Parquet file: row groups of {@value #ROWS_OF_A_GROUP} rows, one page per column, encoding
 * PLAIN, compressed by GZIP, the notes as key-value metadata. Source: Apache Parquet format 2,
 * parquet.thrift. Decision 0090 says why it is written here.
 */
final class ParquetTable implements TableWriter {
    static final int PLAIN = 0;
    static final int RLE = 3;
    private static final int GZIP = 2;
    private static final int OPTIONAL = 1;
    private static final int ROWS_OF_A_GROUP = 50_000;
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    /** Where a column of a row group stands. */
    private record Chunk(
            long offset, long values, long uncompressed_bytes, long compressed_bytes) {}

    private record Group(List<Chunk> chunks, long rows) {}

    private final OutputStream target;
    private final Heading heading;
    private final List<ParquetColumn> columns;
    private final List<Group> groups = new ArrayList<>();
    private long written_bytes;
    private int rowsOfGroup;

    ParquetTable(OutputStream target, Heading heading) throws IOException {
        this.target = target;
        this.heading = heading;
        this.columns = heading.fields().stream().map(ParquetColumn::new).toList();
        write(MAGIC);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        TableFormat.requireWidth(heading, cells);
        for (int column = 0; column < cells.size(); column++) {
            columns.get(column).add(cells.get(column));
        }
        rowsOfGroup++;
        if (rowsOfGroup == ROWS_OF_A_GROUP) {
            writeGroup();
        }
    }

    @Override
    public void finish() throws IOException {
        if (rowsOfGroup > 0) {
            writeGroup();
        }
        byte[] footer = footer();
        write(footer);
        write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(footer.length).array());
        write(MAGIC);
        target.flush();
    }

    private void writeGroup() throws IOException {
        List<Chunk> chunks = new ArrayList<>();
        for (ParquetColumn column : columns) {
            ParquetColumn.Page page = column.take();
            chunks.add(
                    new Chunk(
                            written_bytes,
                            rowsOfGroup,
                            page.uncompressed_bytes(),
                            page.compressed_bytes()));
            write(page.header());
            write(page.body());
        }
        groups.add(new Group(chunks, rowsOfGroup));
        rowsOfGroup = 0;
    }

    private void write(byte[] bytes) throws IOException {
        target.write(bytes);
        written_bytes += bytes.length;
    }

    private byte[] footer() {
        ThriftCompact footer = new ThriftCompact().i32(1, 2);
        footer.list(2, Element.STRUCT, columns.size() + 1);
        footer.struct().text(4, "row").i32(5, columns.size()).end();
        heading.fields().forEach(field -> schema(footer, field));
        footer.i64(3, groups.stream().mapToLong(Group::rows).sum());
        footer.list(4, Element.STRUCT, groups.size());
        groups.forEach(group -> describe(footer, group));
        footer.list(5, Element.STRUCT, heading.notes().size() + 1);
        footer.struct().text(1, "title").text(2, heading.title()).end();
        heading.notes().forEach((word, note) -> footer.struct().text(1, word).text(2, note).end());
        footer.text(6, "Airshed");
        return footer.whole();
    }

    /** A column's type, in the words of old readers and of new ones. */
    private static void schema(ThriftCompact footer, Field field) {
        footer.struct()
                .i32(1, ParquetColumn.physicalType(field.kind()))
                .i32(3, OPTIONAL)
                .text(4, field.name());
        switch (field.kind()) {
            case TEXT -> footer.i32(6, 0).struct(10).struct(1).end().end(); // UTF8, STRING
            case DAY -> footer.i32(6, 6).struct(10).struct(6).end().end(); // DATE
            case MOMENT -> // TIMESTAMP_MILLIS, adjusted to UTC
                    footer.i32(6, 9)
                            .struct(10)
                            .struct(8)
                            .yes(1)
                            .struct(2)
                            .struct(1)
                            .end()
                            .end()
                            .end()
                            .end();
            case WHOLE, DECIMAL, YES_NO -> {
                // the physical type says it
            }
        }
        footer.end();
    }

    private void describe(ThriftCompact footer, Group group) {
        footer.struct().list(1, Element.STRUCT, group.chunks().size());
        for (int column = 0; column < columns.size(); column++) {
            Chunk chunk = group.chunks().get(column);
            Field field = heading.fields().get(column);
            footer.struct().i64(2, 0).struct(3).i32(1, ParquetColumn.physicalType(field.kind()));
            footer.list(2, Element.I32, 2).element(PLAIN).element(RLE);
            footer.list(3, Element.BINARY, 1).element(field.name());
            footer.i32(4, GZIP)
                    .i64(5, chunk.values())
                    .i64(6, chunk.uncompressed_bytes())
                    .i64(7, chunk.compressed_bytes())
                    .i64(9, chunk.offset())
                    .end()
                    .end();
        }
        footer.i64(2, group.chunks().stream().mapToLong(Chunk::uncompressed_bytes).sum())
                .i64(3, group.rows())
                .end();
    }
}
