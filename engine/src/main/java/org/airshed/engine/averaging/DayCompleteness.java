package org.airshed.engine.averaging;

import java.time.Year;
import java.time.YearMonth;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many daily values a statistic of a month or year needs.
 *
 * @param perYear the least number in a year
 * @param perMonth the least number in each month but February
 * @param perFebruary the least number in February
 */
public record DayCompleteness(int perYear, int perMonth, int perFebruary) {
    /** GB 3095-2026 Table 4, annual means of SO2, NO2, PM10, PM2.5, NOx; 2012 the same. */
    public static final DayCompleteness GB_3095 = new DayCompleteness(324, 27, 25);

    /** No rule: one day suffices. For looking at data, never for an official statistic. */
    public static final DayCompleteness ANY = new DayCompleteness(1, 0, 0);

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
