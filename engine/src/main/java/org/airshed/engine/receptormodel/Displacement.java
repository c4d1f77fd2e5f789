package org.airshed.engine.receptormodel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * How far one entry of a profile can be pushed until Q(true) has risen by a given amount with
 * everything else fitted anew, and how many factors change places meanwhile. Source: Paatero,
 * Eberly, Brown and Norris (2014); docs/science/pmf.md, "Displacement".
 *
 * @param decrease by how much Q(true) falls with as many updates and no push: much of it means that
 *     the factors had not converged
 * @param intervals one for each allowed rise, in order
 */
public record Displacement(double decrease, List<Interval> intervals) {
    /** The rises EPA PMF 5.0 reports. */
    public static final List<Double> USUAL_RISES = List.of(4.0, 8.0, 16.0, 32.0);

    private static final int HALVINGS = 12;
    private static final double LARGEST_MULTIPLE = 1024;

    /**
     * One entry of the profiles.
     *
     * @param factor from 0
     * @param column the species, from 0
     */
    public record Entry(int factor, int column) {}

    /**
     * @param rise of Q(true) allowed
     * @param low the least value of the entry
     * @param high its greatest
     * @param swaps factors that map to another base factor at either end
     */
    public record Interval(double rise, double low, double high, int swaps) {}

    public Displacement {
        intervals = List.copyOf(intervals);
    }

    /**
     * The displacement of each of these entries, in their order and to the bit whatever the number
     * of threads, which entries share among them.
     *
     * @param done told how many entries are done, one call at a time
     */
    public static List<Displacement> all(
            Composition of,
            Factors base,
            List<Entry> entries,
            List<Double> rises,
            int refits,
            IntConsumer done) {
        AtomicInteger count = new AtomicInteger();
        return entries.parallelStream()
                .map(entry -> {
                    Displacement found =
                            of(of, base, entry.factor(), entry.column(), rises, refits);
                    synchronized (count) {
                        done.accept(count.incrementAndGet());
                    }
                    return found;
                })
                .toList();
    }

    /**
     * @param base converged factors
     * @param factor of the entry
     * @param column the species of the entry
     * @param refits updates of everything else after each push
     */
    public static Displacement of(
            Composition of, Factors base, int factor, int column, List<Double> rises, int refits) {
        if (refits < 1) {
            throw new IllegalArgumentException(
                    "expected at least one update after a push, got " + refits);
        }
        double from = base.profiles()[factor][column];
        Pushes pushes = new Pushes(of, base, factor, column, refits, new HashMap<>());
        // Further updates lower Q without any push: what they give is not the push's doing.
        double lowest = pushes.to(from).q;
        double top = LARGEST_MULTIPLE * Math.max(from, pushes.largest());
        return new Displacement(
                base.goodness(of).qTrue() - lowest,
                rises.stream()
                        .map(rise -> {
                            double low = pushes.furthest(0, lowest + rise);
                            double high = pushes.furthest(top, lowest + rise);
                            return new Interval(
                                    rise, low, high, pushes.swaps(low) + pushes.swaps(high));
                        })
                        .toList());
    }

    private record Pushed(double q, int swaps) {}

    /** The pushes of one entry, each made once: larger rises ask again what smaller ones did. */
    private record Pushes(
            Composition of,
            Factors base,
            int factor,
            int column,
            int refits,
            Map<Double, Pushed> made) {

        Pushed to(double value) {
            return made.computeIfAbsent(value, this::push);
        }

        private Pushed push(double value) {
            LeastSquaresFactoring factoring = new LeastSquaresFactoring(of, base);
            factoring.hold(factor, column, value);
            Factors found = factoring.iterate(refits, factor, column).factors();
            return new Pushed(found.goodness(of).qTrue(), count(found));
        }

        /** Where the entry was not moved at all, nothing changed places. */
        int swaps(double value) {
            return value == base.profiles()[factor][column] ? 0 : to(value).swaps;
        }

        /** The value furthest towards {@code end} at which Q stays below; by halving the way. */
        double furthest(double end, double most) {
            double good = base.profiles()[factor][column];
            double bad = end;
            if (end < good && to(end).q <= most) {
                return end;
            }
            double step = Math.max(good, largest() * 1e-6) / 16;
            double from = good;
            for (double way = step; end > from && way < end; way *= 2) {
                if (to(from + way).q > most) {
                    bad = from + way;
                    break;
                }
                good = from + way;
            }
            for (int halving = 0; halving < HALVINGS; halving++) {
                double middle = (good + bad) / 2;
                if (to(middle).q <= most) {
                    good = middle;
                } else {
                    bad = middle;
                }
            }
            return good;
        }

        private double largest() {
            double largest = 0;
            for (double[] row : of.concentrations()) {
                largest = Math.max(largest, row[column]);
            }
            return largest;
        }

        private int count(Factors found) {
            int[] to = FactorMatch.of(found.contributions(), base.contributions(), 0);
            int swaps = 0;
            for (int at = 0; at < to.length; at++) {
                swaps += to[at] == at ? 0 : 1;
            }
            return swaps;
        }
    }
}
