package org.airshed.stationfiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.airshed.engine.airquality.HourlyIndex;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.engine.substance.Pollutant;

/**
 * The hourly file of China's national network (CNEMC): comma-separated UTF-8, plain or gzip, one
 * row per station-hour, columns known by their names. Its time, {@code 2026-03-01T0100}, is Beijing
 * time and names the hour's end. Read as a stream: memory does not grow with the file.
 */
public final class CnemcFile {
    /** The columns a file must have; any others may stand between them. */
    public static final List<String> REQUIRED_COLUMNS =
            List.of(
                    "timepoint",
                    "stationcode",
                    "positionname",
                    "area",
                    "longitude",
                    "latitude",
                    "so2",
                    "no2",
                    "co",
                    "o3",
                    "pm10",
                    "pm2_5",
                    "aqi",
                    "primarypollutant");

    static final ZoneOffset BEIJING_TIME = ZoneOffset.ofHours(8);
    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH'00'", Locale.ROOT);

    private static final int LARGEST_AQI = 999;
    private static final int LONGEST_CODE = 32;
    private static final int NO_COLUMN = -1;
    private static final Map<String, Pollutant> PRIMARY_WORDS =
            Map.of(
                    "二氧化硫(SO2)", Pollutant.SO2,
                    "二氧化氮(NO2)", Pollutant.NO2,
                    "一氧化碳(CO)", Pollutant.CO,
                    "臭氧1小时(O3_1h)", Pollutant.O3,
                    "臭氧8小时(O3_8h)", Pollutant.O3,
                    "臭氧(O3)", Pollutant.O3,
                    "颗粒物(PM10)", Pollutant.PM10,
                    "细颗粒物(PM2.5)", Pollutant.PM2_5);

    private final String name;
    private final Lines lines;
    private final Fields fields = new Fields();
    private final Words words = new Words();
    private final Map<String, Set<Pollutant>> primaries = new HashMap<>();
    private final CnemcRow row = new CnemcRow();
    private final Header header;
    private final int[] hourlyColumns = new int[HourlyIndex.WIDTH]; // [pollutant of HourlyIndex]
    private final int o3EightHours;
    private final int pm10Day;
    private final int pm25Day;
    private int lastDay = -1; // yyyymmdd of the row before: files are ordered by time
    private long lastMidnight_s;

    private CnemcFile(String name, Lines lines) throws UnusableFileException {
        this.name = name;
        this.lines = lines;
        this.header = Header.read(name, lines, fields, REQUIRED_COLUMNS);
        for (int pollutant = 0; pollutant < HourlyIndex.WIDTH; pollutant++) {
            hourlyColumns[pollutant] = header.column(HourlyIndex.POLLUTANTS.get(pollutant).code());
        }
        this.o3EightHours = header.findColumn("o3_8h").orElse(NO_COLUMN);
        this.pm10Day = header.findColumn("pm10_24h").orElse(NO_COLUMN);
        this.pm25Day = header.findColumn("pm2_5_24h").orElse(NO_COLUMN);
    }

    /**
     * Hands every row to the visitor.
     *
     * @throws UnusableFileException when the file is absent, not of this format, lacks a column or
     *     is in another encoding; no row has been handed on then
     */
    public static FileEnd read(Path file, CnemcVisitor visitor) throws UnusableFileException {
        try (Lines lines = Lines.open(file)) {
            return new CnemcFile(file.getFileName() + "", lines).readAll(visitor);
        }
    }

    /**
     * The same from a stream, which is closed; the name appears in messages. Nobody vouches for a
     * stream: a gzip that expands as no readings do is broken off.
     */
    public static FileEnd read(String name, InputStream in, CnemcVisitor visitor)
            throws UnusableFileException {
        try (Lines lines = Lines.ofForeign(name, in)) {
            return new CnemcFile(name, lines).readAll(visitor);
        }
    }

    private FileEnd readAll(CnemcVisitor visitor) throws UnusableFileException {
        long rows = 0;
        long rejects = 0;
        try {
            while (lines.advance()) {
                if (lines.blank()) {
                    continue;
                }
                try {
                    fill();
                    rows++;
                } catch (BadField bad) {
                    if (rows == 0 && words.looksLikeGbk(fields)) {
                        throw ShortFile.gbk(name, lines);
                    }
                    rejects++;
                    visitor.reject(bad.reject(name, lines.number()));
                    continue;
                }
                visitor.row(row);
            }
        } catch (UnusableFileException unusable) {
            throw unusable;
        } catch (IOException failure) {
            return new FileEnd.BrokenOff(
                    rows,
                    rejects,
                    "%s breaks off after line %d: %s"
                            .formatted(name, lines.number(), failure.getMessage()));
        }
        return new FileEnd.Complete(rows, rejects);
    }

