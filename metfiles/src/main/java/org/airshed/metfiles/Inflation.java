package org.airshed.metfiles;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Undoes deflate (RFC 1951 inside RFC 1950) from memory to memory. Values of the weather are mostly
 * single bytes that repeat nothing; looking eight bytes ahead at once makes this faster by half
 * than the general {@link java.util.zip.Inflater}. The checksum at the end is not verified: HDF5
 * has its own.
 *
 * <p>A table's entry holds, from its lowest bits: the code's length (6 bits), the number of extra
 * bits that follow (4 bits), its kind (3 bits), and from bit 13 a byte, the base of a length or a
 * distance, or where a subtable begins. An entry of 0 is no code.
 */
final class Inflation {
    /** The bytes are not deflated values, or end early. */
    static final class DamagedException extends Exception {
        private static final long serialVersionUID = 1L;

        DamagedException(String why) {
            super(why);
        }
    }

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int LITERAL = 1 << 10;
    private static final int BASE = 2 << 10;
    private static final int SUBTABLE = 4 << 10;
    private static final int KIND = 7 << 10;
    private static final int VALUE = 13;

    private static final int LONGEST_CODE = 15;
    private static final int LITERAL_BITS = 11;
    private static final int DISTANCE_BITS = 9;
    private static final int ORDER_BITS = 7;

    private static final byte[] ORDER = {
        16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
    };

    /**
     * What each symbol of literals and lengths means; the end of a block is all 0, the two symbols
     * that never occur have a value but no kind.
     */
    private static final int[] LITERALS = new int[288];

    private static final int[] DISTANCES = new int[32];
    private static final int[] PLAIN = new int[19];

    static {
        for (int symbol = 0; symbol < 256; symbol++) {
            LITERALS[symbol] = symbol << VALUE | LITERAL;
        }
        for (int code = 0, base = 3; code < 28; code++) {
            int extra = code < 8 ? 0 : code / 4 - 1;
            LITERALS[257 + code] = base << VALUE | BASE | extra << 6;
            base += 1 << extra;
        }
        LITERALS[285] = 258 << VALUE | BASE;
        LITERALS[286] = 1 << VALUE;
        LITERALS[287] = 1 << VALUE;
        for (int code = 0, base = 1; code < 30; code++) {
            int extra = code < 4 ? 0 : code / 2 - 1;
            DISTANCES[code] = base << VALUE | BASE | extra << 6;
            base += 1 << extra;
        }
        for (int symbol = 0; symbol < 19; symbol++) {
            PLAIN[symbol] = symbol << VALUE | LITERAL;
        }
    }

    /** The deflated bytes, and zeros so that eight can be read wherever one is left. */
    private final byte[] in;

    private final int inLength;
    private int at;
    private long bits;
    private int held;

    Inflation(ByteBuffer deflated) {
        inLength = deflated.remaining();
        in = new byte[inLength + 24];
        deflated.get(in, 0, inLength);
    }

    /**
     * Fills {@code out} as far as the values reach and says how far; more than fits is left out.
     */
    int into(byte[] out) throws DamagedException {
        refill();
        int method = take(8);
        int flags = take(8);
        if ((method & 15) != 8 || (flags & 0x20) != 0 || (method << 8 | flags) % 31 != 0) {
            throw new DamagedException("expected a zlib header");
        }
        int to = 0;
        boolean last = false;
        while (!last && to < out.length) {
            refill();
            last = take(1) == 1;
            to =
                    switch (take(2)) {
                        case 0 -> stored(out, to);
                        case 1 -> fixed(out, to);
                        case 2 -> dynamic(out, to);
                        default -> throw new DamagedException("expected a block of deflate");
                    };
        }
        return to;
    }

    /** At least 56 bits afterwards; those beyond the end are 0, and few of them are allowed. */
    private void refill() throws DamagedException {
        if (at > inLength + 8) {
            throw new DamagedException("the deflated bytes end early");
        }
        bits |= (long) LONGS.get(in, at) << held;
        at += 63 - held >>> 3;
        held |= 56;
    }

