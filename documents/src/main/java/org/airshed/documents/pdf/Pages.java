package org.airshed.documents.pdf;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.airshed.documents.Colour;
import org.airshed.documents.UnprintableCharacterException;
import org.airshed.documents.layout.Line;
import org.airshed.documents.layout.LineBreaker;
import org.airshed.documents.layout.Span;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/**
 * The pages and the place on the current one where the next thing goes. Lengths are in points, y
 * counts down from the upper edge of the page.
 */
final class Pages {
    static final double WIDTH = PDRectangle.A4.getWidth();
    static final double HEIGHT = PDRectangle.A4.getHeight();
    static final double LEFT = 74; // 26 mm, as GB/T 9704-2012 has it for official documents
    static final double TOP = 80;
    static final double BODY_WIDTH = WIDTH - 2 * LEFT;
    static final double BODY_BOTTOM = HEIGHT - 78;
    private static final double WIDEST_JUSTIFICATION = 0.12; // em added between characters

    private static final Pattern POINT_OF_SUBSCRIPT =
            Pattern.compile("(?<=[\u2080-\u2089])\\.(?=[\u2080-\u2089])");

    final PDDocument document;
    final Fonts fonts;
    final Tags tags;
    final Links links;
    final List<PDPage> pages = new ArrayList<>();
    private final Action background;
    private PDPage page;
    private PDPageContentStream content;
    double y;

    /** Begins the first page; the background is drawn first on every page. */
    Pages(PDDocument document, Fonts fonts, Tags tags, Function<Pages, Action> background)
            throws IOException {
        this.document = document;
        this.fonts = fonts;
        this.tags = tags;
        this.links = new Links(tags);
        this.background = background.apply(this);
        this.page = new PDPage(PDRectangle.A4);
        this.content = begin();
    }

    private PDPageContentStream begin() throws IOException {
        document.addPage(page);
        pages.add(page);
        tags.addPage(page);
        content = new PDPageContentStream(document, page, AppendMode.OVERWRITE, true);
        tags.asArtifact(background);
        y = TOP;
        return content;
    }

    void newPage() throws IOException {
        content.close();
        page = new PDPage(PDRectangle.A4);
        begin();
    }

