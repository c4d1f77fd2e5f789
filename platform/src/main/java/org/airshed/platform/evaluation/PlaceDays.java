package org.airshed.platform.evaluation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.airshed.engine.averaging.DayColumn;
import org.airshed.engine.quantity.Trillionths;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.rights.JurisdictionCode;

/**
 * The daily values of a city, or of one of its stations, over consecutive days. Days are counted
 * from 0. It is kept in plain arrays: a ranking of all stations over a year holds millions of days.
 */
public final class PlaceDays {
    private static final int WIDTH = Readings.POLLUTANTS.size();
    private static final int NO_INDEX = -1;

    /** The lists of primary pollutants, by the set of their columns as bits. */
    private static final List<List<Pollutant>> PRIMARY =
            IntStream.range(0, 1 << WIDTH).mapToObj(PlaceDays::ofBits).toList();

    private final Optional<String> station;
    private final JurisdictionCode place;
    private final LocalDate firstDay;
    private final List<DayColumn> columns;
    private final short[] aqi; // [day]; of a station none
    private final byte[] primary; // [day], bits of columns; of a station none
    private final short[]
            valid; // [day × WIDTH + pollutant] stations with a valid day; of a station none
    private final short[] expected; // [day] evaluation points; of a station none

    private PlaceDays(Filling filling, short[] expected) {
        this.station = filling.station;
        this.place = filling.place;
        this.firstDay = filling.firstDay;
        this.columns =
                Arrays.stream(filling.values_trillionths)
                        .map(values -> DayColumn.of(filling.firstDay, values))
                        .toList();
        this.aqi = filling.aqi;
        this.primary = filling.primary;
        this.valid = filling.valid;
        this.expected = expected;
    }

    /** The station's code; empty for the city itself. */
    public Optional<String> station() {
        return station;
    }

