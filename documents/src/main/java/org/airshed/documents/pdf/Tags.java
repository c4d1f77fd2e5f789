package org.airshed.documents.pdf;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDObjectReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/**
 * The tags of the document (ISO 32000-1, 14.7 and 14.8): what a screen reader reads, in order. What
 * is drawn outside every element, or as an artifact, is decoration to it.
 */
final class Tags {
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final Deque<PDStructureElement> open = new ArrayDeque<>();
    private final List<COSArray> elementsOfPage = new ArrayList<>(); // [page][mark]
    private final List<PDStructureElement> elementsOfLink = new ArrayList<>(); // [link]
    private final List<PDAnnotationLink> links = new ArrayList<>();
    private boolean artifact;
    private boolean marking;

    Tags(String languageTag) {
        PDStructureElement document = new PDStructureElement("Document", root);
        document.setLanguage(languageTag);
        root.appendKid(document);
        open.push(document);
    }

    void addPage(PDPage page) {
        page.setStructParents(elementsOfPage.size());
        page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
        elementsOfPage.add(new COSArray());
    }

    /** Draws within a new element, such as a paragraph (P). */
    void within(String type, Action action) throws IOException {
        within(type, "", action);
    }

    /** As above, with words that stand for what cannot be read. */
    void within(String type, String alternative, Action action) throws IOException {
        if (artifact) {
            action.run();
            return;
        }
        PDStructureElement parent = open.element();
        PDStructureElement element = new PDStructureElement(type, parent);
        if (!alternative.isEmpty()) {
            element.setAlternateDescription(alternative);
        }
        parent.appendKid(element);
        open.push(element);
        action.run();
        open.pop();
    }

    /** Draws what a screen reader passes over, such as the header a table repeats. */
    void asArtifact(Action action) throws IOException {
        boolean before = artifact;
        artifact = true;
        action.run();
        artifact = before;
    }

    /** Draws as one piece of the open element. */
    void mark(PDPage page, PDPageContentStream content, Action action) throws IOException {
        if (marking) {
            action.run();
            return;
        }
        if (artifact || open.size() == 1) {
            content.beginMarkedContent(COSName.ARTIFACT);
        } else {
            PDStructureElement element = open.element();
            COSArray elements = elementsOfPage.get(page.getStructParents());
            PDMarkedContentReference reference = new PDMarkedContentReference();
            reference.setPage(page);
            reference.setMCID(elements.size());
            element.appendKid(reference);
            content.beginMarkedContent(
                    COSName.getPDFName(element.getStructureType()), elements.size());
            elements.add(element.getCOSObject());
        }
        marking = true;
        action.run();
        marking = false;
        content.endMarkedContent();
    }

    /** Ties a link of the page to the open element. */
    void link(PDPage page, PDAnnotationLink link) {
        if (artifact) {
            return;
        }
        PDObjectReference reference = new PDObjectReference();
        reference.setReferencedObject(link);
        reference.getCOSObject().setItem(COSName.PG, page);
        open.element().appendKid(reference);
        elementsOfLink.add(open.element());
        links.add(link);
    }

    void writeTo(PDDocument document) {
        COSArray numbers = new COSArray();
        int key = 0;
        for (COSArray elements : elementsOfPage) {
            numbers.add(COSInteger.get(key++));
            numbers.add(elements);
        }
        for (int link = 0; link < links.size(); link++) {
            links.get(link).setStructParent(key);
            numbers.add(COSInteger.get(key++));
            numbers.add(elementsOfLink.get(link).getCOSObject());
        }
        COSDictionary parents = new COSDictionary();
        parents.setItem(COSName.NUMS, numbers);
        root.getCOSObject().setItem(COSName.PARENT_TREE, parents);
        root.setParentTreeNextKey(key);
        document.getDocumentCatalog().setStructureTreeRoot(root);
        PDMarkInfo marked = new PDMarkInfo();
        marked.setMarked(true);
        document.getDocumentCatalog().setMarkInfo(marked);
    }
}
