package org.airshed.stationfiles;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.airshed.engine.airquality.HourlyIndex;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.engine.substance.Species;

/**
 * One station-hour, from whichever file it comes. Concentrations are whole thousandths of µg/m³
 * (CO: mg/m³), {@link Thousandths#ABSENT} where the file has none.
 */
public sealed interface HourlyRow permits CnemcRow, MappedRow, KeptRow {
    /** What {@link #otherValue} says where the file has none. */
    long NO_VALUE = Long.MIN_VALUE;

    /** The line of the text or row of the sheet, from 1. */
    long line();

    /** The station's code. */
    String stationCode();

    /** The station's name; empty where the file has none. */
    String stationName();

    /** Name or code of the city the station belongs to; empty where the file has none. */
    String area();

    /** Degrees east; NaN where the file has none. */
    double longitude_deg();

    /** Degrees north; NaN where the file has none. */
    double latitude_deg();

    /** The end of the hour in seconds since 1970 UTC. */
    long hourEnd_s();

    /** The hour as the file names it; a row that was kept has its end in UTC. */
    WrittenField writtenHour();

    /** The end of the hour. */
    default Instant hourEnd() {
        return Instant.ofEpochSecond(hourEnd_s());
    }

    /** The one-hour mean in this column of {@link HourlyIndex#POLLUTANTS}. */
    int hourly_thousandths(int column);

    /** Copies the six one-hour means, in the order of {@link HourlyIndex#POLLUTANTS}. */
    void copyHourly_thousandths(int[] into, int offset);

    /** The species read besides the six, the same in every row of a file. */
    default List<Species> otherSpecies() {
        return List.of();
    }

    /**
     * The value of a species, in whole 10<sup>−decimals</sup> of its unit; {@link #NO_VALUE} where
     * the file has none.
     *
     * @param place in {@link #otherSpecies}
     */
    default long otherValue(int place) {
        throw new IndexOutOfBoundsException("this row has the six only, got place " + place);
    }

    /** The word that stood for the value in the file, where it was none in digits. */
    default Optional<String> findOtherWord(int place) {
        return Optional.empty();
    }

    /** A copy that stays when the reader goes on. */
    default KeptRow kept() {
        int[] hourly_thousandths = new int[HourlyIndex.WIDTH];
        copyHourly_thousandths(hourly_thousandths, 0);
        return new KeptRow(
                line(),
                stationCode(),
                stationName(),
                area(),
                longitude_deg(),
                latitude_deg(),
                hourEnd_s(),
                Arrays.stream(hourly_thousandths).boxed().toList(),
                IntStream.range(0, otherSpecies().size())
                        .mapToObj(place ->
                                new KeptRow.Other(
                                        otherSpecies().get(place),
                                        otherValue(place),
                                        findOtherWord(place)))
                        .toList());
    }
}
