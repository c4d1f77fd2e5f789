package org.airshed.engine.averaging;

import java.util.List;
import org.airshed.engine.quantity.Trillionths;

/**
 * Daily values of one pollutant at one station as exact fractions, each the sum of some hours over
 * their number: the shape for many stations and years. {@link DailyMean} and {@link DailyMaximum}
 * say the same of one day, with reasons. See docs/science/averaging.md.
 */
public final class DaySums {
    /** A multiple of every number of hours a daily value is divided by: 6 to 8, 20 to 25. */
    private static final long COMMON_HOURS = 1_062_600;

    private final long[] sums_thousandths; // [day]
    private final int[] divisors; // [day] hours in the sum, 0 where the day is void
    private final int[] hours; // [day] hours with a value

    private DaySums(int days) {
        this.sums_thousandths = new long[days];
        this.divisors = new int[days];
        this.hours = new int[days];
    }

    /** The daily means by GB 3095: at least 20 hours. */
    public static DaySums ofMeans(HourlySeries series, List<NaturalDay> days) {
        DaySums result = new DaySums(days.size());
        for (int day = 0; day < days.size(); day++) {
            HourlySeries.Tally tally = result.count(series, days.get(day), day);
            if (tally.count() >= DailyMean.MINIMUM_HOURS) {
                result.sums_thousandths[day] = tally.sum_thousandths();
                result.divisors[day] = tally.count();
            }
        }
        return result;
    }

    /**
     * The highest eight-hour mean of each day.
     *
     * @param limits_thousandths [day] the limit above which a short day stands
     */
    public static DaySums ofEightHourMaxima(
            HourlySeries series,
            List<NaturalDay> days,
            EightHourRule rule,
            long[] limits_thousandths) {
        RunningMeans eightHours = RunningMeans.ofEightHours(series);
        DaySums result = new DaySums(days.size());
        for (int day = 0; day < days.size(); day++) {
            NaturalDay natural = days.get(day);
            result.count(series, natural, day);
            int last = series.indexOf(natural.end());
            result.highest(
                    eightHours,
                    new Windows(
                            Math.max(series.indexOf(rule.firstHourEnd(natural)), 0),
                            Math.min(last + 1, series.size())),
                    rule,
                    limits_thousandths[day],
                    day);
        }
        return result;
    }

    /** The windows that end at these places of the series. */
    private record Windows(int from, int to) {}

    private HourlySeries.Tally count(HourlySeries series, NaturalDay natural, int day) {
        // The hour that ends at midnight closes the day before, so the day starts one later.
        int first = series.indexOf(natural.start()) + 1;
        HourlySeries.Tally tally = series.tally(first, first + natural.hours());
        hours[day] = tally.count();
        return tally;
    }

    private void highest(
            RunningMeans means,
            Windows windows,
            EightHourRule rule,
            long limit_thousandths,
            int day) {
        int highest = -1;
        int valid = 0;
        for (int hour = windows.from(); hour < windows.to(); hour++) {
            if (means.valid(hour)) {
                valid++;
                highest = highest < 0 || means.higher(hour, highest) ? hour : highest;
            }
        }
        if (highest < 0) {
            return;
        }
        HourlySeries.Tally top = means.tally(highest);
        boolean above = top.sum_thousandths() > limit_thousandths * top.count();
        if (valid >= rule.minimumMeans() || (rule.aboveLimitStands() && above)) {
            sums_thousandths[day] = top.sum_thousandths();
            divisors[day] = top.count();
        }
    }

    /** How many days there are. */
    public int days() {
        return divisors.length;
    }

    /** Whether the day has a value. */
    public boolean valid(int day) {
        return divisors[day] > 0;
    }

    /** How many of the day's hours had a value. */
    public int hours(int day) {
        return hours[day];
    }

    /** The day's value, or {@link Trillionths#ABSENT} for a void day. */
    public long value_trillionths(int day) {
        return valid(day)
                ? Trillionths.ofQuotient(sums_thousandths[day], divisors[day])
                : Trillionths.ABSENT;
    }

    /**
     * The mean over the stations whose day is valid, rounded once from the exact mean of their
     * exact values; {@link Trillionths#ABSENT} when there are fewer than the rule needs.
     *
     * @param stations of all the city's evaluation points
     */
    public static long cityMean_trillionths(List<DaySums> stations, int day, CityMean.Rule rule) {
        long sum_thousandths = 0;
        int valid = 0;
        for (DaySums station : stations) {
            if (station.valid(day)) {
                sum_thousandths +=
                        station.sums_thousandths[day] * (COMMON_HOURS / station.divisors[day]);
                valid++;
            }
        }
        return valid == 0 || valid < rule.needed(stations.size())
                ? Trillionths.ABSENT
                : Trillionths.ofQuotient(sum_thousandths, COMMON_HOURS * valid);
    }

    /** How many of these stations have a value that day. */
    public static int valid(List<DaySums> stations, int day) {
        return (int) stations.stream().filter(station -> station.valid(day)).count();
    }
}
