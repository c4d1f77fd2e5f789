package org.airshed.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Room on the disk, asked before the server would run into the end of it. */
final class DiskSpace {
    /** The unpacked server (75 MB), the first data (40 MB), room for write-ahead log. */
    static final long TO_CREATE_bytes = 300L << 20;

    /** One write-ahead segment (16 MB) and what recovery may write. */
    static final long TO_START_bytes = 48L << 20;

    private DiskSpace() {}

    static void demand(Path folder, long needed_bytes) throws IOException {
        long free_bytes = Files.getFileStore(folder).getUsableSpace();
        if (free_bytes < needed_bytes) {
            throw new DatabaseUnavailable(
                    DatabaseTrouble.DISK_NEARLY_FULL,
                    folder.toString(),
                    Long.toString(free_bytes >> 20),
                    Long.toString(needed_bytes >> 20));
        }
    }

    static boolean isExhausted(IOException failure) {
        return isExhausted(String.valueOf(failure.getMessage()));
    }

    /** The C library's words for ENOSPC and EDQUOT, as Java and PostgreSQL repeat them. */
    static boolean isExhausted(String message) {
        return message.contains("No space left on device")
                || message.contains("Disk quota exceeded");
    }
}
