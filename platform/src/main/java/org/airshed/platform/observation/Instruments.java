package org.airshed.platform.observation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;

/** The register of instruments. Entering and ending one are official acts. */
public interface Instruments {
    /**
     * Instruments by station and id.
     *
     * @param station only of this station
     * @param at only those that measured at this moment
     */
    Page<Instrument> instruments(Optional<String> station, Optional<Instant> at, Paging paging);

    /**
     * Enters an instrument of a station.
     *
     * @throws org.airshed.platform.server.Refusal (404) when there is no such station, (409) when
     *     it is primary and another primary one measures the same there at the same time, naming
     *     both
     * @throws org.airshed.platform.rights.ActRefused when the authority does not reach the
     *     station's city
     */
    Instrument enter(Authority authority, String station, Instrument.Entry entry);

    /**
     * Ends an instrument; one that was to end anyhow ends at this moment instead.
     *
     * @throws org.airshed.platform.server.Refusal (404) when there is none, (409) when an act has
     *     ended it before, or it began later
     */
    Instrument end(Authority authority, UUID instrument, Instant at, String source);
}
