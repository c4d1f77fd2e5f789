package org.airshed.engine.edition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table of the engine's own resources: comma-separated UTF-8 text, lines starting with {@code #}
 * are remarks, the first other line names the columns, a field in double quotes may hold commas.
 * The files are part of the engine, so a malformed one is a broken invariant and throws.
 */
public final class Table {
    private final String name;
    private final List<String> columns;
    private final List<Row> rows;

    private Table(String name, List<String> lines) {
        this.name = name;
        List<Row> parsed = new ArrayList<>();
        List<String> header = List.of();
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            List<String> fields = fields(line);
            if (header.isEmpty()) {
                header = fields;
            } else {
                parsed.add(new Row(this, index + 1, fields));
            }
        }
        this.columns = header;
        this.rows = List.copyOf(parsed);
        for (Row row : rows) {
            if (row.fields.size() != columns.size()) {
                throw new IllegalStateException(
                        "%s line %d: expected %d fields, got %d"
                                .formatted(name, row.line, columns.size(), row.fields.size()));
            }
        }
    }

    /** The table in this resource, found beside the given class. */
    public static Table beside(Class<?> owner, String resource) {
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        "expected the resource %s beside %s, found none"
                                .formatted(resource, owner.getName()));
            }
            return parse(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the resource " + resource, failure);
        }
    }

    /** The table written in this text; the name appears in messages. */
    public static Table parse(String name, String text) {
        return new Table(name, text.lines().toList());
    }

    /** Its rows, in the order of the file. */
    public Stream<Row> rows() {
        return rows.stream();
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int index = 0; index < line.length(); index++) {
            char letter = line.charAt(index);
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(letter);
            }
        }
        fields.add(field.toString().strip());
        return List.copyOf(fields);
    }

    /** One row, read by the names of its columns. */
    public static final class Row {
        private final Table table;
        private final int line;
        private final List<String> fields;

        private Row(Table table, int line, List<String> fields) {
            this.table = table;
            this.line = line;
            this.fields = fields;
        }

        /** The words in this column; throws when it is empty. */
        public String text(String column) {
            return findText(column).orElseThrow(() -> expected("a value", column, ""));
        }

        /** The words in this column, or empty when nothing stands there. */
        public Optional<String> findText(String column) {
            int index = table.columns.indexOf(column);
            if (index < 0) {
                throw expected("a column of this name", column, table.columns.toString());
            }
            String text = fields.get(index);
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        }

        /** The decimal in this column, exactly as written. */
        public BigDecimal decimal(String column) {
            return findDecimal(column).orElseThrow(() -> expected("a decimal", column, ""));
        }

        /** The decimal in this column, or empty when nothing stands there. */
        public Optional<BigDecimal> findDecimal(String column) {
            Optional<String> text = findText(column);
            try {
                return text.map(BigDecimal::new);
            } catch (NumberFormatException failure) {
                throw expected("a decimal", column, text.orElse(""));
            }
        }

        /** The whole number in this column. */
        public int integer(String column) {
            return decimal(column).intValueExact();
        }

        /** Columns {@code valid_from} and {@code valid_to}; the latter may be empty. */
        public Validity validity() {
            return new Validity(
                    LocalDate.parse(text("valid_from")),
                    findText("valid_to").map(LocalDate::parse).orElse(null));
        }

        /** Columns {@code source} and {@code confidence}. */
        public Provenance provenance() {
            return new Provenance(text("source"), Confidence.valueOf(text("confidence")));
        }

        private IllegalStateException expected(String what, String column, String got) {
            return new IllegalStateException(
                    "%s line %d column %s: expected %s, got '%s'"
                            .formatted(table.name, line, column, what, got));
        }
    }
}