    private int take(int count) {
        int taken = (int) bits & (1 << count) - 1;
        bits >>>= count;
        held -= count;
        return taken;
    }

    private int stored(byte[] out, int to) throws DamagedException {
        take(held & 7);
        int from = at - held / 8;
        bits = 0;
        held = 0;
        int size = in[from] & 255 | (in[from + 1] & 255) << 8;
        int inverse = in[from + 2] & 255 | (in[from + 3] & 255) << 8;
        if (size != (~inverse & 0xffff) || size > inLength - from - 4) {
            throw new DamagedException("expected a stored block of %d bytes".formatted(size));
        }
        int copied = Math.min(size, out.length - to);
        System.arraycopy(in, from + 4, out, to, copied);
        at = from + 4 + size;
        return to + copied;
    }

    private int fixed(byte[] out, int to) throws DamagedException {
        byte[] literals = new byte[288];
        for (int symbol = 0; symbol < 288; symbol++) {
            literals[symbol] = (byte) (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8);
        }
        byte[] distances = new byte[32];
        Arrays.fill(distances, (byte) 5);
        return coded(
                out,
                to,
                table(literals, LITERALS, LITERAL_BITS),
                table(distances, DISTANCES, DISTANCE_BITS));
    }

    private int dynamic(byte[] out, int to) throws DamagedException {
        int literals = take(5) + 257;
        int distances = take(5) + 1;
        int codes = take(4) + 4;
        byte[] order = new byte[19];
        for (int index = 0; index < codes; index++) {
            refill();
            order[ORDER[index]] = (byte) take(3);
        }
        int[] table = table(order, PLAIN, ORDER_BITS);
        byte[] lengths = new byte[literals + distances];
        int index = 0;
        while (index < lengths.length) {
            refill();
            int entry = table[(int) bits & (1 << ORDER_BITS) - 1];
            take(entry & 63);
            int symbol = entry >>> VALUE;
            if (entry == 0 || symbol == 16 && index == 0) {
                throw new DamagedException("expected a length of a code");
            }
            byte length = symbol < 16 ? (byte) symbol : symbol == 16 ? lengths[index - 1] : 0;
            int repeat =
                    switch (symbol) {
                        case 16 -> 3 + take(2);
                        case 17 -> 3 + take(3);
                        case 18 -> 11 + take(7);
                        default -> 1;
                    };
            if (repeat > lengths.length - index) {
                throw new DamagedException("expected fewer lengths of codes");
            }
            Arrays.fill(lengths, index, index + repeat, length);
            index += repeat;
        }
        return coded(
                out,
                to,
                table(Arrays.copyOf(lengths, literals), LITERALS, LITERAL_BITS),
                table(
                        Arrays.copyOfRange(lengths, literals, lengths.length),
                        DISTANCES,
                        DISTANCE_BITS));
    }

