package org.airshed.documents.pdf;

import java.io.IOException;
import org.airshed.documents.Colour;
import org.airshed.documents.Document;
import org.airshed.documents.Language;
import org.airshed.documents.layout.Line;

/**
 * The head of the first page, after the form of official documents (GB/T 9704-2012, 7.2): issuer in
 * red, number, a red rule, title, subtitle, date.
 */
record TitleBlock(Pages pages, Document document) {
    void draw() throws IOException {
        centred("P", document.issuer(), Style.bold(20).in(Measures.RED), 28);
        if (document.number().isPresent()) {
            pages.y += 2;
            centred("P", document.number().get(), Style.plain(11), 17);
        }
        pages.y += 6;
        pages.rule(pages.y, 1.6, Measures.RED);
        pages.y += 26;
        centred("H1", document.title(), Style.bold(titleSize()), titleSize() * 1.4);
        if (document.subtitle().isPresent()) {
            pages.y += 2;
            centred("P", document.subtitle().get(), Style.plain(13), 20);
        }
        if (!document.date().isEmpty()) {
            pages.y += 4;
            centred("P", document.date(), Style.plain(11).in(Measures.GREY), 17);
        }
        pages.y += 14;
    }

    private double titleSize() {
        return document.language() == Language.CHINESE ? 22 : 20;
    }

    private void centred(String tag, String text, Style style, double leading) throws IOException {
        pages.tags.within(
                tag,
                () -> {
                    for (Line<Style> line : pages.lines(text, style, Pages.BODY_WIDTH)) {
                        pages.need(leading);
                        double x = Pages.LEFT + (Pages.BODY_WIDTH - line.width()) / 2;
                        pages.text(line, x, pages.y + Measures.baseline(style.size(), leading));
                        pages.y += leading;
                    }
                });
    }

    /** What is printed behind every page of a document that is not yet valid. */
    Action watermark() {
        return () -> {
            if (document.status().isEmpty()) {
                return;
            }
            String status = document.status().get();
            double length = pages.fonts.width(status, true);
            double size = Math.min(150, Pages.WIDTH * 0.85 / Math.max(length, 0.1));
            pages.turned(status, Style.bold(size).in(new Colour("F6EBEB")), 45);
        };
    }
}
