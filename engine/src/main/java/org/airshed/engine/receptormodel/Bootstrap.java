package org.airshed.engine.receptormodel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * How much the factors depend on which samples were taken: blocks of successive samples are drawn
 * with replacement and factored anew. Source: Norris and others (2014), EPA PMF 5.0 user guide;
 * docs/science/pmf.md, "Bootstrap".
 *
 * @param mapped [factor][base factor], how many runs' factors map to each; the last column counts
 *     those that map to none
 * @param low [factor][species], the 5th percentile of the mapped profiles; {@code NaN} when none
 * @param high [factor][species], the 95th
 */
public record Bootstrap(int[][] mapped, double[][] low, double[][] high) {
    /** Factors less alike are mapped to none: the default of EPA PMF 5.0. */
    public static final double LEAST_CORRELATION = 0.6;

    /**
     * @param base the factors found with all samples
     * @param runs how many
     * @param block samples in a block
     * @param done told after each run how many are done
     */
    public static Bootstrap of(
            Composition of,
            Factors base,
            int runs,
            int block,
            long seed,
            int iterations,
            IntConsumer done) {
        int samples = of.samples().size();
        if (runs < 1 || block < 1 || block > samples) {
            throw new IllegalArgumentException(
                    "expected runs and blocks of 1 to %d samples, got %d and %d"
                            .formatted(samples, runs, block));
        }
        int size = base.size();
        int[][] mapped = new int[size][size + 1];
        List<List<double[]>> profiles = new ArrayList<>();
        for (int factor = 0; factor < size; factor++) {
            profiles.add(new ArrayList<>());
        }
        for (int run = 0; run < runs; run++) {
            int[] drawn = drawn(samples, block, new SplitMix64(seed + run));
            Composition resampled = of.rows(drawn);
            double[][] contributions = picked(base.contributions(), drawn);
            Factors start = Factors.start(resampled, size, seed + run);
            Factors found = Factorization.from(resampled, start, iterations).factors();
            int[] to = FactorMatch.of(found.contributions(), contributions, LEAST_CORRELATION);
            for (int factor = 0; factor < size; factor++) {
                int at = to[factor];
                if (at == FactorMatch.UNMAPPED) {
                    mapped[factor][size]++;
                } else {
                    mapped[factor][at]++;
                    profiles.get(at).add(scaled(found, factor, contributions, at));
                }
            }
            done.accept(run + 1);
        }
        int species = of.species().size();
        return new Bootstrap(
                mapped, percentile(profiles, species, 5), percentile(profiles, species, 95));
    }

    private static int[] drawn(int samples, int block, SplitMix64 random) {
        int[] drawn = new int[samples];
        int begin = 0;
        for (int at = 0; at < samples; at++) {
            begin = at % block == 0 ? random.below(samples - block + 1, at) : begin;
            drawn[at] = begin + at % block;
        }
        return drawn;
    }

    private static double[][] picked(double[][] rows, int[] places) {
        double[][] picked = new double[places.length][];
        Arrays.setAll(picked, at -> rows[places[at]]);
        return picked;
    }

    /** A factor's scale is free: its contributions are given the sum of the base factor's. */
    private static double[] scaled(Factors found, int factor, double[][] base, int at) {
        double own = 0;
        double other = 0;
        for (int row = 0; row < base.length; row++) {
            own += found.contributions()[row][factor];
            other += base[row][at];
        }
        double[] profile = found.profiles()[factor].clone();
        for (int column = 0; column < profile.length; column++) {
            profile[column] *= other == 0 ? 1 : own / other;
        }
        return profile;
    }

    private static double[][] percentile(
            List<List<double[]>> profiles, int species, double percent) {
        double[][] percentiles = new double[profiles.size()][species];
        for (int factor = 0; factor < percentiles.length; factor++) {
            List<double[]> own = profiles.get(factor);
            for (int column = 0; column < species; column++) {
                int at = column;
                double[] sorted = own.stream().mapToDouble(row -> row[at]).sorted().toArray();
                percentiles[factor][column] =
                        sorted.length == 0
                                ? Double.NaN
                                : sorted[(int) Math.rint((sorted.length - 1) * percent / 100)];
            }
        }
        return percentiles;
    }
}
