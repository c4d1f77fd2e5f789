package org.airshed.platform.observation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.airshed.engine.quantity.Thousandths;

/**
 * What a station read in an hour, as it stands.
 *
 * @param hourEnd the end of the hour
 * @param values_thousandths in the order of {@link Readings#POLLUTANTS}, µg/m³ (CO: mg/m³), {@link
 *     Thousandths#ABSENT} where nothing was observed
 * @param revision 0 when it stands as received, else the number of the revision that stands
 * @param receivedAt when it was first received
 * @param batch the import that brought what stands
 * @param received what was received first, where a revision stands; in the same order
 */
public record Hour(
        Instant hourEnd,
        List<Integer> values_thousandths,
        int revision,
        Instant receivedAt,
        int batch,
        Optional<List<Integer>> received) {
    public Hour {
        values_thousandths = List.copyOf(values_thousandths);
        received = received.map(List::copyOf);
    }
}
