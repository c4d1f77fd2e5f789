package org.airshed.metfiles;

/**
 * Lossless data compression of CCSDS 121.0-B-3 (2020), "adaptive entropy coding", as GRIB template
 * 5.42 uses it: unsigned samples of 1 to 32 bits, with or without the unit-delay predictor.
 */
final class AecDecoder {
    /** A segment of blocks a run of zero blocks may reach to the end of: 121.0-B-3, 3.4.3. */
    private static final int SEGMENT = 64;

    private static final int REST_OF_SEGMENT = 5;
    private static final int PREPROCESSED = 8;
    private static final int RESTRICTED = 16;
    private static final int PADDED = 32;
    private static final int SIGNED = 1;

    private final int sampleBits;
    private final int blockSize;
    private final int blocksPerReference;
    private final int identifierBits;
    private final boolean predicted;
    private final boolean padded;
    private final long largest;

    /** Data that are not what the standard allows. */
    static final class DamagedException extends Exception {
        DamagedException(String why) {
            super(why);
        }
    }

    /**
     * @param flags those of template 5.42, which are libaec's
     */
    AecDecoder(int sampleBits, int blockSize, int blocksPerReference, int flags)
            throws DamagedException {
        if (sampleBits < 1
                || sampleBits > 32
                || blockSize < 2
                || blockSize > 256
                || blockSize % 2 != 0
                || blocksPerReference < 1
                || blocksPerReference > 4096) {
            throw new DamagedException(
                    "expected samples of 1 to 32 bits in even blocks of 2 to 256, got %d bits, blocks of %d, %d to a reference"
                            .formatted(sampleBits, blockSize, blocksPerReference));
        }
        if ((flags & SIGNED) != 0) {
            throw new DamagedException("expected unsigned samples");
        }
        this.sampleBits = sampleBits;
        this.blockSize = blockSize;
        this.blocksPerReference = blocksPerReference;
        predicted = (flags & PREPROCESSED) != 0;
        padded = (flags & PADDED) != 0;
        largest = (1L << sampleBits) - 1;
        boolean restricted = (flags & RESTRICTED) != 0 && sampleBits <= 4;
        identifierBits =
                restricted
                        ? (sampleBits <= 2 ? 1 : 2)
                        : sampleBits > 16 ? 5 : sampleBits > 8 ? 4 : 3;
    }

    /** The samples, as many as asked for; unsigned in ints. */
    int[] decode(byte[] data, int count) throws DamagedException {
        Bits bits = new Bits(data, blockSize * 8);
        int[] samples = new int[count];
        int[] block = new int[blockSize];
        int done = 0;
        while (done < count) {
            long before = 0;
            for (int index = 0; index < blocksPerReference && done < count; ) {
                boolean reference = predicted && index == 0;
                int blocks = block(bits, block, reference, index);
                for (int repeat = 0; repeat < blocks && done < count; repeat++) {
                    int length = Math.min(blockSize, count - done);
                    before = store(block, reference && repeat == 0, before, samples, done, length);
                    done += length;
                    if (repeat == 0 && blocks > 1) {
                        java.util.Arrays.fill(block, 0);
                    }
                }
                index += blocks;
            }
            if (padded) {
                bits.alignToByte();
            }
        }
        return samples;
    }

    /** Reads one block of mapped differences; gives how many blocks it stands for. */
    private int block(Bits bits, int[] block, boolean reference, int index)
            throws DamagedException {
        int first = reference ? 1 : 0;
        int identifier = (int) bits.read(identifierBits);
        int blocks = 1;
        if (identifier == (1 << identifierBits) - 1) {
            for (int at = 0; at < blockSize; at++) {
                block[at] = (int) bits.read(sampleBits);
            }
        } else if (identifier == 0) {
            boolean extension = bits.read(1) == 1;
            if (reference) {
                block[0] = (int) bits.read(sampleBits);
            }
            if (extension) {
                pairs(bits, block, first);
            } else {
                java.util.Arrays.fill(block, first, blockSize, 0);
                blocks = zeroBlocks(bits, index);
            }
        } else {
            if (reference) {
                block[0] = (int) bits.read(sampleBits);
            }
            split(bits, block, first, identifier - 1);
        }
        if (bits.beyond()) {
            throw new DamagedException("expected more coded blocks, the data end");
        }
        return blocks;
    }

    private static int fundamental(Bits bits) throws DamagedException {
        int zeros = bits.zeros();
        if (zeros < 0) {
            throw new DamagedException("expected a coded sample, the data end");
        }
        return zeros;
    }

    /** Sample splitting with k low bits: 3.4.2 and 3.4.4. */
    private void split(Bits bits, int[] block, int first, int k) throws DamagedException {
        for (int at = first; at < blockSize; at++) {
            block[at] = fundamental(bits) << k;
        }
        if (k > 0) {
            for (int at = first; at < blockSize; at++) {
                block[at] |= (int) bits.read(k);
            }
        }
    }

    /** The second extension: two samples a and b in one code (a+b)(a+b+1)/2 + b; 3.4.5. */
    private void pairs(Bits bits, int[] block, int first) throws DamagedException {
        int at = first;
        while (at < blockSize) {
            int code = fundamental(bits);
            if (code > 90) {
                throw new DamagedException("expected a pair code of at most 90, got " + code);
            }
            int sum = 0;
            while ((sum + 1) * (sum + 2) / 2 <= code) {
                sum++;
            }
            int second = code - sum * (sum + 1) / 2;
            if (at % 2 == 0) {
                block[at++] = sum - second;
            }
            block[at++] = second;
        }
    }

    private int zeroBlocks(Bits bits, int index) throws DamagedException {
        int blocks = fundamental(bits) + 1;
        if (blocks == REST_OF_SEGMENT) {
            blocks = Math.min(blocksPerReference - index, SEGMENT - index % SEGMENT);
        } else if (blocks > REST_OF_SEGMENT) {
            blocks--;
        }
        if (blocks > blocksPerReference - index) {
            throw new DamagedException("expected zero blocks up to the next reference");
        }
        return blocks;
    }

    /** Undoes the prediction: 4.2 and 4.3. Gives the last sample. */
    private long store(
            int[] block, boolean reference, long before, int[] samples, int to, int length) {
        if (!predicted) {
            System.arraycopy(block, 0, samples, to, length);
            return 0;
        }
        long sample = before;
        int first = 0;
        if (reference) {
            sample = block[0] & 0xffffffffL;
            samples[to] = (int) sample;
            first = 1;
        }
        for (int at = first; at < length; at++) {
            long mapped = block[at] & 0xffffffffL;
            long half = (mapped + 1) >>> 1;
            long room = Math.min(sample, largest - sample);
            if (half <= room) {
                sample += (mapped & 1) == 0 ? half : -half;
            } else {
                sample = sample <= largest - sample ? mapped : largest - mapped;
            }
            sample &= largest;
            samples[to + at] = (int) sample;
        }
        return sample;
    }
}
