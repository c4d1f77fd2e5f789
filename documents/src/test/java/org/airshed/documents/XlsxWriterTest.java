package org.airshed.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

class XlsxWriterTest {
    private static final Document EMPTY = Document.of(Language.CHINESE, "通报", "秘书处", "");

    private static byte[] written(Document document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        XlsxWriter.write(document, bytes);
        return bytes.toByteArray();
    }

    private static List<String> sheetNames(Document document) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(written(document)))) {
            return workbook.getSheets().map(Sheet::getName).toList();
        }
    }

    private static List<Row> rows(Document document, int sheet) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(written(document)))) {
            return workbook.getSheet(sheet).orElseThrow().read();
        }
    }

    private static Block.Table table(String caption, String... texts) {
        return new Block.Table(
                caption,
                List.of(Column.left("文", "Text", 1)),
                Arrays.stream(texts).map(text -> List.of(Cell.of(text))).toList(),
                List.of("注"));
    }

    @Test
    void tablesAndFiguresBecomeSheetsBehindTheContents() throws IOException {
        assertThat(sheetNames(Samples.chinese()))
                .containsExactly(
                        "目录", "表1 各城市AQI与PM₂.₅浓度", "图1 各城市PM₂.₅月均浓度", "图2 甲州市与丁州市PM₂.₅日均浓度变化");
        List<Row> contents = rows(Samples.chinese(), 0);
        assertThat(contents.get(0).getCellText(0)).isEqualTo("2026年1月区域空气质量通报");
        assertThat(contents.get(2).getCellText(0)).isEqualTo("联防通报〔2026〕1号");
    }

    @Test
    void numbersAreNumbersAndTextIsText() throws IOException {
        List<Row> rows = rows(Samples.chinese(), 1);
        assertThat(rows.get(0).getCellText(3)).isEqualTo("PM₂.₅（µg/m³）");
        assertThat(rows.get(4).getCellText(1)).isEqualTo("丁州市");
        assertThat(rows.get(4).getCell(3).getType()).isEqualTo(CellType.NUMBER);
        assertThat(rows.get(4).getCell(3).asNumber()).isEqualByComparingTo("186.0");
        assertThat(rows.getLast().getCellText(0)).isEqualTo("注：AQI按HJ 633—2026计算。");
    }

    @Test
    void textThatLooksLikeAFormulaStaysText() throws IOException {
        String[] texts = {"=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://x\")"};
        List<Row> rows = rows(EMPTY.with(table("表", texts)), 1);
        for (int at = 0; at < texts.length; at++) {
            assertThat(rows.get(at + 1).getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(rows.get(at + 1).getCellText(0)).isEqualTo(texts[at]);
        }
        assertThat(part(written(EMPTY.with(table("表", texts))), "xl/worksheets/sheet2.xml"))
                .doesNotContain("<f>");
    }

    @Test
    void sheetNamesAreValidAndUnique() throws IOException {
        String lengthy = "一二三四五六七八九十".repeat(4);
        assertThat(
                        sheetNames(
                                EMPTY.with(
                                        table("a/b:c"),
                                        table("A b C"),
                                        table(""),
                                        table("'[]'"),
                                        table("history"),
                                        table(lengthy),
                                        table(lengthy))))
                .containsExactly(
                        "目录",
                        "a b c",
                        "A b C (2)",
                        "表3",
                        "表4",
                        "history (2)",
                        lengthy.substring(0, 31),
                        lengthy.substring(0, 27) + " (2)");
    }

    @Test
    void theHeaderIsFrozenAndRepeated() throws IOException {
        byte[] bytes = written(Samples.chinese());
        assertThat(part(bytes, "xl/worksheets/sheet2.xml"))
                .contains("state=\"frozen\"")
                .contains("ySplit=\"1\"");
        assertThat(part(bytes, "xl/workbook.xml")).contains("_xlnm.Print_Titles");
    }

    @Test
    void decimalsAreShownAsGiven() throws IOException {
        assertThat(part(written(Samples.chinese()), "xl/styles.xml"))
                .contains("formatCode=\"0.0\"");
    }

    @Test
    void theSameDocumentGivesTheSameBytes() throws Exception {
        byte[] first = written(Samples.chinese());
        Thread.sleep(2100); // past the two seconds a ZIP tells apart
        assertThat(written(Samples.chinese())).isEqualTo(first);
    }

    @Test
    void emptyTablesSurrogatePairsAndTenThousandRowsAreWritten() throws IOException {
        assertThat(rows(EMPTY.with(table("空")), 1).getFirst().getCellText(0)).isEqualTo("文");
        assertThat(rows(EMPTY.with(table("𠮷", "𠮷\n行")), 1).get(1).getCellText(0))
                .isEqualTo("𠮷\n行");
        assertThat(rows(EMPTY.with(Samples.table(10_000)), 1)).hasSizeGreaterThanOrEqualTo(10_001);
    }

    @Test
    void aTextTooLongForACellIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> written(EMPTY.with(table("表", "长".repeat(32_768)))))
                .hasMessageContaining("row 2, column 1 of \"表\"");
    }

    @Test
    void aSampleIsLeftToBeLookedAt() throws IOException {
        Files.createDirectories(Path.of("target", "samples"));
        Files.write(Path.of("target", "samples", "chinese.xlsx"), written(Samples.chinese()));
    }

    private static String part(byte[] file, String name) throws IOException {
        return Parts.of(file).text(name);
    }
}