    /** The city. */
    public JurisdictionCode place() {
        return place;
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    /** How many days there are, void ones too. */
    public int days() {
        return columns.getFirst().span();
    }

    /** The values of a pollutant, from the first day on. */
    public DayColumn column(Pollutant pollutant) {
        return columns.get(Readings.POLLUTANTS.indexOf(pollutant));
    }

    /** The index of a day; empty when there is none. Stations have none. */
    public OptionalInt aqi(int day) {
        return aqi.length == 0 || aqi[day] == NO_INDEX
                ? OptionalInt.empty()
                : OptionalInt.of(aqi[day]);
    }

    /** The index of a day; empty when there is none or the day is outside. */
    public OptionalInt aqi(LocalDate day) {
        int at = at(day);
        return at < 0 ? OptionalInt.empty() : aqi(at);
    }

    /** The primary pollutants of a day, in report order. */
    public List<Pollutant> primary(int day) {
        return primary.length == 0 ? List.of() : PRIMARY.get(primary[day]);
    }

    /** How many evaluation points stood on a day; 1 for a station. */
    public int expected(int day) {
        return station.isPresent() ? 1 : expected[day];
    }

    /** How many stations had a valid day of a pollutant, in the order of {@link Readings}. */
    public int valid(int day, int pollutant) {
        if (station.isEmpty()) {
            return valid[day * WIDTH + pollutant];
        }
        return columns.get(pollutant).value_trillionths(day) == Trillionths.ABSENT ? 0 : 1;
    }

    /** Whether anything is known of a day. */
    public boolean held(int day) {
        return aqi(day).isPresent()
                || IntStream.range(0, WIDTH).anyMatch(pollutant -> valid(day, pollutant) > 0);
    }

    /** Where a day stands; -1 when it is outside. */
    public int at(LocalDate day) {
        long at = ChronoUnit.DAYS.between(firstDay, day);
        return at < 0 || at >= days() ? -1 : (int) at;
    }

    /** Parts of one place's days, each later than the one before, as far as they lie within. */
    public static PlaceDays joined(List<PlaceDays> parts, LocalDate first, LocalDate last) {
        PlaceDays any = parts.getFirst();
        if (parts.size() == 1 && any.at(first) == 0 && any.at(last) == any.days() - 1) {
            return any;
        }
        Filling filling = new Filling(any.station, any.place, first, last);
        short[] expected = new short[any.expected.length == 0 ? 0 : filling.days()];
        for (PlaceDays part : parts) {
            int from = Math.max(0, (int) ChronoUnit.DAYS.between(part.firstDay, first));
            int to = Math.min(part.days(), 1 + (int) ChronoUnit.DAYS.between(part.firstDay, last));
            if (from < to) {
                filling.copy(part, from, to);
                if (expected.length > 0) {
                    int at = filling.at(part.firstDay.plusDays(from));
                    System.arraycopy(part.expected, from, expected, at, to - from);
                }
            }
        }
        return new PlaceDays(filling, expected);
    }

    private static List<Pollutant> ofBits(int bits) {
        List<Pollutant> pollutants = new ArrayList<>();
        for (int column = 0; column < WIDTH; column++) {
            if ((bits >> column & 1) == 1) {
                pollutants.add(Readings.POLLUTANTS.get(column));
            }
        }
        return List.copyOf(pollutants);
    }

    /** Takes the values of days in any order. */
    public static final class Filling {
        private final Optional<String> station;
        private final JurisdictionCode place;
        private final LocalDate firstDay;
        private final long[][] values_trillionths; // [pollutant][day]
        private final short[] aqi;
        private final byte[] primary;
        private final short[] valid;

        /** Void days, from the first to the last of these. */
        public Filling(
                Optional<String> station,
                JurisdictionCode place,
                LocalDate firstDay,
                LocalDate lastDay) {
            int days = (int) ChronoUnit.DAYS.between(firstDay, lastDay) + 1;
            int ofCity = station.isPresent() ? 0 : days;
            this.station = station;
            this.place = place;
            this.firstDay = firstDay;
            this.values_trillionths = new long[WIDTH][days];
            for (long[] values : values_trillionths) {
                Arrays.fill(values, Trillionths.ABSENT);
            }
            this.aqi = new short[ofCity];
            Arrays.fill(aqi, (short) NO_INDEX);
            this.primary = new byte[ofCity];
            this.valid = new short[ofCity * WIDTH];
        }

        private int days() {
            return values_trillionths[0].length;
        }

        /** Where a day stands. */
        public int at(LocalDate day) {
            return Math.toIntExact(ChronoUnit.DAYS.between(firstDay, day));
        }

        /** A value of a day, and how many stations stand behind it. */
        public void put(int day, int pollutant, long value_trillionths, int stations) {
            values_trillionths[pollutant][day] = value_trillionths;
            if (valid.length > 0) {
                valid[day * WIDTH + pollutant] = (short) stations;
            }
        }

        /** The index of a city's day. */
        public void putIndex(int day, int value, List<Pollutant> primaryPollutants) {
            aqi[day] = (short) value;
            for (Pollutant pollutant : primaryPollutants) {
                primary[day] |= (byte) (1 << Readings.POLLUTANTS.indexOf(pollutant));
            }
        }

        private void copy(PlaceDays part, int from, int to) {
            int at = at(part.firstDay.plusDays(from));
            for (int column = 0; column < WIDTH; column++) {
                part.columns.get(column).copy(from, to, values_trillionths[column], at);
            }
            if (aqi.length > 0) {
                System.arraycopy(part.aqi, from, aqi, at, to - from);
                System.arraycopy(part.primary, from, primary, at, to - from);
                System.arraycopy(part.valid, from * WIDTH, valid, at * WIDTH, (to - from) * WIDTH);
            }
        }

        /** The days of a station. */
        public PlaceDays ofStation() {
            return new PlaceDays(this, new short[0]);
        }

        /**
         * The days of a city.
         *
         * @param expected [day] how many evaluation points stood
         */
        public PlaceDays ofCity(int[] expected) {
            short[] points = new short[days()];
            for (int day = 0; day < points.length; day++) {
                points[day] = (short) expected[day];
            }
            return new PlaceDays(this, points);
        }
    }
}
