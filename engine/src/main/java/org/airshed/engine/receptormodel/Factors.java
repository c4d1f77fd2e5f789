package org.airshed.engine.receptormodel;

/**
 * Factors of a composition: what each contributes to a sample, and what each is made of; their
 * product is the modelled concentration.
 *
 * @param contributions [sample][factor]
 * @param profiles [factor][species]
 */
public record Factors(double[][] contributions, double[][] profiles) {
    public Factors {
        contributions = copied(contributions);
        profiles = copied(profiles);
        for (double[] row : contributions) {
            if (row.length != profiles.length) {
                throw new IllegalArgumentException(
                        "expected %d contributions in every row, got %d"
                                .formatted(profiles.length, row.length));
            }
        }
    }

    private static double[][] copied(double[][] values) {
        double[][] copy = new double[values.length][];
        for (int row = 0; row < values.length; row++) {
            copy[row] = values[row].clone();
            for (double value : copy[row]) {
                if (!(value >= 0)) {
                    throw new IllegalArgumentException(
                            "expected factors of 0 or more, got " + value);
                }
            }
        }
        return copy;
    }

    public int size() {
        return profiles.length;
    }

    /**
     * Seeded numbers between 0 and the root of what is to be explained, from which factors start.
     */
    static Factors start(Composition of, int size, long seed) {
        double sum = 0;
        for (double[] row : of.concentrations()) {
            for (double value : row) {
                sum += value;
            }
        }
        int samples = of.samples().size();
        int species = of.species().size();
        double scale = 2 * Math.sqrt(sum / ((double) samples * species) / size);
        double[][] contributions = new double[samples][size];
        double[][] profiles = new double[size][species];
        SplitMix64 random = new SplitMix64(seed);
        long at = 0;
        for (double[] row : contributions) {
            for (int factor = 0; factor < size; factor++) {
                row[factor] = scale * random.unit(at++);
            }
        }
        for (double[] row : profiles) {
            for (int column = 0; column < species; column++) {
                row[column] = scale * random.unit(at++);
            }
        }
        return new Factors(contributions, profiles);
    }

    /** (V − WH)/U: [sample][species], dimensionless. */
    public double[][] scaledResiduals(Composition of) {
        double[][] residuals = new double[of.samples().size()][of.species().size()];
        for (int row = 0; row < residuals.length; row++) {
            for (int column = 0; column < residuals[row].length; column++) {
                double modelled = 0;
                for (int factor = 0; factor < profiles.length; factor++) {
                    modelled += contributions[row][factor] * profiles[factor][column];
                }
                residuals[row][column] =
                        (of.concentrations()[row][column] - modelled)
                                / of.uncertainties()[row][column];
            }
        }
        return residuals;
    }

    /** How far the factors are from what was measured. */
    public Goodness goodness(Composition of) {
        double all = 0;
        double robust = 0;
        for (double[] row : scaledResiduals(of)) {
            for (double residual : row) {
                double square = residual * residual;
                double size = Math.abs(residual);
                all += square;
                robust += size <= Goodness.OUTLIER ? square : Goodness.OUTLIER * size;
            }
        }
        return new Goodness(all, robust);
    }
}
