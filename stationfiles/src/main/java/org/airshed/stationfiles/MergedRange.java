package org.airshed.stationfiles;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cells merged into one; its value stands in the first of them only.
 *
 * @param name as the workbook writes it: {@code "A2:A25"}
 */
record MergedRange(String name, int firstRow, int lastRow, int firstColumn, int lastColumn) {
    private static final Pattern RANGE =
            Pattern.compile("([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})");

    static Optional<MergedRange> find(String name) {
        Matcher match = RANGE.matcher(name);
        return match.matches()
                ? Optional.of(
                        new MergedRange(
                                name,
                                Integer.parseInt(match.group(2)),
                                Integer.parseInt(match.group(4)),
                                column(match.group(1)),
                                column(match.group(3))))
                : Optional.empty();
    }

    /** The column of these letters, from 0. */
    static int column(String letters) {
        int column = 0;
        for (char letter : letters.toCharArray()) {
            column = column * 26 + (letter - 'A' + 1);
        }
        return column - 1;
    }

    /** The letters of a column that counts from 0. */
    static String letters(int column) {
        String letters = "";
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters = (char) ('A' + (rest - 1) % 26) + letters;
        }
        return letters;
    }

    boolean holdsColumn(int column) {
        return column >= firstColumn && column <= lastColumn;
    }
}
