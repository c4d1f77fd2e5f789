package org.airshed.documents;

import java.io.IOException;
import java.io.OutputStream;
import org.airshed.documents.xlsx.XlsxFile;

/**
 * Writes the tables of documents as XLSX, and the numbers of their figures: a sheet each, numbers
 * as numbers. Running text is left to the other formats. The same document gives the same bytes.
 */
public final class XlsxWriter {
    private XlsxWriter() {}

    /**
     * Writes the document; the stream stays open.
     *
     * @throws IllegalArgumentException if a table has more rows than a sheet, or a cell more text
     *     than a spreadsheet holds
     * @throws IOException if the stream fails
     */
    public static void write(Document document, OutputStream target) throws IOException {
        XlsxFile.write(document, target);
    }
}
