package org.airshed.stationfiles;

import java.util.List;

/**
 * What the first rows of a file mean under a mapping.
 *
 * @param header the names of the columns, as found
 * @param rows the first rows as understood
 * @param rejects the rows among them that could not be
 * @param notes what should be known about the file, such as the charset it was taken for
 * @param end how far it was read: complete, when the whole file was; rows that follow the last one
 *     shown are not counted
 */
public record Preview(
        List<String> header,
        List<KeptRow> rows,
        List<Reject> rejects,
        List<String> notes,
        FileEnd end) {
    /** Copies the lists. */
    public Preview {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
        rejects = List.copyOf(rejects);
        notes = List.copyOf(notes);
    }
}
