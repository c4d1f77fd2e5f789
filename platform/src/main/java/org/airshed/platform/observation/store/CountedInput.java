package org.airshed.platform.observation.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes of a file, and how many of them were taken. */
final class CountedInput extends FilterInputStream {
    private final long length;
    private long taken;

    CountedInput(InputStream in, long length) {
        super(in);
        this.length = length;
    }

    /** How much of the file was taken, 0 to 1. */
    double share() {
        return length == 0 ? 1 : (double) taken / length;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        taken += one < 0 ? 0 : 1;
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int most) throws IOException {
        int read = super.read(into, offset, most);
        taken += Math.max(read, 0);
        return read;
    }

    @Override
    public long skip(long most) throws IOException {
        long skipped = super.skip(most);
        taken += skipped;
        return skipped;
    }
}
