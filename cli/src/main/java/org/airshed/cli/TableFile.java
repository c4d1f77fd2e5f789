package org.airshed.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A table of text with a header: commas, or tabs where the header has one; quotes around a field
 * and byte-order marks go; {@code .gz} is unpacked.
 */
final class TableFile {
    private static final int MOST_ROWS = 5_000_000;

    private final Path file;
    private final List<String> names;
    private final List<String[]> rows;

    private TableFile(Path file, List<String> names, List<String[]> rows) {
        this.file = file;
        this.names = names;
        this.rows = rows;
    }

    static TableFile read(Path file) throws Unusable {
        if (!Files.isRegularFile(file)) {
            throw new Unusable("expected the file %s, found none".formatted(file));
        }
        try (InputStream in = Files.newInputStream(file);
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        file.toString().endsWith(".gz")
                                                ? new GZIPInputStream(in)
                                                : in,
                                        StandardCharsets.UTF_8))) {
            String header = lines.readLine();
            if (header == null || header.isBlank()) {
                throw new Unusable("expected a header in %s, got nothing".formatted(file));
            }
            header = header.startsWith("\ufeff") ? header.substring(1) : header;
            char separator = header.indexOf('\t') >= 0 ? '\t' : ',';
            List<String> names = List.of(fields(header, separator));
            List<String[]> rows = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    String[] fields = fields(line, separator);
                    if (fields.length != names.size() || rows.size() == MOST_ROWS) {
                        throw new Unusable(
                                "expected %d fields in each of at most %d rows, got %d (%s, row %d)"
                                        .formatted(
                                                names.size(),
                                                MOST_ROWS,
                                                fields.length,
                                                file,
                                                rows.size() + 1));
                    }
                    rows.add(fields);
                }
            }
            return new TableFile(file, names, rows);
        } catch (IOException failure) {
            throw new Unusable("%s cannot be read: %s".formatted(file, failure.getMessage()));
        }
    }

    private static String[] fields(String line, char separator) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char letter = line.charAt(at);
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == separator && !quoted) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(letter);
            }
        }
        fields.add(field.toString().strip());
        return fields.toArray(String[]::new);
    }

    int size() {
        return rows.size();
    }

    List<String> names() {
        return names;
    }

    int column(String name) throws Unusable {
        int column = names.indexOf(name);
        if (column < 0) {
            throw new Unusable(
                    "expected a column %s in %s, got %s"
                            .formatted(name, file, String.join(", ", names)));
        }
        return column;
    }

    String text(int row, int column) {
        return rows.get(row)[column];
    }

    /** {@code NaN} where the field is empty or says NA, NaN or -999. */
    double number(int row, int column) throws Unusable {
        String text = text(row, column);
        if (text.isEmpty()
                || text.equalsIgnoreCase("NA")
                || text.equalsIgnoreCase("NaN")
                || text.equals("-999")) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException noNumber) {
            throw new Unusable(
                    "expected a number, got '%s' (%s, row %d, column %s)"
                            .formatted(text, file, row + 1, names.get(column)));
        }
    }

    double[] numbers(String name) throws Unusable {
        int column = column(name);
        double[] numbers = new double[rows.size()];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = number(row, column);
        }
        return numbers;
    }

    /** Why a file cannot be used, as a sentence. */
    static final class Unusable extends Exception {
        Unusable(String why) {
            super(why);
        }
    }
}
