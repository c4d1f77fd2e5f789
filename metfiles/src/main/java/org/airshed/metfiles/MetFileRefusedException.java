package org.airshed.metfiles;

import java.io.IOException;
import java.nio.file.Path;

/** A file of the weather that is not read: which, where in it, and what was expected there. */
public final class MetFileRefusedException extends IOException {
    private final Path file;
    private final long offset;

    MetFileRefusedException(Path file, long offset, String why) {
        this(file, offset, why, null);
    }

    MetFileRefusedException(
            Path file,
            long offset,
            String why,
            @org.jspecify.annotations.Nullable Throwable cause) {
        super(
                offset < 0
                        ? "%s: %s".formatted(file.getFileName(), why)
                        : "%s, byte %d: %s".formatted(file.getFileName(), offset, why),
                cause);
        this.file = file;
        this.offset = offset;
    }

    public Path file() {
        return file;
    }

    /** Where in the file, in bytes from its beginning; −1 when the whole file is meant. */
    public long offset() {
        return offset;
    }
}
