package org.airshed.documents.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.airshed.documents.Block;
import org.airshed.documents.Document;
import org.airshed.documents.Language;
import org.airshed.documents.Run;
import org.airshed.documents.chart.Drawing;
import org.airshed.documents.layout.Line;
import org.airshed.documents.layout.Span;

/** Places the blocks of a document on pages, one below the other. */
final class PageLayout {
    private final Pages pages;
    private final Document document;
    private final Measures measures;
    private final Bookmarks bookmarks = new Bookmarks();
    private final List<String> notes = new ArrayList<>();

    PageLayout(Pages pages, Document document) {
        this.pages = pages;
        this.document = document;
        this.measures = Measures.of(document.language());
    }

    void draw() throws IOException {
        new TitleBlock(pages, document).draw();
        for (int at = 0; at < document.blocks().size(); at++) {
            keepWithNext(at);
            draw(document.blocks().get(at));
        }
        drawNotes();
        pages.links.resolve();
        bookmarks.writeTo(pages.document);
    }

    /** Begins a page when headings from here on would stay behind without what they announce. */
    private void keepWithNext(int at) throws IOException {
        double height = 0;
        int next = at;
        while (next < document.blocks().size()
                && document.blocks().get(next) instanceof Block.Heading heading) {
            height += 14 + lines(heading).size() * headingLeading(heading) + 4;
            next++;
        }
        if (next == at || next == document.blocks().size()) {
            return;
        }
        height +=
                switch (document.blocks().get(next)) {
                    case Block.Figure figure -> 8 + height(figure);
                    case Block.Table table ->
                            new TablePages(pages, measures, table).heightOfStart();
                    default -> 2 * measures.bodyLeading();
                };
        pages.need(height);
    }

    private void draw(Block block) throws IOException {
        switch (block) {
            case Block.Heading heading -> drawHeading(heading);
            case Block.Paragraph paragraph -> drawParagraph(paragraph);
            case Block.Table table -> drawTable(table);
            case Block.Figure figure -> drawFigure(figure);
            case Block.Note note -> {
                pages.skip(4);
                drawNote(note.text());
                pages.y += 6;
            }
            case Block.PageBreak _ -> {
                if (!pages.isAtTop()) {
                    pages.newPage();
                }
            }
            case Block.SignatureBlock signature -> drawSignature(signature);
        }
    }

    private double headingLeading(Block.Heading heading) {
        return measures.heading(heading.level()) * 1.5;
    }

    private List<Line<Style>> lines(Block.Heading heading) {
        return lines(heading.text(), Style.bold(measures.heading(heading.level())));
    }

    private void drawHeading(Block.Heading heading) throws IOException {
        double size = measures.heading(heading.level());
        double leading = headingLeading(heading);
        List<Line<Style>> lines = lines(heading);
        pages.skip(heading.level() == 1 ? 14 : 9);
        pages.need(lines.size() * leading);
        bookmarks.add(heading, pages.page(), pages.y);
        pages.tags.within(
                "H" + (heading.level() + 1),
                () -> {
                    for (Line<Style> line : lines) {
                        pages.need(leading);
                        pages.text(line, Pages.LEFT, pages.y + Measures.baseline(size, leading));
                        pages.y += leading;
                    }
                });
        pages.y += 4;
    }

    private void drawParagraph(Block.Paragraph paragraph) throws IOException {
        List<Span<Style>> spans = new ArrayList<>();
        paragraph.runs().forEach(run -> addSpans(run, spans));
        double indent = measures.indent();
        List<Line<Style>> lines = pages.lines(spans, Pages.BODY_WIDTH - indent, Pages.BODY_WIDTH);
        pages.tags.within(
                "P",
                () -> {
                    for (int at = 0; at < lines.size(); at++) {
                        pages.need(needed(at, lines.size()));
                        drawBodyLine(lines.get(at), at == 0 ? indent : 0);
                    }
                });
        pages.y += document.language() == Language.CHINESE ? 3 : 7;
    }

    /** Neither the first nor the last line of a paragraph stands alone on a page. */
    private double needed(int line, int count) {
        boolean pair = count > 1 && (line == 0 || line == count - 2);
        return (count == 3 && line == 0 ? 3 : pair ? 2 : 1) * measures.bodyLeading();
    }

    private void drawBodyLine(Line<Style> line, double indent) throws IOException {
        double baseline = pages.y + Measures.baseline(measures.body(), measures.bodyLeading());
        if (document.language() == Language.CHINESE) {
            pages.justified(line, Pages.LEFT + indent, baseline, Pages.BODY_WIDTH - indent);
        } else {
            pages.text(line, Pages.LEFT + indent, baseline);
        }
        pages.y += measures.bodyLeading();
    }

    private void addSpans(Run run, List<Span<Style>> spans) {
        Style plain = Style.plain(measures.body());
        switch (run) {
            case Run.Plain text -> spans.add(new Span<>(text.text(), plain));
            case Run.Bold text -> spans.add(new Span<>(text.text(), Style.bold(measures.body())));
            case Run.Link link ->
                    spans.add(
                            new Span<>(
                                    link.text(),
                                    plain.in(Measures.LINK)
                                            .leadingTo(link.target().toASCIIString())));
            case Run.Noted noted -> {
                notes.add(noted.note());
                spans.add(new Span<>(noted.text(), plain));
                // U+2060 keeps the number on the line of what it belongs to.
                spans.add(
                        new Span<>(
                                "\u2060[" + notes.size() + "]",
                                plain.in(Measures.LINK).raised().leadingTo("#" + notes.size())));
            }
        }
    }

