package org.airshed.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class DocxWriterTest {
    private static final Document EMPTY = Document.of(Language.CHINESE, "通报", "秘书处", "");

    private static byte[] written(Document document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DocxWriter.write(document, bytes);
        return bytes.toByteArray();
    }

    private static Parts parts(Document document) throws IOException {
        return Parts.of(written(document));
    }

    private static Element main(Document document) throws Exception {
        return parts(document).xml("word/document.xml");
    }

    private static NodeList all(Element within, String name) {
        return within.getElementsByTagName(name);
    }

    @Test
    void everyPartIsWellFormedAndTypedAndEveryRelationshipLeadsToAPart() throws Exception {
        Parts parts = parts(Samples.chinese());
        assertThat(parts.names().getFirst()).isEqualTo("[Content_Types].xml");
        for (String name : parts.names()) {
            if (!name.endsWith(".png")) {
                assertThat(parts.xml(name)).as(name).isNotNull();
            }
        }
        NodeList types = all(parts.xml("[Content_Types].xml"), "Override");
        for (int at = 0; at < types.getLength(); at++) {
            String name = ((Element) types.item(at)).getAttribute("PartName");
            assertThat(parts.names()).contains(name.substring(1));
        }
        NodeList relations = all(parts.xml("word/_rels/document.xml.rels"), "Relationship");
        for (int at = 0; at < relations.getLength(); at++) {
            Element relation = (Element) relations.item(at);
            if (!relation.getAttribute("TargetMode").equals("External")) {
                assertThat(parts.names()).contains("word/" + relation.getAttribute("Target"));
            }
        }
    }

    @Test
    void everyReferenceHasItsRelationshipAndEveryStyleIsDefined() throws Exception {
        Parts parts = parts(Samples.chinese());
        String main = parts.text("word/document.xml");
        String relations = parts.text("word/_rels/document.xml.rels");
        String styles = parts.text("word/styles.xml");
        var ids = Pattern.compile("r:(?:id|embed)=\"([^\"]+)\"").matcher(main);
        while (ids.find()) {
            assertThat(relations).contains("Id=\"" + ids.group(1) + "\"");
        }
        var used = Pattern.compile("w:[pr]Style w:val=\"([^\"]+)\"").matcher(main);
        while (used.find()) {
            assertThat(styles).contains("w:styleId=\"" + used.group(1) + "\"");
        }
    }

    @Test
    void textIsWhatWasGiven() throws Exception {
        String text = main(Samples.chinese()).getTextContent();
        for (Block block : Samples.chinese().blocks()) {
            if (block instanceof Block.Paragraph paragraph) {
                paragraph.runs().forEach(run -> assertThat(text).contains(run.text()));
            }
        }
        assertThat(text).contains("一、总体情况").contains("丁州市236186.0重度污染PM₂.₅");
    }

    @Test
    void headingsAreStylesTheNavigationKnows() throws Exception {
        Parts parts = parts(Samples.chinese());
        assertThat(parts.text("word/styles.xml"))
                .contains("w:val=\"heading 1\"")
                .contains("<w:outlineLvl w:val=\"0\"");
        assertThat(parts.text("word/document.xml")).contains("<w:pStyle w:val=\"Heading2\"");
    }

    @Test
    void onlyTheHeaderRowRepeats() throws Exception {
        Element main = main(EMPTY.with(Samples.table(300)));
        assertThat(all(main, "w:tr").getLength()).isEqualTo(301);
        assertThat(all(main, "w:tblHeader").getLength()).isEqualTo(1);
    }

    @Test
    void notesAreFootnotesAndLinksAreRelationships() throws Exception {
        Parts parts = parts(Samples.chinese());
        assertThat(parts.xml("word/footnotes.xml").getTextContent()).contains("五个城市月均浓度的算术平均值");
        Document document =
                EMPTY.with(
                        Block.Paragraph.of(
                                new Run.Link(
                                        "见",
                                        URI.create(
                                                "https://a.example/?q=1&b=<"
                                                        .replace("<", "%3C")))));
        assertThat(parts(document).text("word/_rels/document.xml.rels"))
                .contains("Target=\"https://a.example/?q=1&amp;b=%3C\"");
    }

    @Test
    void chartsArePicturesWithWords() throws Exception {
        Parts parts = parts(Samples.chinese());
        var picture = ImageIO.read(new ByteArrayInputStream(parts.part("word/media/picture1.png")));
        assertThat(picture.getWidth()).isGreaterThan(1000);
        assertThat(parts.text("word/document.xml")).contains("descr=\"图1  各城市PM₂.₅月均浓度\"");
    }

    @Test
    void markupInTextStaysText() throws Exception {
        assertThat(main(EMPTY.with(Block.Paragraph.of("a < b & c ]]> \"𠮷\""))).getTextContent())
                .contains("a < b & c ]]> \"𠮷\"");
    }

    @Test
    void emptyTablesAndTenThousandRowsAreWritten() throws Exception {
        assertThat(main(EMPTY.with(Samples.table(0))).getTextContent()).contains("——");
        assertThat(main(EMPTY.with(Samples.table(10_000))).getTextContent()).contains("站点10000");
    }

    @Test
    void theSameDocumentGivesTheSameBytes() throws IOException {
        assertThat(written(Samples.chinese())).isEqualTo(written(Samples.chinese()));
    }

    @Test
    void aSampleIsLeftToBeLookedAt() throws IOException {
        byte[] bytes = written(Samples.chinese());
        Files.createDirectories(Path.of("target", "samples"));
        Files.write(Path.of("target", "samples", "chinese.docx"), bytes);
        Files.write(
                Path.of("target", "samples", "picture.png"),
                Parts.of(bytes).part("word/media/picture2.png"));
        Files.write(Path.of("target", "samples", "english.docx"), written(Samples.english()));
    }
}
