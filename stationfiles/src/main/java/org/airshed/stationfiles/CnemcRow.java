package org.airshed.stationfiles;

import java.time.Instant;
import java.util.OptionalInt;
import java.util.Set;
import org.airshed.engine.airquality.HourlyIndex;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.engine.substance.Pollutant;

/**
 * One station-hour of a {@link CnemcFile}, filled again for every row. Concentrations are whole
 * thousandths of µg/m³ (CO: mg/m³), {@link Thousandths#ABSENT} where none was published.
 */
public final class CnemcRow implements HourlyRow {
    long line;
    String stationCode = "";
    String stationName = "";
    String area = "";
    double longitude_deg;
    double latitude_deg;
    long hourEnd_s;
    final int[] hourly_thousandths = new int[HourlyIndex.WIDTH];
    int o3EightHours_thousandths = Thousandths.ABSENT;
    int pm10Day_thousandths = Thousandths.ABSENT;
    int pm25Day_thousandths = Thousandths.ABSENT;
    int publishedAqi = Thousandths.ABSENT;
    String publishedPrimaryText = "";
    Set<Pollutant> publishedPrimary = Set.of();

    CnemcRow() {}

    /** The line of the file, from 1. */
    @Override
    public long line() {
        return line;
    }

    /** The station's code: {@code "1001A"}; the same object for the same code. */
    @Override
    public String stationCode() {
        return stationCode;
    }

    /** The station's name. */
    @Override
    public String stationName() {
        return stationName;
    }

    /** The city the station belongs to: {@code "北京市"}. */
    @Override
    public String area() {
        return area;
    }

    /** Degrees east. */
    @Override
    public double longitude_deg() {
        return longitude_deg;
    }

    /** Degrees north. */
    @Override
    public double latitude_deg() {
        return latitude_deg;
    }

    /** The end of the hour. */
    @Override
    public Instant hourEnd() {
        return Instant.ofEpochSecond(hourEnd_s);
    }

    /** The end of the hour in seconds since 1970 UTC, without an object. */
    @Override
    public long hourEnd_s() {
        return hourEnd_s;
    }

    @Override
    public WrittenField writtenHour() {
        // The only way to write this hour in such a file, so the text need not be kept.
        return new WrittenField(
                "timepoint", CnemcFile.TIME.format(hourEnd().atOffset(CnemcFile.BEIJING_TIME)));
    }

    /** The one-hour mean in this column of {@link HourlyIndex#POLLUTANTS}. */
    @Override
    public int hourly_thousandths(int column) {
        return hourly_thousandths[column];
    }

    /** Copies the six one-hour means, in the order of {@link HourlyIndex#POLLUTANTS}. */
    @Override
    public void copyHourly_thousandths(int[] into, int offset) {
        System.arraycopy(hourly_thousandths, 0, into, offset, HourlyIndex.WIDTH);
    }

    /** The running eight-hour mean of ozone. */
    public int o3EightHours_thousandths() {
        return o3EightHours_thousandths;
    }

    /** The running 24-hour mean of PM10. */
    public int pm10Day_thousandths() {
        return pm10Day_thousandths;
    }

    /** The running 24-hour mean of PM2.5. */
    public int pm25Day_thousandths() {
        return pm25Day_thousandths;
    }

    /**
     * The AQI as published, or {@link Thousandths#ABSENT}: {@link #findPublishedAqi} as a number.
     */
    public int publishedAqi() {
        return publishedAqi;
    }

    /** The AQI as published, if one was. */
    public OptionalInt findPublishedAqi() {
        return publishedAqi == Thousandths.ABSENT
                ? OptionalInt.empty()
                : OptionalInt.of(publishedAqi);
    }

    /** The primary pollutants as published; empty where none was named. */
    public Set<Pollutant> publishedPrimary() {
        return publishedPrimary;
    }

    /** The same in the publisher's words, empty where none was named. */
    public String publishedPrimaryText() {
        return publishedPrimaryText;
    }
}
