package org.airshed.stationfiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.airshed.stationfiles.HourlyRowTest.Gathered;

/** Whatever the bytes are: rows, rejects, or the one documented exception, and soon. */
class MappedFileFuzzTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Property(tries = 2000)
    void randomBytesNeverSurprise(@ForAll @Size(max = 2000) byte[] bytes) {
        read(bytes);
    }

    @Property(tries = 2000)
    void randomBytesBehindAHeaderNeverSurprise(@ForAll("almostRows") String rows) {
        read((MappedFileTest.HEADER + rows).getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 1000)
    void damagedTextsNeverSurprise(
            @ForAll @Size(max = 20) byte[] damage, @ForAll @IntRange(max = 200) int at) {
        byte[] good =
                (MappedFileTest.HEADER + MappedFileTest.ROW.repeat(3))
                        .getBytes(StandardCharsets.UTF_8);
        read(damaged(good, damage, at));
    }

    @Property(tries = 1500)
    void damagedWorkbooksNeverSurprise(
            @ForAll @Size(min = 1, max = 6) byte[] damage, @ForAll @IntRange(max = 100_000) int at)
            throws IOException {
        byte[] good = WorkbookTest.parts(WorkbookTest.sheet("<c r=\"D2\"><v>35</v></c>"));
        read(damaged(good, damage, at));
    }

    @Property(tries = 1500)
    void sheetsOfAlmostXmlNeverSurprise(@ForAll("almostSheets") String sheet) throws IOException {
        read(WorkbookTest.parts(sheet));
    }

    @Property(tries = 2000)
    void mappingsOfAnyTextNeverSurprise(@ForAll("almostMappings") String text) {
        try {
            MappingTest.mapping(text);
        } catch (UnusableFileException documented) {
            assertThat(documented.getMessage()).isNotBlank();
        }
    }

    private static byte[] damaged(byte[] good, byte[] damage, int at) {
        byte[] bytes = good.clone();
        int place = at % bytes.length;
        System.arraycopy(damage, 0, bytes, place, Math.min(damage.length, bytes.length - place));
        return bytes;
    }

    @Provide
    Arbitrary<String> almostRows() {
        return Arbitraries.of(
                        "2026-02-28 01:00",
                        "2026-02-28 99:00",
                        "0000-00-00 00:00",
                        "S1",
                        "红庙街",
                        "NA",
                        "",
                        "35",
                        "1e99",
                        "\"",
                        ",",
                        "\n",
                        "\r\n",
                        "-1",
                        "9".repeat(40),
                        "\uFFFF",
                        ".")
                .list()
                .ofMaxSize(120)
                .map(words -> String.join(",", words));
    }

    @Provide
    Arbitrary<String> almostSheets() {
        String good = WorkbookTest.sheet("<c r=\"D2\"><v>35</v></c>");
        String open = good.substring(0, good.indexOf("</sheetData>"));
        return Arbitraries.of(
                        "<row r=\"2\">",
                        "<row r=\"x\">",
                        "<row>",
                        "</row>",
                        "<c r=\"A1\">",
                        "<c r=\"a\">",
                        "<c r=\"A\">",
                        "<c t=\"s\">",
                        "<c t=\"b\">",
                        "<c t=\"e\">",
                        "<c t=\"d\">",
                        "<c s=\"9\">",
                        "<c r=\"C9\" s=\"x\">",
                        "<v>1</v>",
                        "<v>46081.041666666664</v>",
                        "<v>-1E99</v>",
                        "<v>x</v>",
                        "<f t=\"shared\" si=\"1\"/>",
                        "<f t=\"shared\" si=\"1\" ref=\"A1:B2\">A1+Z9</f>",
                        "<f t=\"array\" ref=\"A1\">1</f>",
                        "<f t=\"array\" ref=\"A1:\">1</f>",
                        "<f>",
                        "</f>",
                        "<is><t>S1</t></is>",
                        "</c>",
                        "</sheetData>",
                        "<mergeCell ref=\"A1:D9\"/>",
                        "<mergeCell/>",
                        "&amp;",
                        "&x;",
                        "<!-- -->",
                        "]]>")
                .list()
                .ofMaxSize(30)
                .map(pieces -> open + String.join("", pieces) + "</sheetData></worksheet>");
    }

    @Provide
    Arbitrary<String> almostMappings() {
        Arbitrary<String> keys = Arbitraries.of(MappingKey.values()).map(MappingKey::word);
        Arbitrary<String> values =
                Arbitraries.of(
                        "code",
                        "",
                        "1",
                        "ug/m3",
                        "ppb",
                        "UTC",
                        "+99:00",
                        "end",
                        "yyyy-MM-dd HH",
                        "yyyyMMddHH'",
                        "yyyyMMddHH[",
                        "{}",
                        "comma",
                        "\u0000",
                        "=",
                        "#");
        Arbitrary<String> lines = keys.flatMap(key -> values.map(value -> key + " = " + value));
        return lines.list()
                .ofMaxSize(12)
                .map(List::copyOf)
                .flatMap(drawn ->
                        Arbitraries.of("", MappingTest.GOOD)
                                .map(start -> start + String.join("\n", drawn)));
    }

    private static void read(byte[] bytes) {
        Gathered gathered = new Gathered();
        long began = System.nanoTime();
        try {
            FileEnd end =
                    MappedFile.read(
                            "fuzz",
                            new ByteArrayInputStream(bytes),
                            MappingTest.mapping(MappedFileTest.NAMED),
                            MappedFileTest.NOW,
                            gathered);
            assertThat(end.rows()).isEqualTo(gathered.rows.size());
            assertThat(end.rejects()).isEqualTo(gathered.rejects.size());
            assertThat(gathered.rejects)
                    .allSatisfy(reject -> assertThat(reject.message()).isNotBlank());
        } catch (UnusableFileException documented) {
            assertThat(documented.getMessage()).isNotBlank();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
    }
}
