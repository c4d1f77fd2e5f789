package org.airshed.platform.evaluation;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A run of days that statistics are made of, both ends included.
 *
 * @param kind what the calendar calls it
 */
public record Period(Kind kind, LocalDate first, LocalDate last) {
    /** Before it nobody measured by the hour. */
    public static final int FIRST_YEAR = 1970;

    private static final int LAST_YEAR = 9999;

    /** How many days it has at most. */
    public static final int LONGEST_DAYS = 366;

    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d{2})");

    /** What a period is. Months and years have rules of completeness; the others have none. */
    public enum Kind {
        DAY("day"),
        WEEK("week"),
        MONTH("month"),
        QUARTER("quarter"),
        YEAR("year"),
        SPAN("span");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The word sent over the API. */
        public String code() {
            return code;
        }
    }

    public Period {
        if (first.isAfter(last) || ChronoUnit.DAYS.between(first, last) >= LONGEST_DAYS) {
            throw new IllegalArgumentException(
                    "expected 1 to 366 days, got %s to %s".formatted(first, last));
        }
    }

    /**
     * The period of this text: {@code 2026}, {@code 2026-Q1}, {@code 2026-03}, {@code 2026-W11},
     * {@code 2026-03-05} or {@code 2026-03-05/2026-03-20}; empty when it is none of these.
     */
    public static Optional<Period> find(String text) {
        try {
            Period period = parse(text);
            return period.first().getYear() < FIRST_YEAR || period.last().getYear() > LAST_YEAR
                    ? Optional.empty()
                    : Optional.of(period);
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Period parse(String text) {
        Matcher quarter = QUARTER.matcher(text);
        if (quarter.matches()) {
            YearMonth first =
                    YearMonth.of(
                            Integer.parseInt(quarter.group(1)),
                            3 * Integer.parseInt(quarter.group(2)) - 2);
            return new Period(Kind.QUARTER, first.atDay(1), first.plusMonths(2).atEndOfMonth());
        }
        Matcher week = WEEK.matcher(text);
        if (week.matches()) {
            LocalDate monday =
                    LocalDate.of(Integer.parseInt(week.group(1)), 1, 4)
                            .with(DayOfWeek.MONDAY)
                            .plusWeeks(Integer.parseInt(week.group(2)) - 1L);
            if (monday.plusDays(3).getYear() != Integer.parseInt(week.group(1))) {
                throw new IllegalArgumentException("no such week: " + text);
            }
            return new Period(Kind.WEEK, monday, monday.plusDays(6));
        }
        int slash = text.indexOf('/');
        if (slash >= 0) {
            return new Period(
                    Kind.SPAN,
                    LocalDate.parse(text.substring(0, slash)),
                    LocalDate.parse(text.substring(slash + 1)));
        }
        return switch (text.length()) {
            case 4 -> ofYear(Year.parse(text));
            case 7 -> ofMonth(YearMonth.parse(text));
            default -> new Period(Kind.DAY, LocalDate.parse(text), LocalDate.parse(text));
        };
    }

    /** The period of exactly these days: a year, quarter, month, week or day where they are one. */
    public static Period ofDays(LocalDate first, LocalDate last) {
        return Stream.of(
                        ofYear(Year.from(first)),
                        new Period(
                                Kind.QUARTER,
                                YearMonth.from(first).atDay(1),
                                YearMonth.from(first).plusMonths(2).atEndOfMonth()),
                        ofMonth(YearMonth.from(first)),
                        new Period(Kind.WEEK, first, first.plusDays(6)),
                        new Period(Kind.DAY, first, first))
                .filter(period -> period.first().equals(first) && period.last().equals(last))
                .filter(period -> find(period.text()).filter(period::equals).isPresent())
                .findFirst()
                .orElseGet(() -> new Period(Kind.SPAN, first, last));
    }

    public static Period ofMonth(YearMonth month) {
        return new Period(Kind.MONTH, month.atDay(1), month.atEndOfMonth());
    }

    public static Period ofYear(Year year) {
        return new Period(Kind.YEAR, year.atDay(1), year.atMonth(12).atEndOfMonth());
    }

    /** How many days it has. */
    public int days() {
        return (int) ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** The period of the same kind just before it; of a span the same number of days. */
    public Period previous() {
        LocalDate end = first.minusDays(1);
        return switch (kind) {
            case MONTH -> ofMonth(YearMonth.from(end));
            case QUARTER -> new Period(kind, first.minusMonths(3), end);
            case YEAR -> ofYear(Year.from(end));
            case DAY, WEEK, SPAN -> new Period(kind, first.minusDays(days()), end);
        };
    }

    /** The same period a year earlier; of a week the one 52 weeks before. */
    public Period yearBefore() {
        return switch (kind) {
            case MONTH -> ofMonth(YearMonth.from(first).minusYears(1));
            case WEEK -> new Period(kind, first.minusWeeks(52), last.minusWeeks(52));
            case DAY, QUARTER, YEAR, SPAN ->
                    new Period(
                            kind,
                            first.minusYears(1),
                            kind == Kind.QUARTER
                                    ? YearMonth.from(last).minusYears(1).atEndOfMonth()
                                    : shorter(first.minusYears(1), last.minusYears(1)));
        };
    }

    /** A year earlier a span may have a leap day more than it can hold. */
    private static LocalDate shorter(LocalDate first, LocalDate last) {
        LocalDate longest = first.plusDays(LONGEST_DAYS - 1L);
        return last.isAfter(longest) ? longest : last;
    }

    /** The text that {@link #find} reads. */
    public String text() {
        return switch (kind) {
            case YEAR -> Year.from(first).toString();
            case MONTH -> YearMonth.from(first).toString();
            case QUARTER -> first.getYear() + "-Q" + first.get(IsoFields.QUARTER_OF_YEAR);
            case WEEK ->
                    "%d-W%02d"
                            .formatted(
                                    first.get(IsoFields.WEEK_BASED_YEAR),
                                    first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case DAY -> first.toString();
            case SPAN -> first + "/" + last;
        };
    }

    @Override
    public String toString() {
        return text();
    }
}
