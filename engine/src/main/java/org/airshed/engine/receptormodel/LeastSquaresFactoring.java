package org.airshed.engine.receptormodel;

/**
 * LS-NMF: factors by multiplicative updates that never raise Q(true), profiles first, then
 * contributions. Source: Wang, Kossenkov and Ochs (2006), after Lee and Seung (2001); the weights
 * 1/u² are those of Paatero and Tapper (1994). Checks: docs/science/pmf.md.
 *
 * <p>Arrays lie factor by factor and species by species, samples in a row, so that inner loops run
 * over samples and each sum has one fixed order. Rows are padded with zeros to whole blocks of
 * four.
 */
final class LeastSquaresFactoring {
    private static final int BLOCK = 4;

    private final int samples;
    private final int species;
    private final int size;
    private final double[][] weights; // [species][sample], 1/u²
    private final double[][] weighted; // [species][sample], v/u²
    private final double[][] modelled; // [species][sample], (WH)/u²
    private final double[][] contributions; // [factor][sample]
    private final double[][] profiles; // [factor][species]
    private final double[] above;
    private final double[] below;

    LeastSquaresFactoring(Composition of, Factors start) {
        samples = of.samples().size();
        species = of.species().size();
        size = start.size();
        if (size < 1
                || start.contributions().length != samples
                || start.profiles()[0].length != species) {
            throw new IllegalArgumentException(
                    "expected factors of %d samples and %d species, got %d and %d"
                            .formatted(
                                    samples,
                                    species,
                                    start.contributions().length,
                                    size < 1 ? 0 : start.profiles()[0].length));
        }
        weights = new double[padded(species)][samples];
        weighted = new double[padded(species)][samples];
        modelled = new double[padded(species)][samples];
        contributions = new double[padded(size)][samples];
        profiles = new double[padded(size)][padded(species)];
        above = new double[samples];
        below = new double[samples];
        for (int row = 0; row < samples; row++) {
            for (int column = 0; column < species; column++) {
                double uncertainty = of.uncertainties()[row][column];
                weights[column][row] = 1 / (uncertainty * uncertainty);
                weighted[column][row] = weights[column][row] * of.concentrations()[row][column];
            }
            for (int factor = 0; factor < size; factor++) {
                contributions[factor][row] = start.contributions()[row][factor];
            }
        }
        for (int factor = 0; factor < size; factor++) {
            System.arraycopy(start.profiles()[factor], 0, profiles[factor], 0, species);
        }
    }

    private static int padded(int length) {
        return (length + BLOCK - 1) / BLOCK * BLOCK;
    }

    /** So many updates of everything. */
    LeastSquaresFactoring iterate(int iterations) {
        return iterate(iterations, -1, -1);
    }

    /** So many updates of everything but one entry of the profiles, which stays as it is. */
    LeastSquaresFactoring iterate(int iterations, int heldFactor, int heldSpecies) {
        for (int at = 0; at < iterations; at++) {
            model();
            updateProfiles(heldFactor, heldSpecies);
            model();
            updateContributions();
        }
        return this;
    }

    void hold(int factor, int column, double value) {
        profiles[factor][column] = value;
    }

    Factors factors() {
        double[][] turned = new double[samples][size];
        double[][] cut = new double[size][species];
        for (int factor = 0; factor < size; factor++) {
            for (int row = 0; row < samples; row++) {
                turned[row][factor] = contributions[factor][row];
            }
            System.arraycopy(profiles[factor], 0, cut[factor], 0, species);
        }
        return new Factors(turned, cut);
    }

    private void model() {
        for (int column = 0; column < species; column++) {
            double[] sum = modelled[column];
            for (int factor = 0; factor < size; factor += BLOCK) {
                addFour(sum, contributions, factor, column, factor == 0);
            }
            double[] weight = weights[column];
            for (int row = 0; row < sum.length; row++) {
                sum[row] *= weight[row];
            }
        }
    }

    private void addFour(double[] sum, double[][] of, int factor, int column, boolean first) {
        double[] a = of[factor];
        double[] b = of[factor + 1];
        double[] c = of[factor + 2];
        double[] d = of[factor + 3];
        double ah = profiles[factor][column];
        double bh = profiles[factor + 1][column];
        double ch = profiles[factor + 2][column];
        double dh = profiles[factor + 3][column];
        if (first) {
            for (int row = 0; row < sum.length; row++) {
                sum[row] = a[row] * ah + b[row] * bh + c[row] * ch + d[row] * dh;
            }
        } else {
            for (int row = 0; row < sum.length; row++) {
                sum[row] += a[row] * ah + b[row] * bh + c[row] * ch + d[row] * dh;
            }
        }
    }

    private void updateProfiles(int heldFactor, int heldSpecies) {
        for (int column = 0; column < species; column++) {
            for (int factor = 0; factor < size; factor += BLOCK) {
                updateFour(column, factor, column == heldSpecies ? heldFactor : -1);
            }
        }
    }

    private void updateFour(int column, int factor, int held) {
        double[] data = weighted[column];
        double[] model = modelled[column];
        double[] a = contributions[factor];
        double[] b = contributions[factor + 1];
        double[] c = contributions[factor + 2];
        double[] d = contributions[factor + 3];
        double aUp = 0;
        double bUp = 0;
        double cUp = 0;
        double dUp = 0;
        double aDown = 0;
        double bDown = 0;
        double cDown = 0;
        double dDown = 0;
        for (int row = 0; row < data.length; row++) {
            double v = data[row];
            double m = model[row];
            aUp += a[row] * v;
            aDown += a[row] * m;
            bUp += b[row] * v;
            bDown += b[row] * m;
            cUp += c[row] * v;
            cDown += c[row] * m;
            dUp += d[row] * v;
            dDown += d[row] * m;
        }
        scale(factor, column, aUp, aDown, held);
        scale(factor + 1, column, bUp, bDown, held);
        scale(factor + 2, column, cUp, cDown, held);
        scale(factor + 3, column, dUp, dDown, held);
    }

    /** Where nothing is modelled the entry is 0 already, or its factor is: it stays. */
    private void scale(int factor, int column, double up, double down, int held) {
        if (factor < size && factor != held && down > 0) {
            profiles[factor][column] *= up / down;
        }
    }

    private void updateContributions() {
        for (int factor = 0; factor < size; factor++) {
            double[] h = profiles[factor];
            for (int column = 0; column < species; column += BLOCK) {
                weigh(above, weighted, h, column, column == 0);
                weigh(below, modelled, h, column, column == 0);
            }
            double[] contribution = contributions[factor];
            for (int row = 0; row < contribution.length; row++) {
                double ratio = above[row] / below[row];
                contribution[row] = below[row] > 0 ? contribution[row] * ratio : contribution[row];
            }
        }
    }

    private static void weigh(
            double[] sum, double[][] of, double[] profile, int column, boolean first) {
        double[] a = of[column];
        double[] b = of[column + 1];
        double[] c = of[column + 2];
        double[] d = of[column + 3];
        double ah = profile[column];
        double bh = profile[column + 1];
        double ch = profile[column + 2];
        double dh = profile[column + 3];
        if (first) {
            for (int row = 0; row < sum.length; row++) {
                sum[row] = a[row] * ah + b[row] * bh + c[row] * ch + d[row] * dh;
            }
        } else {
            for (int row = 0; row < sum.length; row++) {
                sum[row] += a[row] * ah + b[row] * bh + c[row] * ch + d[row] * dh;
            }
        }
    }
}
