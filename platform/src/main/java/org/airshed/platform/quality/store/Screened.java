package org.airshed.platform.quality.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.engine.screening.Flag;
import org.airshed.engine.screening.Screening;
import org.airshed.engine.screening.ScreeningRules;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.observation.Readings;

/** Readings with what screening says of them; pure. */
final class Screened {
    /** A value of a station in an hour. */
    record Value(int station, Instant hourEnd, Pollutant pollutant) {}

    /** What is said of it; the bits of the tests that failed. */
    record Said(Flag flag, int failed) {}

    private final Readings readings;
    private final Instant first;
    private final Instant last;
    private final Map<Value, Said> notGood = new HashMap<>();
    private final Readings usable;

    private Screened(Readings readings, ScreeningRules rules, Instant first, Instant last) {
        this.readings = readings;
        this.first = first;
        this.last = last;
        var filling = new Readings.Filling(readings);
        for (int place = 0; place < readings.stations().size(); place++) {
            Map<Pollutant, int[]> values = new EnumMap<>(Pollutant.class);
            for (Pollutant pollutant : Readings.POLLUTANTS) {
                values.put(pollutant, readings.series_thousandths(pollutant, place));
            }
            Screening screening = Screening.of(rules, values);
            int at = place;
            values.forEach((pollutant, series) -> keep(screening, at, pollutant, series));
            fill(filling, place, values);
        }
        this.usable = filling.readings();
    }

    /**
     * Screens readings, and keeps what is said of the hours from the first to the last of these;
     * what lies around them is what they are compared with.
     */
    static Screened of(Readings readings, ScreeningRules rules, Instant first, Instant last) {
        return new Screened(readings, rules, first, last);
    }

    private void keep(Screening screening, int place, Pollutant pollutant, int[] series) {
        int station = readings.stations().get(place).number();
        for (int hour = 0; hour < series.length; hour++) {
            if (series[hour] == Thousandths.ABSENT) {
                continue;
            }
            Flag flag = screening.flag(pollutant, hour);
            if (flag == Flag.GOOD) {
                continue;
            }
            Instant hourEnd = readings.firstHour().plusSeconds(3600L * hour);
            if (!hourEnd.isBefore(first) && !hourEnd.isAfter(last)) {
                notGood.put(
                        new Value(station, hourEnd, pollutant),
                        new Said(flag, screening.failedBits(pollutant, hour)));
            }
            if (flag == Flag.BAD || flag == Flag.MISSING) {
                series[hour] = Thousandths.ABSENT;
            }
        }
    }

    private static void fill(Readings.Filling filling, int place, Map<Pollutant, int[]> values) {
        List<int[]> columns = new ArrayList<>();
        Readings.POLLUTANTS.forEach(pollutant -> columns.add(values.get(pollutant)));
        int[] row = new int[columns.size()];
        for (int hour = 0; hour < columns.getFirst().length; hour++) {
            int at = hour;
            Arrays.setAll(row, column -> columns.get(column)[at]);
            filling.put(hour, place, row);
        }
    }

    /** What is said of the values of the hours asked for that are not good. */
    Map<Value, Said> notGood() {
        return notGood;
    }

    /** All the readings without values that are bad or stand for none. */
    Readings usable() {
        return usable;
    }
}