    /**
     * The codes of RFC 1951, 3.2.2, each at every index whose lowest bits are the code reversed.
     */
    private static int[] table(byte[] lengths, int[] meanings, int primary)
            throws DamagedException {
        int[] count = new int[LONGEST_CODE + 1];
        for (byte length : lengths) {
            count[length]++;
        }
        count[0] = 0;
        int[] next = new int[LONGEST_CODE + 1];
        int longest = 0;
        for (int length = 1; length <= LONGEST_CODE; length++) {
            next[length] = next[length - 1] + count[length - 1] << 1;
            if (next[length] + count[length] > 1 << length) {
                throw new DamagedException("expected fewer codes of %d bits".formatted(length));
            }
            longest = count[length] > 0 ? length : longest;
        }
        int subtable = Math.max(0, longest - primary);
        int[] table = new int[1 << primary];
        int used = table.length;
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            int length = lengths[symbol];
            if (length == 0) {
                continue;
            }
            int code = Integer.reverse(next[length]++) >>> 32 - length;
            int entry = meanings[symbol] | length;
            if (length <= primary) {
                for (int index = code; index < 1 << primary; index += 1 << length) {
                    table[index] = entry;
                }
                continue;
            }
            int low = code & (1 << primary) - 1;
            if (table[low] == 0) {
                table = Arrays.copyOf(table, used + (1 << subtable));
                table[low] = used << VALUE | SUBTABLE | subtable;
                used += 1 << subtable;
            }
            int from = table[low] >>> VALUE;
            for (int index = code >>> primary;
                    index < 1 << subtable;
                    index += 1 << length - primary) {
                table[from + index] = entry;
            }
        }
        return table;
    }

    /** Decodes a block; the bits are held in locals, which is what makes it fast. */
    private int coded(byte[] out, int to, int[] literals, int[] distances) throws DamagedException {
        byte[] from = in;
        long ahead = bits;
        int left = held;
        int next = at;
        int end = inLength + 8;
        while (to < out.length) {
            if (next > end) {
                throw new DamagedException("the deflated bytes end early");
            }
            ahead |= (long) LONGS.get(from, next) << left;
            next += 63 - left >>> 3;
            left |= 56;
            int entry = literals[(int) ahead & (1 << LITERAL_BITS) - 1];
            // Three bytes of at most 11 bits, and a length of 20, are within 56 bits.
            for (int more = 3; (entry & LITERAL) != 0 && more > 0 && to < out.length; more--) {
                ahead >>>= entry & 63;
                left -= entry & 63;
                out[to++] = (byte) (entry >>> VALUE);
                entry = literals[(int) ahead & (1 << LITERAL_BITS) - 1];
            }
            if ((entry & LITERAL) != 0) {
                continue;
            }
            if ((entry & SUBTABLE) != 0) {
                int width = entry & 63;
                int index = (int) (ahead >>> LITERAL_BITS) & (1 << width) - 1;
                entry = literals[(entry >>> VALUE) + index];
            }
            ahead >>>= entry & 63;
            left -= entry & 63;
            if ((entry & LITERAL) != 0) {
                if (to < out.length) {
                    out[to++] = (byte) (entry >>> VALUE);
                }
                continue;
            }
            if ((entry & KIND) != BASE) {
                if (entry == 0 || entry >>> VALUE != 0) {
                    throw new DamagedException("expected a code of the block's table");
                }
                break;
            }
            int extra = entry >>> 6 & 15;
            int length = (entry >>> VALUE) + ((int) ahead & (1 << extra) - 1);
            ahead >>>= extra;
            left -= extra;

            ahead |= (long) LONGS.get(from, Math.min(next, end)) << left;
            next += 63 - left >>> 3;
            left |= 56;
            entry = distances[(int) ahead & (1 << DISTANCE_BITS) - 1];
            if ((entry & SUBTABLE) != 0) {
                int width = entry & 63;
                int index = (int) (ahead >>> DISTANCE_BITS) & (1 << width) - 1;
                entry = distances[(entry >>> VALUE) + index];
            }
            ahead >>>= entry & 63;
            left -= entry & 63;
            extra = entry >>> 6 & 15;
            int distance = (entry >>> VALUE) + ((int) ahead & (1 << extra) - 1);
            ahead >>>= extra;
            left -= extra;
            if ((entry & KIND) != BASE || distance > to) {
                throw new DamagedException("expected a distance within the values");
            }
            to = repeat(out, to, distance, length);
        }
        bits = ahead;
        held = left;
        at = next;
        return to;
    }

    private static int repeat(byte[] out, int to, int distance, int length) {
        int end = Math.min(to + length, out.length);
        if (distance >= 8 && end + 8 <= out.length) {
            // What is written beyond the end is written again by what follows.
            for (int index = to; index < end; index += 8) {
                LONGS.set(out, index, (long) LONGS.get(out, index - distance));
            }
        } else {
            for (int index = to; index < end; index++) {
                out[index] = out[index - distance];
            }
        }
        return end;
    }
}
