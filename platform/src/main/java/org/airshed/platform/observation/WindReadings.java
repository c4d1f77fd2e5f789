package org.airshed.platform.observation;

import java.time.Instant;
import java.util.List;
import org.airshed.engine.averaging.WindHour;

/**
 * What the stations of a city read of the wind over some hours.
 *
 * @param stations what those were that ever read wind, period by period
 * @param hours what stands, in no order
 */
public record WindReadings(List<Standing> stations, List<OfHour> hours) {
    public WindReadings {
        stations = List.copyOf(stations);
        hours = List.copyOf(hours);
    }

    /**
     * The wind of one station in one hour.
     *
     * @param station its number in the tables
     * @param hourEnd the end of the hour
     */
    public record OfHour(int station, Instant hourEnd, WindHour wind) {}
}
