package org.airshed.engine.receptormodel;

import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Positive matrix factorization of a composition by LS-NMF, from given or from several seeded
 * starts. See docs/science/pmf.md.
 *
 * @param factors the factors found
 * @param goodness their Q
 * @param seed the seed of the start; empty when the start was given
 */
public record Factorization(Factors factors, Goodness goodness, Optional<Long> seed) {

    /** So many updates from given factors. */
    public static Factorization from(Composition of, Factors start, int iterations) {
        return new Factorization(of, start, iterations, Optional.empty());
    }

    private Factorization(Composition of, Factors start, int iterations, Optional<Long> seed) {
        this(new LeastSquaresFactoring(of, start).iterate(iterations).factors(), of, seed);
    }

    private Factorization(Factors factors, Composition of, Optional<Long> seed) {
        this(factors, factors.goodness(of), seed);
    }

    /**
     * The start with the lowest Q(robust); of equal ones the first.
     *
     * @param size how many factors, fewer than species
     * @param starts how many, their seeds counted up from {@code seed}
     * @param done told after each start how many are done
     */
    public static Factorization best(
            Composition of, int size, int starts, long seed, int iterations, IntConsumer done) {
        if (size < 1 || size >= of.species().size() || starts < 1 || iterations < 1) {
            throw new IllegalArgumentException(
                    "expected 1 to %d factors and at least one start and iteration, got %d, %d, %d"
                            .formatted(of.species().size() - 1, size, starts, iterations));
        }
        Factorization best = seeded(of, size, seed, iterations);
        done.accept(1);
        for (int at = 1; at < starts; at++) {
            Factorization next = seeded(of, size, seed + at, iterations);
            best = next.goodness.qRobust() < best.goodness.qRobust() ? next : best;
            done.accept(at + 1);
        }
        return best;
    }

    private static Factorization seeded(Composition of, int size, long seed, int iterations) {
        return new Factorization(of, Factors.start(of, size, seed), iterations, Optional.of(seed));
    }
}
