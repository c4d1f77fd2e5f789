package org.airshed.engine.random;

/**
 * Random numbers by counter: Philox4x32-10 of Salmon et al. (2011), "Parallel random numbers: as
 * easy as 1, 2, 3", SC '11. The key is the seed, the counter is (particle, step, lane); equal
 * arguments give equal numbers, on every machine. Page: {@code docs/science/random.md}.
 */
public final class CounterRandom {
    /** Multipliers and key increments of the published algorithm, table 2 and section 3.3. */
    private static final long MULTIPLIER_0 = 0xD2511F53L;

    private static final long MULTIPLIER_1 = 0xCD9E8D57L;
    private static final int WEYL_0 = 0x9E3779B9;
    private static final int WEYL_1 = 0xBB67AE85;
    private static final int ROUNDS = 10;
    private static final long LOW_32 = 0xFFFF_FFFFL;

    private final long seed;

    public CounterRandom(long seed) {
        this.seed = seed;
    }

    /**
     * The four words of a counter under a key, the published function itself.
     *
     * @param counter four words
     * @param key_64 the low word is the first of the key
     */
    public static int[] philox4x32(int[] counter, long key_64) {
        long c0 = counter[0] & LOW_32;
        long c1 = counter[1] & LOW_32;
        long c2 = counter[2] & LOW_32;
        long c3 = counter[3] & LOW_32;
        int key0 = (int) key_64;
        int key1 = (int) (key_64 >>> 32);
        for (int round = 0; round < ROUNDS; round++) {
            long product0 = MULTIPLIER_0 * c0;
            long product1 = MULTIPLIER_1 * c2;
            c0 = (product1 >>> 32) ^ c1 ^ (key0 & LOW_32);
            c2 = (product0 >>> 32) ^ c3 ^ (key1 & LOW_32);
            c1 = product1 & LOW_32;
            c3 = product0 & LOW_32;
            key0 += WEYL_0;
            key1 += WEYL_1;
        }
        return new int[] {(int) c0, (int) c1, (int) c2, (int) c3};
    }

    /** Four words for a particle's step; the lane tells uses within one step apart. */
    public int[] words(long particle, int step, int lane) {
        return philox4x32(new int[] {(int) particle, (int) (particle >>> 32), step, lane}, seed);
    }

    /** Uniform in (0, 1), never 0 or 1: 53 bits, the middle of each of 2^52 intervals. */
    public double uniform(long particle, int step, int lane) {
        int[] words = words(particle, step, lane);
        long bits = ((words[0] & LOW_32) << 20) | ((words[1] & LOW_32) >>> 12);
        return (bits + 0.5) * 0x1p-52;
    }

    /** Standard normal: see {@link Normal}. */
    public float normal(long particle, int step, int lane) {
        return Normal.ofWord(words(particle, step, lane)[0]);
    }

    /**
     * The first three words of many particles' step: {@code words[w * stride + i]} is word w of
     * particle {@code particles[i]}, equal to {@link #words} of it.
     *
     * @param count how many of the particles, at most the stride
     */
    public void threeWords(
            long[] particles, int count, int step, int lane, long[] words, int stride) {
        int key0 = (int) seed;
        int key1 = (int) (seed >>> 32);
        // One plain loop over 64-bit lanes, which the compiler turns into vectors by itself;
        // integers, so that it may.
        for (int i = 0; i < count; i++) {
            long c0 = particles[i] & LOW_32;
            long c1 = particles[i] >>> 32;
            long c2 = step & LOW_32;
            long c3 = lane & LOW_32;
            int k0 = key0;
            int k1 = key1;
            for (int round = 0; round < ROUNDS; round++) {
                long product0 = MULTIPLIER_0 * c0;
                long product1 = MULTIPLIER_1 * c2;
                c0 = (product1 >>> 32) ^ c1 ^ (k0 & LOW_32);
                c2 = (product0 >>> 32) ^ c3 ^ (k1 & LOW_32);
                c1 = product1 & LOW_32;
                c3 = product0 & LOW_32;
                k0 += WEYL_0;
                k1 += WEYL_1;
            }
            words[i] = c0;
            words[stride + i] = c1;
            words[2 * stride + i] = c2;
        }
    }
}
