package org.airshed.engine.averaging;

import java.time.Year;
import java.time.YearMonth;
import java.util.SortedMap;
import java.util.TreeMap;
import org.airshed.engine.edition.Confidence;

/**
 * How many daily values a statistic of a month or year needs. The rule of an edition of GB 3095 is
 * in its table ({@code Gb3095.dayCompletenessOfAnySource}). See docs/science/averaging.md.
 *
 * @param perYear the least number in a year
 * @param perMonth the least number in each month but February
 * @param perFebruary the least number in February
 * @param confidence how sure we are of the rule
 */
public record DayCompleteness(int perYear, int perMonth, int perFebruary, Confidence confidence) {
    /** No rule: one day suffices. For looking at data, never for an official statistic. */
    public static final DayCompleteness ANY = new DayCompleteness(1, 0, 0, Confidence.X);

    /** The same numbers, this sure of them: where another rule borrows them. */
    public DayCompleteness withConfidence(Confidence other) {
        return new DayCompleteness(perYear, perMonth, perFebruary, other);
    }

    /** The least number of daily values in this month. */
    public int neededIn(YearMonth month) {
        return month.getMonthValue() == 2 ? perFebruary : perMonth;
    }

    /** The months of the year with fewer values than needed, and how many they have. */
    SortedMap<YearMonth, Integer> shortMonths(DailyValues values, Year year) {
        SortedMap<YearMonth, Integer> shortMonths = new TreeMap<>();
        for (int month = 1; month <= 12; month++) {
            YearMonth named = year.atMonth(month);
            int days = values.in(named).size();
            if (days < neededIn(named)) {
                shortMonths.put(named, days);
            }
        }
        return shortMonths;
    }
}
