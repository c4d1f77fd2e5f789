package org.airshed.platform.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.airshed.engine.airquality.AreaClass;
import org.airshed.engine.airquality.Gb3095;
import org.airshed.engine.averaging.CityMean;
import org.airshed.engine.averaging.DaySums;
import org.airshed.engine.averaging.EightHourRule;
import org.airshed.engine.averaging.HourlySeries;
import org.airshed.engine.averaging.NaturalDay;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.observation.Station;
import org.airshed.platform.observation.StationRole;

/**
 * Daily values of the stations of one city and of the city itself, from its hours: a pure function
 * of the readings. The city is the mean of its evaluation points that have a valid day. See
 * docs/science/averaging.md.
 */
public final class DaysOfCity {
    /** No rule on how many stations a city needs was read; coverage stands beside every value. */
    static final CityMean.Rule RULE = CityMean.Rule.ANY_STATION;

    private final Readings readings;
    private final List<NaturalDay> days;
    private final List<List<DaySums>> sums = new ArrayList<>(); // [pollutant][station]

    private DaysOfCity(Readings readings, LocalDate firstDay, LocalDate lastDay) {
        this.readings = readings;
        this.days =
                firstDay.datesUntil(lastDay.plusDays(1))
                        .map(day -> new NaturalDay(day, readings.zone()))
                        .toList();
        long[] limits_thousandths =
                days.stream().mapToLong(day -> ozoneLimit(day.date())).toArray();
        for (Pollutant pollutant : Readings.POLLUTANTS) {
            List<DaySums> ofStations = new ArrayList<>();
            for (int place = 0; place < readings.stations().size(); place++) {
                HourlySeries series =
                        HourlySeries.ofThousandths(
                                readings.firstHour(),
                                readings.series_thousandths(pollutant, place));
                ofStations.add(
                        pollutant == Pollutant.O3
                                ? DaySums.ofEightHourMaxima(
                                        series, days, EightHourRule.HJ_663, limits_thousandths)
                                : DaySums.ofMeans(series, days));
            }
            sums.add(ofStations);
        }
    }

    /**
     * The daily values of these days; the readings must hold all their hours.
     *
     * @param usable readings of one city
     */
    public static DaysOfCity of(Readings usable, LocalDate firstDay, LocalDate lastDay) {
        return new DaysOfCity(usable, firstDay, lastDay);
    }

    /** Above the daily limit of ozone of class 2 a day of few windows stands (HJ 663, 6.1.2). */
    private static long ozoneLimit(LocalDate day) {
        return Gb3095.findInForce(day)
                .flatMap(standard ->
                        standard.findLimit(DailyIndex.item(Pollutant.O3), AreaClass.CLASS_2))
                .map(limit -> (long) limit.concentration().thousandths())
                .orElse(Long.MAX_VALUE / 100);
    }

    public List<Station> stations() {
        return readings.stations();
    }

    public int days() {
        return days.size();
    }

    public LocalDate date(int day) {
        return days.get(day).date();
    }

    /** A station's value in trillionths; pollutants in the order of {@link Readings#POLLUTANTS}. */
    public long station_trillionths(int pollutant, int station, int day) {
        return sums.get(pollutant).get(station).value_trillionths(day);
    }

    /** How many hours of a station's day had a value. */
    public int hours(int pollutant, int station, int day) {
        return sums.get(pollutant).get(station).hours(day);
    }

    /** The city's value in trillionths. */
    public long city_trillionths(int pollutant, int day) {
        return DaySums.cityMean_trillionths(evaluationPoints(pollutant, day), day, RULE);
    }

    /** How many evaluation points have a valid day. */
    public int validStations(int pollutant, int day) {
        return DaySums.valid(evaluationPoints(pollutant, day), day);
    }

    /** Whether anything was read at a station on a day. */
    public boolean anything(int station, int day) {
        for (int pollutant = 0; pollutant < sums.size(); pollutant++) {
            if (hours(pollutant, station, day) > 0) {
                return true;
            }
        }
        return false;
    }

    /** What a station was at the end of the day, it was for that day. */
    private List<DaySums> evaluationPoints(int pollutant, int day) {
        int lastHour =
                readings.findHour(
                                days.get(day)
                                        .date()
                                        .plusDays(1)
                                        .atStartOfDay(readings.zone())
                                        .toInstant())
                        .orElseThrow();
        List<DaySums> points = new ArrayList<>();
        for (int place = 0; place < stations().size(); place++) {
            if (readings.role(lastHour, place) == StationRole.EVALUATION) {
                points.add(sums.get(pollutant).get(place));
            }
        }
        return points;
    }
}
