package org.airshed.platform.observation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.airshed.platform.rights.JurisdictionCode;

/**
 * The front door to what has arrived, what is missing and how late: counts of the readings that
 * stand beside the hours expected. A station is expected at every hour of a standing that lies
 * between the first and the last hour its network is held for, as far as the asker sees the
 * network.
 */
public interface DataArrival {
    /** The longest period asked for. */
    int MOST_DAYS = 92;

    /**
     * City by city, in the order of codes; a city without an expected hour is left out.
     *
     * @param of the jurisdictions the asker may see
     * @throws IllegalArgumentException for more than {@link #MOST_DAYS} days or none
     */
    ArrivalTable cities(Set<JurisdictionCode> of, LocalDate first, LocalDate last);

    /** Station by station of one city, with the gaps of each. */
    ArrivalTable stations(
            JurisdictionCode city, Set<JurisdictionCode> of, LocalDate first, LocalDate last);

    /** How long after the end of its hour half and nineteen in twenty of the readings came. */
    record Delay(long median_s, long percentile95_s) {}

    /** Hours from one end to another in which a station was expected and gave no value. */
    record Gap(Instant firstHour, Instant lastHour, int hours) {}

    /**
     * One local day of a place.
     *
     * @param expected station-hours expected
     * @param received of them those with at least one value
     * @param values of them those with a value, in the order of {@link Readings#POLLUTANTS}
     */
    record DayCount(int expected, int received, List<Integer> values) {
        public DayCount {
            values = List.copyOf(values);
        }
    }
}
