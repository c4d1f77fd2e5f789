package org.airshed.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

/** What a screen reader is given: the tags, in their order, and the text each of them holds. */
class PdfTagsTest {
    private static final Document EMPTY = Document.of(Language.CHINESE, "通报", "秘书处", "");

    private record Tag(String type, String text, String alternative) {}

    private static List<Tag> tags(Document document) throws IOException {
        try (PDDocument file = Loader.loadPDF(PdfWriterTest.written(document))) {
            Map<PDPage, Map<Integer, String>> texts = new HashMap<>();
            for (PDPage page : file.getPages()) {
                texts.put(page, marks(page));
            }
            List<Tag> tags = new ArrayList<>();
            walk(
                    file.getDocumentCatalog().getStructureTreeRoot(),
                    element -> tags.add(tag(element, texts)));
            return tags;
        }
    }

    private static Map<Integer, String> marks(PDPage page) throws IOException {
        PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
        extractor.processPage(page);
        Map<Integer, String> marks = new HashMap<>();
        for (PDMarkedContent content : extractor.getMarkedContents()) {
            StringBuilder text = new StringBuilder();
            for (Object part : content.getContents()) {
                if (part instanceof TextPosition position) {
                    text.append(position.getUnicode());
                }
            }
            if (!content.getTag().equals("Artifact")) {
                assertThat(marks.put(content.getMCID(), text.toString())).isNull();
            }
        }
        return marks;
    }

    private static void walk(PDStructureNode node, Consumer<PDStructureElement> visitor) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                visitor.accept(element);
                walk(element, visitor);
            }
        }
    }

    private static Tag tag(PDStructureElement element, Map<PDPage, Map<Integer, String>> texts) {
        StringBuilder text = new StringBuilder();
        for (Object kid : element.getKids()) {
            if (kid instanceof PDMarkedContentReference mark) {
                text.append(texts.getOrDefault(mark.getPage(), Map.of()).get(mark.getMCID()));
            }
        }
        String alternative = element.getAlternateDescription();
        return new Tag(
                element.getStructureType(),
                text.toString(),
                alternative == null ? "" : alternative);
    }

    @Test
    void everyBlockIsTaggedInOrderWithItsText() throws IOException {
        Document document =
                EMPTY.with(
                        new Block.Heading(1, "一、情况"),
                        Block.Paragraph.of("优良天数"),
                        Samples.table(1),
                        new Block.Note("未经审核"));
        assertThat(tags(document))
                .extracting(tag -> tag.type() + " " + tag.text())
                .containsExactly(
                        "Document ",
                        "P 秘书处",
                        "H1 通报",
                        "H2 一、情况",
                        "P 优良天数",
                        "Table ",
                        "Caption 表  站点浓度",
                        "TR ",
                        "TH 站点编码",
                        "TH 浓度（µg/m³）",
                        "TR ",
                        "TD 站点1",
                        "TD 30.7",
                        "Note 未经审核");
    }

    @Test
    void aRepeatedHeaderIsReadOnce() throws IOException {
        List<Tag> tags = tags(EMPTY.with(Samples.table(300)));
        assertThat(tags).filteredOn(tag -> tag.type().equals("TH")).hasSize(2);
        assertThat(tags).filteredOn(tag -> tag.type().equals("TD")).hasSize(600);
    }

    @Test
    void aFigureIsToldInWords() throws IOException {
        assertThat(tags(Samples.chinese()))
                .filteredOn(tag -> tag.type().equals("Figure"))
                .first()
                .extracting(Tag::alternative)
                .asString()
                .isEqualTo(
                        "图1  各城市PM₂.₅月均浓度; 甲州市 42.0; 乙州市 84.3; 丙州市 31.5; 丁州市 186.0; 戊州市 70.6 µg/m³");
    }

    @Test
    void theParentTreeLeadsFromEveryMarkToItsElement() throws IOException {
        try (PDDocument file = Loader.loadPDF(PdfWriterTest.written(Samples.chinese()))) {
            var root = file.getDocumentCatalog().getStructureTreeRoot().getCOSObject();
            COSArray numbers = root.getCOSDictionary(COSName.PARENT_TREE).getCOSArray(COSName.NUMS);
            for (int page = 0; page < file.getNumberOfPages(); page++) {
                assertThat(file.getPage(page).getStructParents()).isEqualTo(page);
                COSArray elements = (COSArray) numbers.getObject(2 * page + 1);
                assertThat(elements.size()).isEqualTo(marks(file.getPage(page)).size());
            }
        }
    }
}
