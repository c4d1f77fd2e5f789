package org.airshed.stationfiles;

import java.util.List;
import org.airshed.engine.airquality.HourlyIndex;

/**
 * A station-hour that stays: a copy of the row a reader fills again and again.
 *
 * @param means_thousandths the six one-hour means in the order of {@link HourlyIndex#POLLUTANTS}
 */
public record KeptRow(
        long line,
        String stationCode,
        String stationName,
        String area,
        double longitude_deg,
        double latitude_deg,
        long hourEnd_s,
        List<Integer> means_thousandths)
        implements HourlyRow {

    /** Refuses another number of means than six. */
    public KeptRow {
        means_thousandths = List.copyOf(means_thousandths);
        if (means_thousandths.size() != HourlyIndex.WIDTH) {
            throw new IllegalArgumentException(
                    "expected %d means, got %d"
                            .formatted(HourlyIndex.WIDTH, means_thousandths.size()));
        }
    }

    @Override
    public int hourly_thousandths(int column) {
        return means_thousandths.get(column);
    }

    @Override
    public void copyHourly_thousandths(int[] into, int offset) {
        for (int column = 0; column < HourlyIndex.WIDTH; column++) {
            into[offset + column] = means_thousandths.get(column);
        }
    }
}
