package org.airshed.metfiles;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a file by position; nothing is read that the file does not have. */
final class FileBytes implements Closeable {
    /** The most that is read at once: a global field of 32-bit values at 0.1°, with room. */
    static final int MOST_BYTES = 1 << 28;

    private final Path file;
    private final FileChannel channel;
    private final long size;

    FileBytes(Path file) throws IOException {
        this.file = file;
        channel = FileChannel.open(file, StandardOpenOption.READ);
        size = channel.size();
    }

    Path file() {
        return file;
    }

    long size() {
        return size;
    }

    /** These bytes, big-endian; refused when the file ends before them. */
    ByteBuffer bytes(long offset, long length, String what) throws IOException {
        if (offset < 0 || length < 0 || offset > size || length > size - offset) {
            throw refused(
                    Math.clamp(offset, 0, size),
                    "expected %d bytes of %s, the file ends after %d bytes"
                            .formatted(length, what, size));
        }
        if (length > MOST_BYTES) {
            throw refused(
                    offset,
                    "expected at most %d bytes of %s at once, got %d"
                            .formatted(MOST_BYTES, what, length));
        }
        ByteBuffer buffer = ByteBuffer.allocate((int) length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, offset + buffer.position()) < 0) {
                throw new EOFException(file + " became shorter while it was read");
            }
        }
        return buffer.flip();
    }

    MetFileRefusedException refused(long offset, String why) {
        return new MetFileRefusedException(file, offset, why);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
