package org.airshed.platform.observation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.airshed.engine.substance.Species;

/**
 * What a station read of a species besides the six in an hour, as it stands.
 *
 * @param hourEnd the end of the hour
 * @param species of which, with its unit
 * @param value in the species' unit
 * @param word what stood for the value in the file, where it was a word
 * @param revision 0 when it stands as received, else the number of the revision that stands
 * @param receivedAt when it was first received
 * @param batch the import that brought what stands
 * @param received what was received first, where a revision stands
 */
public record OtherHour(
        Instant hourEnd,
        Species species,
        BigDecimal value,
        Optional<String> word,
        int revision,
        Instant receivedAt,
        int batch,
        Optional<BigDecimal> received) {}
