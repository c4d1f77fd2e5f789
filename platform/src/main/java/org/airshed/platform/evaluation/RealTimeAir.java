package org.airshed.platform.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.airshed.engine.airquality.Hj633;
import org.airshed.engine.airquality.HourlyIndex;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.observation.Station;
import org.airshed.platform.observation.StationRole;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.Refusal;

/**
 * Computes the air of stations and cities from their hourly readings; a city is made of its
 * evaluation points only. A pure function of the readings: the same set gives the same numbers.
 */
public final class RealTimeAir {
    private final Readings readings;
    private final Map<JurisdictionCode, List<Integer>> stationsOf = new TreeMap<>();

    public RealTimeAir(Readings readings) {
        this.readings = readings;
        List<Station> stations = readings.stations();
        for (int number = 0; number < stations.size(); number++) {
            if (readings.everEvaluationPoint(number)) {
                stationsOf
                        .computeIfAbsent(
                                stations.get(number).jurisdiction(), city -> new ArrayList<>())
                        .add(number);
            }
        }
    }

    /** The readings it computes from. */
    public Readings readings() {
        return readings;
    }

    /** The cities that have stations. */
    public Set<JurisdictionCode> cities() {
        return stationsOf.keySet();
    }

    /**
     * The air of these cities in the hour that ends then.
     *
     * @throws Refusal 404 when the hour is not held, 400 when no index was in force
     */
    public RegionAir at(Instant hourEnd, Set<JurisdictionCode> visible) {
        int hour = hour(hourEnd);
        Hj633 standard = standard(hourEnd);
        HourlyIndex index = standard.hourlyAsPublished();
        List<CityAir> cities = new ArrayList<>();
        stationsOf.forEach((city, stations) -> {
            List<Integer> points = evaluationPoints(stations, hour);
            if (visible.contains(city) && !points.isEmpty()) {
                cities.add(city(city, points, hour, index));
            }
        });
        return new RegionAir(hourEnd, readings.origin(), standard, cities);
    }

    /** The air at every station of these cities in the hour that ends then. */
    public List<StationAir> stationsAt(Instant hourEnd, Set<JurisdictionCode> visible) {
        int hour = hour(hourEnd);
        HourlyIndex index = standard(hourEnd).hourlyAsPublished();
        List<StationAir> found = new ArrayList<>();
        for (int number = 0; number < readings.stations().size(); number++) {
            Station station = readings.stations().get(number);
            if (visible.contains(station.jurisdiction())) {
                found.add(new StationAir(station, new Air(index, row(hour, number))));
            }
        }
        return found;
    }

    /**
     * The air of one city, hour by hour.
     *
     * @param first the end of the first hour wanted
     * @param last the end of the last; both are moved inside what is held
     */
    public List<HourOfCity> series(JurisdictionCode city, Instant first, Instant last) {
        List<Integer> stations = stationsOf.getOrDefault(city, List.of());
        Instant from = first.isBefore(readings.firstHour()) ? readings.firstHour() : first;
        Instant until = last.isAfter(readings.lastHour()) ? readings.lastHour() : last;
        List<HourOfCity> series = new ArrayList<>();
        for (Instant end = from; !end.isAfter(until); end = end.plusSeconds(3600)) {
            HourlyIndex index = standard(end).hourlyAsPublished();
            int hour = hour(end);
            series.add(
                    new HourOfCity(end, city(city, evaluationPoints(stations, hour), hour, index)));
        }
        return series;
    }

    private List<Integer> evaluationPoints(List<Integer> stations, int hour) {
        return stations.stream()
                .filter(number -> readings.role(hour, number) == StationRole.EVALUATION)
                .toList();
    }

    /** A city's air with the end of its hour. */
    public record HourOfCity(Instant hourEnd, CityAir city) {}

    private CityAir city(
            JurisdictionCode city, List<Integer> stations, int hour, HourlyIndex index) {
        List<Integer> means_thousandths = new ArrayList<>();
        for (Pollutant pollutant : Readings.POLLUTANTS) {
            means_thousandths.add(meanOverStations(pollutant, stations, hour));
        }
        int observed = 0;
        double east_deg = 0;
        double north_deg = 0;
        for (int number : stations) {
            Station station = readings.stations().get(number);
            east_deg += station.longitude_deg();
            north_deg += station.latitude_deg();
            if (row(hour, number).stream().anyMatch(value -> value != Thousandths.ABSENT)) {
                observed++;
            }
        }
        return new CityAir(
                city,
                east_deg / stations.size(),
                north_deg / stations.size(),
                new Air(index, means_thousandths),
                stations.size(),
                observed);
    }

    /** The mean over the stations that observed it, rounded once on the exact decimal. */
    private int meanOverStations(Pollutant pollutant, List<Integer> stations, int hour) {
        long sum_thousandths = 0;
        int observed = 0;
        for (int number : stations) {
            int value_thousandths = readings.value_thousandths(pollutant, hour, number);
            if (value_thousandths != Thousandths.ABSENT) {
                sum_thousandths += value_thousandths;
                observed++;
            }
        }
        return observed == 0
                ? Thousandths.ABSENT
                : Math.toIntExact(
                        Thousandths.meanHalfToEven(
                                sum_thousandths, observed, Reported.decimals(pollutant)));
    }

    private List<Integer> row(int hour, int station) {
        Integer[] row = new Integer[HourlyIndex.WIDTH];
        Arrays.setAll(
                row,
                column ->
                        readings.value_thousandths(
                                HourlyIndex.POLLUTANTS.get(column), hour, station));
        return List.of(row);
    }

    private int hour(Instant hourEnd) {
        return readings.findHour(hourEnd)
                .orElseThrow(() ->
                        Refusal.notFound(
                                "evaluation.hour-not-held",
                                Map.of(
                                        "hour", hourEnd.toString(),
                                        "first", readings.firstHour().toString(),
                                        "last", readings.lastHour().toString())));
    }

    private static Hj633 standard(Instant hourEnd) {
        return Hj633.findInForce(hourEnd)
                .orElseThrow(() ->
                        Refusal.badInput(
                                "evaluation.no-standard", Map.of("hour", hourEnd.toString())));
    }
}
