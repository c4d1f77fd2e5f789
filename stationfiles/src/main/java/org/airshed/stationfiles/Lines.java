package org.airshed.stationfiles;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.zip.GZIPInputStream;

/**
 * The lines of a text, plain or gzip, as bytes in one buffer that is used again: memory does not
 * grow with the file. A line longer than {@link #LONGEST_LINE} is skipped and marked.
 */
final class Lines implements AutoCloseable {
    /** The longest line that is read: 1 MiB. */
    static final int LONGEST_LINE = 1 << 20;

    /** Where reading stops even if the text does not: a small gzip can hold an endless one. */
    static final long LONGEST_TEXT = 16L << 30;

    /** How much a gzip may expand where a ratio is asked for; readings expand six- to tenfold. */
    static final int LARGEST_RATIO = 200;

    /** A ratio says nothing about less than this: 64 MiB. */
    static final long RATIO_FROM = 64L << 20;

    private static final int CHUNK = 1 << 18;
    private static final int SHOWN = 100;

    private final InputStream in;
    private final LongSupplier mostExpanded;
    private byte[] buffer = new byte[CHUNK];
    private int next; // first byte not yet handed out
    private int filled; // end of what is in the buffer
    private boolean ended;
    private long taken;

    private int start;
    private int end;
    private long number;
    private boolean tooLong;

    private Lines(InputStream in, LongSupplier mostExpanded) {
        this.in = in;
        this.mostExpanded = mostExpanded;
    }

    /** Opens a file; refuses one that is absent, unreadable or plainly something else. */
    static Lines open(Path file) throws UnusableFileException {
        if (!Files.exists(file)) {
            throw new UnusableFileException(Unusable.ABSENT.with("file", file));
        }
        if (Files.isDirectory(file)) {
            throw new UnusableFileException(Unusable.FOLDER.with("file", file));
        }
        try {
            return of(file.getFileName() + "", Files.newInputStream(file));
        } catch (UnusableFileException unusable) {
            throw unusable;
        } catch (IOException failure) {
            throw new UnusableFileException(
                    Unusable.UNREADABLE.with("file", file, "failure", failure.getMessage()),
                    failure);
        }
    }

    /** The lines of a stream, which is closed with them; gzip is known by its first two bytes. */
    static Lines of(String name, InputStream raw) throws UnusableFileException {
        return of(name, raw, () -> LONGEST_TEXT);
    }

    /** The same from a source nobody vouches for: a gzip that expands too much is broken off. */
    static Lines ofForeign(String name, InputStream raw) throws UnusableFileException {
        CountedStream counted = new CountedStream(raw);
        return of(
                name, counted, () -> Math.max(RATIO_FROM, counted.count() * (long) LARGEST_RATIO));
    }

    private static Lines of(String name, InputStream raw, LongSupplier mostExpanded)
            throws UnusableFileException {
        BufferedInputStream in = new BufferedInputStream(raw, 1 << 16);
        try {
            in.mark(4);
            byte[] first = in.readNBytes(4);
            in.reset();
            if (startsWith(first, 0x1f, 0x8b)) {
                return new Lines(new GZIPInputStream(in, 1 << 16), mostExpanded);
            }
            if (startsWith(first, 'P', 'K')) {
                throw new UnusableFileException(Unusable.ZIP.with("file", name));
            }
            if (startsWith(first, 0xff, 0xfe) || startsWith(first, 0xfe, 0xff)) {
                throw new UnusableFileException(Unusable.UTF_16.with("file", name));
            }
            return new Lines(in, () -> LONGEST_TEXT);
        } catch (UnusableFileException unusable) {
            close(raw);
            throw unusable;
        } catch (IOException failure) {
            close(raw);
            throw new UnusableFileException(
                    Unusable.UNREADABLE.with("file", name, "failure", failure.getMessage()),
                    failure);
        }
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
    }

    private static void close(InputStream in) throws UnusableFileException {
        try {
            in.close();
        } catch (IOException failure) {
            throw new UnusableFileException(
                    Unusable.UNCLOSED.with("failure", failure.getMessage()), failure);
        }
    }

    /**
     * Moves to the next line; false at the end. A failure of the source (a cut gzip, a lost disk)
     * is thrown when the lines before it have been handed out; the cut line itself is not.
     */
    boolean advance() throws IOException {
        int seen = next;
        while (true) {
            for (int at = seen; at < filled; at++) {
                if (buffer[at] == '\n') {
                    take(at, at + 1);
                    return true;
                }
            }
            seen = filled;
            if (ended) {
                if (next == filled) {
                    return false;
                }
                take(filled, filled);
                return true;
            }
            if (filled - next > LONGEST_LINE) {
                return skipLongLine();
            }
            seen -= fill();
        }
    }

    private void take(int lineEnd, int following) {
        tooLong = lineEnd - next > LONGEST_LINE;
        start = next;
        end = lineEnd > next && buffer[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
        next = following;
        number++;
        if (number == 1 && end - start >= 3 && isByteOrderMark()) {
            start += 3;
        }
    }

    private boolean isByteOrderMark() {
        return buffer[start] == (byte) 0xef
                && buffer[start + 1] == (byte) 0xbb
                && buffer[start + 2] == (byte) 0xbf;
    }

    /** Keeps what shows where the line is and drops the rest up to the next line. */
    private boolean skipLongLine() throws IOException {
        byte[] head = Arrays.copyOfRange(buffer, next, next + SHOWN);
        int following = 0;
        boolean found = false;
        while (!found && !ended) {
            next = filled; // all of it belongs to the line: fill() forgets it
            fill();
            following = 0;
            while (!found && following < filled) {
                found = buffer[following++] == '\n';
            }
        }
        byte[] rest = Arrays.copyOfRange(buffer, following, filled);
        // The buffer has grown past 1 MiB and takes one read at a time, so both fit.
        System.arraycopy(head, 0, buffer, 0, SHOWN);
        System.arraycopy(rest, 0, buffer, SHOWN, rest.length);
        start = 0;
        end = SHOWN;
        next = SHOWN;
        filled = SHOWN + rest.length;
        number++;
        tooLong = true;
        return true;
    }

    /** Reads more behind what is in the buffer; returns by how far that was moved to the front. */
    private int fill() throws IOException {
        int moved = next;
        System.arraycopy(buffer, next, buffer, 0, filled - next);
        filled -= moved;
        next = 0;
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int room = Math.min(CHUNK, buffer.length - filled);
        int read = in.read(buffer, filled, room);
        if (read < 0) {
            ended = true;
        } else {
            filled += read;
            taken += read;
            if (taken > LONGEST_TEXT) {
                throw new IOException(
                        "the text is longer than %d GiB".formatted(LONGEST_TEXT >> 30));
            }
            if (taken > mostExpanded.getAsLong()) {
                throw new IOException(
                        "it expands more than %d-fold, as no readings do".formatted(LARGEST_RATIO));
            }
        }
        return moved;
    }

    /** The buffer that holds the line; valid until the next {@link #advance}. */
    byte[] bytes() {
        return buffer;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** The number of the line, from 1. */
    long number() {
        return number;
    }

    /** Whether the line was longer than {@link #LONGEST_LINE}; then only its head is there. */
    boolean tooLong() {
        return tooLong;
    }

    boolean blank() {
        return end == start;
    }

    /** The line as text for a message, whatever its bytes are. */
    String shown() {
        return new String(buffer, start, Math.min(end - start, SHOWN), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws UnusableFileException {
        close(in);
    }
}
