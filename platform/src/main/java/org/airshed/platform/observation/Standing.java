package org.airshed.platform.observation;

import java.time.Instant;
import java.util.Optional;
import org.airshed.platform.rights.JurisdictionCode;

/**
 * What a station was in one period of its life.
 *
 * @param station its number in the tables
 * @param code the network's code
 * @param name its name as the network writes it
 * @param jurisdiction the city it stands for
 * @param network the network it belongs to
 * @param role what it is for
 * @param tier who controls it: {@code national}, {@code provincial}, {@code city}
 * @param longitude_deg degrees east, WGS 84
 * @param latitude_deg degrees north, WGS 84
 * @param from when the period began
 * @param to when it ended; empty when it goes on
 */
public record Standing(
        int station,
        String code,
        String name,
        JurisdictionCode jurisdiction,
        String network,
        StationRole role,
        String tier,
        double longitude_deg,
        double latitude_deg,
        Instant from,
        Optional<Instant> to) {
    /** Whether some of the hours between these moments fell into the period. */
    public boolean stoodIn(Instant start, Instant end) {
        return from.isBefore(end) && to.map(start::isBefore).orElse(true);
    }
}
