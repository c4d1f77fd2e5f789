package org.airshed.documents.table;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a table row by row; what it holds in memory does not grow with the rows. */
public sealed interface TableWriter permits CsvTable, GeoJsonTable, ParquetTable, XlsxTable {
    /**
     * Writes one row.
     *
     * @param cells in the order of the columns, null where there is nothing
     * @throws IllegalArgumentException for another number of cells, or a cell of another kind
     */
    void row(List<? extends @Nullable Object> cells) throws IOException;

    /** Writes what stands after the rows; without it the file is of no use. */
    void finish() throws IOException;
}
