package org.airshed.stationfiles;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the hour of each row of one table. Hour 24 is the next day's hour 0; a local time that
 * occurs twice or never, where clocks change, is refused.
 */
final class HourReader {
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;
    private static final int HOUR_S = 3600;

    private final HourLabel label;
    private final Cells cells;
    private final int[] columns;
    private final ZoneRules rules;
    private final long latest_s;
    private final Instant now;
    private String lastText = "";
    private long lastEnd_s;

    HourReader(HourLabel label, Cells cells, int[] columns, Instant now) {
        this.label = label;
        this.cells = cells;
        this.columns = columns.clone();
        this.rules = label.zone().getRules();
        this.now = now;
        // Clocks of stations and servers differ, and the hour under way may be announced.
        this.latest_s = now.getEpochSecond() + HOUR_S;
    }

    /** The end of the row's hour in seconds since 1970 UTC. */
    long hourEnd_s() throws BadField {
        return switch (label.columns()) {
            case HourLabel.Columns.Together together -> together(together);
            case HourLabel.Columns.Apart _ -> apart();
        };
    }

    private long together(HourLabel.Columns.Together column) throws BadField {
        String text = cells.text(columns[0]);
        if (!text.isEmpty() && text.equals(lastText)) {
            return lastEnd_s;
        }
        LocalDateTime time =
                parsed(column, text)
                        .or(() -> cells.findDate(columns[0]))
                        .filter(local -> local.getMinute() == 0 && local.getSecond() == 0)
                        .filter(local -> local.getYear() >= FIRST_YEAR)
                        .orElseThrow(() -> bad(column, text));
        long end_s = hourEnd_s(time);
        lastText = text;
        lastEnd_s = end_s;
        return end_s;
    }

    /** The hour of the row at hand, of several columns joined by spaces; named for the first. */
    WrittenField asWritten() {
        List<String> texts = new ArrayList<>();
        try {
            for (int column : columns) {
                texts.add(cells.text(column));
            }
        } catch (BadField unreadable) {
            throw new IllegalStateException("read before", unreadable);
        }
        String text = String.join(" ", texts);
        return new WrittenField(cells.place(columns[0]), findDate(text).orElse(text));
    }

    /** A date of a workbook is a number of days there, which nobody has written. */
    private Optional<String> findDate(String text) {
        return label.columns() instanceof HourLabel.Columns.Together together
                        && parsed(together, text).isEmpty()
                ? cells.findDate(columns[0]).map(LocalDateTime::toString)
                : Optional.empty();
    }

    private BadField bad(HourLabel.Columns.Together column, String text) {
        return new BadField(
                cells.place(columns[0]),
                text,
                (label.namesEnd() ? Expected.HOUR_END : Expected.HOUR_START)
                        .with("pattern", column.pattern(), "zone", label.zone()));
    }

    private static Optional<LocalDateTime> parsed(HourLabel.Columns.Together column, String text) {
        ParsePosition position = new ParsePosition(0);
        TemporalAccessor fields = column.format().parseUnresolved(text, position);
        if (fields == null
                || position.getErrorIndex() >= 0
                || position.getIndex() < text.length()) {
            return Optional.empty();
        }
        try {
            int hour = whole(fields, ChronoField.HOUR_OF_DAY);
            int minute = wholeOrZero(fields, ChronoField.MINUTE_OF_HOUR);
            int second = wholeOrZero(fields, ChronoField.SECOND_OF_MINUTE);
            if (hour < 0 || hour > 24 || minute != 0 || second != 0) {
                return Optional.empty();
            }
            return Optional.of(
                    LocalDate.of(
                                    whole(fields, ChronoField.YEAR),
                                    whole(fields, ChronoField.MONTH_OF_YEAR),
                                    whole(fields, ChronoField.DAY_OF_MONTH))
                            .atStartOfDay()
                            .plusHours(hour));
        } catch (DateTimeException | ArithmeticException noSuchTime) {
            return Optional.empty();
        }
    }

    private static int wholeOrZero(TemporalAccessor fields, ChronoField field) {
        return fields.isSupported(field) ? whole(fields, field) : 0;
    }

    /** The number as written: {@code get} would refuse hour 24. */
    private static int whole(TemporalAccessor fields, ChronoField field) {
        return Math.toIntExact(fields.getLong(field));
    }

    private long apart() throws BadField {
        int year = number(0, FIRST_YEAR, LAST_YEAR);
        int month = number(1, 1, 12);
        int day = number(2, 1, 31);
        int hour = number(3, 0, 24);
        try {
            return hourEnd_s(LocalDate.of(year, month, day).atStartOfDay().plusHours(hour));
        } catch (DateTimeException noSuchDay) {
            throw new BadField(
                    cells.place(columns[2]), cells.text(columns[2]), Expected.DAY_OF_MONTH.plain());
        }
    }

    private int number(int part, int least, int most) throws BadField {
        String text = cells.text(columns[part]);
        int value = 0;
        boolean digits = !text.isEmpty() && text.length() <= 4;
        for (int at = 0; digits && at < text.length(); at++) {
            int digit = text.charAt(at) - '0';
            digits = digit >= 0 && digit <= 9;
            value = value * 10 + digit;
        }
        if (!digits || value < least || value > most) {
            throw new BadField(
                    cells.place(columns[part]),
                    text,
                    Expected.WHOLE.with("least", least, "largest", most));
        }
        return value;
    }

    private long hourEnd_s(LocalDateTime local) throws BadField {
        List<ZoneOffset> offsets = rules.getValidOffsets(local);
        if (offsets.size() != 1) {
            throw new BadField(
                    cells.place(columns[0]),
                    asWritten().text(),
                    Expected.HOUR_ONCE.with("zone", label.zone()));
        }
        long end_s = local.toEpochSecond(offsets.getFirst()) + (label.namesEnd() ? 0 : HOUR_S);
        if (end_s > latest_s) {
            throw new BadField(
                    cells.place(columns[0]),
                    asWritten().text(),
                    Expected.HOUR_BY.with(
                            "latest", now.plusSeconds(HOUR_S).truncatedTo(ChronoUnit.MINUTES)));
        }
        return end_s;
    }
}
