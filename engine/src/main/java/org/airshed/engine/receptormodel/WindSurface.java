package org.airshed.engine.receptormodel;

import java.util.Arrays;

/**
 * A smooth surface over the plane of wind components: cubic tensor B-splines, held back by second
 * differences (Eilers and Marx 1996, 2003), as much as generalised cross-validation asks (Craven
 * and Wahba 1979). See docs/science/polar-plot.md.
 */
final class WindSurface {
    /** Splines in each direction. */
    static final int SPLINES = 12;

    private static final int COEFFICIENTS = SPLINES * SPLINES;
    private static final int BAND = 3 * SPLINES + 3;
    private static final int DECADES = 10;
    private static final int[] OFFSETS = offsets(); // of the sixteen coefficients from the first
    private static final double RIDGE = 1e-10;

    private final double reach_ms;
    private final double[][] gram = new double[COEFFICIENTS][BAND + 1]; // BᵀB
    private final double[] moments = new double[COEFFICIENTS]; // Bᵀy
    private final double[] basis = new double[8]; // four of u, four of v
    private final double[] weights = new double[16];
    private double squares;
    private int count;

    private double[] coefficients = new double[COEFFICIENTS];
    private double[][] inverse = new double[0][];
    private double residual;
    private double freedom;
    private double validation = Double.POSITIVE_INFINITY;

    /** Over −reach … reach of both components. */
    WindSurface(double reach_ms) {
        this.reach_ms = reach_ms;
    }

    void add(double u_ms, double v_ms, double value) {
        int first = weigh(u_ms, v_ms);
        for (int a = 0; a < 16; a++) {
            int row = first + OFFSETS[a];
            double[] own = gram[row];
            double weight = weights[a];
            int from = BAND - OFFSETS[a];
            moments[row] += weight * value;
            for (int b = 0; b <= a; b++) {
                own[from + OFFSETS[b]] += weight * weights[b];
            }
        }
        squares += value * value;
        count++;
    }

    /** The weights of the sixteen splines that are not zero here; the first coefficient of them. */
    private int weigh(double u_ms, double v_ms) {
        int first = splines(u_ms, 0) * SPLINES + splines(v_ms, 4);
        for (int a = 0; a < 16; a++) {
            weights[a] = basis[a >> 2] * basis[4 + (a & 3)];
        }
        return first;
    }

    private int splines(double component_ms, int at) {
        double place = (component_ms + reach_ms) / (2 * reach_ms) * (SPLINES - 3);
        int interval = Math.clamp((int) place, 0, SPLINES - 4);
        double t = place - interval;
        double s = 1 - t;
        basis[at] = s * s * s / 6;
        basis[at + 1] = (3 * t * t * t - 6 * t * t + 4) / 6;
        basis[at + 2] = (3 * s * s * s - 6 * s * s + 4) / 6;
        basis[at + 3] = t * t * t / 6;
        return interval;
    }

    /** Chooses how much is smoothed, to half a decade, and fits. */
    void fit() {
        double[][] penalty = penalty();
        int best = -DECADES + 3;
        for (int decade = best; decade <= 3; decade++) {
            best = fit(penalty, decade) ? decade : best;
        }
        fit(penalty, best - 0.5);
        fit(penalty, best + 0.5);
    }

    /** Keeps the fit of this strength if it validates better than the one kept. */
    private boolean fit(double[][] penalty, double decade) {
        double strength = trace(gram) / trace(penalty) * StrictMath.pow(10, decade);
        BandedCholesky root = new BandedCholesky(sum(penalty, strength), BAND);
        double[] tried = root.solve(moments);
        double[][] triedInverse = root.inverse();
        double triedFreedom = product(triedInverse);
        double left = Math.max(0, leftOver(tried));
        double spare = count - triedFreedom;
        double tries = spare > 0 ? count * left / (spare * spare) : Double.MAX_VALUE;
        if (tries >= validation) {
            return false;
        }
        validation = tries;
        coefficients = tried;
        inverse = triedInverse;
        freedom = triedFreedom;
        residual = left;
        return true;
    }

    private double[][] sum(double[][] penalty, double strength) {
        double[][] sum = new double[COEFFICIENTS][BAND + 1];
        double ridge = RIDGE * trace(gram) / COEFFICIENTS;
        for (int row = 0; row < COEFFICIENTS; row++) {
            for (int at = 0; at <= BAND; at++) {
                sum[row][at] = gram[row][at] + strength * penalty[row][at];
            }
            sum[row][BAND] += ridge;
        }
        return sum;
    }

    /** Second differences along both components. */
    private static double[][] penalty() {
        double[][] penalty = new double[COEFFICIENTS][BAND + 1];
        double[] difference = {1, -2, 1};
        for (int line = 0; line < SPLINES; line++) {
            for (int from = 0; from + 2 < SPLINES; from++) {
                for (int a = 0; a < 3; a++) {
                    for (int b = 0; b <= a; b++) {
                        double product = difference[a] * difference[b];
                        int along = line * SPLINES + from + a;
                        penalty[along][BAND + b - a] += product;
                        int across = (from + a) * SPLINES + line;
                        penalty[across][BAND + (b - a) * SPLINES] += product;
                    }
                }
            }
        }
        return penalty;
    }

    private static double trace(double[][] rows) {
        double trace = 0;
        for (double[] row : rows) {
            trace += row[BAND];
        }
        return trace;
    }

    /** The trace of BᵀB·A⁻¹. */
    private double product(double[][] of) {
        double sum = 0;
        for (int row = 0; row < COEFFICIENTS; row++) {
            for (int at = Math.max(0, BAND - row); at < BAND; at++) {
                sum += 2 * gram[row][at] * of[row][row + at - BAND];
            }
            sum += gram[row][BAND] * of[row][row];
        }
        return sum;
    }

    private double leftOver(double[] tried) {
        double sum = squares;
        for (int row = 0; row < COEFFICIENTS; row++) {
            double own = gram[row][BAND] * tried[row] / 2;
            for (int column = Math.max(0, row - BAND); column < row; column++) {
                own += gram[row][BAND + column - row] * tried[column];
            }
            sum += 2 * tried[row] * (own - moments[row]);
        }
        return sum;
    }

    double value(double u_ms, double v_ms) {
        int first = weigh(u_ms, v_ms);
        double sum = 0;
        for (int a = 0; a < 16; a++) {
            sum += weights[a] * coefficients[first + OFFSETS[a]];
        }
        return sum;
    }

    /** The variance of the surface here for a noise of variance 1. */
    double spread(double u_ms, double v_ms) {
        int first = weigh(u_ms, v_ms);
        double sum = 0;
        for (int a = 0; a < 16; a++) {
            for (int b = 0; b < 16; b++) {
                sum += weights[a] * weights[b] * inverse[first + OFFSETS[a]][first + OFFSETS[b]];
            }
        }
        return Math.max(0, sum);
    }

    private static int[] offsets() {
        int[] offsets = new int[16];
        Arrays.setAll(offsets, a -> (a >> 2) * SPLINES + (a & 3));
        return offsets;
    }

    /** The variance of what the surface leaves. */
    double noise() {
        return residual / Math.max(1, count - freedom);
    }

    double freedom() {
        return freedom;
    }
}
