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

/**
 * A collection of features (RFC 7946). The columns longitude and latitude become the point of a
 * row; a row without them has no place. The notes stand before the features.
 */
final class GeoJsonTable implements TableWriter {
    private final Writer out;
    private final Heading heading;
    private final int longitude;
    private final int latitude;
    private boolean first = true;

    GeoJsonTable(OutputStream target, Heading heading) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8));
        this.heading = heading;
        this.longitude = heading.at(Field.LONGITUDE);
        this.latitude = heading.at(Field.LATITUDE);
        out.write("{\"type\":\"FeatureCollection\",\"about\":{\"title\":");
        text(heading.title());
        for (var note : heading.notes().entrySet()) {
            out.write(',');
            text(note.getKey());
            out.write(':');
            text(note.getValue());
        }
        out.write("},\"features\":[");
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        TableFormat.requireWidth(heading, cells);
        out.write(first ? "\n" : ",\n");
        first = false;
        out.write("{\"type\":\"Feature\",\"geometry\":");
        Object east = longitude < 0 ? null : cells.get(longitude);
        Object north = latitude < 0 ? null : cells.get(latitude);
        if (east == null || north == null) {
            out.write("null");
        } else {
            out.write("{\"type\":\"Point\",\"coordinates\":[");
            value(east);
            out.write(',');
            value(north);
            out.write("]}");
        }
        out.write(",\"properties\":{");
        boolean begun = false;
        for (int column = 0; column < cells.size(); column++) {
            if (column == longitude || column == latitude) {
                continue;
            }
            if (begun) {
                out.write(',');
            }
            begun = true;
            text(heading.fields().get(column).name());
            out.write(':');
            value(cells.get(column));
        }
        out.write("}}");
    }

    @Override
    public void finish() throws IOException {
        out.write("\n]}\n");
        out.flush();
    }

    private void value(@Nullable Object cell) throws IOException {
        switch (cell) {
            case null -> out.write("null");
            case BigDecimal number -> out.write(number.toPlainString());
            case Long whole -> out.write(whole.toString());
            case Boolean yes -> out.write(yes.toString());
            default -> text(cell.toString());
        }
    }

    private void text(String text) throws IOException {
        out.write('"');
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == '"' || letter == '\\') {
                out.write('\\');
                out.write(letter);
            } else if (letter < ' ') {
                out.write("\\u%04x".formatted((int) letter));
            } else {
                out.write(letter);
            }
        }
        out.write('"');
    }
}
