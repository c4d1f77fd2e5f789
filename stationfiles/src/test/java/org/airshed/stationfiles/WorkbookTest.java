package org.airshed.stationfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.stationfiles.HourlyRowTest.Gathered;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkbookTest {
    private static final String MAPPING = MappedFileTest.NAMED;

    private final Gathered gathered = new Gathered();

    static byte[] workbook(Consumer<Worksheet> filling) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("数据");
            filling.accept(sheet);
            sheet.finish();
            Worksheet second = workbook.newWorksheet("other");
            row(second, 0, "code", "name", "time", "PM2.5");
            row(second, 1, "S2", "二", "2026-02-28 02:00", 7);
            second.finish();
        }
        return bytes.toByteArray();
    }

    static void row(Worksheet sheet, int row, Object... values) {
        for (int column = 0; column < values.length; column++) {
            switch (values[column]) {
                case String text -> sheet.value(row, column, text);
                case Number number -> sheet.value(row, column, number);
                case LocalDateTime time -> {
                    sheet.value(row, column, time);
                    sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
                }
                default -> throw new IllegalArgumentException("no cell: " + values[column]);
            }
        }
    }

    private static void header(Worksheet sheet) {
        row(sheet, 0, "code", "name", "time", "PM2.5");
    }

    private FileEnd read(String mapping, byte[] workbook) throws IOException {
        return MappedFile.read(
                "a.xlsx",
                new ByteArrayInputStream(workbook),
                MappingTest.mapping(mapping),
                MappedFileTest.NOW,
                gathered);
    }

    @Test
    void textsNumbersAndDatesAreRead() throws IOException {
        byte[] workbook =
                workbook(sheet -> {
                    header(sheet);
                    row(sheet, 1, "S1", "一", "2026-02-28 01:00", 35.5);
                    row(sheet, 2, "S1", "一", LocalDateTime.of(2026, 2, 28, 2, 0), 0.1 + 0.2);
                    row(sheet, 4, 1001, "", LocalDateTime.of(2026, 2, 28, 23, 0), "/");
                });
        assertThat(read(MAPPING, workbook)).isEqualTo(new FileEnd.Complete(3, 0));
        assertThat(gathered.rows)
                .extracting(row -> row.hourEnd() + "")
                .containsExactly(
                        "2026-02-27T17:00:00Z", "2026-02-27T18:00:00Z", "2026-02-28T15:00:00Z");
        assertThat(gathered.rows)
                .extracting(row -> row.means_thousandths().getLast())
                .containsExactly(35_500, 300, Thousandths.ABSENT);
        assertThat(gathered.rows.getLast().stationCode()).isEqualTo("1001");
        assertThat(gathered.rows.getLast().line()).isEqualTo(5);
        assertThat(gathered.notes).isEmpty();
    }

    @Test
    void everyHourOfADateIsThatHour() throws IOException {
        byte[] workbook =
                workbook(sheet -> {
                    header(sheet);
                    for (int hour = 0; hour < 24; hour++) {
                        row(sheet, hour + 1, "S1", "", LocalDateTime.of(2025, 7, 9, hour, 0), 1);
                    }
                });
        assertThat(read(MAPPING, workbook)).isEqualTo(new FileEnd.Complete(24, 0));
        for (int hour = 0; hour < 24; hour++) {
            assertThat(gathered.rows.get(hour).hourEnd_s())
                    .isEqualTo(gathered.rows.getFirst().hourEnd_s() + hour * 3600L);
        }
    }

    @ParameterizedTest
    @CsvSource({"other,S2", "2,S2", "数据,S1", "1,S1"})
    void aSheetIsFoundByNameOrNumber(String sheet, String station) throws IOException {
        byte[] workbook =
                workbook(first -> {
                    header(first);
                    row(first, 1, "S1", "一", "2026-02-28 01:00", 35);
                });
        read(MAPPING + "sheet = " + sheet, workbook);
        assertThat(gathered.rows.getFirst().stationCode()).isEqualTo(station);
        assertThatThrownBy(() -> read(MAPPING + "sheet = third", workbook))
                .hasMessage("expected the sheet 'third' in a.xlsx, it has 数据, other");
    }

    @Test
    void aFormulaCountsWithItsLastValueAndIsNoted() throws IOException {
        byte[] bytes =
                parts(
                        sheet(
                                """
                                <c r="D2"><f>1+34</f><v>35</v></c>\
                                """,
                                """
                                <c r="D3"><f>NOW()</f></c>\
                                """,
                                """
                                <c r="D4" t="e"><f>1/0</f><v>#DIV/0!</v></c>\
                                """));
        assertThat(read(MAPPING, bytes)).isEqualTo(new FileEnd.Complete(1, 2));
        assertThat(gathered.rows.getFirst().means_thousandths()).contains(35_000);
        assertThat(gathered.notes)
                .containsExactly(
                        "1 cells of a.xlsx have formulas, the first D2: their values are those last"
                                + " calculated");
        assertThat(gathered.rejects)
                .extracting(Reject::message)
                .containsExactly(
                        "a.xlsx line 3, PM2.5 (cell D3): expected a formula with its last value:"
                                + " open and save the workbook, or paste values, got '=NOW()'",
                        "a.xlsx line 4, PM2.5 (cell D4): expected a value, not an error, got"
                                + " '#DIV/0!'");
    }

    @Test
    void aNumberThatIsNoneSpoilsItsRowOnly() throws IOException {
        byte[] bytes = parts(sheet("<c r=\"D2\"><v>3x</v></c>", "<c r=\"D3\"><v>3</v></c>"));
        assertThat(read(MAPPING, bytes)).isEqualTo(new FileEnd.Complete(1, 1));
        assertThat(gathered.rejects.getFirst().message())
                .isEqualTo(
                        "a.xlsx line 2, PM2.5 (cell D2): expected a value, not an error, got '3x'");
    }

    @Test
    void rowsAndCellsWithoutAddressesAreCounted() throws IOException {
        String bare =
                sheet("<c r=\"D2\"><v>35</v></c>", "<c r=\"D3\"><v>-1</v></c>")
                        .replace("<c r=\"C", "<c/><c r=\"C")
                        .replaceFirst("<c/>", "")
                        .replaceAll(" r=\"[A-Z]?[0-9]\"", "");
        assertThat(read(MAPPING, parts(bare))).isEqualTo(new FileEnd.Complete(1, 1));
        assertThat(gathered.rejects.getFirst().message())
                .startsWith("a.xlsx line 3, PM2.5 (cell D3)");
    }

    @Test
    void textsThatTogetherFillMemoryAreRefused() throws IOException {
        String row = "<row>" + ("<c><f>" + "x".repeat(1_000_000) + "</f></c>").repeat(5) + "</row>";
        assertThatThrownBy(() -> read(MAPPING, parts("<worksheet>" + row + "</worksheet>")))
                .hasMessageContaining("a row of it holds more than 4 Mi letters");
        Map<String, String> names = new LinkedHashMap<>(workbookParts(sheet()));
        StringBuilder elements = new StringBuilder("<a>");
        for (int name = 0; name < 3000; name++) {
            elements.append("<n%d/>".formatted(name));
        }
        names.put("xl/other.xml", elements + "</a>");
        assertThatThrownBy(() -> read(MAPPING, zip(names)))
                .hasMessageContaining("more than 2000 different names");
        Map<String, String> links = new LinkedHashMap<>(workbookParts(sheet()));
        links.put("xl/other.rels", "<a>" + "<Relationship/>".repeat(10_001) + "</a>");
        assertThatThrownBy(() -> read(MAPPING, zip(links)))
                .hasMessageContaining("more than 10000 links");
    }

    @Test
    void aCellInsideAMergeIsRejectedNamingTheRange() throws IOException {
        byte[] workbook =
                workbook(sheet -> {
                    header(sheet);
                    row(sheet, 1, "S1", "", "2026-02-28 01:00", 35);
                    row(sheet, 2, "", "", "2026-02-28 02:00", 36);
                    row(sheet, 3, "S2", "", "2026-02-28 02:00", 36);
                    sheet.range(1, 0, 2, 0).merge();
                });
        assertThat(read(MAPPING, workbook)).isEqualTo(new FileEnd.Complete(2, 1));
        assertThat(gathered.rejects.getFirst().message())
                .startsWith(
                        "a.xlsx line 3, code (cell A3): expected a value; the cell is merged into"
                                + " A2:A3, whose value stands in its first cell only");
    }

    @Test
    void oldEncryptedAndOtherFilesAreRefusedByName() throws IOException {
        byte[] old = HexFormat.of().parseHex("d0cf11e0a1b11ae10000");
        assertThatThrownBy(() -> read(MAPPING, old)).hasMessageContaining("old Office file (.xls)");
        ByteArrayOutputStream encrypted = new ByteArrayOutputStream();
        encrypted.writeBytes(old);
        encrypted.writeBytes("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE));
        assertThatThrownBy(() -> read(MAPPING, encrypted.toByteArray()))
                .hasMessage("expected a workbook without a password, a.xlsx is encrypted");
        assertThatThrownBy(() -> read(MAPPING, zip(Map.of("a.csv", "x"))))
                .hasMessageContaining("a zip archive without a workbook");
        assertThatThrownBy(() -> read(MAPPING, zip(Map.of("xl/workbook.bin", "x"))))
                .hasMessageContaining("(.xlsb)");
        assertThatThrownBy(() -> read(MAPPING, zip(Map.of("mimetype", "x", "content.xml", "x"))))
                .hasMessageContaining("OpenDocument");
        byte[] good = parts(sheet());
        assertThatThrownBy(() -> read(MAPPING, Arrays.copyOf(good, good.length / 2)))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageStartingWith("expected a workbook (.xlsx), a.xlsx is damaged");
    }

    @Test
    void aSheetWithoutHeaderIsRefused() throws IOException {
        byte[] empty = workbook(sheet -> {});
        assertThatThrownBy(() -> read(MAPPING, empty))
                .hasMessage("expected a header in row 1 of a.xlsx, there is none");
    }

    /** Cells that would make the library fill memory, each refused before it reads. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<c r=\"ZZZ2\"><v>1</v></c>|a sheet has more than 1024 columns",
                "<c r=\"ZZZZZZ2\"><v>1</v></c>|expected the address of a cell",
                "<c r=\"A2\" t=\"s\"><v>1999999</v></c>|a cell names shared text 1999999",
                "<c r=\"A2\" t=\"s\"><v>2000000000</v></c>|expected the number of a shared text",
                "<c r=\"A2\"><v><![CDATA[1]]></v></c>|it holds CDATA",
                "<c r=\"A2\" t=\"s\"><v><![CDATA[1]]></v></c>|it holds CDATA",
                "<c r=\"A2\" t=\"s\"><v>1<x>00</x>0</v></c>|a cell names shared text 1000"
            })
    @Timeout(60)
    void aHostileCellIsRefused(String cell, String message) throws IOException {
        byte[] bytes = parts(sheet(cell));
        assertThatThrownBy(() -> read(MAPPING, bytes))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageStartingWith("refused the workbook a.xlsx: ")
                .hasMessageContaining(message);
    }

    @Test
    @Timeout(60)
    void anArchiveThatExpandsWithoutEndIsRefused() throws IOException {
        Map<String, String> parts = new LinkedHashMap<>(workbookParts(sheet()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            write(zip, parts);
            zip.putNextEntry(new ZipEntry("xl/media/image1.png"));
            fill(zip, 64);
        }
        assertThatThrownBy(() -> read(MAPPING, bytes.toByteArray()))
                .hasMessage(
                        "refused the workbook a.xlsx: it expands more than 200-fold, as no table"
                                + " does");
        ByteArrayOutputStream longText = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(longText)) {
            write(zip, parts);
            zip.putNextEntry(new ZipEntry("xl/other.xml"));
            zip.write("<a b=\"".getBytes(StandardCharsets.UTF_8));
            fill(zip, 4);
        }
        assertThatThrownBy(() -> read(MAPPING, longText.toByteArray()))
                .hasMessageContaining("a tag or text of it is longer than 1 MiB");
    }

    @Test
    void aPartPackedInAnUnusualWayIsRefused() throws IOException {
        byte[] bytes = parts(sheet());
        // The last central directory entry: signature PK 1 2, the method at offset 10.
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        bytes[text.lastIndexOf("PK\u0001\u0002") + 10] = 95; // XZ
        assertThatThrownBy(() -> read(MAPPING, bytes)).hasMessageContaining("in an unusual way");
    }

    @Test
    void aDocumentTypeNeverReachesAFile() throws IOException {
        String entity = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>";
        Map<String, String> parts = new LinkedHashMap<>(workbookParts(sheet()));
        parts.computeIfPresent("xl/worksheets/sheet1.xml", (_, text) -> entity + text);
        assertThatThrownBy(() -> read(MAPPING, zip(parts)))
                .hasMessage("refused the workbook a.xlsx: it holds a document type");
    }

    private static void fill(OutputStream out, int mebibytes) throws IOException {
        byte[] blank = new byte[1 << 20];
        Arrays.fill(blank, (byte) ' ');
        for (int mebibyte = 0; mebibyte < mebibytes; mebibyte++) {
            out.write(blank);
        }
    }

    /** A sheet whose data rows have station, time and, in place of the value, this cell. */
    static String sheet(String... cells) {
        StringBuilder rows = new StringBuilder();
        rows.append("<row r=\"1\">");
        String[] header = {"code", "name", "time", "PM2.5"};
        for (int column = 0; column < header.length; column++) {
            rows.append(inline((char) ('A' + column) + "1", header[column]));
        }
        rows.append("</row>");
        for (int row = 2; row < cells.length + 2; row++) {
            rows.append("<row r=\"%d\">".formatted(row))
                    .append(inline("A" + row, "S1"))
                    .append(inline("C" + row, "2026-02-28 01:00"))
                    .append(cells[row - 2])
                    .append("</row>");
        }
        return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
    }

    private static String inline(String address, String text) {
        return "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(address, text);
    }

    static byte[] parts(String sheet) throws IOException {
        return zip(workbookParts(sheet));
    }

    private static Map<String, String> workbookParts(String sheet) {
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        return Map.of(
                "[Content_Types].xml",
                "<Types></Types>",
                "xl/workbook.xml",
                "<workbook xmlns:r=\"%s\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
                        .formatted(office),
                "xl/_rels/workbook.xml.rels",
                ("<Relationships><Relationship Id=\"rId1\" Type=\"%s/worksheet\""
                                + " Target=\"worksheets/sheet1.xml\"/></Relationships>")
                        .formatted(office),
                "xl/worksheets/sheet1.xml",
                sheet);
    }

    static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            write(zip, parts);
        }
        return bytes.toByteArray();
    }

    private static void write(ZipOutputStream zip, Map<String, String> parts) throws IOException {
        for (Map.Entry<String, String> part : parts.entrySet()) {
            zip.putNextEntry(new ZipEntry(part.getKey()));
            zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        }
    }
}
