package org.airshed.documents.docx;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.airshed.documents.Block;
import org.airshed.documents.Cell;
import org.airshed.documents.Colour;
import org.airshed.documents.Column;
import org.airshed.documents.Document;
import org.airshed.documents.Language;
import org.airshed.documents.Run;
import org.airshed.documents.chart.PictureCanvas;
import org.airshed.documents.font.Outlines;

/** The main part: the blocks as WordprocessingML (ECMA-376, part 1, 17), and what they refer to. */
final class Body {
    private static final int WIDTH = 8949; // twentieths of a point between the margins
    private static final double POINTS = WIDTH / 20.0;
    private static final int EMU_PER_POINT = 12_700;

    private final Document document;
    private final Xml xml =
            new Xml(
                    "w:document",
                    "xmlns:w",
                    Styles.MAIN,
                    "xmlns:r",
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
    private final Outlines outlines = new Outlines();
    private final List<String> notes = new ArrayList<>();
    private final List<URI> links = new ArrayList<>();
    private final List<byte[]> pictures = new ArrayList<>();

    Body(Document document) {
        this.document = document;
    }

    /** Texts of footnotes; the first has number 1. */
    List<String> notes() {
        return notes;
    }

    /** Targets of links; the first has relationship link1. */
    List<URI> links() {
        return links;
    }

    /** PNG files; the first has relationship picture1. */
    List<byte[]> pictures() {
        return pictures;
    }

    String written() {
        xml.open("w:body");
        paragraph("Issuer", document.issuer());
        document.number().ifPresent(number -> paragraph("Number", number));
        rule();
        paragraph("Title", document.title());
        document.subtitle().ifPresent(subtitle -> paragraph("Subtitle", subtitle));
        paragraph("Date", document.date());
        document.blocks().forEach(this::write);
        writeSection();
        return xml.finish();
    }

    private void write(Block block) {
        switch (block) {
            case Block.Heading heading -> paragraph("Heading" + heading.level(), heading.text());
            case Block.Paragraph paragraph -> writeParagraph(paragraph);
            case Block.Table table -> writeTable(table);
            case Block.Figure figure -> writeFigure(figure);
            case Block.Note note -> paragraph("Note", note.text());
            case Block.PageBreak _ ->
                    xml.open("w:p").open("w:r").empty("w:br", "w:type", "page").close().close();
            case Block.SignatureBlock signature -> writeSignature(signature);
        }
    }

    private void openParagraph(String style) {
        xml.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", style);
    }

    private void paragraph(String style, String text) {
        openParagraph(style);
        xml.close();
        run(text);
        xml.close();
    }

    /** The red rule below the head of an official document. */
    private void rule() {
        openParagraph("Number");
        xml.open("w:pBdr");
        xml.empty("w:bottom", "w:val", "single", "w:sz", "12", "w:space", "1", "w:color", "C00000");
        xml.close().close().close();
    }

    /** A run of text; of its properties at most one, its name and attributes in turn. */
    private void run(String text, String... properties) {
        xml.open("w:r");
        if (properties.length > 0) {
            String[] attributes = Arrays.copyOfRange(properties, 1, properties.length);
            xml.open("w:rPr").empty(properties[0], attributes).close();
        }
        String[] lines = text.split("\n", -1);
        for (int line = 0; line < lines.length; line++) {
            if (line > 0) {
                xml.empty("w:br");
            }
            xml.leaf("w:t", lines[line], "xml:space", "preserve");
        }
        xml.close();
    }

    private void writeParagraph(Block.Paragraph paragraph) {
        openParagraph("Body");
        if (document.language() == Language.CHINESE) {
            xml.empty("w:ind", "w:firstLineChars", "200", "w:firstLine", "480");
        }
        xml.close();
        for (Run run : paragraph.runs()) {
            switch (run) {
                case Run.Plain plain -> run(plain.text());
                case Run.Bold bold -> run(bold.text(), "w:b");
                case Run.Link link -> {
                    links.add(link.target());
                    xml.open("w:hyperlink", "r:id", "link" + links.size());
                    run(link.text(), "w:rStyle", "w:val", "Hyperlink");
                    xml.close();
                }
                case Run.Noted noted -> {
                    run(noted.text());
                    notes.add(noted.note());
                    xml.open("w:r").open("w:rPr");
                    xml.empty("w:rStyle", "w:val", "FootnoteReference").close();
                    xml.empty("w:footnoteReference", "w:id", "" + notes.size()).close();
                }
            }
        }
        xml.close();
    }

    private void writeTable(Block.Table table) {
        openParagraph("Caption");
        xml.empty("w:keepNext").close();
        run(table.caption());
        xml.close();
        int[] widths = widths(table.columns());
        openTable(widths);
        List<Cell> header =
                table.columns().stream()
                        .map(column -> Cell.of(column.header(document.language())))
                        .map(cell -> cell.on(new Colour("EDEDED")))
                        .toList();
        writeRow(table.columns(), header, widths, true);
        List<Cell> empty = table.columns().stream().map(column -> Cell.of("—")).toList();
        List<List<Cell>> rows = table.rows().isEmpty() ? List.of(empty) : table.rows();
        rows.forEach(row -> writeRow(table.columns(), row, widths, false));
        xml.close();
        if (table.notes().isEmpty()) {
            paragraph("Note", "");
        }
        table.notes().forEach(note -> paragraph("Note", note));
    }

    private void openTable(int[] widths) {
        xml.open("w:tbl").open("w:tblPr");
        xml.empty("w:tblW", "w:w", "" + WIDTH, "w:type", "dxa");
        xml.open("w:tblBorders");
        border("w:top", 8, "000000");
        border("w:bottom", 8, "000000");
        border("w:insideH", 2, "BFBFBF");
        xml.close().empty("w:tblLayout", "w:type", "fixed").close();
        xml.open("w:tblGrid");
        for (int width : widths) {
            xml.empty("w:gridCol", "w:w", "" + width);
        }
        xml.close();
    }

    private void border(String side, int eighths, String colour) {
        xml.empty(side, "w:val", "single", "w:sz", "" + eighths, "w:space", "0", "w:color", colour);
    }

    private static int[] widths(List<Column> columns) {
        double weights = columns.stream().mapToDouble(Column::weight).sum();
        return columns.stream()
                .mapToInt(column -> (int) Math.round(column.weight() / weights * WIDTH))
                .toArray();
    }

    private void writeRow(List<Column> columns, List<Cell> cells, int[] widths, boolean header) {
        xml.open("w:tr").open("w:trPr").empty("w:cantSplit");
        if (header) {
            xml.empty("w:tblHeader");
        }
        xml.close();
        for (int at = 0; at < cells.size(); at++) {
            Cell cell = cells.get(at);
            Optional<Colour> fill = cell.fill();
            xml.open("w:tc").open("w:tcPr");
            xml.empty("w:tcW", "w:w", "" + widths[at], "w:type", "dxa");
            fill.ifPresent(colour ->
                    xml.empty(
                            "w:shd", "w:val", "clear", "w:color", "auto", "w:fill", colour.hex()));
            xml.empty("w:vAlign", "w:val", "center").close();
            openParagraph("TableText");
            xml.empty("w:jc", "w:val", alignment(columns.get(at))).close();
            if (header) {
                run(cell.text(), "w:b");
            } else if (fill.isPresent()) {
                run(cell.text(), "w:color", "w:val", fill.get().ink().hex());
            } else {
                run(cell.text());
            }
            xml.close().close();
        }
        xml.close();
    }

    private static String alignment(Column column) {
        return switch (column.alignment()) {
            case LEFT -> "left";
            case CENTRE -> "center";
            case RIGHT -> "right";
        };
    }

    private void writeFigure(Block.Figure figure) {
        var picture = PictureCanvas.picture(figure.chart(), POINTS, outlines);
        pictures.add(picture.png());
        openParagraph("Caption");
        xml.empty("w:keepNext").close().open("w:r").open("w:drawing");
        Inline.write(
                xml,
                new Inline(
                        pictures.size(),
                        figure.caption(),
                        Math.round(picture.width() * EMU_PER_POINT),
                        Math.round(picture.height() * EMU_PER_POINT)));
        xml.close().close().close();
        paragraph("Caption", figure.caption());
    }

    private void writeSignature(Block.SignatureBlock signature) {
        paragraph("Signature", "");
        for (String line : signature.lines()) {
            openParagraph("Signature");
            xml.empty("w:keepNext").empty("w:ind", "w:right", "480").close();
            run(line);
            xml.close();
        }
    }

    private void writeSection() {
        xml.open("w:sectPr");
        xml.empty("w:headerReference", "w:type", "default", "r:id", "header");
        xml.empty("w:footerReference", "w:type", "default", "r:id", "footer");
        xml.empty("w:pgSz", "w:w", "11906", "w:h", "16838");
        xml.empty(
                "w:pgMar",
                "w:top",
                "1600",
                "w:right",
                "1478",
                "w:bottom",
                "1500",
                "w:left",
                "1479",
                "w:header",
                "800",
                "w:footer",
                "850",
                "w:gutter",
                "0");
        xml.close();
    }
}
