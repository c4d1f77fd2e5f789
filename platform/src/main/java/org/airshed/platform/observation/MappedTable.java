package org.airshed.platform.observation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.airshed.engine.substance.Pollutant;
import org.airshed.engine.substance.Species;
import org.airshed.stationfiles.Mapping;
import org.jspecify.annotations.Nullable;

/**
 * How a table of readings is understood and whose stations it names.
 *
 * @param known the mapping, whose text is kept with the import so that its values can be
 *     recomputed; null for a file of the national network's own form
 * @param network the network whose stations they are
 * @param role what new stations of it are for; empty where that is said elsewhere
 */
public record MappedTable(@Nullable Mapping known, String network, Optional<StationRole> role) {

    /** A file of the national network's form. */
    public static MappedTable ofNetwork(String network) {
        return new MappedTable(null, network, Optional.of(StationRole.EVALUATION));
    }

    /** The mapping, of a table that has one. */
    public Mapping mapping() {
        return Objects.requireNonNull(known, "a table without a mapping");
    }

    /** The mapping, if the table is read by one. */
    public Optional<Mapping> findMapping() {
        return Optional.ofNullable(known);
    }

    /** The species it holds besides the six. */
    public List<Species> species() {
        return findMapping().map(Mapping::species).orElse(List.of());
    }

    /** Those of the six it holds, in the order of {@link Readings#POLLUTANTS}. */
    public List<Pollutant> pollutants() {
        return findMapping().map(Mapping::pollutants).orElse(Readings.POLLUTANTS);
    }

    /** Whether it holds any of the six. */
    public boolean readsPollutants() {
        return !pollutants().isEmpty();
    }
}
