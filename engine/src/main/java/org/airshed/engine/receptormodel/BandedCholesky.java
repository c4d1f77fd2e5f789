package org.airshed.engine.receptormodel;

/**
 * A = LLᵀ of a symmetric positive definite matrix that is zero further than a band from its
 * diagonal, and the part of A⁻¹ within the band. Source of the latter: Takahashi, Fagan and Chen
 * (1973). Rows hold the band up to the diagonal: {@code rows[i][band + j − i]}.
 */
final class BandedCholesky {
    private final int band;
    private final double[][] lower; // [row][band + column − row]

    BandedCholesky(double[][] rows, int band) {
        this.band = band;
        lower = new double[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            double[] own = rows[row].clone();
            lower[row] = own;
            for (int column = Math.max(0, row - band); column <= row; column++) {
                double[] other = lower[column];
                double sum = own[band + column - row];
                for (int at = Math.max(0, row - band); at < column; at++) {
                    sum -= own[band + at - row] * other[band + at - column];
                }
                own[band + column - row] =
                        column < row ? sum / other[band] : positiveRoot(sum, row);
            }
        }
    }

    private static double positiveRoot(double square, int row) {
        if (!(square > 0)) {
            throw new IllegalStateException(
                    "expected a positive definite matrix, got %s (row %d)".formatted(square, row));
        }
        return Math.sqrt(square);
    }

    /** x of Ax = b. */
    double[] solve(double[] b) {
        double[] x = b.clone();
        int size = x.length;
        for (int row = 0; row < size; row++) {
            for (int at = Math.max(0, row - band); at < row; at++) {
                x[row] -= lower[row][band + at - row] * x[at];
            }
            x[row] /= lower[row][band];
        }
        for (int row = size - 1; row >= 0; row--) {
            x[row] /= lower[row][band];
            for (int at = Math.max(0, row - band); at < row; at++) {
                x[at] -= lower[row][band + at - row] * x[row];
            }
        }
        return x;
    }

    /** A⁻¹ within the band, both sides of the diagonal; 0 further out, whatever it is there. */
    double[][] inverse() {
        int size = lower.length;
        double[][] inverse = new double[size][size];
        double[] column = new double[size]; // of L
        for (int own = size - 1; own >= 0; own--) {
            int last = Math.min(size - 1, own + band);
            for (int row = own; row <= last; row++) {
                column[row] = lower[row][band + own - row];
            }
            double diagonal = column[own];
            for (int row = last; row >= own; row--) {
                double[] known = inverse[row];
                double sum = row == own ? 1 / diagonal : 0;
                for (int at = own + 1; at <= last; at++) {
                    sum -= column[at] * known[at];
                }
                known[own] = sum / diagonal;
                inverse[own][row] = known[own];
            }
        }
        return inverse;
    }
}
