package org.airshed.stationfiles;

import java.nio.charset.StandardCharsets;

/** Where the fields of a separated line begin and end; quoted fields may hold the separator. */
final class Fields {
    static final int MOST = 256;

    private final byte separator;
    private final int[] starts = new int[MOST];
    private final int[] ends = new int[MOST];
    private byte[] bytes = new byte[0];
    private int count;
    private long lineNumber;

    /** Fields between commas. */
    Fields() {
        this(',');
    }

    /** Fields between these; an ASCII character that no charset in use hides inside a letter. */
    Fields(char separator) {
        this.separator = (byte) separator;
    }

    /** Splits this line; the positions hold until the next call. */
    void split(Lines line) throws BadField {
        bytes = line.bytes();
        lineNumber = line.number();
        count = 0;
        int at = line.start();
        int end = line.end();
        while (true) {
            if (count == MOST) {
                throw new BadField("line", line.shown(), Expected.MOST_FIELDS.with("most", MOST));
            }
            boolean quoted = at < end && bytes[at] == '"';
            int close = quoted ? closingQuote(at + 1, end, line) : separator(at, end);
            starts[count] = quoted ? at + 1 : at;
            ends[count] = close;
            count++;
            int after = quoted ? close + 1 : close;
            if (after >= end) {
                return;
            }
            if (bytes[after] != separator) {
                throw new BadField("line", line.shown(), afterQuote());
            }
            at = after + 1;
        }
    }

    /** Which line of the file was split, the header being line 1. */
    long lineNumber() {
        return lineNumber;
    }

    private Expectation afterQuote() {
        return separator == ','
                ? Expected.COMMA.plain()
                : Expected.SEPARATOR.with("separator", (char) separator);
    }

    private int separator(int from, int end) {
        int at = from;
        while (at < end && bytes[at] != separator) {
            at++;
        }
        return at;
    }

    private int closingQuote(int from, int end, Lines line) throws BadField {
        for (int at = from; at < end; at++) {
            if (bytes[at] == '"') {
                if (at + 1 < end && bytes[at + 1] == '"') {
                    at++;
                } else {
                    return at;
                }
            }
        }
        throw new BadField("line", line.shown(), Expected.CLOSING_QUOTE.plain());
    }

    int count() {
        return count;
    }

    byte[] bytes() {
        return bytes;
    }

    int start(int field) {
        return starts[field];
    }

    int end(int field) {
        return ends[field];
    }

    /** Whether the field is one of the marks for "no value": empty, {@code NA}, {@code /}. */
    boolean absent(int field) {
        int length = ends[field] - starts[field];
        byte first = length == 0 ? 0 : bytes[starts[field]];
        return length == 0
                || (length == 1 && first == '/')
                || (length == 2 && first == 'N' && bytes[starts[field] + 1] == 'A');
    }

    /** The field as text for a message, whatever its bytes are. */
    String shown(int field) {
        return new String(
                bytes,
                starts[field],
                Math.min(ends[field] - starts[field], 200),
                StandardCharsets.UTF_8);
    }
}
