package org.airshed.platform.sharing;

import java.util.Optional;
import java.util.stream.Stream;
import org.airshed.platform.rights.Dataset;

/** What can be taken away as a file. */
public enum ExportedTable {
    /** A row per station and hour, with flags and the number of the revision. */
    READINGS("readings", Dataset.READINGS),
    /** A row per station and day. */
    STATION_DAYS("station-days", Dataset.PUBLISHED_AIR),
    /** A row per city and day. */
    CITY_DAYS("city-days", Dataset.PUBLISHED_AIR);

    private final String code;
    private final Dataset dataset;

    ExportedTable(String code, Dataset dataset) {
        this.code = code;
        this.dataset = dataset;
    }

    /** The word stored and sent over the API. */
    public String code() {
        return code;
    }

    /** What one must be able to see of a place to take its rows away. */
    public Dataset dataset() {
        return dataset;
    }

    public static Optional<ExportedTable> find(String code) {
        return Stream.of(values()).filter(table -> table.code.equals(code)).findFirst();
    }
}
