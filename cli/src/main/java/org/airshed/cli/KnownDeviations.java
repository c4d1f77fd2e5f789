package org.airshed.cli;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Set;
import org.airshed.engine.edition.Table;

/**
 * The publisher's own deviations, each with its source: resource {@code known-deviations.csv}. A
 * difference is known only with exactly the figures recorded there.
 */
final class KnownDeviations {
    private final Set<Deviation> deviations = new HashSet<>();

    /** One published index that does not follow from the concentrations beside it. */
    record Deviation(String station, Instant hourEnd, int published, int computed) {}

    KnownDeviations() {
        Table.beside(KnownDeviations.class, "known-deviations.csv")
                .rows()
                .map(KnownDeviations::deviation)
                .forEach(deviations::add);
    }

    private static Deviation deviation(Table.Row row) {
        return new Deviation(
                row.text("station"),
                OffsetDateTime.parse(row.text("hour_end")).toInstant(),
                row.integer("published"),
                row.integer("computed"));
    }

    boolean includes(Deviation deviation) {
        return deviations.contains(deviation);
    }
}
