package org.airshed.platform.observation.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.airshed.engine.airquality.HourlyIndex;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.engine.substance.Pollutant;
import org.airshed.engine.substance.Species;
import org.airshed.stationfiles.HourlyRow;
import org.airshed.stationfiles.HourlyVisitor;
import org.airshed.stationfiles.Reject;
import org.airshed.stationfiles.WrittenField;
import org.jspecify.annotations.Nullable;

/**
 * Streams the rows of a file into the staging table {@code arriving} as COPY's text and keeps what
 * the file says of its stations. COPY cannot write into tables under row-level security, so rows
 * are staged first and then selected into place. Memory grows with the stations, not with the rows.
 */
final class Arrivals implements HourlyVisitor {
    /** The columns of the six values, in the order of {@link HourlyIndex#POLLUTANTS}. */
    static final String COLUMNS =
            HourlyIndex.POLLUTANTS.stream().map(Pollutant::code).collect(Collectors.joining(", "));

    /** The staging table of a file that holds these species besides the six. */
    static String table(List<Species> species) {
        return """
        create temporary table arriving (
            described int not null, hour int not null, line bigint not null, %s%s
        ) on commit drop
        """
                .formatted(
                        COLUMNS.replace(",", " int,") + " int", OtherChanges.definitions(species));
    }

    /** COPY's way to the staging table. */
    static String copy(List<Species> species) {
        return "copy arriving (described, hour, line, %s%s) from stdin"
                .formatted(COLUMNS, OtherChanges.columns(species, ""));
    }

    private static final int MOST_REJECTS = 10_000;
    private static final int MOST_STATIONS = 20_000;
    private static final int LONGEST_LINE = 128; // nine numbers of at most eleven digits
    private static final int LONGEST_OTHER = 40; // a number of at most twenty digits and a word
    private static final long EARLIEST_S = 0; // 1970: nobody measured by the hour before

    /** A station as the file describes it at its first row. */
    record Described(
            String code,
            String name,
            String area,
            double longitude_deg,
            double latitude_deg,
            long firstHour_s) {
        Described from(long hour_s) {
            return new Described(code, name, area, longitude_deg, latitude_deg, hour_s);
        }
    }

    private final OutputStream copy;
    private final int others;
    private final int longestLine;
    private final String file;
    private final LongConsumer flushed;
    private final long latest_s;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Described> described = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long[] firstHours_s = new long[256]; // [station] the earliest hour of the file, ends
    private final byte[] out = new byte[1 << 16];
    private int used;
    private long rows;
    private long values;
    private long rejected;

    /**
     * @param others how many species the file holds besides the six
     * @param latest the end of the latest hour that can have been observed
     * @param flushed told the rows so far whenever some are handed over
     */
    Arrivals(OutputStream copy, int others, String file, Instant latest, LongConsumer flushed) {
        this.flushed = flushed;
        this.copy = copy;
        this.others = others;
        this.longestLine = LONGEST_LINE + others * LONGEST_OTHER;
        this.file = file;
        this.latest_s = latest.getEpochSecond();
    }

    @Override
    public void row(HourlyRow row) {
        if (row.hourEnd_s() > latest_s || row.hourEnd_s() < EARLIEST_S) {
            WrittenField hour = row.writtenHour();
            reject(
                    new Reject(
                            file,
                            row.line(),
                            hour.column(),
                            hour.text(),
                            Condition.HOUR_PAST.with(Map.of())));
            return;
        }
        Integer station = number(row);
        if (station == null) {
            reject(
                    new Reject(
                            file,
                            row.line(),
                            "stationcode",
                            row.stationCode(),
                            Condition.MOST_STATIONS.with(
                                    Map.of("most", String.valueOf(MOST_STATIONS)))));
            return;
        }
        if (!described.get(station).area().equals(row.area())) {
            reject(
                    new Reject(
                            file,
                            row.line(),
                            "area",
                            row.area(),
                            Condition.SAME_AREA.with(
                                    Map.of(
                                            "area",
                                            described.get(station).area(),
                                            "station",
                                            row.stationCode()))));
            return;
        }
        if (used + longestLine > out.length) {
            flush();
        }
        put(station, '\t');
        put(row.hourEnd_s() / 3600, '\t');
        put(row.line(), '\t');
        for (int column = 0; column < HourlyIndex.WIDTH; column++) {
            char end = column == HourlyIndex.WIDTH - 1 && others == 0 ? '\n' : '\t';
            int value_thousandths = row.hourly_thousandths(column);
            if (value_thousandths == Thousandths.ABSENT) {
                putNull(end);
            } else {
                put(value_thousandths, end);
                values++;
            }
        }
        for (int place = 0; place < others; place++) {
            putOther(row, place, place == others - 1 ? '\n' : '\t');
        }
        rows++;
    }

    private void putOther(HourlyRow row, int place, char end) {
        if (row.otherValue(place) == HourlyRow.NO_VALUE) {
            putNull('\t');
        } else {
            put(row.otherValue(place), '\t');
        }
        Optional<String> word = row.findOtherWord(place);
        if (word.isEmpty()) {
            putNull(end);
        } else {
            put(word.get(), end);
        }
    }

    private void putNull(char end) {
        out[used++] = '\\';
        out[used++] = 'N';
        out[used++] = (byte) end;
    }

    private @Nullable Integer number(HourlyRow row) {
        Integer known = numbers.get(row.stationCode());
        if (known != null) {
            firstHours_s[known] = Math.min(firstHours_s[known], row.hourEnd_s());
            return known;
        }
        if (described.size() == MOST_STATIONS) {
            return null;
        }
        int number = described.size();
        numbers.put(row.stationCode(), number);
        if (number == firstHours_s.length) {
            firstHours_s = Arrays.copyOf(firstHours_s, 2 * number);
        }
        firstHours_s[number] = row.hourEnd_s();
        described.add(
                new Described(
                        row.stationCode(),
                        row.stationName(),
                        row.area(),
                        row.longitude_deg(),
                        row.latitude_deg(),
                        row.hourEnd_s()));
        return number;
    }

    private void put(long number, char end) {
        put(Long.toString(number), end);
    }

    private void put(String text, char end) {
        byte[] letters = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(letters, 0, out, used, letters.length);
        used += letters.length;
        out[used++] = (byte) end;
    }

    /** Hands over what is still held back. */
    void flush() {
        try {
            copy.write(out, 0, used);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        used = 0;
        flushed.accept(rows);
    }

    @Override
    public void reject(Reject reject) {
        rejected++;
        keep(reject);
    }

    @Override
    public void note(String sentence) {
        notes.add(sentence);
    }

    /** What whoever brought the file should know of it. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /** Keeps it for the list without counting it. */
    void keep(Reject reject) {
        if (rejects.size() < MOST_REJECTS) {
            rejects.add(reject);
        }
    }

    /** Rows whose station cannot be used count as rejected, not as rows. */
    void turnAway(long some, long theirValues) {
        rows -= some;
        values -= theirValues;
        rejected += some;
    }

    /** The stations, each from its earliest hour on, in whatever order the hours came. */
    List<Described> described() {
        List<Described> all = new ArrayList<>();
        for (int number = 0; number < described.size(); number++) {
            all.add(described.get(number).from(firstHours_s[number]));
        }
        return all;
    }

    /** Those kept, by line; of a line that starts a station's rows, its station's first. */
    List<Reject> rejects() {
        return rejects.stream().sorted(Comparator.comparingLong(Reject::line)).toList();
    }

    long rows() {
        return rows;
    }

    long values() {
        return values;
    }

    long rejected() {
        return rejected;
    }
}
