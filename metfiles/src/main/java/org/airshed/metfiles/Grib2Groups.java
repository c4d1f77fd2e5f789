package org.airshed.metfiles;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Complex packing of GRIB2: values in groups of a common width, templates 5.2 and 5.3. */
record Grib2Groups(Grib2Values field, GribPacking packing) {
    private static final int NOT_MISSING = 0;

    /** Stored numbers and which of them stand for a missing value. */
    private record Stored(long[] numbers, boolean[] missing) {}

    private MetFileRefusedException refuse(String why) {
        return field.file().refused(field.offset(), why);
    }

    float[] decode(byte[] data, boolean differences) throws IOException {
        ByteBuffer section = field.section5();
        Bits bits = new Bits(data, 64);
        int order = differences ? section.get(47) & 0xff : 0;
        int width = differences ? (section.get(48) & 0xff) * 8 : 0;
        // Order 0 is reserved, but ecCodes writes it: groups without differences.
        if (order > 2 || width > 32) {
            throw refuse(
                    "expected differences of order 0 to 2 in at most 4 bytes, got order %d in %d bits"
                            .formatted(order, width));
        }
        long[] firsts = new long[order];
        for (int index = 0; index < order; index++) {
            firsts[index] = bits.read(width);
        }
        long least = 0;
        if (differences && width > 0) {
            boolean negative = bits.read(1) == 1;
            long size = bits.read(width - 1);
            least = negative ? -size : size;
        }
        Stored stored = groups(bits, section);
        if (order > 0) {
            accumulate(stored, order, firsts, least);
        }
        double scale = packing.scale();
        double base = packing.offset();
        float[] values = new float[field.points()];
        for (int index = 0; index < values.length; index++) {
            values[index] =
                    stored.missing()[index]
                            ? Float.NaN
                            : (float) (base + scale * stored.numbers()[index]);
        }
        return values;
    }

    private Stored groups(Bits bits, ByteBuffer section) throws IOException {
        int missingKinds = section.get(22) & 0xff;
        int groups = section.getInt(31);
        int leastWidth = section.get(35) & 0xff;
        int widthBits = section.get(36) & 0xff;
        long leastLength = section.getInt(37) & 0xffffffffL;
        int lengthStep = section.get(41) & 0xff;
        long lastLength = section.getInt(42) & 0xffffffffL;
        int lengthBits = section.get(46) & 0xff;
        if (groups < 0
                || groups > Math.max(field.points(), 1)
                || missingKinds > 2
                || widthBits > 32
                || lengthBits > 32) {
            throw refuse(
                    "expected at most %d groups, got %d (widths of %d bits, lengths of %d bits)"
                            .formatted(field.points(), groups, widthBits, lengthBits));
        }
        long needed = (long) groups * (packing.bits() + widthBits + lengthBits);
        if (needed > bits.left()) {
            throw refuse("expected %d groups, the data end before".formatted(groups));
        }
        int[] references = numbers(bits, groups, packing.bits());
        int[] widths = numbers(bits, groups, widthBits);
        int[] lengths = numbers(bits, groups, lengthBits);
        Stored stored = new Stored(new long[field.points()], new boolean[field.points()]);
        int done = 0;
        for (int group = 0; group < groups; group++) {
            long width = leastWidth + (widths[group] & 0xffffffffL);
            long length =
                    group == groups - 1
                            ? lastLength
                            : leastLength + lengthStep * (lengths[group] & 0xffffffffL);
            if (width > 32 || length > field.points() - done || length * width > bits.left()) {
                throw refuse(
                        "expected group %d of %d to fit, got %d values of %d bits"
                                .formatted(group, groups, length, width));
            }
            fill(bits, stored, done, (int) length, (int) width, references[group], missingKinds);
            done += (int) length;
        }
        if (done != field.points()) {
            throw refuse(
                    "expected groups of %d values in all, got %d".formatted(field.points(), done));
        }
        return stored;
    }

    private static int[] numbers(Bits bits, int count, int width) {
        int[] numbers = new int[count];
        for (int index = 0; index < count; index++) {
            numbers[index] = (int) bits.read(width);
        }
        bits.alignToByte();
        return numbers;
    }

    private void fill(
            Bits bits, Stored to, int from, int length, int width, int base, int missingKinds) {
        long reference = base & 0xffffffffL;
        // All ones mean missing; one less a second kind of missing. A width of 0 says it by its
        // reference.
        long ones = (1L << (width > 0 ? width : packing.bits())) - 1;
        for (int index = from; index < from + length; index++) {
            long stored = bits.read(width);
            long said = width > 0 ? stored : reference;
            to.missing()[index] =
                    missingKinds != NOT_MISSING
                            && (said == ones || missingKinds == 2 && said == ones - 1);
            to.numbers()[index] = reference + stored;
        }
    }

    /** Undoes differences of order 1 or 2, over the values that are not missing. */
    private void accumulate(Stored stored, int order, long[] firsts, long least) {
        long[] numbers = stored.numbers();
        int seen = 0;
        long before = 0;
        long beforeThat = 0;
        for (int index = 0; index < numbers.length; index++) {
            if (stored.missing()[index]) {
                continue;
            }
            if (seen < order) {
                numbers[index] = firsts[seen++];
            } else if (order == 1) {
                numbers[index] += least + before;
            } else {
                numbers[index] += least + 2 * before - beforeThat;
            }
            beforeThat = before;
            before = numbers[index];
        }
    }
}
