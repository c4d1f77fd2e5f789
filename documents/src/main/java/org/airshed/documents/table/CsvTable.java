package org.airshed.documents.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Comma-separated values (RFC 4180) and nothing else, so that any program reads them. */
final class CsvTable implements TableWriter {
    private final Writer out;
    private final Heading heading;

    CsvTable(OutputStream target, Heading heading) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8));
        this.heading = heading;
        out.write(String.join(",", heading.fields().stream().map(Field::name).toList()));
        out.write("\r\n");
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        TableFormat.requireWidth(heading, cells);
        for (int column = 0; column < cells.size(); column++) {
            if (column > 0) {
                out.write(',');
            }
            Object cell = cells.get(column);
            if (cell != null) {
                out.write(written(cell));
            }
        }
        out.write("\r\n");
    }

    @Override
    public void finish() throws IOException {
        out.flush();
    }

    private static String written(Object cell) {
        return switch (cell) {
            case BigDecimal number -> number.toPlainString();
            case String text -> CsvCell.quoted(text);
            default -> cell.toString(); // ISO 8601, whole numbers, true and false
        };
    }
}
