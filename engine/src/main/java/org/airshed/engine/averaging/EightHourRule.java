package org.airshed.engine.averaging;

import java.time.Instant;

/**
 * When the highest eight-hour mean of a day counts. See docs/science/averaging.md.
 *
 * @param firstHourEnd the local hour at which the first eight-hour mean of the day ends, 1 to 24
 * @param minimumMeans the least number of valid eight-hour means in the day
 * @param aboveLimitStands whether a day with fewer still counts when its highest exceeds the limit
 */
public record EightHourRule(int firstHourEnd, int minimumMeans, boolean aboveLimitStands) {
    /**
     * HJ 663-2013 and -2026, 6.1.2: at least 14 of the 17 means that end from 08:00 to 24:00; a
     * highest one above the limit stands all the same. That the first ends at 08:00 is remembered,
     * not read.
     */
    public static final EightHourRule HJ_663 = new EightHourRule(8, 14, true);

    /**
     * Directive 2008/50/EC Annexes VII and XI, kept by 2024/2881: each mean belongs to the day on
     * which it ends, at least 18 of 24. Remembered, not read.
     */
    public static final EightHourRule EUROPEAN_UNION = new EightHourRule(1, 18, false);

    public EightHourRule {
        if (firstHourEnd < 1 || firstHourEnd > 24) {
            throw new IllegalArgumentException(
                    "expected the end of an hour of the day, 1 to 24, got " + firstHourEnd);
        }
        if (minimumMeans < 1 || minimumMeans > 25 - firstHourEnd) {
            throw new IllegalArgumentException(
                    "expected 1 to %d eight-hour means, got %d"
                            .formatted(25 - firstHourEnd, minimumMeans));
        }
    }

    /** The end of the first window of this day. */
    Instant firstHourEnd(NaturalDay day) {
        return firstHourEnd == 24
                ? day.end()
                : day.date().atTime(firstHourEnd, 0).atZone(day.zone()).toInstant();
    }
}
