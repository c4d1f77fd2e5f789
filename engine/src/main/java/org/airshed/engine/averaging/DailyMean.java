package org.airshed.engine.averaging;

import java.time.Instant;

/** The mean of a natural day, or the reason why there is none. See docs/science/averaging.md. */
public sealed interface DailyMean {
    /** GB 3095-2026 Table 4. That 2012 asks the same is remembered: {@code Gb3095} says so. */
    int MINIMUM_HOURS = 20;

    /** The exact mean of all hours with a value. */
    record Valid(Rational mean, int hours) implements DailyMean {}

    /** Fewer hours with a value than needed: the day is void. */
    record TooFewHours(int hours, int needed) implements DailyMean {}

    /** The mean of exactly 24 hourly values, {@code NaN} where missing. */
    static DailyMean of(double[] hourly) {
        if (hourly.length != 24) {
            throw new IllegalArgumentException("expected 24 hourly values, got " + hourly.length);
        }
        HourlySeries series = HourlySeries.of(Instant.EPOCH, hourly);
        return of(series.tally(0, 24), MINIMUM_HOURS);
    }

    /** The mean of a day of the series by GB 3095: at least 20 hours. */
    static DailyMean of(HourlySeries series, NaturalDay day) {
        return of(series, day, MINIMUM_HOURS);
    }

    /** The same with another standard's least number of hours, at least 1. */
    static DailyMean of(HourlySeries series, NaturalDay day, int minimumHours) {
        if (minimumHours < 1) {
            throw new IllegalArgumentException(
                    "expected a minimum of 1 hour or more, got " + minimumHours);
        }
        int start = series.indexOf(day.start());
        // The hour that ends at midnight closes the day before, so the day starts one later.
        return of(series.tally(start + 1, start + 1 + day.hours()), minimumHours);
    }

    private static DailyMean of(HourlySeries.Tally tally, int minimumHours) {
        return tally.count() >= minimumHours
                ? new Valid(tally.mean(), tally.count())
                : new TooFewHours(tally.count(), minimumHours);
    }
}
