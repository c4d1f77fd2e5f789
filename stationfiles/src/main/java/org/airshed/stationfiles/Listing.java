package org.airshed.stationfiles;

import java.util.List;

/** A short file read whole: its good rows, and the rows that could not be read. */
public record Listing<T>(List<T> rows, List<Reject> rejects) {
    public Listing {
        rows = List.copyOf(rows);
        rejects = List.copyOf(rejects);
    }
}
