package org.airshed.platform.observation;

import java.time.Instant;
import java.time.ZoneId;

/**
 * Which hours of readings are open to somebody.
 *
 * @param origin where they come from; when some are synthetic, the whole is said to be
 * @param zone the zone in which the hours are read locally
 * @param firstHour the end of the first hour
 * @param lastHour the end of the last hour
 * @param changes the count of changes at which this was so
 */
public record Held(Origin origin, ZoneId zone, Instant firstHour, Instant lastHour, long changes) {
    /** Whether an hour that ends then lies within. */
    public boolean covers(Instant hourEnd) {
        return !hourEnd.isBefore(firstHour) && !hourEnd.isAfter(lastHour);
    }
}
