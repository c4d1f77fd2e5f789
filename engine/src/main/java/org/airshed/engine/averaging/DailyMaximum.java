package org.airshed.engine.averaging;

import java.time.Duration;
import java.time.Instant;
import org.airshed.engine.quantity.Thousandths;

/**
 * The highest mean of a natural day, or the reason why there is none. See
 * docs/science/averaging.md.
 */
public sealed interface DailyMaximum {
    /** The exact highest mean and the end of its (first) window. */
    record Valid(Rational maximum, Instant hourEnd, int means) implements DailyMaximum {}

    /** Fewer means than needed, but the highest exceeds the limit, so the day counts. */
    record ValidAboveLimit(Rational maximum, Instant hourEnd, int means, int needed)
            implements DailyMaximum {}

    /** Fewer means than needed: the day is void. */
    record TooFewMeans(int means, int needed) implements DailyMaximum {}

    /**
     * The highest eight-hour mean of the day (O3-8h). The windows are those that end on the day
     * from the rule's first hour on; the limit is compared with the unrounded highest mean.
     */
    static DailyMaximum ofEightHours(
            RunningMeans eightHours, NaturalDay day, EightHourRule rule, Rational limit) {
        if (eightHours.window() != 8) {
            throw new IllegalArgumentException(
                    "expected means of 8 hours, got means of " + eightHours.window());
        }
        int from = eightHours.indexOf(rule.firstHourEnd(day));
        int to = eightHours.indexOf(day.end()) + 1;
        int highest = -1;
        int means = 0;
        for (int hour = Math.max(from, 0); hour < to; hour++) {
            if (eightHours.valid(hour)) {
                means++;
                highest = highest < 0 || eightHours.higher(hour, highest) ? hour : highest;
            }
        }
        if (highest < 0
                || !(eightHours.mean(highest) instanceof RunningMean.Valid(var maximum, _))) {
            return new TooFewMeans(means, rule.minimumMeans());
        }
        Instant hourEnd = eightHours.hourEnd(highest);
        if (means >= rule.minimumMeans()) {
            return new Valid(maximum, hourEnd, means);
        }
        return rule.aboveLimitStands() && maximum.compareTo(limit) > 0
                ? new ValidAboveLimit(maximum, hourEnd, means, rule.minimumMeans())
                : new TooFewMeans(means, rule.minimumMeans());
    }

    /** The highest hourly value of the day, given at least so many hours. */
    static DailyMaximum ofHours(HourlySeries series, NaturalDay day, int minimumHours) {
        int from = series.indexOf(day.start().plus(Duration.ofHours(1)));
        int to = series.indexOf(day.end()) + 1;
        int highest = -1;
        int hours = 0;
        for (int hour = Math.max(from, 0); hour < Math.min(to, series.size()); hour++) {
            if (series.thousandths(hour) != Thousandths.ABSENT) {
                hours++;
                highest =
                        highest < 0 || series.thousandths(hour) > series.thousandths(highest)
                                ? hour
                                : highest;
            }
        }
        return highest < 0 || hours < minimumHours
                ? new TooFewMeans(hours, minimumHours)
                : new Valid(
                        Rational.ofThousandths(series.thousandths(highest), 1),
                        series.hourEnd(highest),
                        hours);
    }
}
