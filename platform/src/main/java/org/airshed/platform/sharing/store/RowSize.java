package org.airshed.platform.sharing.store;

import org.airshed.platform.sharing.ExportQuery;
import org.airshed.platform.sharing.ExportedTable;

/**
 * About how many bytes a row takes, from files of the synthetic set with all six pollutants
 * (docs/guide/exports.md); fewer columns take less.
 */
final class RowSize {
    private RowSize() {}

    static long bytes(ExportQuery query) {
        boolean readings = query.of() == ExportedTable.READINGS;
        long cell = query.pollutants().size() * (query.flags() && readings ? 2L : 1L);
        return switch (query.format()) {
            case CSV -> 170 + 5 * cell;
            case GEOJSON -> 340 + 22 * cell;
            case PARQUET -> 6 + 2 * cell;
            case XLSX -> 50 + 6 * cell;
        };
    }
}