    /** Draws over a page that was left, such as its footer. */
    void reopen(PDPage earlier) throws IOException {
        content.close();
        page = earlier;
        content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true);
    }

    void close() throws IOException {
        content.close();
    }

    PDPage page() {
        return page;
    }

    boolean isAtTop() {
        return y <= TOP;
    }

    double room() {
        return BODY_BOTTOM - y;
    }

    /** Begins a page unless so much room is left; on a fresh page nothing is gained by another. */
    void need(double height) throws IOException {
        if (room() < height && !isAtTop()) {
            newPage();
        }
    }

    /** Space before what follows, none at the top of a page. */
    void skip(double height) {
        if (!isAtTop()) {
            y += height;
        }
    }

    List<Line<Style>> lines(List<Span<Style>> spans, double firstWidth, double width) {
        try {
            return LineBreaker.lines(spans, firstWidth, width, this::width);
        } catch (UnprintableCharacterException alone) {
            String text = spans.stream().map(Span::text).collect(Collectors.joining());
            throw new UnprintableCharacterException(alone.codePoint(), text);
        }
    }

    List<Line<Style>> lines(String text, Style style, double width) {
        return lines(List.of(new Span<>(text, style)), width, width);
    }

    double width(int codePoint, Style style) {
        return fonts.width(codePoint, style.bold()) * style.size();
    }

    /** Draws a line with its left end at x. */
    void text(Line<Style> line, double x, double baseline) throws IOException {
        text(line, x, baseline, 0);
    }

    /** As above, stretched to a width unless that would tear it or the paragraph ends here. */
    void justified(Line<Style> line, double x, double baseline, double width) throws IOException {
        int gaps = line.text().codePointCount(0, line.text().length()) - 1;
        double extra = gaps < 1 || line.last() ? 0 : (width - line.width()) / gaps;
        double widest = line.spans().isEmpty() ? 0 : line.spans().getFirst().style().size();
        text(line, x, baseline, extra <= widest * WIDEST_JUSTIFICATION ? extra : 0);
    }

    private void text(Line<Style> line, double x, double baseline, double extra)
            throws IOException {
        double at = x;
        for (Span<Style> span : line.spans()) {
            Style style = span.style();
            double length =
                    fonts.width(span.text(), style.bold()) * style.size()
                            + extra * span.text().codePointCount(0, span.text().length());
            double from = at;
            if (style.address().isEmpty()) {
                mark(() -> show(span, from, baseline, extra));
            } else {
                tags.within(
                        "Link",
                        () -> {
                            mark(() -> show(span, from, baseline, extra));
                            links.add(page, style, new Area(from, baseline, length));
                        });
            }
            at += length;
        }
    }

    /** Where a text stands: its left end, its baseline, its length. */
    record Area(double x, double baseline, double length) {}

    private void show(Span<Style> span, double x, double baseline, double extra)
            throws IOException {
        Style style = span.style();
        content.beginText();
        content.setNonStrokingColor(new Color(style.ink().rgb()));
        content.setCharacterSpacing((float) extra);
        content.newLineAtOffset((float) x, (float) (HEIGHT - baseline + style.rise()));
        Matcher points = POINT_OF_SUBSCRIPT.matcher(span.text());
        int from = 0;
        while (points.find()) {
            showPieces(span.text().substring(from, points.start()), style);
            showLoweredPoint(style, extra);
            from = points.end();
        }
        showPieces(span.text().substring(from), style);
        content.endText();
    }

    private void showPieces(String text, Style style) throws IOException {
        for (Fonts.Piece piece : fonts.pieces(text, style.bold())) {
            content.setFont(piece.font(), (float) style.size());
            content.showText(piece.text());
        }
    }

    /**
     * Unicode has no subscript point: that of PM₂.₅ is set smaller and lower, as wide as before.
     */
    private void showLoweredPoint(Style style, double extra) throws IOException {
        double shrunk = 0.75;
        double lost = fonts.width(".", style.bold()) * style.size() * (1 - shrunk);
        content.setTextRise((float) (-0.14 * style.size()));
        content.setCharacterSpacing((float) (extra + lost));
        showPieces(".", new Style(style.bold(), style.size() * shrunk, style.ink(), 0, ""));
        content.setCharacterSpacing((float) extra);
        content.setTextRise(0);
    }

    /** Draws a text centred on a point and turned, in degrees against the clock. */
    void turned(String text, Style style, double degrees) throws IOException {
        double length = fonts.width(text, style.bold()) * style.size();
        Matrix matrix =
                Matrix.getRotateInstance(
                        Math.toRadians(degrees), (float) (WIDTH / 2), (float) (HEIGHT / 2));
        matrix.translate((float) (-length / 2), (float) (-style.size() * 0.35));
        mark(() -> {
            content.beginText();
            content.setNonStrokingColor(new Color(style.ink().rgb()));
            content.setTextMatrix(matrix);
            for (Fonts.Piece piece : fonts.pieces(text, style.bold())) {
                content.setFont(piece.font(), (float) style.size());
                content.showText(piece.text());
            }
            content.endText();
        });
    }

    void rectangle(double x, double top, double width, double height, Colour fill)
            throws IOException {
        tags.asArtifact(() ->
                mark(() -> {
                    content.setNonStrokingColor(new Color(fill.rgb()));
                    content.addRect(
                            (float) x,
                            (float) (HEIGHT - top - height),
                            (float) width,
                            (float) height);
                    content.fill();
                }));
    }

    /** A line of a width; with a dash of that length, or solid when it is zero. */
    void line(double x1, double y1, double x2, double y2, double width, Colour colour, double dash)
            throws IOException {
        tags.asArtifact(() ->
                mark(() -> {
                    content.setStrokingColor(new Color(colour.rgb()));
                    content.setLineWidth((float) width);
                    content.setLineDashPattern(
                            dash > 0 ? new float[] {(float) dash} : new float[0], 0);
                    content.moveTo((float) x1, (float) (HEIGHT - y1));
                    content.lineTo((float) x2, (float) (HEIGHT - y2));
                    content.stroke();
                }));
    }

    void rule(double top, double width, Colour colour) throws IOException {
        line(LEFT, top, LEFT + BODY_WIDTH, top, width, colour, 0);
    }

    void mark(Action action) throws IOException {
        tags.mark(page, content, action);
    }
}
