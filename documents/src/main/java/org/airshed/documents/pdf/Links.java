package org.airshed.documents.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;

/** What can be clicked. Links to notes wait until the notes have their place. */
final class Links {
    private record Waiting(PDAnnotationLink link, String address) {}

    private final Tags tags;
    private final List<Waiting> waiting = new ArrayList<>();
    private final Map<String, PDPageXYZDestination> targets = new HashMap<>();

    Links(Tags tags) {
        this.tags = tags;
    }

    void add(PDPage page, Style style, Pages.Area area) throws IOException {
        PDAnnotationLink link = new PDAnnotationLink();
        PDRectangle rectangle = new PDRectangle();
        double baseline = Pages.HEIGHT - area.baseline() + style.rise();
        rectangle.setLowerLeftX((float) area.x());
        rectangle.setUpperRightX((float) (area.x() + area.length()));
        rectangle.setLowerLeftY((float) (baseline - style.size() * 0.2));
        rectangle.setUpperRightY((float) (baseline + style.size() * 0.9));
        link.setRectangle(rectangle);
        PDBorderStyleDictionary none = new PDBorderStyleDictionary();
        none.setWidth(0);
        link.setBorderStyle(none);
        link.setContents(style.address());
        link.setPrinted(true);
        if (style.address().startsWith("#")) {
            waiting.add(new Waiting(link, style.address()));
        } else {
            PDActionURI action = new PDActionURI();
            action.setURI(style.address());
            link.setAction(action);
        }
        page.getAnnotations().add(link);
        tags.link(page, link);
    }

    /** Says that an address is here. */
    void target(String address, PDPage page, double y) {
        targets.put(address, destination(page, y));
    }

    static PDPageXYZDestination destination(PDPage page, double y) {
        PDPageXYZDestination destination = new PDPageXYZDestination();
        destination.setPage(page);
        destination.setLeft(0);
        destination.setTop((int) Math.ceil(Pages.HEIGHT - y));
        return destination;
    }

    void resolve() {
        for (Waiting link : waiting) {
            PDActionGoTo action = new PDActionGoTo();
            action.setDestination(targets.get(link.address()));
            link.link().setAction(action);
        }
    }
}
