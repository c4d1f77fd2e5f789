package org.airshed.engine.trend;

/** The standard normal distribution, by sums and fractions that are equal on every machine. */
final class Normal {
    private static final double SQRT_2 = Math.sqrt(2);
    private static final double SERIES_BELOW = 2.5;

    private Normal() {}

    /** The probability of a value further from 0 than z, on both sides. */
    static double bothTails(double z) {
        return Math.min(1, erfc(Math.abs(z) / SQRT_2));
    }

    /** Complementary error function of x ≥ 0: Abramowitz and Stegun (1964), 7.1.6 and 7.1.14. */
    private static double erfc(double x) {
        double bell = StrictMath.exp(-x * x) / Math.sqrt(Math.PI);
        if (x < SERIES_BELOW) {
            double term = 2 * x * bell;
            double sum = term;
            for (int n = 1; n < 80; n++) {
                term *= 2 * x * x / (2 * n + 1);
                sum += term;
            }
            return 1 - sum;
        }
        double fraction = x;
        for (int n = 80; n > 0; n--) {
            fraction = x + n / 2.0 / fraction;
        }
        return bell / fraction;
    }

    /** The z further from 0 than which a value is, on both sides, with this probability. */
    static double quantile(double bothTails) {
        double low = 0;
        double high = 40;
        for (int halving = 0; halving < 80; halving++) {
            double middle = (low + high) / 2;
            if (bothTails(middle) > bothTails) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
