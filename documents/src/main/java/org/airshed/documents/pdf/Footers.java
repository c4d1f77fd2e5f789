package org.airshed.documents.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.airshed.documents.Document;
import org.airshed.documents.layout.Line;
import org.airshed.documents.layout.Span;
import org.apache.pdfbox.pdmodel.PDPage;

/** The foot of every page: number and status of the document, page and number of pages. */
record Footers(Pages pages, Document document) {
    private static final Style STYLE = Style.plain(9).in(Measures.GREY);
    private static final double BASELINE = Pages.HEIGHT - 46;

    void draw() throws IOException {
        List<PDPage> all = List.copyOf(pages.pages);
        for (int at = 0; at < all.size(); at++) {
            pages.reopen(all.get(at));
            int number = at + 1;
            pages.tags.asArtifact(() -> drawFooter(number, all.size()));
        }
    }

    private void drawFooter(int page, int count) throws IOException {
        pages.rule(BASELINE - 14, 0.4, Measures.HAIRLINE);
        String right =
                document.language()
                        .choose(
                                "第 " + page + " 页 / 共 " + count + " 页",
                                "Page " + page + " / " + count);
        double width = width(right);
        double x = Pages.LEFT + Pages.BODY_WIDTH - width;
        pages.text(line(right, width), x, BASELINE);
        List<String> parts = new ArrayList<>();
        document.number().ifPresent(parts::add);
        document.status().ifPresent(parts::add);
        String left = parts.isEmpty() ? document.title() : String.join("  ", parts);
        double leftRoom = Pages.BODY_WIDTH - width - 20;
        pages.text(shortened(left, leftRoom), Pages.LEFT, BASELINE);
    }

    /** One line of it: the whole stands in the title block. */
    private Line<Style> shortened(String text, double room) {
        if (width(text) <= room) {
            return line(text, width(text));
        }
        String start = pages.lines(text, STYLE, room - STYLE.size()).getFirst().text() + "…";
        return line(start, width(start));
    }

    private double width(String text) {
        return pages.fonts.width(text, false) * STYLE.size();
    }

    private static Line<Style> line(String text, double width) {
        return new Line<>(List.of(new Span<>(text, STYLE)), width, true);
    }
}
