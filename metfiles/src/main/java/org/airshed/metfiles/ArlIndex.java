package org.airshed.metfiles;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The index record of an ARL packed file: grid, levels and minutes of one time.
 *
 * @param projection the twelve numbers of the grid, in the order of the description
 * @param levels the ground first, in hPa or as sigma
 * @param pressure whether the levels are of pressure; else of sigma
 */
record ArlIndex(
        int minutes,
        double[] projection,
        int columns,
        int rows,
        double[] levels,
        boolean pressure) {
    /** Letters of the part that every index record has. */
    static final int HEAD = 108;

    private static final int LABEL = 50;

    static ArlIndex of(FileBytes bytes, long at) throws IOException {
        ByteBuffer label = bytes.bytes(at, LABEL, "the label of an index record");
        ByteBuffer head = bytes.bytes(at + LABEL, HEAD, "an index record");
        long here = at + LABEL;
        double[] projection = new double[12];
        for (int index = 0; index < 12; index++) {
            projection[index] = number(bytes, head, here, 9 + 7 * index, 7);
        }
        // Grids of 1000 points or more have their thousands as letters in the label.
        int columns = whole(bytes, head, here, 93, 3) + thousands(label.get(12));
        int rows = whole(bytes, head, here, 96, 3) + thousands(label.get(13));
        int count = whole(bytes, head, here, 99, 3);
        int kind = whole(bytes, head, here, 102, 2);
        int length = whole(bytes, head, here, 104, 4);
        if (columns < 2 || rows < 2 || count < 1 || count > 999) {
            throw bytes.refused(
                    here + 93,
                    "expected columns, rows and levels, got %d, %d, %d"
                            .formatted(columns, rows, count));
        }
        if (kind != 1 && kind != 2) {
            throw bytes.refused(
                    here + 102, "expected levels of sigma (1) or pressure (2), got kind " + kind);
        }
        ByteBuffer rest =
                bytes.bytes(here + HEAD, Math.max(0, length - HEAD), "the levels of an index");
        double[] levels = new double[count];
        int from = 0;
        for (int level = 0; level < count; level++) {
            levels[level] = number(bytes, rest, here + HEAD, from, 6);
            int variables = whole(bytes, rest, here + HEAD, from + 6, 2);
            from += 8 + 8 * Math.max(0, variables);
        }
        return new ArlIndex(
                Math.max(0, whole(bytes, head, here, 7, 2)),
                projection,
                columns,
                rows,
                levels,
                kind == 2);
    }

    private static int thousands(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? (letter - 'A' + 1) * 1000 : 0;
    }

    boolean sameGridAndLevels(ArlIndex other) {
        return columns == other.columns
                && rows == other.rows
                && pressure == other.pressure
                && Arrays.equals(projection, other.projection)
                && Arrays.equals(levels, other.levels);
    }

    static String text(ByteBuffer letters, int from, int length) {
        return new String(letters.array(), from, length, StandardCharsets.US_ASCII);
    }

    static int whole(FileBytes bytes, ByteBuffer letters, long at, int from, int length)
            throws IOException {
        double number = number(bytes, letters, at, from, length);
        if (number != Math.rint(number)) {
            throw bytes.refused(at + from, "expected a whole number, got " + number);
        }
        return (int) number;
    }

    /** A number as FORTRAN writes it; blank is 0. */
    static double number(FileBytes bytes, ByteBuffer letters, long at, int from, int length)
            throws IOException {
        if (from + length > letters.limit()) {
            throw bytes.refused(at + letters.limit(), "expected a longer index record");
        }
        String text = text(letters, from, length).strip();
        if (!text.matches("|[-+]?(\\d+\\.?\\d*|\\.\\d+)([EeDd][-+]?\\d{1,3})?")) {
            throw bytes.refused(at + from, "expected a number, got '%s'".formatted(text));
        }
        return text.isEmpty() ? 0 : Double.parseDouble(text.replace('D', 'E').replace('d', 'e'));
    }
}
