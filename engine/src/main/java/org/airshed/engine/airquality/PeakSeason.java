package org.airshed.engine.airquality;

import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import org.airshed.engine.averaging.DailyValues;
import org.airshed.engine.averaging.DayCompleteness;
import org.airshed.engine.averaging.Rational;

/**
 * The six consecutive months of a calendar year with the highest mean of daily highest eight-hour
 * ozone (WHO 2021), or the reason why there is none. docs/science/who-aqg.md.
 */
public sealed interface PeakSeason {
    /** How many months it has. */
    int MONTHS = 6;

    /**
     * The peak season.
     *
     * @param first its first month
     * @param mean the exact mean of its daily values
     * @param voidSeasons how many of the year's seven seasons had too few days; if any, the true
     *     peak may be higher
     */
    record Valid(YearMonth first, Rational mean, int days, int voidSeasons) implements PeakSeason {}

    /** No six consecutive months have enough days. */
    record TooFewDays(int days) implements PeakSeason {}

    /** The peak season of the year; each of its months needs the days the rule asks for. */
    static PeakSeason of(DailyValues highestEightHours, Year year, DayCompleteness rule) {
        Optional<Valid> peak = Optional.empty();
        int voidSeasons = 0;
        for (int month = 1; month <= 12 - MONTHS + 1; month++) {
            YearMonth first = year.atMonth(month);
            DailyValues season =
                    highestEightHours.between(
                            first.atDay(1), first.plusMonths(MONTHS - 1).atEndOfMonth());
            Optional<Rational> mean =
                    complete(season, first, rule) ? season.findMean() : Optional.empty();
            if (mean.isEmpty()) {
                voidSeasons++;
            } else if (peak.isEmpty() || mean.get().compareTo(peak.get().mean()) > 0) {
                peak = Optional.of(new Valid(first, mean.get(), season.size(), 0));
            }
        }
        int seasonsWithoutMean = voidSeasons;
        return peak.<PeakSeason>map(best ->
                        new Valid(best.first(), best.mean(), best.days(), seasonsWithoutMean))
                .orElseGet(() -> new TooFewDays(highestEightHours.in(year).size()));
    }

    private static boolean complete(DailyValues season, YearMonth first, DayCompleteness rule) {
        for (int month = 0; month < MONTHS; month++) {
            YearMonth named = first.plusMonths(month);
            if (season.in(named).size() < rule.neededIn(named)) {
                return false;
            }
        }
        return true;
    }
}
