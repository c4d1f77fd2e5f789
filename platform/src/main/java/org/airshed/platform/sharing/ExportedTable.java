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
    CITY_DAYS("city-days", Dataset.PUBLISHED_AIR),
    /** A row per station and pollutant over a period. */
    STATION_STATISTICS("station-statistics", Dataset.PUBLISHED_AIR),
    /** A row per city, pollutant and way to count the days, over a period. */
    CITY_STATISTICS("city-statistics", Dataset.PUBLISHED_AIR);

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

    /** Whether its rows are of stations. */
    public boolean ofStations() {
        return this != CITY_DAYS && this != CITY_STATISTICS;
    }

    /** Whether its rows are of a period instead of hours or days. */
    public boolean ofPeriod() {
        return this == STATION_STATISTICS || this == CITY_STATISTICS;
    }

    public static Optional<ExportedTable> find(String code) {
        return Stream.of(values()).filter(table -> table.code.equals(code)).findFirst();
    }
}
