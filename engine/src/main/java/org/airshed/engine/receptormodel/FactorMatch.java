package org.airshed.engine.receptormodel;

/** Which factors of one solution are which of another: those whose contributions go together. */
final class FactorMatch {
    /** No factor is alike enough. */
    static final int UNMAPPED = -1;

    private FactorMatch() {}

    /**
     * The base factor of each factor, by the highest correlation of contributions over the samples.
     *
     * @param least a lower correlation maps to none
     */
    static int[] of(double[][] contributions, double[][] base, double least) {
        int factors = contributions[0].length;
        int[] mapped = new int[factors];
        for (int factor = 0; factor < factors; factor++) {
            mapped[factor] = UNMAPPED;
            double best = least;
            for (int other = 0; other < base[0].length; other++) {
                double alike = correlation(contributions, factor, base, other);
                if (alike >= best && (alike > best || mapped[factor] == UNMAPPED)) {
                    best = alike;
                    mapped[factor] = other;
                }
            }
        }
        return mapped;
    }

    private static double correlation(double[][] a, int column, double[][] b, int other) {
        double meanA = 0;
        double meanB = 0;
        for (int row = 0; row < a.length; row++) {
            meanA += a[row][column] / a.length;
            meanB += b[row][other] / a.length;
        }
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int row = 0; row < a.length; row++) {
            double x = a[row][column] - meanA;
            double y = b[row][other] - meanB;
            ab += x * y;
            aa += x * x;
            bb += y * y;
        }
        return aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
    }
}
