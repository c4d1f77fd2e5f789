package org.airshed.stationfiles;

import java.util.List;
import java.util.Optional;
import org.airshed.engine.airquality.HourlyIndex;
import org.airshed.engine.substance.Species;

/**
 * A station-hour that stays: a copy of the row a reader fills again and again.
 *
 * @param means_thousandths the six one-hour means in the order of {@link HourlyIndex#POLLUTANTS}
 * @param others what was read besides the six
 */
public record KeptRow(
        long line,
        String stationCode,
        String stationName,
        String area,
        double longitude_deg,
        double latitude_deg,
        long hourEnd_s,
        List<Integer> means_thousandths,
        List<Other> others)
        implements HourlyRow {

    /**
     * What was read of a species.
     *
     * @param value as {@link HourlyRow#otherValue}
     * @param word as {@link HourlyRow#findOtherWord}
     */
    public record Other(Species species, long value, Optional<String> word) {}

    /** A row of the six only. */
    public KeptRow(
            long line,
            String stationCode,
            String stationName,
            String area,
            double longitude_deg,
            double latitude_deg,
            long hourEnd_s,
            List<Integer> means_thousandths) {
        this(
                line,
                stationCode,
                stationName,
                area,
                longitude_deg,
                latitude_deg,
                hourEnd_s,
                means_thousandths,
                List.of());
    }

    /** Refuses another number of means than six. */
    public KeptRow {
        means_thousandths = List.copyOf(means_thousandths);
        others = List.copyOf(others);
        if (means_thousandths.size() != HourlyIndex.WIDTH) {
            throw new IllegalArgumentException(
                    "expected %d means, got %d"
                            .formatted(HourlyIndex.WIDTH, means_thousandths.size()));
        }
    }

    @Override
    public WrittenField writtenHour() {
        return new WrittenField("timepoint", hourEnd().toString());
    }

    @Override
    public int hourly_thousandths(int column) {
        return means_thousandths.get(column);
    }

    @Override
    public List<Species> otherSpecies() {
        return others.stream().map(Other::species).toList();
    }

    @Override
    public long otherValue(int place) {
        return others.get(place).value();
    }

    @Override
    public Optional<String> findOtherWord(int place) {
        return others.get(place).word();
    }

    @Override
    public void copyHourly_thousandths(int[] into, int offset) {
        for (int column = 0; column < HourlyIndex.WIDTH; column++) {
            into[offset + column] = means_thousandths.get(column);
        }
    }
}
