package org.airshed.platform.observation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What an office says a station is from a day on; what is left empty stays as it was.
 *
 * @param from the first day, in the service's zone; before it the station stays what it was
 * @param name its name
 * @param role what it is for
 * @param tier who controls it: {@code national}, {@code provincial}, {@code city}
 * @param position where it stands
 * @param source what the correction rests on
 */
public record StandingCorrection(
        LocalDate from,
        Optional<String> name,
        Optional<StationRole> role,
        Optional<String> tier,
        Optional<Position> position,
        String source) {

    /** Degrees east and north, WGS 84. */
    public record Position(double longitude_deg, double latitude_deg) {}
}
