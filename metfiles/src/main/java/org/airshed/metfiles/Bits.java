package org.airshed.metfiles;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Bits of packed data, the highest first. Reading beyond the end gives zeros for a stretch the
 * constructor reserves; who reads asks {@link #beyond} now and then, so that a damaged file ends in
 * a refusal instead of a check for every bit.
 */
final class Bits {
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] bytes;
    private final long end;
    private long position;

    /**
     * @param reserve how many bytes may be read beyond the end before asking
     */
    Bits(byte[] data, int reserve) {
        bytes = java.util.Arrays.copyOf(data, data.length + reserve + 16);
        end = data.length * 8L;
    }

    /** The next bits as an unsigned number, at most 32 of them. */
    long read(int bits) {
        if (bits == 0) {
            return 0;
        }
        long window = window();
        position += bits;
        return window >>> (64 - bits);
    }

    /** The next bits, at least 57 of them meaningful, left-aligned. */
    private long window() {
        return (long) LONG.get(bytes, (int) (position >>> 3)) << (position & 7);
    }

    /** The number of zeros before the next one, which is read too; −1 when the data end before. */
    int zeros() {
        int zeros = 0;
        while (position < end) {
            long window = window();
            int leading = Long.numberOfLeadingZeros(window);
            if (leading < 57) {
                position += leading + 1;
                return zeros + leading;
            }
            position += 57;
            zeros += 57;
        }
        return -1;
    }

    void alignToByte() {
        position = (position + 7) & ~7L;
    }

    boolean beyond() {
        return position > end;
    }

    long left() {
        return end - position;
    }
}
