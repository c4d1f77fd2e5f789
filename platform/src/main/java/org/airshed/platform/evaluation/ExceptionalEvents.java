package org.airshed.platform.evaluation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;

/** Claims that something exceptional was behind the readings, and what was decided on them. */
public interface ExceptionalEvents {
    /** The events open to the viewer, the latest days first. */
    Page<ExceptionalEvent> events(Paging paging);

    /**
     * The days left out by accepted events, for each city and pollutant.
     *
     * @param first the first day of interest
     * @param last the last one
     */
    Map<JurisdictionCode, Map<Pollutant, Set<LocalDate>>> accepted(
            Set<JurisdictionCode> cities, LocalDate first, LocalDate last);

    /**
     * Claims an event, as an act.
     *
     * @throws org.airshed.platform.rights.ActRefused when the authority does not reach the city
     */
    ExceptionalEvent claim(Authority authority, ExceptionalEvent.Claim claim);

    /**
     * Accepts or refuses a claim, as an act of somebody other than who claimed it.
     *
     * @throws org.airshed.platform.server.Refusal (404) when there is none the actor may see, (409)
     *     when it is decided or their own
     */
    ExceptionalEvent decide(Authority authority, UUID event, boolean accepted, String reason);
}
