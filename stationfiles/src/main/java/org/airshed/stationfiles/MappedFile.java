package org.airshed.stationfiles;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Any table of hourly readings, understood by a {@link Mapping}: a separated text, plain or gzip,
 * or a workbook (.xlsx), told apart by their first bytes. A text is read as a stream; a workbook of
 * at most 64 MiB is held in memory as packed. See docs/guide/mapping.md.
 */
public final class MappedFile {
    /** The most rows a preview shows, and the most rejects. */
    public static final int MOST_PREVIEWED = 1000;

    private static final byte[] COMPOUND_FILE = HexFormat.of().parseHex("d0cf11e0a1b11ae1");

    private MappedFile() {}

    /**
     * Hands every row to the visitor; the stream is closed.
     *
     * @param name the file's name, for messages
     * @param now hours that end more than an hour later are rejected
     * @throws UnusableFileException when the file is of no format that is read, lacks a column the
     *     mapping names or is in another charset; no row has been handed on then
     */
    public static FileEnd read(
            String name, InputStream in, Mapping mapping, Instant now, HourlyVisitor visitor)
            throws UnusableFileException {
        return withTable(
                name,
                in,
                mapping,
                cells -> new MappedRows(name, cells, mapping, now).read(visitor, Long.MAX_VALUE));
    }

    /**
     * The first rows as the mapping understands them; the stream is closed.
     *
     * @param most how many rows, and how many rejects, at most {@link #MOST_PREVIEWED}
     * @throws UnusableFileException as {@link #read} does
     */
    public static Preview preview(
            String name, InputStream in, Mapping mapping, Instant now, int most)
            throws UnusableFileException {
        if (most < 1 || most > MOST_PREVIEWED) {
            throw new IllegalArgumentException(
                    "expected 1 to %d rows, got %d".formatted(MOST_PREVIEWED, most));
        }
        List<KeptRow> rows = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        HourlyVisitor keeping =
                new HourlyVisitor() {
                    @Override
                    public void row(HourlyRow row) {
                        rows.add(row.kept());
                    }

                    @Override
                    public void reject(Reject reject) {
                        rejects.add(reject);
                    }

                    @Override
                    public void note(String sentence) {
                        notes.add(sentence);
                    }
                };
        return withTable(
                name,
                in,
                mapping,
                cells -> {
                    MappedRows reading = new MappedRows(name, cells, mapping, now);
                    FileEnd end = reading.read(keeping, most);
                    return new Preview(cells.header(), rows, rejects, notes, end);
                });
    }

    private interface Reading<T> {
        T of(Cells cells) throws UnusableFileException;
    }

    private static <T> T withTable(String name, InputStream in, Mapping mapping, Reading<T> reading)
            throws UnusableFileException {
        try (Cells cells = open(name, in, mapping)) {
            return reading.of(cells);
        } catch (UnusableFileException unusable) {
            throw unusable;
        } catch (IOException failure) {
            throw new UnusableFileException(
                    Unusable.UNREADABLE.with("file", name, "failure", failure.getMessage()),
                    failure);
        }
    }

    private static Cells open(String name, InputStream raw, Mapping mapping) throws IOException {
        BufferedInputStream in = new BufferedInputStream(raw, 1 << 16);
        boolean handedOn = false;
        try {
            in.mark(COMPOUND_FILE.length);
            byte[] first = in.readNBytes(COMPOUND_FILE.length);
            in.reset();
            if (Arrays.equals(first, COMPOUND_FILE)) {
                throw compoundFile(name, in.readNBytes(WorkbookGuard.MOST_PACKED));
            }
            handedOn = true; // from here on the table closes the stream
            return first.length >= 2 && first[0] == 'P' && first[1] == 'K'
                    ? SheetCells.open(name, in, mapping)
                    : CsvCells.open(name, in, mapping);
        } finally {
            if (!handedOn) {
                in.close();
            }
        }
    }

    /** Old Office files and encrypted new ones share one container. */
    private static UnusableFileException compoundFile(String name, byte[] bytes) {
        // ISO 8859-1 keeps every byte, so the UTF-16 name of a stream can be searched as text.
        String content = new String(bytes, StandardCharsets.ISO_8859_1);
        String encrypted =
                new String(
                        "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE),
                        StandardCharsets.ISO_8859_1);
        return new UnusableFileException(
                content.contains(encrypted)
                        ? Unusable.ENCRYPTED.with("file", name)
                        : Unusable.XLS.with("file", name));
    }
}
