package org.airshed.engine.averaging;

import java.time.Year;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A statistic of the daily values of a month or year, or the reason why there is none. See
 * docs/science/averaging.md.
 */
public sealed interface PeriodStatistic {
    /** The exact statistic of all valid days. */
    record Valid(Rational value, int days) implements PeriodStatistic {}

    /**
     * Fewer daily values than needed, in the whole period or in some of its months.
     *
     * @param days how many there are
     * @param needed how many the whole period needs
     * @param shortMonths the months that have too few, with what they have
     */
    record TooFewDays(int days, int needed, SortedMap<YearMonth, Integer> shortMonths)
            implements PeriodStatistic {
        public TooFewDays {
            shortMonths = Collections.unmodifiableSortedMap(new TreeMap<>(shortMonths));
        }
    }

    /** The mean of the daily values of a calendar year. */
    static PeriodStatistic annualMean(DailyValues values, Year year, DayCompleteness rule) {
        return ofYear(values, year, rule, days -> Rational.findMean(days.values()).orElseThrow());
    }

    /** A percentile of the daily values of a calendar year, under the same completeness. */
    static PeriodStatistic annualPercentile(
            DailyValues values, Year year, Percentile percentile, DayCompleteness rule) {
        return ofYear(values, year, rule, days -> percentile.of(days.values()));
    }

    /** The mean of the daily values of a calendar month. */
    static PeriodStatistic monthlyMean(DailyValues values, YearMonth month, DayCompleteness rule) {
        return ofMonth(values, month, rule, days -> Rational.findMean(days.values()).orElseThrow());
    }

    /** A percentile of the daily values of a calendar month: how monthly rankings use CO and O3. */
    static PeriodStatistic monthlyPercentile(
            DailyValues values, YearMonth month, Percentile percentile, DayCompleteness rule) {
        return ofMonth(values, month, rule, days -> percentile.of(days.values()));
    }

    private static PeriodStatistic ofYear(
            DailyValues values,
            Year year,
            DayCompleteness rule,
            Function<Map<?, Rational>, Rational> statistic) {
        DailyValues days = values.in(year);
        SortedMap<YearMonth, Integer> shortMonths = rule.shortMonths(days, year);
        return days.size() >= Math.max(1, rule.perYear()) && shortMonths.isEmpty()
                ? new Valid(statistic.apply(days.byDay()), days.size())
                : new TooFewDays(days.size(), rule.perYear(), shortMonths);
    }

    private static PeriodStatistic ofMonth(
            DailyValues values,
            YearMonth month,
            DayCompleteness rule,
            Function<Map<?, Rational>, Rational> statistic) {
        DailyValues days = values.in(month);
        int needed = Math.max(1, rule.neededIn(month));
        return days.size() >= needed
                ? new Valid(statistic.apply(days.byDay()), days.size())
                : new TooFewDays(days.size(), needed, new TreeMap<>(Map.of(month, days.size())));
    }
}
