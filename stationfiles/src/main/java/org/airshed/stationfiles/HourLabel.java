package org.airshed.stationfiles;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a table names the hour of a row.
 *
 * @param columns where the time stands
 * @param zone the zone it is in
 * @param namesEnd whether it names the hour's end; otherwise its start
 */
record HourLabel(Columns columns, ZoneId zone, boolean namesEnd) {
    private static final String LETTERS = "yuMdHms";

    /** One column with a pattern, or four with numbers. */
    sealed interface Columns {
        /** The columns' names in the table. */
        List<String> headers();

        record Together(String header, String pattern, DateTimeFormatter format)
                implements Columns {
            @Override
            public List<String> headers() {
                return List.of(header);
            }
        }

        record Apart(String year, String month, String day, String hour) implements Columns {
            @Override
            public List<String> headers() {
                return List.of(year, month, day, hour);
            }
        }
    }

    static HourLabel of(MappingText text) throws UnusableFileException {
        String word = text.required(MappingKey.TIME_ZONE, Expected.ZONE.plain());
        ZoneId zone =
                Mapping.findZone(word)
                        .orElseThrow(() -> text.bad(MappingKey.TIME_ZONE, Expected.ZONE.plain()));
        String labels = text.required(MappingKey.TIME_LABELS, Expected.LABELS.plain());
        boolean end = labels.equalsIgnoreCase("end");
        if (!end && !labels.equalsIgnoreCase("start")) {
            throw text.bad(MappingKey.TIME_LABELS, Expected.LABELS.plain());
        }
        return new HourLabel(columns(text), zone, end);
    }

    private static Columns columns(MappingText text) throws UnusableFileException {
        Optional<String> together = text.find(MappingKey.TIME);
        if (together.isEmpty()) {
            if (text.find(MappingKey.TIME_PATTERN).isPresent()) {
                throw text.bad(
                        MappingKey.TIME_PATTERN, Expected.COLUMN_TOO.with("columnKey", "time"));
            }
            return new Columns.Apart(
                    text.required(MappingKey.TIME_YEAR, Expected.COLUMN_OR_TIME.plain()),
                    text.required(MappingKey.TIME_MONTH, Expected.COLUMN_NAME.plain()),
                    text.required(MappingKey.TIME_DAY, Expected.COLUMN_NAME.plain()),
                    text.required(MappingKey.TIME_HOUR, Expected.COLUMN_NAME.plain()));
        }
        for (MappingKey part :
                List.of(
                        MappingKey.TIME_YEAR,
                        MappingKey.TIME_MONTH,
                        MappingKey.TIME_DAY,
                        MappingKey.TIME_HOUR)) {
            text.refuseTogether(MappingKey.TIME, part);
        }
        String pattern = text.required(MappingKey.TIME_PATTERN, Expected.PATTERN.plain());
        return new Columns.Together(together.get(), pattern, format(text, pattern));
    }

    /** Only patterns of numbers with year, month, day and hour: nothing else names an hour. */
    private static DateTimeFormatter format(MappingText text, String pattern)
            throws UnusableFileException {
        Expectation expected = Expected.PATTERN_PARTS.plain();
        StringBuilder bare = new StringBuilder();
        StringBuilder years = new StringBuilder();
        boolean quoted = false;
        for (char sign : pattern.toCharArray()) {
            quoted ^= sign == '\'';
            if (!quoted) {
                bare.append(sign);
            }
            years.append(!quoted && sign == 'y' ? 'u' : sign);
        }
        boolean known =
                bare.chars()
                        .filter(letter -> letter < 128 && Character.isLetter(letter))
                        .allMatch(letter -> LETTERS.indexOf(letter) >= 0);
        // A month of three letters would be a name, a year of two a guess of the century.
        boolean whole =
                years.indexOf("uuuu") >= 0
                        && bare.indexOf("M") >= 0
                        && bare.indexOf("MMM") < 0
                        && bare.indexOf("d") >= 0
                        && bare.indexOf("H") >= 0;
        if (!known || !whole) {
            throw text.bad(MappingKey.TIME_PATTERN, expected);
        }
        try {
            return DateTimeFormatter.ofPattern(years.toString(), Locale.ROOT);
        } catch (IllegalArgumentException malformed) {
            throw text.bad(MappingKey.TIME_PATTERN, expected);
        }
    }
}
