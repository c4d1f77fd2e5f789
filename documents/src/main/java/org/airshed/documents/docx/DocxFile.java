package org.airshed.documents.docx;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import org.airshed.documents.Document;
import org.airshed.documents.archive.Archive;

/** The package of a DOCX: its parts and the relationships between them (ECMA-376, part 2). */
public final class DocxFile {
    private static final String OFFICE =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private final Document document;

    private DocxFile(Document document) {
        this.document = document;
    }

    /** Writes the document; the stream stays open. */
    public static void write(Document document, OutputStream target) throws IOException {
        new DocxFile(document).write(new Archive(target));
    }

    private void write(Archive archive) throws IOException {
        Body body = new Body(document);
        String main = body.written();
        archive.add("[Content_Types].xml", contentTypes());
        archive.add("_rels/.rels", packageRelationships());
        archive.add("docProps/core.xml", properties());
        archive.add("word/document.xml", main);
        archive.add("word/_rels/document.xml.rels", relationships(body));
        archive.add("word/styles.xml", Styles.part(document.language()));
        archive.add("word/fontTable.xml", Styles.fontTable());
        archive.add("word/settings.xml", settings());
        archive.add("word/header1.xml", header());
        archive.add("word/footer1.xml", footer());
        archive.add("word/footnotes.xml", footnotes(body.notes()));
        for (int at = 0; at < body.pictures().size(); at++) {
            archive.add("word/media/picture" + (at + 1) + ".png", body.pictures().get(at));
        }
        archive.finish();
    }

    private static String contentTypes() {
        Xml xml = new Xml("Types", "xmlns", PACKAGE + "content-types");
        xml.empty(
                "Default",
                "Extension",
                "rels",
                "ContentType",
                "application/vnd.openxmlformats-package.relationships+xml");
        xml.empty("Default", "Extension", "xml", "ContentType", "application/xml");
        xml.empty("Default", "Extension", "png", "ContentType", "image/png");
        override(xml, "/word/document.xml", WORD + "document.main+xml");
        override(xml, "/word/styles.xml", WORD + "styles+xml");
        override(xml, "/word/fontTable.xml", WORD + "fontTable+xml");
        override(xml, "/word/settings.xml", WORD + "settings+xml");
        override(xml, "/word/header1.xml", WORD + "header+xml");
        override(xml, "/word/footer1.xml", WORD + "footer+xml");
        override(xml, "/word/footnotes.xml", WORD + "footnotes+xml");
        override(
                xml,
                "/docProps/core.xml",
                "application/vnd.openxmlformats-package.core-properties+xml");
        return xml.finish();
    }

    private static void override(Xml xml, String part, String type) {
        xml.empty("Override", "PartName", part, "ContentType", type);
    }

    private static String packageRelationships() {
        Xml xml = new Xml("Relationships", "xmlns", PACKAGE + "relationships");
        relate(xml, "main", OFFICE + "/officeDocument", "word/document.xml");
        relate(
                xml,
                "properties",
                PACKAGE + "relationships/metadata/core-properties",
                "docProps/core.xml");
        return xml.finish();
    }

    private static void relate(Xml xml, String id, String type, String target) {
        xml.empty("Relationship", "Id", id, "Type", type, "Target", target);
    }

    private static String relationships(Body body) {
        Xml xml = new Xml("Relationships", "xmlns", PACKAGE + "relationships");
        relate(xml, "styles", OFFICE + "/styles", "styles.xml");
        relate(xml, "fonts", OFFICE + "/fontTable", "fontTable.xml");
        relate(xml, "settings", OFFICE + "/settings", "settings.xml");
        relate(xml, "header", OFFICE + "/header", "header1.xml");
        relate(xml, "footer", OFFICE + "/footer", "footer1.xml");
        relate(xml, "footnotes", OFFICE + "/footnotes", "footnotes.xml");
        for (int number = 1; number <= body.pictures().size(); number++) {
            String name = "picture" + number;
            relate(xml, name, OFFICE + "/image", "media/" + name + ".png");
        }
        int number = 0;
        for (URI link : body.links()) {
            xml.empty(
                    "Relationship",
                    "Id",
                    "link" + ++number,
                    "Type",
                    OFFICE + "/hyperlink",
                    "Target",
                    link.toASCIIString(),
                    "TargetMode",
                    "External");
        }
        return xml.finish();
    }

    private String properties() {
        return new Xml(
                        "cp:coreProperties",
                        "xmlns:cp",
                        PACKAGE + "metadata/core-properties",
                        "xmlns:dc",
                        "http://purl.org/dc/elements/1.1/")
                .leaf("dc:creator", document.issuer())
                .leaf("dc:language", document.language().tag())
                .leaf("dc:subject", document.number().orElse(""))
                .leaf("dc:title", document.title())
                .finish();
    }

    private static String settings() {
        Xml xml = new Xml("w:settings", "xmlns:w", Styles.MAIN);
        xml.open("w:footnotePr");
        xml.empty("w:footnote", "w:id", "-1").empty("w:footnote", "w:id", "0").close();
        xml.open("w:compat");
        xml.empty(
                "w:compatSetting",
                "w:name",
                "compatibilityMode",
                "w:uri",
                "http://schemas.microsoft.com/office/word",
                "w:val",
                "15");
        return xml.finish();
    }

    private String header() {
        Xml xml = new Xml("w:hdr", "xmlns:w", Styles.MAIN);
        openParagraph(xml, "Header");
        document.status().ifPresent(status -> text(xml, status));
        return xml.finish();
    }

    private String footer() {
        Xml xml = new Xml("w:ftr", "xmlns:w", Styles.MAIN);
        xml.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", "Footer");
        xml.open("w:tabs").empty("w:tab", "w:val", "right", "w:pos", "8949").close().close();
        text(xml, document.number().orElse(document.title()));
        xml.open("w:r").empty("w:tab").close();
        text(xml, document.language().choose("第 ", "Page "));
        field(xml, "PAGE");
        text(xml, document.language().choose(" 页 / 共 ", " / "));
        field(xml, "NUMPAGES");
        text(xml, document.language().choose(" 页", ""));
        return xml.finish();
    }

    private static void openParagraph(Xml xml, String style) {
        xml.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", style).close();
    }

    private static void text(Xml xml, String text) {
        xml.open("w:r").leaf("w:t", text, "xml:space", "preserve").close();
    }

    private static void field(Xml xml, String instruction) {
        xml.open("w:fldSimple", "w:instr", instruction);
        text(xml, "1");
        xml.close();
    }

    private static String footnotes(List<String> notes) {
        Xml xml = new Xml("w:footnotes", "xmlns:w", Styles.MAIN);
        separator(xml, "-1", "separator");
        separator(xml, "0", "continuationSeparator");
        for (int at = 0; at < notes.size(); at++) {
            xml.open("w:footnote", "w:id", "" + (at + 1));
            openParagraph(xml, "FootnoteText");
            xml.open("w:r").open("w:rPr").empty("w:rStyle", "w:val", "FootnoteReference").close();
            xml.empty("w:footnoteRef").close();
            text(xml, " " + notes.get(at));
            xml.close().close();
        }
        return xml.finish();
    }

    private static void separator(Xml xml, String id, String kind) {
        xml.open("w:footnote", "w:type", kind, "w:id", id);
        xml.open("w:p").open("w:r").empty("w:" + kind).close().close().close();
    }
}
