package org.airshed.stationfiles;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks through a workbook before the library reads it. The library trusts what it reads: a cell
 * ZZZZZZ1 or a text number 2000000000 makes it fill memory. So every part is expanded and walked
 * once, with the same zip and XML readers it uses, within limits; what passes it can read safely.
 */
final class WorkbookGuard {
    /** The largest workbook: 64 MiB as packed; it is held in memory. */
    static final int MOST_PACKED = 64 << 20;

    /** The most its parts may expand to together: 512 MiB. */
    static final long MOST_EXPANDED = 512L << 20;

    /** How much it may expand; sheets of numbers do five- to thirtyfold. */
    static final int LARGEST_RATIO = 200;

    /** A ratio says nothing about less than this: 16 MiB. */
    static final long RATIO_FROM = 16L << 20;

    private static final int MOST_PARTS = 5000;

    private final String name;
    private final int packed;
    private final Map<String, SheetSkim> skims = new HashMap<>(); // by the part's name
    private long expanded;

    private WorkbookGuard(String name, int packed) {
        this.name = name;
        this.packed = packed;
    }

    /**
     * What a look through the workbook found.
     *
     * @throws UnusableFileException when it is no workbook this product reads, or not a safe one
     */
    static WorkbookGuard inspect(String name, byte[] bytes) throws UnusableFileException {
        WorkbookGuard guard = new WorkbookGuard(name, bytes.length);
        try (ZipFile zip =
                ZipFile.builder().setByteArray(bytes).setIgnoreLocalFileHeader(false).get()) {
            guard.requireWorkbook(zip);
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                guard.skim(zip, entry);
            }
        } catch (UnusableFileException unusable) {
            throw unusable;
        } catch (TooMuch limit) {
            throw new UnusableFileException(
                    Unusable.WORKBOOK_LIMIT.with("file", name, "failure", limit.getMessage()),
                    limit);
        } catch (IOException | RuntimeException damaged) {
            // The zip reader throws unchecked exceptions too when an archive is damaged.
            throw SheetCells.damaged(name, damaged);
        }
        guard.requireTexts();
        return guard;
    }

    /** A limit was passed. */
    static final class TooMuch extends IOException {
        TooMuch(String message) {
            super(message);
        }
    }

    private void requireWorkbook(ZipFile zip) throws IOException {
        Set<String> names = new HashSet<>();
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
                throw new TooMuch("it has two parts named " + entry.getName());
            }
            if (names.size() > MOST_PARTS) {
                throw new TooMuch("it has more than %d parts".formatted(MOST_PARTS));
            }
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw new UnusableFileException(Unusable.ENCRYPTED.with("file", name));
            }
        }
        if (names.contains("xl/workbook.bin")) {
            throw new UnusableFileException(Unusable.XLSB.with("file", name));
        }
        if (names.contains("content.xml") && names.contains("mimetype")) {
            throw new UnusableFileException(Unusable.ODS.with("file", name));
        }
        if (!names.contains("[content_types].xml") || !names.contains("xl/workbook.xml")) {
            throw new UnusableFileException(Unusable.NO_WORKBOOK.with("file", name));
        }
    }

    private void skim(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        // The format allows no other methods; for some the zip reader looks for classes not there.
        boolean usual =
                entry.getMethod() == ZipEntry.STORED || entry.getMethod() == ZipEntry.DEFLATED;
        if (!usual || !zip.canReadEntryData(entry)) {
            throw new TooMuch("it packs %s in an unusual way".formatted(entry.getName()));
        }
        XMLInputFactory xml = new InputFactoryImpl();
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
        SheetSkim skim = new SheetSkim();
        try (InputStream in = new Expanding(zip.getInputStream(entry))) {
            try {
                skim.walk(xml.createXMLStreamReader(in));
            } catch (XMLStreamException notXml) {
                // The library, with the same XML reader, gets no further in this part than we did.
                if (notXml.getNestedException() instanceof TooMuch limit) {
                    throw limit;
                }
            }
            in.transferTo(OutputStream.nullOutputStream());
        }
        skims.put(entry.getName(), skim);
    }

    private void requireTexts() throws UnusableFileException {
        int texts = skims.values().stream().mapToInt(SheetSkim::texts).max().orElse(0);
        int last = skims.values().stream().mapToInt(SheetSkim::lastText).max().orElse(-1);
        if (last >= texts) {
            throw new UnusableFileException(
                    Unusable.SHARED_TEXT.with("file", name, "text", last, "texts", texts));
        }
    }

    /** The merged ranges of the sheet with this relationship id. */
    List<MergedRange> merges(String sheetId) {
        return skims.values().stream()
                .map(skim -> skim.targets().get(sheetId))
                .filter(Objects::nonNull)
                .map(target -> target.startsWith("/") ? target.substring(1) : "xl/" + target)
                .map(skims::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(SheetSkim::merges)
                .orElse(List.of());
    }

    /** Counts what comes out of the archive, and how far one mark-up sign is from the next. */
    private final class Expanding extends InputStream {
        private static final int LONGEST_STRETCH = 1 << 20;
        private static final int FIRST_SIGN = 64; // XML begins with one, a picture may not

        private final InputStream in;
        private long read;
        private long lastSign = -1;
        private boolean xml;

        Expanding(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = in.read(into, offset, length);
            for (int at = offset; at < offset + count; at++) {
                if (into[at] == '<') {
                    lastSign = read + at - offset;
                    xml |= lastSign < FIRST_SIGN;
                }
            }
            read += Math.max(count, 0);
            expanded += Math.max(count, 0);
            if (xml && read - lastSign > LONGEST_STRETCH) {
                throw new TooMuch("a tag or text of it is longer than 1 MiB");
            }
            if (expanded > MOST_EXPANDED) {
                throw new TooMuch("it expands to more than %d MiB".formatted(MOST_EXPANDED >> 20));
            }
            if (expanded > RATIO_FROM && expanded > (long) packed * LARGEST_RATIO) {
                throw new TooMuch(
                        "it expands more than %d-fold, as no table does".formatted(LARGEST_RATIO));
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
