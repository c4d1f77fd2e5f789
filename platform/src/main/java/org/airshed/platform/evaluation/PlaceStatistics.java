package org.airshed.platform.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.airshed.engine.airquality.AreaClass;
import org.airshed.engine.airquality.AssessedConcentrations;
import org.airshed.engine.airquality.AveragingPeriod;
import org.airshed.engine.airquality.CompositeIndex;
import org.airshed.engine.airquality.Gb3095;
import org.airshed.engine.airquality.Hj633;
import org.airshed.engine.airquality.Item;
import org.airshed.engine.averaging.DayColumn;
import org.airshed.engine.averaging.DayCompleteness;
import org.airshed.engine.averaging.Percentile;
import org.airshed.engine.averaging.Rational;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.rights.JurisdictionCode;

/**
 * The statistics of a city, or of one of its stations, over a period, exact until they are printed.
 * See docs/science/hj663.md.
 *
 * @param station the station's code; empty for the city itself
 * @param place the city
 * @param period the days
 * @param eventsRemoved whether the days of accepted exceptional events were left out
 * @param pollutants one line for each of the six, in report order
 * @param index how the days' indices are distributed
 * @param composite the composite index of the city ranking rule, or what it lacks
 */
public record PlaceStatistics(
        Optional<String> station,
        JurisdictionCode place,
        Period period,
        boolean eventsRemoved,
        List<OfPollutant> pollutants,
        IndexDays index,
        CompositeIndex.Result composite) {

    /**
     * One pollutant.
     *
     * @param mean of the daily values
     * @param percentile which percentile the assessment of a year takes
     * @param atPercentile that percentile of the daily values
     * @param validDays days with a value
     * @param neededDays how many a statistic of such a period needs; 1 where no rule is known
     * @param complete whether the period, and each month of a year, has what is needed
     * @param exceedingDays days above the daily limit of class 2
     * @param dailyLimit that limit
     * @param annualLimit the annual limit of class 2, where there is one
     */
    public record OfPollutant(
            Pollutant pollutant,
            Optional<Rational> mean,
            Percentile percentile,
            Optional<Rational> atPercentile,
            int validDays,
            int neededDays,
            boolean complete,
            int exceedingDays,
            Optional<BigDecimal> dailyLimit,
            Optional<BigDecimal> annualLimit) {
        /** By how many times the mean exceeds the annual limit, B = (C − S)/S; empty when not. */
        public Optional<Rational> exceedanceMultiple() {
            return mean.flatMap(value ->
                    annualLimit
                            .map(Rational::of)
                            .filter(limit -> value.compareTo(limit) > 0)
                            .map(limit -> value.minus(limit).dividedBy(limit)));
        }
    }

    /**
     * The days by their index.
     *
     * @param days days with an index
     * @param attained days with an index of at most 100
     * @param perLevel days of each level, from the cleanest
     * @param perPrimary how many days each pollutant was primary
     */
    public record IndexDays(
            int days, int attained, List<Integer> perLevel, Map<Pollutant, Integer> perPrimary) {
        public IndexDays {
            perLevel = List.copyOf(perLevel);
            perPrimary = Map.copyOf(perPrimary);
        }
    }

    public PlaceStatistics {
        pollutants = List.copyOf(pollutants);
    }

    /** What tells it from others of one ranking: the station's code, else the city's. */
    public String id() {
        return station.orElseGet(place::value);
    }

    /** Whether any pollutant has a valid day. */
    public boolean anything() {
        return pollutants.stream().anyMatch(line -> line.validDays() > 0);
    }

    /** Whether every pollutant has the days it needs. */
    public boolean complete() {
        return pollutants.stream().allMatch(OfPollutant::complete);
    }

    /**
     * The statistics of some days.
     *
     * @param removed the days left out, for each pollutant concerned
     */
    public static PlaceStatistics of(
            PlaceDays days, Period period, Map<Pollutant, Set<LocalDate>> removed) {
        Optional<Gb3095> limits = Gb3095.findInForce(period.last());
        List<OfPollutant> lines = new ArrayList<>();
        Map<Pollutant, Rational> means = new EnumMap<>(Pollutant.class);
        Map<Pollutant, Rational> percentiles = new EnumMap<>(Pollutant.class);
        for (Pollutant pollutant : Readings.POLLUTANTS) {
            DayColumn all = days.column(pollutant).between(period.first(), period.last());
            DayColumn left = all.without(removed.getOrDefault(pollutant, Set.of()));
            OfPollutant line = line(pollutant, new Column(all, left), period, limits);
            lines.add(line);
            line.mean().ifPresent(mean -> means.put(pollutant, mean));
            line.atPercentile().ifPresent(value -> percentiles.put(pollutant, value));
        }
        return new PlaceStatistics(
                days.station(),
                days.place(),
                period,
                !removed.isEmpty(),
                lines,
                index(days, period, removed),
                composite(means, percentiles, limits));
    }

    /**
     * Daily values with and without removed days. Whether a period has the days it needs is asked
     * of all: they were measured, and an accepted event must not cost a city its rank.
     */
    private record Column(DayColumn all, DayColumn left) {}

    private static OfPollutant line(
            Pollutant pollutant, Column columns, Period period, Optional<Gb3095> limits) {
        DayColumn column = columns.left();
        Optional<BigDecimal> daily = limit(limits, DailyIndex.item(pollutant));
        Optional<DayCompleteness> rule =
                limits.map(edition -> edition.dayCompletenessOfAnySource(pollutant));
        int valid = column.size();
        int needed = needed(period, rule);
        Percentile percentile = percentile(pollutant);
        return new OfPollutant(
                pollutant,
                column.findMean(),
                percentile,
                column.findPercentile(percentile),
                valid,
                needed,
                columns.all().size() >= needed && monthsComplete(period, columns.all(), rule),
                daily.map(column::exceeding).orElse(0),
                daily,
                limit(limits, new Item(pollutant, AveragingPeriod.YEAR)));
    }

    private static Optional<BigDecimal> limit(Optional<Gb3095> limits, Item item) {
        return limits.flatMap(edition -> edition.findLimit(item, AreaClass.CLASS_2))
                .map(limit -> limit.concentration().value());
    }

    /** HJ 663: 98 for SO2 and NO2, 95 for the particles and CO, 90 for ozone. */
    private static Percentile percentile(Pollutant pollutant) {
        return switch (pollutant) {
            case SO2, NO2 -> Percentile.P98;
            case O3 -> Percentile.P90;
            default -> Percentile.P95;
        };
    }

    private static int needed(Period period, Optional<DayCompleteness> rule) {
        return switch (period.kind()) {
            case MONTH -> rule.map(days -> days.neededIn(YearMonth.from(period.first()))).orElse(1);
            case YEAR -> rule.map(DayCompleteness::perYear).orElse(1);
            case DAY, WEEK, QUARTER, SPAN -> 1;
        };
    }

    private static boolean monthsComplete(
            Period period, DayColumn column, Optional<DayCompleteness> rule) {
        if (rule.isEmpty()
                || (period.kind() != Period.Kind.YEAR && period.kind() != Period.Kind.QUARTER)) {
            return true;
        }
        for (LocalDate month = period.first();
                !month.isAfter(period.last());
                month = month.plusMonths(1)) {
            if (column.sizeInMonth(month) < rule.get().neededIn(YearMonth.from(month))) {
                return false;
            }
        }
        return true;
    }

    /** A day of which something was removed counts in no distribution of indices. */
    private static IndexDays index(
            PlaceDays days, Period period, Map<Pollutant, Set<LocalDate>> removed) {
        int[] perLevel = new int[Hj633.scale().levels().size()];
        Map<Pollutant, Integer> perPrimary = new EnumMap<>(Pollutant.class);
        int counted = 0;
        int attained = 0;
        Set<LocalDate> gone = new HashSet<>();
        removed.values().forEach(gone::addAll);
        int first = (int) ChronoUnit.DAYS.between(days.firstDay(), period.first());
        int end = Math.min(days.days(), first + period.days());
        for (int at = Math.max(0, first); at < end; at++) {
            int aqi = days.aqi(at).orElse(-1);
            if (aqi < 0 || (!gone.isEmpty() && gone.contains(days.firstDay().plusDays(at)))) {
                continue;
            }
            counted++;
            attained += aqi <= 100 ? 1 : 0;
            perLevel[Hj633.scale().level(aqi).rank() - 1]++;
            days.primary(at).forEach(pollutant -> perPrimary.merge(pollutant, 1, Integer::sum));
        }
        List<Integer> levels = new ArrayList<>();
        for (int level : perLevel) {
            levels.add(level);
        }
        return new IndexDays(counted, attained, levels, perPrimary);
    }

    private static CompositeIndex.Result composite(
            Map<Pollutant, Rational> means,
            Map<Pollutant, Rational> percentiles,
            Optional<Gb3095> limits) {
        CompositeIndex index = CompositeIndex.cityRanking();
        return limits.map(edition ->
                        index.of(new AssessedConcentrations(means, percentiles), edition))
                .orElseGet(() ->
                        new CompositeIndex.Result.Missing(
                                index.id(), Set.copyOf(Readings.POLLUTANTS)));
    }
}
