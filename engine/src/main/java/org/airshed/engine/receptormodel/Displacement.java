package org.airshed.engine.receptormodel;

import java.util.List;

/**
 * How far one entry of a profile can be pushed until Q(true) has risen by a given amount with
 * everything else fitted anew, and how many factors change places meanwhile. Source: Paatero,
 * Eberly, Brown and Norris (2014); docs/science/pmf.md, "Displacement".
 *
 * @param intervals one for each allowed rise, in order
 */
public record Displacement(List<Interval> intervals) {
    /** The rises EPA PMF 5.0 reports. */
    public static final List<Double> USUAL_RISES = List.of(4.0, 8.0, 16.0, 32.0);

    private static final int HALVINGS = 12;
    private static final double LARGEST_MULTIPLE = 1024;

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
     * @param base converged factors
     * @param factor of the entry
     * @param column the species of the entry
     * @param refits updates of everything else after each push
     */
    public static Displacement of(
            Composition of, Factors base, int factor, int column, List<Double> rises, int refits) {
        double from = base.profiles()[factor][column];
        // Further updates lower Q without any push: what they give is not the push's doing.
        double lowest = pushed(of, base, factor, column, from, refits).goodness(of).qTrue();
        return new Displacement(
                rises.stream()
                        .map(rise -> {
                            double most = lowest + rise;
                            Push down = furthest(of, base, factor, column, 0, most, refits);
                            double top = LARGEST_MULTIPLE * Math.max(from, largest(of, column));
                            Push up = furthest(of, base, factor, column, top, most, refits);
                            return new Interval(rise, down.value, up.value, down.swaps + up.swaps);
                        })
                        .toList());
    }

    private record Push(double value, int swaps) {}

    /** The value furthest towards {@code end} at which Q stays below; by halving the way there. */
    private static Push furthest(
            Composition of,
            Factors base,
            int factor,
            int column,
            double end,
            double most,
            int refits) {
        double good = base.profiles()[factor][column];
        double bad = end;
        Factors at = base;
        if (end < good) {
            Factors tried = pushed(of, base, factor, column, end, refits);
            if (tried.goodness(of).qTrue() <= most) {
                return new Push(end, swaps(tried, base));
            }
        }
        double step = Math.max(good, largest(of, column) * 1e-6) / 16;
        for (double way = step; end > good && way < end; way *= 2) {
            if (pushed(of, base, factor, column, good + way, refits).goodness(of).qTrue() > most) {
                bad = good + way;
                break;
            }
        }
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (good + bad) / 2;
            Factors tried = pushed(of, base, factor, column, middle, refits);
            if (tried.goodness(of).qTrue() <= most) {
                good = middle;
                at = tried;
            } else {
                bad = middle;
            }
        }
        return new Push(good, swaps(at, base));
    }

    private static Factors pushed(
            Composition of, Factors base, int factor, int column, double value, int refits) {
        LeastSquaresFactoring factoring = new LeastSquaresFactoring(of, base);
        factoring.hold(factor, column, value);
        return factoring.iterate(refits, factor, column).factors();
    }

    private static double largest(Composition of, int column) {
        double largest = 0;
        for (double[] row : of.concentrations()) {
            largest = Math.max(largest, row[column]);
        }
        return largest;
    }

    private static int swaps(Factors found, Factors base) {
        int[] to = FactorMatch.of(found.contributions(), base.contributions(), 0);
        int swaps = 0;
        for (int factor = 0; factor < to.length; factor++) {
            swaps += to[factor] == factor ? 0 : 1;
        }
        return swaps;
    }
}
