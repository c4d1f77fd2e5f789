package org.airshed.documents.table;

/** Text as a cell of a CSV file (RFC 4180). */
public final class CsvCell {
    private CsvCell() {}

    /** Quoted where needed; a cell that a spreadsheet would run as a formula is made text. */
    public static String quoted(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        boolean plain =
                safe.chars()
                        .noneMatch(letter ->
                                letter == ',' || letter == '"' || letter == '\r' || letter == '\n');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
