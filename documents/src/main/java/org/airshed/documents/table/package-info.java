/**
 * Tables too long to be held in memory, written row by row as CSV, GeoJSON, Parquet or XLSX, with
 * notes that say what the table is. Leaves to its callers what the columns mean. Calls nothing.
 */
@org.jspecify.annotations.NullMarked
package org.airshed.documents.table;
