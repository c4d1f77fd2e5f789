package org.airshed.documents.docx;

import org.airshed.documents.Language;

/** The styles part: named styles, so that a reader restyles the document and navigates in it. */
final class Styles {
    static final String MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String SONG = "宋体";
    private static final String HEI = "黑体";

    private final Language language;
    private final Xml xml = new Xml("w:styles", "xmlns:w", MAIN);

    private Styles(Language language) {
        this.language = language;
    }

    static String part(Language language) {
        return new Styles(language).written();
    }

    /** Names of East Asian fonts and what stands in for them where they are not installed. */
    static String fontTable() {
        return new Xml("w:fonts", "xmlns:w", MAIN)
                .open("w:font", "w:name", SONG)
                .empty("w:altName", "w:val", "SimSun,Songti SC,Noto Serif CJK SC")
                .empty("w:charset", "w:val", "86")
                .empty("w:family", "w:val", "roman")
                .close()
                .open("w:font", "w:name", HEI)
                .empty("w:altName", "w:val", "SimHei,Heiti SC,Noto Sans CJK SC")
                .empty("w:charset", "w:val", "86")
                .empty("w:family", "w:val", "swiss")
                .close()
                .finish();
    }

    private String written() {
        boolean chinese = language == Language.CHINESE;
        int body = chinese ? 24 : 22; // half points, as all sizes here
        xml.open("w:docDefaults").open("w:rPrDefault").open("w:rPr");
        fonts(SONG, "Times New Roman");
        xml.empty("w:sz", "w:val", "" + body);
        xml.empty("w:lang", "w:val", "en-GB", "w:eastAsia", "zh-CN");
        xml.close().close().open("w:pPrDefault").close().close();

        style("Normal", "Normal", "", "left", 0, 0, 300);
        run(body, false, "");
        style("Body", "Body Text", "Normal", chinese ? "both" : "left", 0, chinese ? 0 : 120, 408);
        run(body, false, "");
        headings(body);
        style("Issuer", "Issuer", "Normal", "center", 0, 60, 300);
        run(40, true, "C00000");
        style("Number", "Document Number", "Normal", "center", 0, 120, 300);
        run(22, false, "");
        style("Title", "Title", "Normal", "center", 360, 120, 300);
        run(chinese ? 44 : 40, true, "");
        style("Subtitle", "Subtitle", "Normal", "center", 0, 60, 300);
        run(26, false, "");
        style("Date", "Date", "Normal", "center", 0, 280, 300);
        run(22, false, "595959");
        style("Caption", "caption", "Normal", "center", 120, 80, 280);
        run(20, true, "");
        style("TableText", "Table Text", "Normal", "left", 30, 30, 260);
        run(20, false, "");
        style("Note", "Note", "Normal", "left", 60, 60, 280);
        run(19, false, "595959");
        style("Signature", "Signature", "Normal", "right", 0, 0, 408);
        run(body, false, "");
        style("FootnoteText", "footnote text", "Normal", "left", 0, 0, 260);
        run(18, false, "");
        style("Header", "header", "Normal", "center", 0, 0, 260);
        run(18, true, "C00000");
        style("Footer", "footer", "Normal", "left", 0, 0, 260);
        run(18, false, "595959");
        characterStyle("Hyperlink", "Hyperlink");
        xml.empty("w:color", "w:val", "0B5394").empty("w:u", "w:val", "single").close().close();
        characterStyle("FootnoteReference", "footnote reference");
        xml.empty("w:vertAlign", "w:val", "superscript").close().close();
        return xml.finish();
    }

    private void headings(int body) {
        int[] sizes = {body + 6, body + 2, body};
        for (int level = 1; level <= 3; level++) {
            xml.open("w:style", "w:type", "paragraph", "w:styleId", "Heading" + level);
            xml.empty("w:name", "w:val", "heading " + level);
            xml.empty("w:basedOn", "w:val", "Normal");
            xml.empty("w:next", "w:val", "Body");
            xml.empty("w:qFormat");
            xml.open("w:pPr").empty("w:keepNext").empty("w:keepLines");
            xml.empty("w:spacing", "w:before", "240", "w:after", "100");
            xml.empty("w:outlineLvl", "w:val", "" + (level - 1)).close();
            run(sizes[level - 1], true, "");
        }
    }

    /** Begins a paragraph style; distances in twentieths of a point. */
    private void style(
            String id, String name, String base, String align, int before, int after, int line) {
        if (base.isEmpty()) {
            xml.open("w:style", "w:type", "paragraph", "w:default", "1", "w:styleId", id);
            xml.empty("w:name", "w:val", name);
        } else {
            xml.open("w:style", "w:type", "paragraph", "w:styleId", id);
            xml.empty("w:name", "w:val", name).empty("w:basedOn", "w:val", base);
        }
        xml.empty("w:qFormat").open("w:pPr");
        if (id.equals("Caption")) {
            xml.empty("w:keepLines");
        }
        xml.empty(
                "w:spacing",
                "w:before",
                "" + before,
                "w:after",
                "" + after,
                "w:line",
                "" + line,
                "w:lineRule",
                "atLeast");
        xml.empty("w:jc", "w:val", align).close();
    }

    /** Ends a style with the properties of its letters. */
    private void run(int size, boolean bold, String colour) {
        xml.open("w:rPr");
        fonts(bold ? HEI : SONG, bold ? "Arial" : "Times New Roman");
        if (bold) {
            xml.empty("w:b");
        }
        if (!colour.isEmpty()) {
            xml.empty("w:color", "w:val", colour);
        }
        xml.empty("w:sz", "w:val", "" + size).close().close();
    }

    private void characterStyle(String id, String name) {
        xml.open("w:style", "w:type", "character", "w:styleId", id);
        xml.empty("w:name", "w:val", name).open("w:rPr");
    }

    private void fonts(String eastAsian, String latin) {
        xml.empty("w:rFonts", "w:ascii", latin, "w:hAnsi", latin, "w:eastAsia", eastAsian);
    }
}
