package org.airshed.metfiles;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.airshed.engine.meteorology.HorizontalGrid;
import org.airshed.engine.meteorology.HybridLevels;
import org.airshed.engine.meteorology.MetLabel;

/** A GRIB file of either edition, or of both: messages one after another, each one layer. */
final class GribFile {
    private static final int MAGIC = 0x47524942;
    private static final int END = 0x37373737;
    private static final int MOST_MESSAGES = 1 << 20;

    /** Padding some centres put between messages. */
    private static final int MOST_PADDING = 1 << 16;

    /** What a message's reader finds, for the file to gather. */
    record Field(
            GribGrid grid,
            Slice slice,
            Optional<HybridLevels> hybrid,
            boolean forecast,
            String packing) {}

    private final FileBytes bytes;
    private final List<Slice> slices = new ArrayList<>();
    private final Map<String, Integer> unused = new TreeMap<>();
    private Optional<GribGrid> grid = Optional.empty();
    private Optional<HybridLevels> hybrid = Optional.empty();
    private boolean forecast;
    private final Map<String, Integer> editions = new TreeMap<>();

    private GribFile(FileBytes bytes) {
        this.bytes = bytes;
    }

    static OpenedFile open(FileBytes bytes) throws IOException {
        GribFile file = new GribFile(bytes);
        file.scan();
        if (file.slices.isEmpty()) {
            throw bytes.refused(
                    0,
                    "expected a quantity some calculation uses, got only " + file.unused.keySet());
        }
        HorizontalGrid grid = file.grid.orElseThrow().grid();
        List<String> notes = new ArrayList<>();
        file.unused.forEach((what, messages) ->
                notes.add("%d messages are not read: %s".formatted(messages, what)));
        return new OpenedFile(
                bytes.file(),
                String.join(" and ", file.editions.keySet()),
                grid,
                file.slices,
                file.hybrid,
                Optional.empty(),
                file.forecast ? Set.of(MetLabel.FORECAST) : Set.of(),
                notes,
                bytes);
    }

    private void scan() throws IOException {
        long at = 0;
        int messages = 0;
        while (at >= 0 && at < bytes.size()) {
            if (++messages > MOST_MESSAGES) {
                throw bytes.refused(at, "expected at most %d messages".formatted(MOST_MESSAGES));
            }
            ByteBuffer start = bytes.bytes(at, 16, "a GRIB message");
            int edition = start.get(7);
            long length =
                    edition == 2 ? start.getLong(8) : edition == 1 ? start.getInt(4) >>> 8 : -1;
            if (start.getInt(0) != MAGIC || length < 20 || length > bytes.size() - at) {
                throw bytes.refused(
                        at,
                        "expected a whole GRIB message of edition 1 or 2, got edition %d, %d bytes of %d"
                                .formatted(edition, length, bytes.size() - at));
            }
            if (bytes.bytes(at + length - 4, 4, "the end of a message").getInt() != END) {
                throw bytes.refused(at + length - 4, "expected 7777 at the end of the message");
            }
            try {
                if (edition == 2) {
                    new Grib2Message(bytes, at, length).read(this);
                } else {
                    new Grib1Message(bytes, at, length).read(this);
                }
            } catch (IllegalArgumentException
                    | IndexOutOfBoundsException
                    | ArithmeticException
                    | java.nio.BufferUnderflowException
                    | java.time.DateTimeException wrong) {
                // A section shorter than its template, or numbers no grid or date has.
                throw new MetFileRefusedException(
                        bytes.file(), at, "expected a sound GRIB message: " + wrong, wrong);
            }
            at = next(at + length);
        }
    }

    /** Where the next message begins, behind padding; −1 at the end. */
    private long next(long from) throws IOException {
        long left = Math.min(bytes.size() - from, MOST_PADDING);
        if (left < 4) {
            return -1;
        }
        if (bytes.bytes(from, 4, "a GRIB message").getInt() == MAGIC) {
            return from;
        }
        ByteBuffer padding = bytes.bytes(from, left, "padding");
        for (int at = 0; at + 4 <= left; at++) {
            if (padding.getInt(at) == MAGIC) {
                return from + at;
            }
        }
        if (left < bytes.size() - from) {
            throw bytes.refused(from, "expected a GRIB message or the end of the file");
        }
        return -1;
    }

    void unused(String what) {
        unused.merge(
                unused.size() < 100 || unused.containsKey(what) ? what : "others", 1, Integer::sum);
    }

    void add(String edition, Field field) throws IOException {
        if (grid.isPresent() && !grid.get().grid().equals(field.grid().grid())) {
            throw bytes.refused(
                    -1,
                    "expected one grid in the file, got %s beside %s"
                            .formatted(field.grid().grid(), grid.get().grid()));
        }
        grid = grid.isPresent() ? grid : Optional.of(field.grid());
        hybrid = hybrid.isPresent() ? hybrid : field.hybrid();
        forecast |= field.forecast();
        editions.merge(edition, 1, Integer::sum);
        slices.add(field.slice());
    }

    /**
     * A forecast's time behind its reference: code table 4.4 (4 in edition 1), whole units only.
     */
    static Instant after(Instant reference, int unit, long count) {
        long seconds =
                switch (unit) {
                    case 0 -> 60;
                    case 1 -> 3600;
                    case 2 -> 86_400;
                    case 10 -> 3 * 3600;
                    case 11 -> 6 * 3600;
                    case 12 -> 12 * 3600;
                    case 13 -> 1;
                    case 254 -> 1;
                    default ->
                            throw new IllegalArgumentException(
                                    "expected a unit of minutes, hours or days, got code " + unit);
                };
        return reference.plus(Duration.ofSeconds(Math.multiplyExact(seconds, count)));
    }

    /** Expands a bitmap: a point without its bit is missing. */
    static float[] unmasked(float[] values, byte[] bitmap, int points) {
        float[] all = new float[points];
        int next = 0;
        for (int point = 0; point < points; point++) {
            boolean there = (bitmap[point >> 3] & (0x80 >> (point & 7))) != 0;
            all[point] = there && next < values.length ? values[next++] : Float.NaN;
        }
        return all;
    }
}
