package org.airshed.documents.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * An axis from {@code low} to {@code high} with ticks at 1, 2 or 5 times a power of ten; zero is
 * always on it, so that lengths can be compared.
 */
record Scale(double low, double high, List<BigDecimal> ticks) {
    private static final int MOST_TICKS = 7;

    static Scale over(List<BigDecimal> values) {
        double low = 0;
        double high = 0;
        for (BigDecimal value : values) {
            low = Math.min(low, value.doubleValue());
            high = Math.max(high, value.doubleValue());
        }
        if (high - low < 1e-9) {
            high = 1;
        }
        if (high - low > 1e15) {
            throw new IllegalArgumentException(
                    "expected values of a chart below 1e15, got %s to %s".formatted(low, high));
        }
        BigDecimal step = step((high - low) / (MOST_TICKS - 1));
        long first = (long) Math.floor(low / step.doubleValue());
        long last = (long) Math.ceil(high / step.doubleValue());
        List<BigDecimal> ticks = new ArrayList<>();
        for (long tick = first; tick <= last; tick++) {
            ticks.add(step.multiply(BigDecimal.valueOf(tick)));
        }
        return new Scale(ticks.getFirst().doubleValue(), ticks.getLast().doubleValue(), ticks);
    }

    /** Where a value lies between low (0) and high (1). */
    double share(BigDecimal value) {
        return (value.doubleValue() - low) / (high - low);
    }

    private static BigDecimal step(double least) {
        int power = (int) Math.floor(Math.log10(least));
        for (int times : new int[] {1, 2, 5}) {
            BigDecimal step = BigDecimal.valueOf(times).scaleByPowerOfTen(power);
            if (step.doubleValue() >= least) {
                return step;
            }
        }
        return BigDecimal.ONE.scaleByPowerOfTen(power + 1);
    }
}
