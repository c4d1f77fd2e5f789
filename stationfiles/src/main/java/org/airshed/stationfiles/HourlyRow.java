package org.airshed.stationfiles;

import java.time.Instant;
import java.util.Arrays;
import org.airshed.engine.airquality.HourlyIndex;
import org.airshed.engine.quantity.Thousandths;

/**
 * One station-hour, from whichever file it comes. Concentrations are whole thousandths of µg/m³
 * (CO: mg/m³), {@link Thousandths#ABSENT} where the file has none.
 */
public sealed interface HourlyRow permits CnemcRow, MappedRow, KeptRow {
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

    /** The end of the hour. */
    default Instant hourEnd() {
        return Instant.ofEpochSecond(hourEnd_s());
    }

    /** The one-hour mean in this column of {@link HourlyIndex#POLLUTANTS}. */
    int hourly_thousandths(int column);

    /** Copies the six one-hour means, in the order of {@link HourlyIndex#POLLUTANTS}. */
    void copyHourly_thousandths(int[] into, int offset);

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
                Arrays.stream(hourly_thousandths).boxed().toList());
    }
}
