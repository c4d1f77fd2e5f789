package org.airshed.documents.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP archive whose entries all bear the same time, so that equal contents are equal files. */
public final class Archive {
    // A local time, so that no zone has a part in it; the first moment a ZIP can tell (1 January
    // 1980) would be written a second time, in the zone of the machine.
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final ZipOutputStream zip;

    /** Writes to a stream that stays open when the archive is finished. */
    public Archive(OutputStream target) {
        zip = new ZipOutputStream(target, StandardCharsets.UTF_8);
    }

    public void add(String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    public void add(String name, String content) throws IOException {
        add(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public void finish() throws IOException {
        zip.finish();
        zip.flush();
    }
}
