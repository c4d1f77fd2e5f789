package org.airshed.engine.averaging;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A calendar day of a zone, midnight to midnight: the hours that end from 01:00 to 24:00. It has 23
 * or 25 hours where clocks change.
 */
public record NaturalDay(LocalDate date, ZoneId zone) {

    /** The day to which the hour that ends then belongs: the one ending at 00:00 closes a day. */
    public static NaturalDay ofHourEnd(Instant hourEnd, ZoneId zone) {
        return new NaturalDay(hourEnd.minusNanos(1).atZone(zone).toLocalDate(), zone);
    }

    public Instant start() {
        return date.atStartOfDay(zone).toInstant();
    }

    public Instant end() {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }

    public int hours() {
        return (int) Duration.between(start(), end()).toHours();
    }

    @Override
    public String toString() {
        return date + " in " + zone;
    }
}
