package org.airshed.platform.observation;

import java.util.List;
import java.util.Optional;
import org.airshed.platform.rights.JurisdictionCode;

/**
 * A station whose standings an import or an undoing changed.
 *
 * @param code the network's code
 * @param jurisdiction the city it stands for
 * @param change what happened to it: {@code entered}, {@code moved}, {@code extended} to earlier
 *     hours, {@code withdrawn} or {@code restored} by an undoing
 * @param before its periods until then; empty when it was not known
 * @param after its periods from then on; empty when nothing is said of it any more
 */
public record ChangedStation(
        String code,
        JurisdictionCode jurisdiction,
        String change,
        List<Period> before,
        List<Period> after) {
    public ChangedStation {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /**
     * What it was for a time, with the names and values by which the tree over the stations of an
     * import is made.
     *
     * @param from when it began, as text
     * @param to when it ended; empty when it goes on
     * @param longitude_deg degrees east, WGS 84
     * @param latitude_deg degrees north, WGS 84
     * @param settled what of it an office settled: name, role, tier, position
     */
    public record Period(
            String from,
            Optional<String> to,
            String name,
            String role,
            String tier,
            double longitude_deg,
            double latitude_deg,
            List<String> settled) {
        public Period {
            settled = List.copyOf(settled);
        }
    }
}
