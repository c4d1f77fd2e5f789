package org.airshed.stationfiles;

import java.util.List;
import java.util.Optional;
import org.airshed.engine.airquality.HourlyIndex;
import org.airshed.engine.substance.Species;
import org.jspecify.annotations.Nullable;

/** One station-hour of a {@link MappedFile}, filled again for every row. */
final class MappedRow implements HourlyRow {
    long line;
    String stationCode = "";
    String stationName = "";
    String area = "";
    double longitude_deg = Double.NaN;
    double latitude_deg = Double.NaN;
    long hourEnd_s;
    final int[] hourly_thousandths = new int[HourlyIndex.WIDTH];
    final List<Species> species;
    final long[] otherValues; // [place in species]
    final @Nullable String[] otherWords; // the same

    private final HourReader hours;

    /** The reader of its hour knows how the hour is written. */
    MappedRow(List<Species> species, HourReader hours) {
        this.hours = hours;
        this.species = List.copyOf(species);
        this.otherValues = new long[species.size()];
        this.otherWords = new String[species.size()];
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public String stationCode() {
        return stationCode;
    }

    @Override
    public String stationName() {
        return stationName;
    }

    @Override
    public String area() {
        return area;
    }

    @Override
    public double longitude_deg() {
        return longitude_deg;
    }

    @Override
    public double latitude_deg() {
        return latitude_deg;
    }

    @Override
    public long hourEnd_s() {
        return hourEnd_s;
    }

    @Override
    public WrittenField writtenHour() {
        return hours.asWritten();
    }

    @Override
    public int hourly_thousandths(int column) {
        return hourly_thousandths[column];
    }

    @Override
    public List<Species> otherSpecies() {
        return species;
    }

    @Override
    public long otherValue(int place) {
        return otherValues[place];
    }

    @Override
    public Optional<String> findOtherWord(int place) {
        return Optional.ofNullable(otherWords[place]);
    }

    @Override
    public void copyHourly_thousandths(int[] into, int offset) {
        System.arraycopy(hourly_thousandths, 0, into, offset, HourlyIndex.WIDTH);
    }
}
