package org.airshed.platform.sharing;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.airshed.documents.table.TableFormat;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.rights.JurisdictionCode;

/**
 * What somebody wants as a file.
 *
 * @param cities only of these; empty: of every place open to them when the file is written
 * @param stations only of these; empty: of every station of the places
 * @param pollutants the columns of values, in the order of reports
 * @param first the first day, in the service's zone; its hours end from 01:00 on
 * @param last the last day, its last hour ends at 24:00
 * @param flags whether each value's flag stands beside it
 */
public record ExportQuery(
        ExportedTable of,
        TableFormat format,
        Set<JurisdictionCode> cities,
        Set<String> stations,
        List<Pollutant> pollutants,
        LocalDate first,
        LocalDate last,
        boolean flags) {
    public ExportQuery {
        cities = java.util.Collections.unmodifiableSet(new TreeSet<>(cities));
        stations = java.util.Collections.unmodifiableSet(new TreeSet<>(stations));
        pollutants = List.copyOf(pollutants);
        if (pollutants.isEmpty() || first.isAfter(last)) {
            throw new IllegalArgumentException(
                    "expected a pollutant and days in order, got %s, %s to %s"
                            .formatted(pollutants, first, last));
        }
    }
}
