package org.airshed.platform.observation;

import java.util.Objects;
import java.util.Optional;
import org.airshed.stationfiles.Mapping;
import org.jspecify.annotations.Nullable;

/**
 * How a table of readings is understood and whose stations it names.
 *
 * @param known the mapping; null for a file of the national network's own form
 * @param mappingText the mapping's text, kept with the import so that its values can be recomputed
 * @param network the network whose stations they are
 * @param role what new stations of it are for; empty where that is said elsewhere
 */
public record MappedTable(
        @Nullable Mapping known,
        Optional<String> mappingText,
        String network,
        Optional<StationRole> role) {

    /** A file of the national network's form. */
    public static MappedTable ofNetwork(String network) {
        return new MappedTable(
                null, Optional.empty(), network, Optional.of(StationRole.EVALUATION));
    }

    /** The mapping, of a table that has one. */
    public Mapping mapping() {
        return Objects.requireNonNull(known, "a table without a mapping");
    }
}
