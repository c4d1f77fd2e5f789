package org.airshed.platform.observation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.airshed.platform.rights.JurisdictionCode;

/**
 * An import, or the undoing of one, as somebody sees it.
 *
 * @param number its number
 * @param undoing whether it undid another
 * @param file the file's name
 * @param sha256 of the file's bytes, hexadecimal; empty for an undoing
 * @param complete false when the file broke off
 * @param person who imported
 * @param at when
 * @param rows good rows of the file
 * @param duplicates rows that an earlier line of the file already had
 * @param rejected lines that could not be used
 * @param entered readings that were not known
 * @param revised readings that were known otherwise
 * @param otherEntered values of species besides the six that were not known
 * @param otherRevised such values that were known otherwise
 * @param mappingName the shipped mapping it was read by, if it was
 * @param mappingSha256 of the mapping's text, hexadecimal; empty without a mapping
 * @param other the import it undid, or the one that undid it
 * @param parts the shares of the jurisdictions the asker sees
 */
public record ImportedFile(
        int number,
        boolean undoing,
        String file,
        Optional<String> sha256,
        boolean complete,
        UUID person,
        Instant at,
        long rows,
        long duplicates,
        long rejected,
        long entered,
        long revised,
        long otherEntered,
        long otherRevised,
        Optional<String> mappingName,
        Optional<String> mappingSha256,
        Optional<Integer> other,
        List<Share> parts) {
    public ImportedFile {
        parts = List.copyOf(parts);
    }

    /**
     * What an import changed in one jurisdiction.
     *
     * @param root of the RFC 6962 tree over its rows, hexadecimal; decision 0070 says how to
     *     recompute it
     * @param act the act that recorded it
     * @param stations of how many stations the standings changed
     * @param stationsRoot of the RFC 6962 tree over these, hexadecimal; decision 0077 says how to
     *     recompute it
     */
    public record Share(
            JurisdictionCode jurisdiction,
            long rows,
            String root,
            UUID act,
            int stations,
            Optional<String> stationsRoot) {}
}
