package org.airshed.documents.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A form in which a table is written. */
public enum TableFormat {
    /** RFC 4180, UTF-8, a header line; the notes stand elsewhere. */
    CSV("csv", "text/csv;charset=UTF-8"),
    /** RFC 7946: a feature per row; the notes are the member {@code about}. */
    GEOJSON("geojson", "application/geo+json"),
    /** Apache Parquet, compressed by GZIP; the notes are its key-value metadata. */
    PARQUET("parquet", "application/vnd.apache.parquet"),
    /** A workbook: the notes on the first sheet, the rows on the second. */
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /** How many rows of data a sheet holds: 2^20 less the header (ECMA-376). */
    public static final long ROWS_OF_A_SHEET = 1_048_575;

    private final String code;
    private final String mediaType;

    TableFormat(String code, String mediaType) {
        this.code = code;
        this.mediaType = mediaType;
    }

    /** The word of the API, and the ending of the file's name. */
    public String code() {
        return code;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The most rows a file of this form holds. */
    public long mostRows() {
        return this == XLSX ? ROWS_OF_A_SHEET : Long.MAX_VALUE;
    }

    /** The form of this word. */
    public static Optional<TableFormat> find(String code) {
        return Stream.of(values()).filter(format -> format.code.equals(code)).findFirst();
    }

    /** Begins a table; the stream stays open when it is finished. */
    public TableWriter begin(OutputStream target, Heading heading) throws IOException {
        return switch (this) {
            case CSV -> new CsvTable(target, heading);
            case GEOJSON -> new GeoJsonTable(target, heading);
            case PARQUET -> new ParquetTable(target, heading);
            case XLSX -> new XlsxTable(target, heading);
        };
    }

    static void requireWidth(Heading heading, List<? extends @Nullable Object> cells) {
        if (cells.size() != heading.fields().size()) {
            throw new IllegalArgumentException(
                    "expected %d cells, got %d".formatted(heading.fields().size(), cells.size()));
        }
    }
}
