package org.airshed.engine.averaging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A percentile of daily values by the linear method of HJ 663: with the n values sorted ascending,
 * k = 1 + (n − 1)·p, s = ⌊k⌋, m = X(s) + (X(s+1) − X(s))·(k − s). See docs/science/averaging.md.
 */
public record Percentile(int percent) {
    public static final Percentile P90 = new Percentile(90);
    public static final Percentile P95 = new Percentile(95);
    public static final Percentile P98 = new Percentile(98);
    public static final Percentile P99 = new Percentile(99);

    public Percentile {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("expected 0 to 100 percent, got " + percent);
        }
    }

    /** The exact percentile of at least one value. */
    public Rational of(Collection<Rational> values) {
        refuseNone(values.size());
        List<Rational> ascending = new ArrayList<>(values);
        ascending.sort(null);
        int below = below(ascending.size());
        Rational low = ascending.get(below);
        int above_percent = above_percent(ascending.size());
        if (above_percent == 0) {
            return low;
        }
        Rational high = ascending.get(below + 1);
        return low.plus(high.minus(low).times(Rational.of(above_percent, 100)));
    }

    /** The percentile of doubles, skipping {@code NaN}; at least one must be a number. */
    public double of(double[] values) {
        double[] ascending = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        refuseNone(ascending.length);
        Arrays.sort(ascending);
        int below = below(ascending.length);
        int above_percent = above_percent(ascending.length);
        double low = ascending[below];
        return above_percent == 0
                ? low
                : low + (ascending[below + 1] - low) * (above_percent / 100.0);
    }

    /**
     * A hundred times the exact percentile of the first so many whole values, in any order;
     * reorders them. They are parted around the place looked for, not sorted: many columns are
     * ranked at once.
     */
    long hundredfold(long[] values, int size) {
        refuseNone(size);
        int below = below(size);
        part(values, size, below);
        long low = values[below];
        int above_percent = above_percent(size);
        long rise = above_percent == 0 ? 0 : least(values, below + 1, size) - low;
        return Math.addExact(
                Math.multiplyExact(low, 100L), Math.multiplyExact(rise, (long) above_percent));
    }

    private static long least(long[] values, int from, int to) {
        long least = values[from];
        for (int at = from + 1; at < to; at++) {
            least = Math.min(least, values[at]);
        }
        return least;
    }

    /**
     * Puts into this place what sorting would, with nothing greater before and nothing less after.
     */
    private static void part(long[] values, int size, int place) {
        int from = 0;
        int to = size - 1;
        while (from < to) {
            long pivot = median(values[from], values[from + (to - from) / 2], values[to]);
            int low = from;
            int high = to;
            while (low <= high) {
                while (values[low] < pivot) {
                    low++;
                }
                while (values[high] > pivot) {
                    high--;
                }
                if (low <= high) {
                    long swapped = values[low];
                    values[low++] = values[high];
                    values[high--] = swapped;
                }
            }
            if (place <= high) {
                to = high;
            } else if (place >= low) {
                from = low;
            } else {
                return;
            }
        }
    }

    private static long median(long a, long b, long c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    private void refuseNone(int size) {
        if (size == 0) {
            throw new IllegalArgumentException(
                    "expected at least one value for percentile " + percent + ", got none");
        }
    }

    /** s − 1: the index, from 0, of the value just at or below the percentile. */
    private int below(int size) {
        return (int) ((size - 1L) * percent / 100);
    }

    /** k − s in hundredths, computed in whole numbers. */
    private int above_percent(int size) {
        return (int) ((size - 1L) * percent % 100);
    }
}
