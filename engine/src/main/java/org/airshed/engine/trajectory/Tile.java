package org.airshed.engine.trajectory;

import org.airshed.engine.random.CounterRandom;
import org.jspecify.annotations.Nullable;

/**
 * The few particles a kernel works on at a time, neighbours in the grid: their places and the wind
 * about them stay in the first-level cache while all steps between two moments are done.
 */
final class Tile {
    static final int SIZE = 64;

    /** Which use of a step's random numbers displacements are. */
    private static final int LANE = 0;

    final double[] column = new double[SIZE];
    final double[] row = new double[SIZE];
    final double[] height_m = new double[SIZE];
    final byte[] end = new byte[SIZE];
    final int[] endStep = new int[SIZE];
    final long[] number = new long[SIZE];
    final long[] words = new long[3 * SIZE]; // [axis][particle]
    final float[] deviates = new float[3 * SIZE]; // [axis][particle] standard normal
    int count;

    void load(Particles particles, int[] order, int from, int count) {
        this.count = count;
        for (int i = 0; i < count; i++) {
            int particle = order[from + i];
            column[i] = particles.column[particle];
            row[i] = particles.row[particle];
            height_m[i] = particles.height_m[particle];
            end[i] = particles.end[particle];
            endStep[i] = particles.endStep[particle];
            number[i] = particles.number(particle);
        }
    }

    void store(Particles particles, int[] order, int from) {
        for (int i = 0; i < count; i++) {
            int particle = order[from + i];
            particles.column[particle] = column[i];
            particles.row[particle] = row[i];
            particles.height_m[particle] = height_m[i];
            particles.end[particle] = end[i];
            particles.endStep[particle] = endStep[i];
        }
    }

    /** Draws the words of one step's displacements. */
    void drawWords(@Nullable CounterRandom random, int step) {
        if (random != null) {
            random.threeWords(number, count, step, LANE, words, SIZE);
        }
    }
}