    private void fill() throws BadField {
        ShortFile.split(lines, fields, header);
        row.line = lines.number();
        row.hourEnd_s = hourEnd_s(header.column("timepoint"));
        row.stationCode = stationCode(header.column("stationcode"));
        row.stationName = words.word(fields, header.column("positionname"), "positionname");
        row.area = words.word(fields, header.column("area"), "area");
        row.longitude_deg = Decimals.degrees(fields, header.column("longitude"), "longitude", 180);
        row.latitude_deg = Decimals.degrees(fields, header.column("latitude"), "latitude", 90);
        for (int pollutant = 0; pollutant < HourlyIndex.WIDTH; pollutant++) {
            row.hourly_thousandths[pollutant] =
                    concentration(
                            hourlyColumns[pollutant], HourlyIndex.POLLUTANTS.get(pollutant).code());
        }
        row.o3EightHours_thousandths = concentration(o3EightHours, "o3_8h");
        row.pm10Day_thousandths = concentration(pm10Day, "pm10_24h");
        row.pm25Day_thousandths = concentration(pm25Day, "pm2_5_24h");
        row.publishedAqi = Decimals.whole(fields, header.column("aqi"), "aqi", LARGEST_AQI);
        fillPrimary(header.column("primarypollutant"));
    }

    private int concentration(int column, String columnName) throws BadField {
        return column == NO_COLUMN
                ? Thousandths.ABSENT
                : Decimals.concentration(fields, column, columnName);
    }

    private String stationCode(int column) throws BadField {
        String code = words.word(fields, column, "stationcode");
        if (code.isBlank() || code.length() > LONGEST_CODE) {
            throw new BadField("stationcode", code, Expected.CODE.with("longest", LONGEST_CODE));
        }
        return code;
    }

    /** {@code YYYY-MM-DDTHH00}; the day is worked out anew only when it changes. */
    private long hourEnd_s(int column) throws BadField {
        byte[] bytes = fields.bytes();
        int start = fields.start(column);
        if (fields.end(column) - start != 15
                || bytes[start + 4] != '-'
                || bytes[start + 7] != '-'
                || bytes[start + 10] != 'T') {
            throw badTime(column);
        }
        int year = digits(bytes, start, 4, column);
        int month = digits(bytes, start + 5, 2, column);
        int day = digits(bytes, start + 8, 2, column);
        int hour = digits(bytes, start + 11, 2, column);
        int minute = digits(bytes, start + 13, 2, column);
        if (hour > 23 || minute != 0) {
            throw badTime(column);
        }
        int date = (year * 100 + month) * 100 + day;
        if (date != lastDay) {
            try {
                lastMidnight_s =
                        LocalDate.of(year, month, day).atStartOfDay().toEpochSecond(BEIJING_TIME);
            } catch (DateTimeException noSuchDay) {
                throw badTime(column);
            }
            lastDay = date;
        }
        return lastMidnight_s + hour * 3600L;
    }

    private int digits(byte[] bytes, int from, int count, int column) throws BadField {
        int value = 0;
        for (int at = from; at < from + count; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                throw badTime(column);
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private BadField badTime(int column) {
        return new BadField("timepoint", fields.shown(column), Expected.HOUR_BEIJING.plain());
    }

    private void fillPrimary(int column) throws BadField {
        if (fields.absent(column)) {
            row.publishedPrimaryText = "";
            row.publishedPrimary = Set.of();
            return;
        }
        String text = words.word(fields, column, "primarypollutant");
        Set<Pollutant> known = primaries.get(text);
        if (known == null) {
            known = primary(text);
            if (primaries.size() < 1000) {
                primaries.put(text, known);
            }
        }
        row.publishedPrimaryText = text;
        row.publishedPrimary = known;
    }

    private static Set<Pollutant> primary(String text) throws BadField {
        EnumSet<Pollutant> pollutants = EnumSet.noneOf(Pollutant.class);
        for (String word : text.split(",", -1)) {
            Pollutant pollutant = PRIMARY_WORDS.get(word.strip());
            if (pollutant == null) {
                throw new BadField("primarypollutant", text, Expected.PRIMARY_WORDS.plain());
            }
            pollutants.add(pollutant);
        }
        return Collections.unmodifiableSet(pollutants);
    }
}
