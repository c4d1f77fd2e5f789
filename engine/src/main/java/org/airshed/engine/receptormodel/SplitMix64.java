package org.airshed.engine.receptormodel;

/**
 * Numbers by place: the n-th output of SplitMix64 (Steele, Lea and Flood 2014) for a seed, without
 * the ones before it.
 */
record SplitMix64(long seed) {
    /** Evenly between 0, left out, and 1, left out. */
    double unit(long place) {
        return ((bits(place) >>> 11) + 0.5) * 0x1p-53;
    }

    /** Evenly among 0 … bound − 1. */
    int below(int bound, long place) {
        return (int) Math.min(bound - 1L, (long) (unit(place) * bound));
    }

    private long bits(long place) {
        long z = seed + (place + 1) * 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
