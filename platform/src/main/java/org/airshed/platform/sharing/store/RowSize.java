package org.airshed.platform.sharing.store;

import org.airshed.platform.sharing.ExportQuery;
import org.airshed.platform.sharing.ExportedTable;

/**
 * About how many bytes a row takes: 247 of CSV, 613 of GeoJSON, 13 of Parquet and 114 of XLSX in
 * 516,283 published readings of spring 2026 with flags (docs/guide/exports.md); fewer columns take
 * less.
 */
final class RowSize {
    private RowSize() {}

    static long bytes(ExportQuery query) {
        boolean readings = query.of() == ExportedTable.READINGS;
        long cell = query.pollutants().size() * (query.flags() && readings ? 2L : 1L);
        return switch (query.format()) {
            case CSV -> 185 + 5 * cell;
            case GEOJSON -> 340 + 22 * cell;
            case PARQUET -> 8 + cell / 2;
            case XLSX -> 45 + 6 * cell;
        };
    }
}
