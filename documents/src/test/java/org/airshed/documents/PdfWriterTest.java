package org.airshed.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

class PdfWriterTest {
    private static final Path SAMPLES = Path.of("target", "samples");
    private static final Document EMPTY = Document.of(Language.CHINESE, "通报", "秘书处", "");

    static byte[] written(Document document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PdfWriter.write(document, bytes);
        return bytes.toByteArray();
    }

    private static String text(byte[] bytes) throws IOException {
        try (PDDocument file = Loader.loadPDF(bytes)) {
            return bare(new PDFTextStripper().getText(file));
        }
    }

    /** Without spaces: where lines end is not part of the text. */
    private static String bare(String text) {
        return text.replaceAll("[\\s\\u00a0\\u3000]", "");
    }

    @Test
    void textIsExtractedAsItWasGiven() throws IOException {
        String chinese = text(written(Samples.chinese().with(Samples.chinese().blocks())));
        for (Block block : Samples.chinese().blocks()) {
            if (block instanceof Block.Paragraph paragraph
                    && paragraph.runs().stream().noneMatch(Run.Noted.class::isInstance)) {
                paragraph.runs().forEach(run -> assertThat(chinese).contains(bare(run.text())));
            }
        }
        assertThat(chinese)
                .startsWith("草稿某区域大气污染联防联控秘书处联防通报〔2026〕1号2026年1月区域空气质量通报（第一期）")
                .contains("细颗粒物（PM₂.₅）平均浓度为62.9µg/m³[1]，同比下降8.4%")
                .contains("4丁州市236186.0重度污染PM₂.₅")
                .contains("第1页/共3页");
        assertThat(text(written(Samples.english())))
                .contains(bare("Data and computation are on the public pages."));
    }

