package org.airshed.platform.observation;

import org.airshed.platform.rights.JurisdictionCode;

/**
 * A place where the air is measured.
 *
 * @param number its number in the tables
 * @param code the network's code: {@code "1001A"}
 * @param name its name as the network writes it
 * @param jurisdiction the city it stands for
 * @param role what it is for in the hours asked about
 * @param longitude_deg degrees east, WGS 84
 * @param latitude_deg degrees north, WGS 84
 */
public record Station(
        int number,
        String code,
        String name,
        JurisdictionCode jurisdiction,
        StationRole role,
        double longitude_deg,
        double latitude_deg) {
    public Station {
        if (code.isBlank()) {
            throw new IllegalArgumentException("expected a station code, got a blank");
        }
        if (!(longitude_deg >= -180 && longitude_deg <= 180)) {
            throw new IllegalArgumentException(
                    "expected a longitude of -180 to 180, got %s (station %s)"
                            .formatted(longitude_deg, code));
        }
        if (!(latitude_deg >= -90 && latitude_deg <= 90)) {
            throw new IllegalArgumentException(
                    "expected a latitude of -90 to 90, got %s (station %s)"
                            .formatted(latitude_deg, code));
        }
    }
}
