package org.airshed.engine.airquality;

import java.util.Locale;
import org.airshed.engine.averaging.DayCompleteness;
import org.airshed.engine.edition.Provenance;
import org.airshed.engine.edition.Table;

/**
 * What must stand behind a statistic for it to be valid (GB 3095-2026, Table 4); with less it is
 * void.
 *
 * @param item the statistic
 * @param unit what is counted
 * @param atLeast how many of them
 * @param perMonth how many in each month, 0 where the standard does not ask
 * @param february how many in February, 0 where the standard does not ask
 * @param evenlySpread whether the standard asks that they spread evenly
 * @param provenance where the rule comes from
 */
public record MinimumData(
        Item item,
        Unit unit,
        int atLeast,
        int perMonth,
        int february,
        boolean evenlySpread,
        Provenance provenance) {

    /** What is counted. */
    public enum Unit {
        /** Minutes of sampling within the hour. */
        MINUTES,
        /** Hourly means, or hours of sampling. */
        HOURS,
        /** Daily means. */
        DAYS
    }

    static MinimumData of(Table.Row row) {
        int perMonth = row.findText("per_month").map(Integer::parseInt).orElse(0);
        return new MinimumData(
                new Item(Editions.pollutant(row), AveragingPeriod.ofCode(row.text("period"))),
                Unit.valueOf(row.text("unit").toUpperCase(Locale.ROOT)),
                row.integer("at_least"),
                perMonth,
                row.findText("february").map(Integer::parseInt).orElse(perMonth),
                row.text("evenly_spread").equals("yes"),
                row.provenance());
    }

    /** The same for daily values of a year, with how sure we are of it. */
    public DayCompleteness dayCompleteness() {
        if (unit != Unit.DAYS) {
            throw new IllegalStateException(
                    "expected a rule in days for %s, got %s".formatted(item, unit));
        }
        return new DayCompleteness(atLeast, perMonth, february, provenance.confidence());
    }

    /** Whether so many minutes, hours or days are enough; the months are asked separately. */
    public boolean isMetBy(int count) {
        return count >= atLeast;
    }

    /** Whether a month (1 to 12) with so many daily means is enough. */
    public boolean isMetInMonth(int month, int days) {
        if (month < 1 || month > 12) {
            throw new IllegalArgumentException("expected a month 1 to 12, got " + month);
        }
        return days >= (month == 2 ? february : perMonth);
    }
}
