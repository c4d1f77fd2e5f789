package org.airshed.platform.observation;

import java.util.List;
import java.util.Optional;
import org.airshed.stationfiles.Reject;

/**
 * What came of an import.
 *
 * @param batch its number; empty when nothing changed, so that nothing was recorded
 * @param rows good rows of the file, duplicates included
 * @param values concentrations in these rows
 * @param duplicates rows whose station and hour an earlier line of the file already had; the first
 *     stands
 * @param entered readings that were not known
 * @param revised readings that were known with other values
 * @param unchanged rows that were known as they are
 * @param otherEntered values of species besides the six that were not known
 * @param otherRevised such values that were known otherwise
 * @param rejected lines that could not be used, duplicates not counted
 * @param rejects the first of them and of the duplicates
 * @param notes what whoever brought the file should know of it, such as the charset it was taken
 *     for
 * @param brokenOff why the file ended early, if it did
 */
public record ImportReport(
        Optional<Integer> batch,
        long rows,
        long values,
        long duplicates,
        long entered,
        long revised,
        long unchanged,
        long otherEntered,
        long otherRevised,
        long rejected,
        List<Reject> rejects,
        List<String> notes,
        Optional<String> brokenOff) {
    public ImportReport {
        rejects = List.copyOf(rejects);
        notes = List.copyOf(notes);
    }
}
