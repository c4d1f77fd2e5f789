package org.airshed.platform.evaluation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.airshed.engine.averaging.DayColumn;
import org.airshed.engine.quantity.Trillionths;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.rights.JurisdictionCode;

/**
 * The daily values of a city, or of one of its stations, over consecutive days.
 *
 * @param station the station's code; empty for the city itself
 * @param place the city
 * @param firstDay the first of the days
 * @param columns the values of each pollutant, from the first day on
 * @param aqi [day] the index, -1 where there is none
 * @param primary [day] its primary pollutants
 * @param coverage [day] how many evaluation points there were and how many had a valid day
 */
public record PlaceDays(
        Optional<String> station,
        JurisdictionCode place,
        LocalDate firstDay,
        Map<Pollutant, DayColumn> columns,
        List<Integer> aqi,
        List<List<Pollutant>> primary,
        List<Stations> coverage) {

    /**
     * Evaluation points on a day.
     *
     * @param expected how many stood
     * @param valid how many had a valid day, in the order of {@link Readings#POLLUTANTS}
     */
    public record Stations(int expected, List<Integer> valid) {
        public Stations {
            valid = List.copyOf(valid);
        }

        /** The most that had a valid day of one pollutant. */
        public int observed() {
            return valid.stream().mapToInt(Integer::intValue).max().orElse(0);
        }
    }

    public PlaceDays {
        columns = Map.copyOf(new EnumMap<>(columns));
        aqi = List.copyOf(aqi);
        primary = List.copyOf(primary);
        coverage = List.copyOf(coverage);
    }

    public int days() {
        return aqi.size();
    }

    /** Parts of one city's days put together; days between two parts are void. */
    public static PlaceDays joined(List<PlaceDays> parts) {
        PlaceDays first = parts.getFirst();
        PlaceDays last = parts.getLast();
        if (parts.size() == 1) {
            return first;
        }
        Filling filling =
                new Filling(
                        first.station(),
                        first.place(),
                        first.firstDay(),
                        last.firstDay().plusDays(last.days() - 1L));
        int[] expected = new int[filling.aqi.length];
        for (PlaceDays part : parts) {
            int offset = filling.at(part.firstDay());
            for (int day = 0; day < part.days(); day++) {
                expected[offset + day] = part.coverage().get(day).expected();
                for (int column = 0; column < Readings.POLLUTANTS.size(); column++) {
                    filling.put(
                            offset + day,
                            column,
                            part.column(Readings.POLLUTANTS.get(column)).value_trillionths(day),
                            part.coverage().get(day).valid().get(column));
                }
                if (part.aqi().get(day) >= 0) {
                    filling.putIndex(offset + day, part.aqi().get(day), part.primary().get(day));
                }
            }
        }
        return filling.days(expected);
    }

    /** Takes the values of days in any order. */
    public static final class Filling {
        private final Optional<String> station;
        private final JurisdictionCode place;
        private final LocalDate firstDay;
        private final long[][] values_trillionths; // [pollutant][day]
        private final int[][] valid; // [day][pollutant]
        private final int[] aqi;
        private final List<List<Pollutant>> primary = new ArrayList<>();

        /** Void days, from the first to the last of these. */
        public Filling(
                Optional<String> station,
                JurisdictionCode place,
                LocalDate firstDay,
                LocalDate lastDay) {
            int days = (int) ChronoUnit.DAYS.between(firstDay, lastDay) + 1;
            this.station = station;
            this.place = place;
            this.firstDay = firstDay;
            this.values_trillionths = new long[Readings.POLLUTANTS.size()][days];
            for (long[] values : values_trillionths) {
                Arrays.fill(values, Trillionths.ABSENT);
            }
            this.valid = new int[days][Readings.POLLUTANTS.size()];
            this.aqi = new int[days];
            Arrays.fill(aqi, -1);
            for (int day = 0; day < days; day++) {
                primary.add(List.of());
            }
        }

        /** Where a day stands. */
        public int at(LocalDate day) {
            return Math.toIntExact(ChronoUnit.DAYS.between(firstDay, day));
        }

        /** A value of a day, and how many stations stand behind it. */
        public void put(int day, int pollutant, long value_trillionths, int stations) {
            values_trillionths[pollutant][day] = value_trillionths;
            valid[day][pollutant] = stations;
        }

        /** The index of a day. */
        public void putIndex(int day, int value, List<Pollutant> primaryPollutants) {
            aqi[day] = value;
            primary.set(day, primaryPollutants);
        }

        /** The days, given how many evaluation points stood on each. */
        public PlaceDays days(int[] expected) {
            Map<Pollutant, DayColumn> columns = new EnumMap<>(Pollutant.class);
            for (int column = 0; column < values_trillionths.length; column++) {
                columns.put(
                        Readings.POLLUTANTS.get(column),
                        DayColumn.of(firstDay, values_trillionths[column]));
            }
            List<Stations> coverage = new ArrayList<>();
            for (int day = 0; day < aqi.length; day++) {
                coverage.add(
                        new Stations(expected[day], Arrays.stream(valid[day]).boxed().toList()));
            }
            return new PlaceDays(
                    station,
                    place,
                    firstDay,
                    columns,
                    Arrays.stream(aqi).boxed().toList(),
                    primary,
                    coverage);
        }
    }

    public DayColumn column(Pollutant pollutant) {
        return Objects.requireNonNull(columns.get(pollutant));
    }

    /** The index of a day; empty when there is none or the day is outside. */
    public OptionalInt aqi(LocalDate day) {
        int at = at(day);
        return at < 0 || aqi.get(at) < 0 ? OptionalInt.empty() : OptionalInt.of(aqi.get(at));
    }

    /** Where a day stands; -1 when it is outside. */
    public int at(LocalDate day) {
        long at = ChronoUnit.DAYS.between(firstDay, day);
        return at < 0 || at >= days() ? -1 : (int) at;
    }
}