    @Test
    void allFontsAreEmbeddedAsSubsets() throws IOException {
        Set<String> names = new HashSet<>();
        try (PDDocument file = Loader.loadPDF(written(Samples.chinese()))) {
            for (PDPage page : file.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    names.add(font.getName());
                }
            }
        }
        assertThat(names).hasSize(4).allMatch(name -> name.matches("[A-Z]{6}\\+NotoSans.*"));
    }

    @Test
    void theSameDocumentGivesTheSameBytes() throws IOException {
        assertThat(written(Samples.chinese())).isEqualTo(written(Samples.chinese()));
    }

    @Test
    void anotherDocumentHasAnotherIdentifier() throws IOException {
        try (PDDocument one = Loader.loadPDF(written(EMPTY));
                PDDocument other = Loader.loadPDF(written(EMPTY.with(new Block.Note("注"))))) {
            assertThat(one.getDocument().getDocumentID().getObject(0))
                    .isNotEqualTo(other.getDocument().getDocumentID().getObject(0));
        }
    }

    @Test
    void titleLanguageBookmarksAndTagsAreThere() throws IOException {
        try (PDDocument file = Loader.loadPDF(written(Samples.chinese()))) {
            var catalog = file.getDocumentCatalog();
            assertThat(file.getDocumentInformation().getTitle()).isEqualTo("2026年1月区域空气质量通报");
            assertThat(catalog.getLanguage()).isEqualTo("zh-CN");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot().getKids()).hasSize(1);
            List<String> titles = new ArrayList<>();
            catalog.getDocumentOutline().children().forEach(item -> titles.add(item.getTitle()));
            assertThat(titles).containsExactly("一、总体情况", "二、变化过程", "三、工作要求");
            assertThat(catalog.getDocumentOutline().getFirstChild().getFirstChild().getTitle())
                    .isEqualTo("（一）各城市空气质量");
        }
    }

    @Test
    void addressesAndNotesCanBeClicked() throws IOException {
        List<String> addresses = new ArrayList<>();
        int inside = 0;
        try (PDDocument file = Loader.loadPDF(written(Samples.chinese()))) {
            for (var annotation : file.getPage(0).getAnnotations()) {
                switch (((PDAnnotationLink) annotation).getAction()) {
                    case PDActionURI action -> addresses.add(action.getURI());
                    case PDActionGoTo action -> {
                        assertThat(action.getDestination()).isNotNull();
                        inside++;
                    }
                    default -> throw new AssertionError("an action nobody set");
                }
            }
        }
        assertThat(addresses).containsExactly("https://air.example.org/bulletins/2026-01");
        assertThat(inside).isEqualTo(1);
    }

    @Test
    void aTableRepeatsItsHeaderOnEveryPage() throws IOException {
        byte[] bytes = written(EMPTY.with(Samples.table(300)));
        try (PDDocument file = Loader.loadPDF(bytes)) {
            int pages = file.getNumberOfPages();
            assertThat(pages).isGreaterThan(5);
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page <= pages; page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(bare(stripper.getText(file))).contains("站点编码浓度（µg/m³）");
            }
        }
        assertThat(text(bytes)).contains("站点1").contains("站点300");
    }

    @Test
    void tenThousandRowsAreWritten() throws IOException {
        byte[] bytes = written(EMPTY.with(Samples.table(10_000)));
        assertThat(text(bytes)).contains("站点10000");
    }

    @Test
    void aRowHigherThanAPageGoesOnOnTheNext() throws IOException {
        String high = "字\n".repeat(150) + "末";
        var table =
                new Block.Table(
                        "高",
                        List.of(Column.left("文", "Text", 1)),
                        List.of(List.of(Cell.of(high))),
                        List.of());
        String text = text(written(EMPTY.with(table)));
        assertThat(text.chars().filter(c -> c == '字').count()).isEqualTo(150);
        assertThat(text).contains("末");
    }

    @Test
    void anEmptyTableShowsItsHeaderAndADash() throws IOException {
        assertThat(text(written(EMPTY.with(Samples.table(0))))).contains("站点编码浓度（µg/m³）——");
    }

    @Test
    void aCharacterNoFontHasIsRefusedByName() {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        Document document = EMPTY.with(Block.Paragraph.of("地名𠮷、天气"));
        assertThatThrownBy(() -> PdfWriter.write(document, target))
                .isInstanceOf(UnprintableCharacterException.class)
                .hasMessage(
                        "no font of the documents has the character 𠮷 (U+20BB7), in \"地名𠮷、天气\"");
        assertThat(target.size()).isZero();
    }

    @Test
    void rareIdeographsBeyondThePlaneAndInBoldArePrinted() throws IOException {
        var paragraph =
                Block.Paragraph.of(
                        new Run.Plain("𬸦"), new Run.Bold("堃淏㛃"), new Run.Plain("NOₓŠž≤≥–°℃²₁₀⁻¹"));
        assertThat(text(written(EMPTY.with(paragraph)))).contains("𬸦堃淏㛃NOₓŠž≤≥–°℃²₁₀⁻¹");
    }

    @Test
    void aWordWiderThanThePageIsBroken() throws IOException {
        String word = "abcdefghij".repeat(60);
        assertThat(text(written(EMPTY.with(Block.Paragraph.of(word))))).contains(word);
    }

    @Test
    void aFigureHigherThanAPageIsRefused() {
        List<Chart.Bar> bars = new ArrayList<>();
        for (int at = 0; at < 60; at++) {
            bars.add(new Chart.Bar("站点" + at, Samples.number("1"), Colour.BLACK));
        }
        var figure = new Block.Figure("图", new Chart.BarChart(bars, "", Optional.empty()));
        assertThatThrownBy(() -> written(EMPTY.with(figure)))
                .hasMessageContaining("more than a page");
    }

    @Test
    void chartsOfZeroNegativeAndTinyValuesAreDrawn() throws IOException {
        List<Chart.Bar> bars = new ArrayList<>();
        for (String value : List.of("0", "-12.5", "0.0001", "1E+3")) {
            bars.add(new Chart.Bar("城市", Samples.number(value), Colour.BLACK));
        }
        var figure = new Block.Figure("图", new Chart.BarChart(bars, "%", Optional.empty()));
        assertThat(text(written(EMPTY.with(figure)))).contains("-12.5").contains("1000");
    }

    /** Everything on a page, however long: text beyond its edges would be lost. */
    @Test
    void nothingIsDrawnBeyondThePage() throws IOException {
        String lengthy = "环境空气质量通报，（含）PM₂.₅ and Latin words; ".repeat(80);
        Document document =
                Document.of(Language.CHINESE, lengthy, lengthy, lengthy)
                        .subtitled(lengthy)
                        .numbered(lengthy)
                        .marked(lengthy.substring(0, 40))
                        .with(
                                new Block.Heading(1, lengthy),
                                Block.Paragraph.of(
                                        new Run.Noted(lengthy, lengthy), new Run.Bold(lengthy)),
                                new Block.Table(
                                        lengthy,
                                        List.of(
                                                Column.left("甲", "A", 1),
                                                Column.right("乙", "B", 9)),
                                        List.of(List.of(Cell.of(lengthy), Cell.of(lengthy))),
                                        List.of(lengthy)),
                                new Block.Figure("图", widest("-5", "1")),
                                new Block.Figure("图", widest("0", "123456789.0")),
                                new Block.Figure("图", widestLines()),
                                new Block.Note(lengthy),
                                new Block.SignatureBlock(List.of(lengthy, lengthy, lengthy)));
        List<String> beyond = new ArrayList<>();
        PDFTextStripper stripper =
                new PDFTextStripper() {
                    @Override
                    protected void processTextPosition(TextPosition text) {
                        boolean inside =
                                text.getX() >= 0
                                        && text.getX() + text.getWidth() <= text.getPageWidth()
                                        && text.getY() >= 0
                                        && text.getY() <= text.getPageHeight() - 40;
                        if (!inside && text.getDir() == 0) {
                            beyond.add(
                                    text.getUnicode() + " at " + text.getX() + ", " + text.getY());
                        }
                    }
                };
        try (PDDocument file = Loader.loadPDF(written(document))) {
            stripper.getText(file);
        }
        assertThat(beyond).isEmpty();
    }

    private static Chart widest(String limit, String value) {
        String unit = "宽".repeat(Chart.LONGEST_UNIT);
        String name = "宽".repeat(Chart.LONGEST_NAME);
        var bar = new Chart.Bar("站".repeat(90), Samples.number(value), Colour.BLACK);
        return new Chart.BarChart(
                List.of(bar, new Chart.Bar("短", Samples.number("0"), Colour.BLACK)),
                unit,
                Optional.of(new Chart.Limit(name, Samples.number(limit))));
    }

    private static Chart widestLines() {
        String name = "宽".repeat(Chart.LONGEST_NAME);
        var values =
                List.of(Optional.of(Samples.number("-1")), Optional.of(Samples.number("99999")));
        String label = "宽".repeat(Chart.LONGEST_LABEL);
        return new Chart.LineChart(
                List.of(label, label),
                List.of(new Chart.Series(name, values, Colour.BLACK)),
                "宽".repeat(Chart.LONGEST_UNIT),
                Optional.of(new Chart.Limit(name, Samples.number("5"))));
    }

    @Test
    void aNumberIsNeverBrokenAndAColumnTooNarrowForItRefused() throws IOException {
        assertThat(lines(columns(20, "186.25"))).contains("186.25");
        assertThatThrownBy(() -> written(EMPTY.with(columns(40, "123456.789"))))
                .hasMessage("the column \"甲0\" of the table \"宽\" is too narrow for its numbers");
    }

    private static String lines(Block block) throws IOException {
        try (PDDocument file = Loader.loadPDF(written(EMPTY.with(block)))) {
            return new PDFTextStripper().getText(file);
        }
    }

    private static Block.Table columns(int count, String number) {
        List<Column> columns = new ArrayList<>();
        List<Cell> row = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            columns.add(Column.right("甲" + at, "A" + at, 1));
            row.add(Cell.of(Samples.number(number)));
        }
        return new Block.Table("宽", columns, List.of(row), List.of());
    }

    @Test
    void aHeaderThatLeavesNoRoomForRowsIsRefused() {
        var table =
                new Block.Table(
                        "高", List.of(Column.left("字".repeat(2000), "x", 1)), List.of(), List.of());
        assertThatThrownBy(() -> written(EMPTY.with(table)))
                .hasMessageContaining("too little of a page");
    }

    @Test
    void samplesAreLeftToBeLookedAt() throws IOException {
        leave("chinese", Samples.chinese());
        leave("english", Samples.english());
        leave("table", EMPTY.with(Samples.table(60)));
    }

    private static void leave(String name, Document document) throws IOException {
        byte[] bytes = written(document);
        Files.createDirectories(SAMPLES);
        Files.write(SAMPLES.resolve(name + ".pdf"), bytes);
        try (PDDocument file = Loader.loadPDF(bytes)) {
            PDFRenderer renderer = new PDFRenderer(file);
            for (int page = 0; page < file.getNumberOfPages(); page++) {
                Path picture = SAMPLES.resolve("%s-%d.png".formatted(name, page + 1));
                ImageIO.write(renderer.renderImageWithDPI(page, 80), "png", picture.toFile());
            }
        }
        assertThat(bytes.length).isLessThan(400_000);
    }
}
