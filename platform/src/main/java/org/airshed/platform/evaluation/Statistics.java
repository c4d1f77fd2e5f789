package org.airshed.platform.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.rights.JurisdictionCode;
import org.springframework.stereotype.Component;

/** Statistics and rankings of cities over periods, as they are and without exceptional events. */
@Component
public class Statistics {
    private final DailyAir days;
    private final ExceptionalEvents events;

    public Statistics(DailyAir days, ExceptionalEvents events) {
        this.days = days;
        this.events = events;
    }

    /**
     * A city's statistics both ways.
     *
     * @param raw of all days
     * @param adjusted without the days of accepted exceptional events
     */
    public record Both(PlaceStatistics raw, PlaceStatistics adjusted) {}

    /** The statistics of every city that has days in the period, by code. */
    public List<Both> of(Set<JurisdictionCode> cities, Period period) {
        var removed = events.accepted(cities, period.first(), period.last());
        List<Both> all = new ArrayList<>();
        days.cities(cities, period.first(), period.last())
                .values()
                .forEach(city -> {
                    PlaceStatistics raw = PlaceStatistics.of(city, period, Map.of());
                    Map<Pollutant, Set<LocalDate>> ofCity =
                            removed.getOrDefault(city.place(), Map.of());
                    if (raw.anything()) {
                        all.add(
                                new Both(
                                        raw,
                                        ofCity.isEmpty()
                                                ? raw
                                                : PlaceStatistics.of(city, period, ofCity)));
                    }
                });
        return all;
    }

    /** The figures of these cities together, as bulletins print them. */
    public RegionStatistics region(Set<JurisdictionCode> cities, Period period) {
        return RegionStatistics.of(
                period,
                cities,
                of(cities, period),
                of(cities, period.yearBefore()),
                period.kind() == Period.Kind.DAY ? indices(cities, period.first()) : List.of());
    }

    private List<RegionStatistics.CityIndex> indices(Set<JurisdictionCode> cities, LocalDate day) {
        List<RegionStatistics.CityIndex> found = new ArrayList<>();
        days.cities(cities, day, day)
                .forEach((place, city) ->
                        city.aqi(day)
                                .ifPresent(aqi ->
                                        found.add(new RegionStatistics.CityIndex(place, aqi))));
        found.sort(RegionStatistics.HIGHEST_FIRST);
        return found;
    }

    /** The ranking of the stations of cities over a period, of all days. */
    public Ranking rankingOfStations(Set<JurisdictionCode> cities, Period period) {
        return Ranking.of(period, ofStations(cities, period));
    }

    /** The statistics of every station of cities that has days in the period, by code. */
    public List<PlaceStatistics> ofStations(Set<JurisdictionCode> cities, Period period) {
        // Each is computed by itself, so that all processors may share them.
        return days.stations(cities, period.first(), period.last()).values().parallelStream()
                .map(station -> PlaceStatistics.of(station, period, Map.of()))
                .filter(PlaceStatistics::anything)
                .toList();
    }

    /** The ranking of a period. */
    public Ranking ranking(Set<JurisdictionCode> cities, Period period, boolean eventsRemoved) {
        return Ranking.of(
                period,
                of(cities, period).stream()
                        .map(both -> eventsRemoved ? both.adjusted() : both.raw())
                        .toList());
    }
}
