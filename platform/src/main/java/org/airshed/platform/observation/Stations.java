package org.airshed.platform.observation;

import java.util.List;
import org.airshed.platform.rights.Authority;

/** Keeps the register of stations. Every change is an official act in its own transaction. */
public interface Stations {
    /** What a station was, period by period; empty when there is none the viewer may see. */
    List<Standing> standings(String code);

    /**
     * Corrects what a station is from a day on, in the period that covers the day and in all later
     * ones. City values of the days from then on are derived anew where its role changed. Files
     * imported later do not change again what was corrected.
     *
     * @return its periods after the correction
     * @throws org.airshed.platform.server.Refusal (404) when there is no such station, (409) when
     *     the correction changes nothing or begins after the station ended
     * @throws org.airshed.platform.rights.ActRefused when the authority does not reach its city
     */
    List<Standing> correct(Authority authority, String code, StandingCorrection correction);
}
