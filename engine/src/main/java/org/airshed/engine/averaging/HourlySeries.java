package org.airshed.engine.averaging;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.airshed.engine.quantity.Thousandths;

/**
 * Hourly means of one pollutant at one place, without gaps in time; an hour without a value is
 * marked absent. Each value carries its hour's end. The unit is the caller's, and the resolution a
 * thousandth of it: finer digits are rounded at this door, half to even, so take BaP in ng/m³.
 */
public final class HourlySeries {
    private final Instant firstHourEnd;
    private final int[] values_thousandths; // [hour], Thousandths.ABSENT where missing

    private HourlySeries(Instant firstHourEnd, int[] values_thousandths) {
        if (firstHourEnd.getEpochSecond() % 60 != 0 || firstHourEnd.getNano() != 0) {
            throw new IllegalArgumentException(
                    "expected the end of an hour on a whole minute, got " + firstHourEnd);
        }
        this.firstHourEnd = firstHourEnd;
        this.values_thousandths = values_thousandths;
    }

    /** A series from doubles, {@code NaN} where the value is missing. */
    public static HourlySeries of(Instant firstHourEnd, double[] hourly) {
        int[] values_thousandths = new int[hourly.length];
        for (int hour = 0; hour < hourly.length; hour++) {
            values_thousandths[hour] = thousandths(hourly[hour], hour);
        }
        return new HourlySeries(firstHourEnd, values_thousandths);
    }

    /** A series from the compact form; see {@link Thousandths#ABSENT}. */
    public static HourlySeries ofThousandths(Instant firstHourEnd, int[] values_thousandths) {
        return new HourlySeries(firstHourEnd, values_thousandths.clone());
    }

    static int thousandths(double value, int hour) {
        if (Double.isNaN(value)) {
            return Thousandths.ABSENT;
        }
        double scaled = StrictMath.rint(value * Thousandths.PER_UNIT);
        if (!(StrictMath.abs(scaled) <= Integer.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "expected an hourly value of less than 2147483 or NaN, got %s (hour %d)"
                            .formatted(value, hour));
        }
        return (int) scaled;
    }

    public int size() {
        return values_thousandths.length;
    }

    /** The end of this hour, counted from 0. */
    public Instant hourEnd(int hour) {
        return firstHourEnd.plus(Duration.ofHours(hour));
    }

    /** The value in thousandths of the unit, or {@link Thousandths#ABSENT}. */
    public int thousandths(int hour) {
        return values_thousandths[hour];
    }

    /** The value of the hour that ends then; empty when it is missing or outside the series. */
    public Optional<Rational> find(Instant hourEnd) {
        int hour = indexOf(hourEnd);
        return hour < 0 || hour >= size() || values_thousandths[hour] == Thousandths.ABSENT
                ? Optional.empty()
                : Optional.of(Rational.ofThousandths(values_thousandths[hour], 1));
    }

    /**
     * Where the hour that ends then stands, counted from 0; below 0 or beyond the size when outside
     * the series. Refuses a moment between two hour ends of the series.
     */
    int indexOf(Instant hourEnd) {
        long seconds = hourEnd.getEpochSecond() - firstHourEnd.getEpochSecond();
        if (Math.floorMod(seconds, 3600L) != 0 || hourEnd.getNano() != 0) {
            throw new IllegalArgumentException(
                    "expected the end of an hour of the series that starts at %s, got %s"
                            .formatted(firstHourEnd, hourEnd));
        }
        return Math.toIntExact(seconds / 3600L);
    }

    /**
     * How many values stand between two places in the series, those outside counting as missing.
     */
    Tally tally(int from, int to) {
        long sum_thousandths = 0;
        int count = 0;
        for (int hour = Math.max(from, 0); hour < Math.min(to, size()); hour++) {
            if (values_thousandths[hour] != Thousandths.ABSENT) {
                sum_thousandths += values_thousandths[hour];
                count++;
            }
        }
        return new Tally(sum_thousandths, count);
    }

    /** The sum of some hours in thousandths, and how many they are. */
    record Tally(long sum_thousandths, int count) {
        Rational mean() {
            return Rational.ofThousandths(sum_thousandths, count);
        }
    }
}
