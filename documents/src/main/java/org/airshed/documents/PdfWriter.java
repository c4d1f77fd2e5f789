package org.airshed.documents;

import java.io.IOException;
import java.io.OutputStream;
import org.airshed.documents.pdf.PdfFile;

/**
 * Writes documents as PDF on A4: fonts embedded as subsets, tagged, with bookmarks and clickable
 * links. The same document gives the same bytes.
 */
public final class PdfWriter {
    private PdfWriter() {}

    /**
     * Writes the document; the stream stays open.
     *
     * @throws UnprintableCharacterException if a text has a character none of the shipped fonts has
     * @throws IllegalArgumentException if a figure is higher than a page
     * @throws IOException if the stream fails
     */
    public static void write(Document document, OutputStream target) throws IOException {
        PdfFile.write(document, target);
    }
}
