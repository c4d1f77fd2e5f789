package org.airshed.platform.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.airshed.platform.rights.JurisdictionCode;

/** The front door to daily values, kept in step with the readings. */
public interface DailyAir {
    /**
     * The days of cities, from the first to the last day at least; a city without any is left out.
     * Row-level security leaves out what the viewer may not see.
     *
     * @throws IllegalArgumentException for days more than ten years apart
     */
    Map<JurisdictionCode, PlaceDays> cities(
            Set<JurisdictionCode> cities, LocalDate first, LocalDate last);

    /**
     * The same of the stations of cities, by station code.
     *
     * @throws IllegalArgumentException for days more than ten years apart
     */
    Map<String, PlaceDays> stations(Set<JurisdictionCode> cities, LocalDate first, LocalDate last);

    /**
     * What is known of the days of a city's stations, by code and day; a day without any hour is
     * left out.
     *
     * @throws IllegalArgumentException for more than 400 days
     */
    List<StationDay> stationDays(JurisdictionCode city, LocalDate first, LocalDate last);

    /** The first day of which something is known, and the last that has an index. */
    Optional<Span> findSpan(Set<JurisdictionCode> cities);

    /** Some days, both ends included. */
    record Span(LocalDate first, LocalDate last) {}
}
