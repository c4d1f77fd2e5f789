package org.airshed.documents.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import org.airshed.documents.Block.Heading;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;

/** The headings beside the pages, nested by their levels. */
final class Bookmarks {
    private record Open(int level, PDOutlineNode node) {}

    private final PDDocumentOutline outline = new PDDocumentOutline();
    private final Deque<Open> open = new ArrayDeque<>();

    Bookmarks() {
        open.push(new Open(0, outline));
    }

    void add(Heading heading, PDPage page, double y) {
        while (open.element().level() >= heading.level()) {
            open.pop();
        }
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(heading.text());
        item.setDestination(Links.destination(page, y));
        open.element().node().addLast(item);
        open.push(new Open(heading.level(), item));
    }

    void writeTo(PDDocument document) {
        if (!outline.hasChildren()) {
            return;
        }
        document.getDocumentCatalog().setDocumentOutline(outline);
        document.getDocumentCatalog().setPageMode(PageMode.USE_OUTLINES);
        outline.openNode();
    }
}
