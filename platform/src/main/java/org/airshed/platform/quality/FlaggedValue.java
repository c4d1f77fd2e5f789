package org.airshed.platform.quality;

import java.time.Instant;
import java.util.Set;
import org.airshed.engine.screening.Flag;
import org.airshed.engine.screening.ScreeningTest;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.rights.JurisdictionCode;

/**
 * A value that is not good, and why.
 *
 * @param jurisdiction the station's city
 * @param station the station's code
 * @param hourEnd the end of the hour
 * @param pollutant of which
 * @param flag what is said of it
 * @param failed the tests that failed
 * @param rules the set of rules that said so
 * @param revision how often its flag has changed
 * @param at when it was flagged so
 */
public record FlaggedValue(
        JurisdictionCode jurisdiction,
        String station,
        Instant hourEnd,
        Pollutant pollutant,
        Flag flag,
        Set<ScreeningTest> failed,
        String rules,
        int revision,
        Instant at) {
    public FlaggedValue {
        failed = Set.copyOf(failed);
    }
}
