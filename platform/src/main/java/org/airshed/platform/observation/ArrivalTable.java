package org.airshed.platform.observation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.airshed.platform.observation.DataArrival.DayCount;
import org.airshed.platform.observation.DataArrival.Delay;
import org.airshed.platform.observation.DataArrival.Gap;
import org.airshed.platform.rights.JurisdictionCode;

/**
 * What arrived of some places day by day.
 *
 * @param first the first local day
 * @param last the last one
 * @param networks between which hours each network is held
 * @param places the places, each with a count for every day
 */
public record ArrivalTable(
        LocalDate first, LocalDate last, List<NetworkHours> networks, List<Place> places) {
    public ArrivalTable {
        networks = List.copyOf(networks);
        places = List.copyOf(places);
    }

    /** Between which hours, named by their ends, readings of a network are held. */
    public record NetworkHours(String network, Instant firstHour, Instant lastHour) {}

    /**
     * One city or station.
     *
     * @param jurisdiction the city
     * @param station the station as it stood last in the period; empty for a city
     * @param stations how many stations were expected
     * @param days a count for every day of the table
     * @param lastHour the last hour of the period of which a value came; empty when none did
     * @param delay how late the readings came; empty when none did
     * @param gaps the gaps of a station, the latest first; of a city none is listed
     */
    public record Place(
            JurisdictionCode jurisdiction,
            Optional<Standing> station,
            int stations,
            List<DayCount> days,
            Optional<Instant> lastHour,
            Optional<Delay> delay,
            List<Gap> gaps) {
        public Place {
            days = List.copyOf(days);
            gaps = List.copyOf(gaps);
        }

        /** Station-hours expected over all days. */
        public int expected() {
            return days.stream().mapToInt(DayCount::expected).sum();
        }

        /** Of them those with at least one value. */
        public int received() {
            return days.stream().mapToInt(DayCount::received).sum();
        }

        /** Of them those with a value of the pollutant at this place of {@code POLLUTANTS}. */
        public int values(int pollutant) {
            return days.stream().mapToInt(day -> day.values().get(pollutant)).sum();
        }
    }
}
