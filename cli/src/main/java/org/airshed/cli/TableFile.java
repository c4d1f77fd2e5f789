package org.airshed.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A table of text with a header: commas, or tabs where the header has one; quotes around a field
 * and byte-order marks go; {@code .gz} is unpacked. What cannot be used is refused with the file,
 * the line (the header is line 1) and the value.
 */
final class TableFile {
    private static final int LONGEST_LINE = 1_000_000; // letters
    private static final int MOST_COLUMNS = 10_000;
    private static final int MOST_FIELDS = 20_000_000; // about 1 GB of short fields
    private static final double LARGEST = 1e50; // its square, times millions, is still a number
    private static final int SHOWN = 40; // letters of a refused value

    private final Path file;
    private final List<String> names;
    private final List<Row> rows;

    private record Row(int line, String[] fields) {}

    private TableFile(Path file, List<String> names, List<Row> rows) {
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
            return read(file, lines);
        } catch (IOException failure) {
            throw new Unusable("%s cannot be read: %s".formatted(file, failure.getMessage()));
        }
    }

    private static TableFile read(Path file, BufferedReader lines) throws IOException, Unusable {
        String header = line(file, lines, 1);
        if (header == null || header.isBlank()) {
            throw new Unusable("expected a header in %s, got nothing (line 1)".formatted(file));
        }
        header = header.startsWith("\ufeff") ? header.substring(1) : header;
        char separator = header.indexOf('\t') >= 0 ? '\t' : ',';
        List<String> names = names(file, fields(file, 1, header, separator));
        List<Row> rows = new ArrayList<>();
        int number = 1;
        for (String line = line(file, lines, ++number);
                line != null;
                line = line(file, lines, ++number)) {
            if (!line.isBlank()) {
                String[] fields = fields(file, number, line, separator);
                if (fields.length != names.size()
                        || (rows.size() + 1L) * names.size() > MOST_FIELDS) {
                    throw new Unusable(
                            "expected %d fields in each of at most %d rows, got %s%d (%s, line %d)"
                                    .formatted(
                                            names.size(),
                                            MOST_FIELDS / names.size(),
                                            fields.length > MOST_COLUMNS ? "more than " : "",
                                            Math.min(fields.length, MOST_COLUMNS),
                                            file,
                                            number));
                }
                rows.add(new Row(number, fields));
            }
        }
        return new TableFile(file, names, rows);
    }

    /**
     * Read letter by letter, so that a file without line ends is refused before it fills memory.
     */
    private static @Nullable String line(Path file, BufferedReader lines, int number)
            throws IOException, Unusable {
        StringBuilder line = new StringBuilder();
        int letter = lines.read();
        if (letter < 0) {
            return null;
        }
        for (; letter >= 0 && letter != '\n'; letter = lines.read()) {
            if (line.length() == LONGEST_LINE) {
                throw new Unusable(
                        "expected lines of at most %d letters, got a longer one that begins '%s' (%s, line %d)"
                                .formatted(LONGEST_LINE, shown(line.toString()), file, number));
            }
            line.append((char) letter);
        }
        return line.toString();
    }

    private static List<String> names(Path file, String[] header) throws Unusable {
        if (header.length > MOST_COLUMNS) {
            throw new Unusable(
                    "expected at most %d columns, got more, the first '%s' (%s, line 1)"
                            .formatted(MOST_COLUMNS, shown(header[0]), file));
        }
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw new Unusable(
                        "expected every column once, got '%s' twice (%s, line 1)"
                                .formatted(shown(name), file));
            }
        }
        return List.of(header);
    }

    /** Fields of a line; of one with too many, no more than are needed to refuse it. */
    private static String[] fields(Path file, int number, String line, char separator)
            throws Unusable {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < line.length() && fields.size() <= MOST_COLUMNS; at++) {
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
        if (quoted) {
            throw new Unusable(
                    "expected a closing quote, got '%s' (%s, line %d)"
                            .formatted(shown(field.toString()), file, number));
        }
        fields.add(field.toString().strip());
        return fields.toArray(String[]::new);
    }

    /** What is left of these rows, under the same header and with the same line numbers. */
    TableFile only(Predicate<String[]> kept) {
        return new TableFile(
                file, names, rows.stream().filter(row -> kept.test(row.fields)).toList());
    }

    int size() {
        return rows.size();
    }

    List<String> names() {
        return names;
    }

    boolean has(String name) {
        return names.contains(name);
    }

    int column(String name) throws Unusable {
        int column = names.indexOf(name);
        if (column < 0) {
            throw new Unusable(
                    "expected a column %s in %s, got %s".formatted(name, file, listed(names)));
        }
        return column;
    }

    String text(int row, int column) {
        return rows.get(row).fields[column];
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
        double number = decimal(text);
        if (Double.isNaN(number)) {
            throw refused("a number of at most 1e50", row, column);
        }
        return number;
    }

    /** Java also reads 1f, 0x1p3 and Infinity as numbers; no table of measurements means them. */
    private static double decimal(String text) {
        char last = text.charAt(text.length() - 1);
        try {
            double number =
                    last == '.' || last >= '0' && last <= '9'
                            ? Double.parseDouble(text)
                            : Double.NaN;
            boolean hexadecimal = text.indexOf('x') >= 0 || text.indexOf('X') >= 0;
            return Math.abs(number) > LARGEST || hexadecimal ? Double.NaN : number;
        } catch (NumberFormatException noNumber) {
            return Double.NaN;
        }
    }

    double[] numbers(String name) throws Unusable {
        return numbers(name, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, "a number");
    }

    /** A column whose numbers must lie within these bounds; gaps are {@code NaN}. */
    double[] numbers(String name, double least, double most, String expected) throws Unusable {
        int column = column(name);
        double[] numbers = new double[rows.size()];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = number(row, column);
            if (numbers[row] < least || numbers[row] > most) {
                throw refused(expected, row, column);
            }
        }
        return numbers;
    }

    /** A column of whole numbers within these bounds, without a gap. */
    int[] wholes(String name, int least, int most, String expected) throws Unusable {
        int column = column(name);
        int[] wholes = new int[rows.size()];
        for (int row = 0; row < wholes.length; row++) {
            double number = number(row, column);
            if (!(number >= least && number <= most) || number != Math.rint(number)) {
                throw refused(expected, row, column);
            }
            wholes[row] = (int) number;
        }
        return wholes;
    }

    /** That this field holds something else than what was expected, and where. */
    Unusable refused(String expected, int row, int column) {
        String text = text(row, column);
        return new Unusable(
                "expected %s, got %s (%s, line %d, column %s)"
                        .formatted(
                                expected,
                                text.isEmpty() ? "nothing" : "'" + shown(text) + "'",
                                file,
                                line(row),
                                shown(names.get(column))));
    }

    /** The line of a row in its file, the header being line 1. */
    int line(int row) {
        return rows.get(row).line;
    }

    /** Names the file where the engine refuses what was read from it. */
    <T> T answer(Supplier<T> engine) throws Unusable {
        try {
            return engine.get();
        } catch (IllegalArgumentException refused) {
            throw new Unusable("%s (%s)".formatted(refused.getMessage(), file));
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }

    /** The first of these, and how many more there are. */
    static String listed(List<String> names) {
        int most = Math.min(names.size(), SHOWN);
        String first =
                String.join(", ", names.subList(0, most).stream().map(TableFile::shown).toList());
        return names.size() > most ? first + " and %d more".formatted(names.size() - most) : first;
    }

    private static String shown(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", "?");
        return clean.length() > SHOWN ? clean.substring(0, SHOWN) + "…" : clean;
    }

    /** Why a file cannot be used, as a sentence. */
    static final class Unusable extends Exception {
        Unusable(String why) {
            super(why);
        }
    }
}