    private void drawTable(Block.Table table) throws IOException {
        new TablePages(pages, measures, table).draw();
        for (String note : table.notes()) {
            drawNote(note);
        }
        pages.y += 10;
    }

    private void drawFigure(Block.Figure figure) throws IOException {
        Drawing drawing = drawing(figure);
        List<Line<Style>> caption = lines(figure.caption(), Style.bold(measures.cell()));
        double height = height(figure);
        double mostRoom = Pages.BODY_BOTTOM - Pages.TOP;
        if (height > mostRoom) {
            throw new IllegalArgumentException(
                    "the figure \"%s\" is %d pt high, more than a page (%d pt)"
                            .formatted(figure.caption(), Math.round(height), Math.round(mostRoom)));
        }
        pages.skip(8);
        pages.need(height);
        PageCanvas canvas = new PageCanvas(pages, Pages.LEFT, pages.y);
        pages.tags.within(
                "Figure", alternative(figure), () -> pages.mark(() -> drawing.on(canvas)));
        pages.y += drawing.height() + 6;
        pages.tags.within("P", () -> drawCentred(caption));
        pages.y += 10;
    }

    private Drawing drawing(Block.Figure figure) {
        return Drawing.of(figure.chart(), Pages.BODY_WIDTH, new PageCanvas(pages, 0, 0));
    }

    private double height(Block.Figure figure) {
        int captionLines = lines(figure.caption(), Style.bold(measures.cell())).size();
        return drawing(figure).height() + 6 + captionLines * measures.cellLeading();
    }

    /** The figure in words: its caption and its numbers. */
    private static String alternative(Block.Figure figure) {
        StringBuilder words = new StringBuilder(figure.caption());
        for (var row : figure.chart().table(figure.caption()).rows()) {
            words.append("; ");
            words.append(String.join(" ", row.stream().map(cell -> cell.text()).toList()));
        }
        return words.append(' ').append(figure.chart().unit()).toString().strip();
    }

    private void drawCentred(List<Line<Style>> lines) throws IOException {
        for (Line<Style> line : lines) {
            pages.need(measures.cellLeading());
            double x = Pages.LEFT + (Pages.BODY_WIDTH - line.width()) / 2;
            pages.text(
                    line, x, pages.y + Measures.baseline(measures.cell(), measures.cellLeading()));
            pages.y += measures.cellLeading();
        }
    }

    private void drawNote(String text) throws IOException {
        Style style = Style.plain(measures.note()).in(Measures.GREY);
        pages.tags.within("Note", () -> drawLines(lines(text, style), Pages.LEFT));
    }

    private void drawLines(List<Line<Style>> lines, double x) throws IOException {
        for (Line<Style> line : lines) {
            pages.need(measures.noteLeading());
            pages.text(
                    line, x, pages.y + Measures.baseline(measures.note(), measures.noteLeading()));
            pages.y += measures.noteLeading();
        }
    }

    private void drawSignature(Block.SignatureBlock signature) throws IOException {
        double leading = measures.bodyLeading();
        List<Line<Style>> lines = new ArrayList<>();
        signature.lines().forEach(text -> lines.addAll(lines(text, Style.plain(measures.body()))));
        pages.skip(leading);
        pages.need(lines.size() * leading);
        double widest = lines.stream().mapToDouble(Line::width).max().orElse(0);
        // The lines share an axis, the longest ends before the edge (GB/T 9704-2012, 7.3.5).
        double right = Math.min(2 * measures.body(), Pages.BODY_WIDTH - widest);
        double axis = Pages.LEFT + Pages.BODY_WIDTH - right - widest / 2;
        pages.tags.within(
                "P",
                () -> {
                    for (Line<Style> line : lines) {
                        pages.need(leading);
                        double baseline = pages.y + Measures.baseline(measures.body(), leading);
                        pages.text(line, axis - line.width() / 2, baseline);
                        pages.y += leading;
                    }
                });
    }

    private void drawNotes() throws IOException {
        if (notes.isEmpty()) {
            return;
        }
        pages.skip(20);
        pages.need(4 * measures.noteLeading());
        double top = pages.y;
        pages.line(Pages.LEFT, top, Pages.LEFT + 140, top, 0.5, Measures.GREY, 0);
        pages.y += 4;
        String title = document.language().choose("计算说明", "How the figures were computed");
        pages.tags.within(
                "P", () -> drawLines(lines(title, Style.bold(measures.note())), Pages.LEFT));
        double hang = 22;
        for (int at = 0; at < notes.size(); at++) {
            Style style = Style.plain(measures.note());
            String number = "[" + (at + 1) + "]";
            List<Line<Style>> lines = pages.lines(notes.get(at), style, Pages.BODY_WIDTH - hang);
            pages.need(Math.min(2, lines.size()) * measures.noteLeading());
            pages.links.target("#" + (at + 1), pages.page(), pages.y);
            pages.tags.within(
                    "Note",
                    () -> {
                        double baseline =
                                pages.y
                                        + Measures.baseline(
                                                measures.note(), measures.noteLeading());
                        pages.text(lines(number, style).getFirst(), Pages.LEFT, baseline);
                        drawLines(lines, Pages.LEFT + hang);
                    });
        }
    }

    private List<Line<Style>> lines(String text, Style style) {
        return pages.lines(text, style, Pages.BODY_WIDTH);
    }
}
