package org.airshed.documents.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.airshed.documents.Document;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** A PDF from its pages to its bytes. */
public final class PdfFile {
    private PdfFile() {}

    /** Writes the document; nothing is written if a character cannot be printed. */
    public static void write(Document document, OutputStream target) throws IOException {
        try (PDDocument file = new PDDocument();
                Fonts fonts = new Fonts(file)) {
            Tags tags = new Tags(document.language().tag());
            Pages pages =
                    new Pages(
                            file,
                            fonts,
                            tags,
                            drawn -> new TitleBlock(drawn, document).watermark());
            new PageLayout(pages, document).draw();
            new Footers(pages, document).draw();
            pages.close();
            tags.writeTo(file);
            describe(file, document);
            // The identifier would come from the clock; from the content, equal documents are
            // equal.
            file.setDocumentId((long) document.toString().hashCode());
            file.save(target);
        }
    }

    private static void describe(PDDocument file, Document document) throws IOException {
        file.getDocumentInformation().setTitle(document.title());
        file.getDocumentInformation().setAuthor(document.issuer());
        document.number().ifPresent(file.getDocumentInformation()::setSubject);
        file.getDocumentCatalog().setLanguage(document.language().tag());
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        file.getDocumentCatalog().setViewerPreferences(preferences);
        byte[] packet = packet(document).getBytes(StandardCharsets.UTF_8);
        file.getDocumentCatalog()
                .setMetadata(new PDMetadata(file, new ByteArrayInputStream(packet)));
    }

    /** The same description as XMP (ISO 16684-1), which archives read. */
    private static String packet(Document document) {
        return """
        <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
        <dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
        <dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
        </rdf:Description>
        </rdf:RDF>
        </x:xmpmeta>
        <?xpacket end="r"?>
        """
                .formatted(
                        escaped(document.title()),
                        escaped(document.issuer()),
                        document.language().tag());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
