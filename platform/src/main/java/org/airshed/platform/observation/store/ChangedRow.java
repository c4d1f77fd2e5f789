package org.airshed.platform.observation.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.airshed.engine.airquality.HourlyIndex;
import org.airshed.platform.rights.JurisdictionCode;

/**
 * Reads one row after the other of what COPY hands out as text: jurisdiction, station code, hour, 1
 * when withdrawn, and the six values, between tabs. One object for all rows: there are many.
 */
final class ChangedRow {
    private static final int COLUMNS = 4 + HourlyIndex.WIDTH;

    private final Map<String, JurisdictionCode> jurisdictions = new HashMap<>();
    private final Map<String, String> hours = new HashMap<>(); // as written, by hours since 1970
    private String[] cells = new String[0];

    void read(byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8);
        cells = text.stripTrailing().split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalStateException(
                    "expected %d columns, got \"%s\"".formatted(COLUMNS, text));
        }
    }

    JurisdictionCode jurisdiction() {
        return jurisdictions.computeIfAbsent(cells[0], JurisdictionCode::new);
    }

    /**
     * The row as it enters the Merkle tree: {@code code|hour|} and the six values in thousandths,
     * empty where absent; a withdrawn one ends in {@code |withdrawn}. See decision 0070.
     */
    String entry() {
        StringBuilder entry =
                new StringBuilder(96)
                        .append(unescaped(cells[1]))
                        .append('|')
                        .append(hours.computeIfAbsent(cells[2], ChangedRow::hour));
        for (int column = 4; column < COLUMNS; column++) {
            entry.append('|');
            if (!cells[column].equals("\\N")) {
                entry.append(cells[column]);
            }
        }
        return entry.append(cells[3].equals("1") ? "|withdrawn" : "").toString();
    }

    private static String hour(String sinceEpoch) {
        return Instant.ofEpochSecond(3600L * Integer.parseInt(sinceEpoch)).toString();
    }

    /** COPY writes a backslash, and what would break a line, after a backslash. */
    private static String unescaped(String cell) {
        if (cell.indexOf('\\') < 0) {
            return cell;
        }
        StringBuilder plain = new StringBuilder();
        for (int at = 0; at < cell.length(); at++) {
            char next = cell.charAt(at);
            plain.append(
                    next != '\\'
                            ? next
                            : switch (cell.charAt(++at)) {
                                case 'b' -> '\b';
                                case 'f' -> '\f';
                                case 'n' -> '\n';
                                case 'r' -> '\r';
                                case 't' -> '\t';
                                case 'v' -> '\u000b';
                                default -> cell.charAt(at);
                            });
        }
        return plain.toString();
    }
}
