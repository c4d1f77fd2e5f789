package org.airshed.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** Whatever somebody types is carried whole or refused with a sentence. */
class AnyTextTest {
    @Provide
    Arbitrary<String> text() {
        Arbitrary<Character> any = Arbitraries.chars().all();
        Arbitrary<Character> usual =
                Arbitraries.chars()
                        .range('\u4e00', '\u9fa5')
                        .with("=+-@<>&'\" \n_x000D_。，PM₂.₅".toCharArray());
        return Arbitraries.frequencyOf(Tuple.of(30, usual), Tuple.of(1, any))
                .list()
                .ofMaxSize(60)
                .map(characters -> {
                    StringBuilder text = new StringBuilder();
                    characters.forEach(text::append);
                    return text.toString();
                });
    }

    private static Document document(String text) {
        return Document.of(Language.CHINESE, "通报", "秘书处", "")
                .with(
                        Block.Paragraph.of(text),
                        new Block.Table(
                                "表",
                                List.of(Column.left("文", "Text", 1)),
                                List.of(List.of(Cell.of(text))),
                                List.of()));
    }

    private static boolean isRefused(String text) {
        try {
            document(text);
            return false;
        } catch (IllegalArgumentException refusal) {
            assertThat(refusal).hasMessageContaining("which no document can carry");
            return true;
        }
    }

    @Property(tries = 300)
    void docxCarriesItWhole(@ForAll("text") String text) throws Exception {
        if (!isRefused(text)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DocxWriter.write(document(text), bytes);
            String read = Parts.of(bytes.toByteArray()).xml("word/document.xml").getTextContent();
            assertThat(read).contains(text.replace("\n", ""));
        }
    }

    @Property(tries = 300)
    void xlsxCarriesItWhole(@ForAll("text") String text) throws IOException {
        if (!isRefused(text) && !text.isEmpty()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            XlsxWriter.write(document(text), bytes);
            try (var workbook =
                    new ReadableWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
                var rows = workbook.getSheet(1).orElseThrow().read();
                assertThat(rows.get(1).getCellText(0)).isEqualTo(text);
            }
        }
    }

    @Property(tries = 60)
    void pdfIsWrittenOrNamesTheCharacter(@ForAll("text") String text) throws IOException {
        if (!isRefused(text)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                PdfWriter.write(document(text), bytes);
                assertThat(bytes.size()).isPositive();
            } catch (UnprintableCharacterException refusal) {
                assertThat(text).contains(Character.toString(refusal.codePoint()));
                assertThat(bytes.size()).isZero();
            }
        }
    }
}
