package org.airshed.platform.evaluation;

import java.time.LocalDate;
import java.util.List;
import org.airshed.engine.quantity.Trillionths;
import org.airshed.platform.observation.Readings;

/**
 * What is known of a day at a station.
 *
 * @param station the station's code
 * @param values_trillionths in the order of {@link Readings#POLLUTANTS}, µg/m³ (CO: mg/m³), {@link
 *     Trillionths#ABSENT} where the day is void
 * @param hours how many of the day's hours had a usable value, in the same order
 */
public record StationDay(
        String station, LocalDate day, List<Long> values_trillionths, List<Integer> hours) {
    public StationDay {
        values_trillionths = List.copyOf(values_trillionths);
        hours = List.copyOf(hours);
    }
}
