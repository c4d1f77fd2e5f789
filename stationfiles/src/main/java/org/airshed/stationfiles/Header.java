package org.airshed.stationfiles;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The columns of a file by their names, in whatever order they stand. */
final class Header {
    private final Map<String, Integer> columns;
    private final int width;

    private Header(Map<String, Integer> columns, int width) {
        this.columns = columns;
        this.width = width;
    }

    /** Reads the first line; refuses a file in which one of these columns is missing. */
    static Header read(String file, Lines lines, Fields fields, List<String> required)
            throws UnusableFileException {
        try {
            if (!lines.advance()) {
                throw new UnusableFileException(
                        Unusable.EMPTY.with("columns", required, "file", file));
            }
            if (lines.tooLong()) {
                throw new UnusableFileException(
                        Unusable.HEADER_LONG.with("columns", required, "file", file));
            }
            fields.split(lines);
        } catch (BadField bad) {
            throw bad.unusable(file, 1);
        } catch (UnusableFileException unusable) {
            throw unusable;
        } catch (IOException failure) {
            throw new UnusableFileException(
                    Unusable.HEADER_UNREADABLE.with("file", file, "failure", failure.getMessage()),
                    failure);
        }
        return of(file, fields, required);
    }

    private static Header of(String file, Fields fields, List<String> required)
            throws UnusableFileException {
        Map<String, Integer> columns = new HashMap<>();
        for (int field = 0; field < fields.count(); field++) {
            String name = fields.shown(field).strip().toLowerCase(Locale.ROOT);
            if (columns.put(name, field) != null && !name.isEmpty()) {
                throw new UnusableFileException(
                        Unusable.COLUMN_TWICE.with("file", file, "column", name));
            }
        }
        List<String> missing = new ArrayList<>(required);
        missing.removeAll(columns.keySet());
        if (!missing.isEmpty()) {
            throw new UnusableFileException(
                    Unusable.COLUMNS_MISSING.with(
                            "columns",
                            required,
                            "file",
                            file,
                            "missing",
                            String.join(", ", missing)));
        }
        return new Header(columns, fields.count());
    }

    /** Where this required column stands. */
    int column(String name) {
        return findColumn(name)
                .orElseThrow(() -> new IllegalStateException("not required at reading: " + name));
    }

    /** Where this column stands, if the file has it. */
    Optional<Integer> findColumn(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    /** How many fields every row must have. */
    int width() {
        return width;
    }
}
