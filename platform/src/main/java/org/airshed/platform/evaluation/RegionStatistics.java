package org.airshed.platform.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.airshed.engine.airquality.CompositeIndex;
import org.airshed.engine.airquality.Hj633;
import org.airshed.engine.averaging.Rational;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.rights.JurisdictionCode;

/**
 * The air of several cities together over a period, as bulletins print it: means of the cities'
 * statistics. Made of the cities that have the days such a period needs, as a few days would speak
 * for a part of it only; of a single day every city with a value is in it. Years are compared over
 * the cities that are in both.
 *
 * @param period the days
 * @param raw of all days
 * @param adjusted without the days of accepted exceptional events
 * @param made the cities it is made of, with their statistics of all days, by code
 * @param leftOut the cities that were asked for and are not in it, and why
 * @param ranking of the cities, of all days
 * @param indices the cities' AQI of a single day, the highest first; none of longer periods
 */
public record RegionStatistics(
        Period period,
        Way raw,
        Way adjusted,
        List<PlaceStatistics> made,
        Map<JurisdictionCode, LeftOut> leftOut,
        Ranking ranking,
        List<CityIndex> indices) {
    /** How many cities are named as the cleanest, or the most polluted. */
    private static final int NAMED = 5;

    private static final int DECIMALS_OF_SHARES = 1;

    /** Cities by their AQI, then by their code. */
    static final Comparator<CityIndex> HIGHEST_FIRST =
            Comparator.comparingInt((CityIndex city) -> -city.aqi())
                    .thenComparing(city -> city.place().value());

    /** Why a city is not in the figures of its region. */
    public enum LeftOut {
        NO_VALID_DAY("no-valid-day"),
        POLLUTANT_MISSING("pollutant-missing"),
        TOO_FEW_DAYS("too-few-days");

        private final String code;

        LeftOut(String code) {
            this.code = code;
        }

        /** The word sent over the API. */
        public String code() {
            return code;
        }
    }

    /** A city's AQI of a day. */
    public record CityIndex(JurisdictionCode place, int aqi) {}

    /**
     * One way to count the days.
     *
     * @param pollutants one line for each of the six, in report order
     * @param index how the cities' days are distributed over the levels
     * @param attainmentChange percentage points of attainment since the year before
     */
    public record Way(
            List<OfPollutant> pollutants,
            PlaceStatistics.IndexDays index,
            Optional<BigDecimal> attainmentChange) {
        public Way {
            pollutants = List.copyOf(pollutants);
        }

        /** Days with an AQI of at most 100 of those with an AQI, percent to one decimal. */
        public Optional<BigDecimal> attainmentPercent() {
            return share(index);
        }

        /** Days of the two dirtiest levels, an AQI above 200. */
        public int heavyDays() {
            List<Integer> levels = index.perLevel();
            return levels.get(levels.size() - 2) + levels.getLast();
        }
    }

    /**
     * One pollutant.
     *
     * @param value the mean over the cities of what the ranking uses of them: of CO and ozone a
     *     percentile, else the mean
     * @param cities how many cities it is the mean of
     * @param changePercent how much it changed since the year before, percent to one decimal
     * @param compared over how many cities the years are compared
     */
    public record OfPollutant(
            Pollutant pollutant,
            Optional<Rational> value,
            int cities,
            Optional<BigDecimal> changePercent,
            int compared) {
        /** As printed: to one decimal more than a city's. */
        public Optional<BigDecimal> reported() {
            return value.map(exact -> exact.halfToEven(Reported.decimals(pollutant) + 1));
        }
    }

    public RegionStatistics {
        made = List.copyOf(made);
        leftOut = Map.copyOf(leftOut);
        indices = List.copyOf(indices);
    }

    /**
     * The figures of these cities.
     *
     * @param asked which cities they are about
     * @param now their statistics over the period
     * @param yearBefore their statistics a year earlier
     * @param indices their AQI, when the period is a day
     */
    public static RegionStatistics of(
            Period period,
            Set<JurisdictionCode> asked,
            List<Statistics.Both> now,
            List<Statistics.Both> yearBefore,
            List<CityIndex> indices) {
        Map<JurisdictionCode, LeftOut> leftOut = new TreeMap<>();
        asked.forEach(city -> leftOut.put(city, LeftOut.NO_VALID_DAY));
        now.forEach(city -> {
            leftOut.remove(city.raw().place());
            findWhyNot(city.raw()).ifPresent(why -> leftOut.put(city.raw().place(), why));
        });
        return new RegionStatistics(
                period,
                way(now, yearBefore, Statistics.Both::raw),
                way(now, yearBefore, Statistics.Both::adjusted),
                entering(now, Statistics.Both::raw),
                leftOut,
                Ranking.of(period, now.stream().map(Statistics.Both::raw).toList()),
                indices);
    }

    private static Optional<LeftOut> findWhyNot(PlaceStatistics city) {
        if (enters(city)) {
            return Optional.empty();
        }
        return Optional.of(
                city.composite() instanceof CompositeIndex.Result.Missing
                        ? LeftOut.POLLUTANT_MISSING
                        : LeftOut.TOO_FEW_DAYS);
    }

    private static boolean enters(PlaceStatistics city) {
        return city.complete() || (city.period().kind() == Period.Kind.DAY && city.anything());
    }

    private static List<PlaceStatistics> entering(
            List<Statistics.Both> cities, Function<Statistics.Both, PlaceStatistics> way) {
        // Whether a city enters is asked of all its days: an event must not cost it its place.
        return cities.stream().filter(city -> enters(city.raw())).map(way).toList();
    }

    private static Way way(
            List<Statistics.Both> now,
            List<Statistics.Both> yearBefore,
            Function<Statistics.Both, PlaceStatistics> way) {
        List<PlaceStatistics> all = entering(now, way);
        List<PlaceStatistics> then = alike(entering(yearBefore, way), all);
        List<PlaceStatistics> compared = alike(all, then);
        List<OfPollutant> lines = new ArrayList<>();
        for (Pollutant pollutant : Readings.POLLUTANTS) {
            List<Rational> values = values(all, pollutant);
            // A city without the pollutant in one of the years would look like a change of the air.
            List<PlaceStatistics> before = alike(having(then, pollutant), having(all, pollutant));
            List<PlaceStatistics> after = alike(having(all, pollutant), before);
            lines.add(
                    new OfPollutant(
                            pollutant,
                            Rational.findMean(values),
                            values.size(),
                            change(
                                    Rational.findMean(values(before, pollutant)),
                                    Rational.findMean(values(after, pollutant))),
                            after.size()));
        }
        return new Way(
                lines,
                together(all),
                share(together(compared))
                        .flatMap(after ->
                                share(together(then)).map(before -> after.subtract(before))));
    }

    private static List<PlaceStatistics> alike(
            List<PlaceStatistics> some, List<PlaceStatistics> others) {
        Set<String> ids = others.stream().map(PlaceStatistics::id).collect(Collectors.toSet());
        return some.stream().filter(city -> ids.contains(city.id())).toList();
    }

    private static List<PlaceStatistics> having(List<PlaceStatistics> cities, Pollutant pollutant) {
        return cities.stream().filter(city -> !values(List.of(city), pollutant).isEmpty()).toList();
    }

    private static List<Rational> values(List<PlaceStatistics> cities, Pollutant pollutant) {
        return cities.stream()
                .flatMap(city -> city.pollutants().stream())
                .filter(line -> line.pollutant() == pollutant)
                .flatMap(line -> Reported.rankedExact(line).stream())
                .toList();
    }

    private static Optional<BigDecimal> change(
            Optional<Rational> before, Optional<Rational> after) {
        return before.filter(value -> value.signum() != 0)
                .flatMap(base ->
                        after.map(value ->
                                value.minus(base)
                                        .times(Rational.of(100, 1))
                                        .dividedBy(base)
                                        .halfToEven(DECIMALS_OF_SHARES)));
    }

    /** The days of all cities together. */
    private static PlaceStatistics.IndexDays together(List<PlaceStatistics> cities) {
        Map<Pollutant, Integer> primary = new TreeMap<>();
        cities.forEach(city ->
                city.index()
                        .perPrimary()
                        .forEach(
                                (pollutant, days) -> primary.merge(pollutant, days, Integer::sum)));
        return new PlaceStatistics.IndexDays(
                cities.stream().mapToInt(city -> city.index().days()).sum(),
                cities.stream().mapToInt(city -> city.index().attained()).sum(),
                IntStream.range(0, Hj633.scale().levels().size())
                        .mapToObj(level ->
                                cities.stream()
                                        .mapToInt(city -> city.index().perLevel().get(level))
                                        .sum())
                        .toList(),
                primary);
    }

    private static Optional<BigDecimal> share(PlaceStatistics.IndexDays index) {
        return index.days() == 0
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(100L * index.attained())
                                .divide(
                                        BigDecimal.valueOf(index.days()),
                                        DECIMALS_OF_SHARES,
                                        RoundingMode.HALF_EVEN));
    }

    /** How many cities had a valid day, whether they are in the figures or not. */
    public int withValidDays() {
        return made.size()
                + (int)
                        leftOut.values().stream()
                                .filter(why -> why != LeftOut.NO_VALID_DAY)
                                .count();
    }

    /** The cities the figures are about, by code, whether they are in them or not. */
    public SortedSet<JurisdictionCode> cities() {
        SortedSet<JurisdictionCode> cities = new TreeSet<>(leftOut.keySet());
        made.forEach(city -> cities.add(city.place()));
        return cities;
    }

    /** The first few of the ranking. */
    public List<Ranking.Place> cleanest() {
        return ranking.ranked().stream().limit(NAMED).toList();
    }

    /** The last few of the ranking, the last first. */
    public List<Ranking.Place> mostPolluted() {
        return ranking.ranked().reversed().stream().limit(NAMED).toList();
    }

    /** The few cities with the highest AQI of a day, the highest first. */
    public List<CityIndex> highest() {
        return indices.stream().limit(NAMED).toList();
    }
}
