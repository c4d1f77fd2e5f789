package org.airshed.engine.averaging;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Valid daily values in the order of their days; a void day is not among them. */
public final class DailyValues {
    private final NavigableMap<LocalDate, Rational> values;

    private DailyValues(NavigableMap<LocalDate, Rational> values) {
        this.values = Collections.unmodifiableNavigableMap(values);
    }

    public static DailyValues of(Map<LocalDate, Rational> values) {
        return new DailyValues(new TreeMap<>(values));
    }

    /** The daily means of all days of the zone the series touches, by GB 3095 (20 hours). */
    public static DailyValues ofMeans(HourlySeries series, ZoneId zone) {
        TreeMap<LocalDate, Rational> values = new TreeMap<>();
        for (NaturalDay day : days(series, zone)) {
            if (DailyMean.of(series, day) instanceof DailyMean.Valid(var mean, _)) {
                values.put(day.date(), mean);
            }
        }
        return new DailyValues(values);
    }

    /** The daily highest eight-hour means of all days of the zone the series touches. */
    public static DailyValues ofEightHourMaxima(
            HourlySeries series, ZoneId zone, EightHourRule rule, Rational limit) {
        RunningMeans eightHours = RunningMeans.ofEightHours(series);
        TreeMap<LocalDate, Rational> values = new TreeMap<>();
        for (NaturalDay day : days(series, zone)) {
            switch (DailyMaximum.ofEightHours(eightHours, day, rule, limit)) {
                case DailyMaximum.Valid(var maximum, _, _) -> values.put(day.date(), maximum);
                case DailyMaximum.ValidAboveLimit(var maximum, _, _, _) ->
                        values.put(day.date(), maximum);
                case DailyMaximum.TooFewMeans _ -> {}
            }
        }
        return new DailyValues(values);
    }

    private static Collection<NaturalDay> days(HourlySeries series, ZoneId zone) {
        if (series.size() == 0) {
            return List.of();
        }
        LocalDate first = NaturalDay.ofHourEnd(series.hourEnd(0), zone).date();
        LocalDate last = NaturalDay.ofHourEnd(series.hourEnd(series.size() - 1), zone).date();
        return first.datesUntil(last.plusDays(1)).map(day -> new NaturalDay(day, zone)).toList();
    }

    /** How many days have a value. */
    public int size() {
        return values.size();
    }

    public Optional<Rational> find(LocalDate day) {
        return Optional.ofNullable(values.get(day));
    }

    public NavigableMap<LocalDate, Rational> byDay() {
        return values;
    }

    /** Those from the first to the last of these days, both included. */
    public DailyValues between(LocalDate first, LocalDate last) {
        return new DailyValues(new TreeMap<>(values.subMap(first, true, last, true)));
    }

    public DailyValues in(Year year) {
        return between(year.atDay(1), year.atMonth(12).atEndOfMonth());
    }

    public DailyValues in(YearMonth month) {
        return between(month.atDay(1), month.atEndOfMonth());
    }

    /** The exact mean of all values, whatever their number; empty when there are none. */
    public Optional<Rational> findMean() {
        return Rational.findMean(values.values());
    }

    /** How many values exceed the limit. */
    public int exceeding(Rational limit) {
        return (int) values.values().stream().filter(value -> value.compareTo(limit) > 0).count();
    }
}
