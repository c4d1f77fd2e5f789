package org.airshed.documents;

import java.io.IOException;
import java.io.OutputStream;
import org.airshed.documents.docx.DocxFile;

/**
 * Writes documents as DOCX for who edits further: real heading styles, repeated table headers,
 * footnotes, charts as pictures. Fonts are named, not embedded. The same document gives the same
 * bytes.
 */
public final class DocxWriter {
    private DocxWriter() {}

    /**
     * Writes the document; the stream stays open.
     *
     * @throws UnprintableCharacterException if a chart has a character none of the shipped fonts
     *     has
     * @throws IOException if the stream fails
     */
    public static void write(Document document, OutputStream target) throws IOException {
        DocxFile.write(document, target);
    }
}
