package org.airshed.documents.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LineBreakerTest {
    private static final String NEVER_FIRST = "，。、；：！？）》”’…—％₂₃";
    private static final String NEVER_LAST = "（《“‘";

    private static List<String> lines(String text, double width) {
        return LineBreaker.lines(List.of(new Span<>(text, "")), width, LineBreakerTest::em).stream()
                .map(Line::text)
                .toList();
    }

    private static double em(int codePoint, String style) {
        return codePoint < 0x2E80 ? 0.5 : 1;
    }

    @Test
    void chineseBreaksBetweenAnyTwoIdeographs() {
        assertThat(lines("大气污染联防联控", 3)).containsExactly("大气污", "染联防", "联控");
    }

    @Test
    void aMarkTakesTheCharacterBeforeItToTheNextLine() {
        assertThat(lines("空气质量，通报", 4)).containsExactly("空气质", "量，通报");
        assertThat(lines("见通报《环境》", 4)).containsExactly("见通报", "《环境》");
    }

    @Test
    void aLatinWordIsNotBroken() {
        assertThat(lines("浓度为airshed值", 5)).containsExactly("浓度为", "airshed值");
        assertThat(lines("state-of-the-art air", 8)).containsExactly("state-of-the-art", "air");
    }

    @Test
    void aSubscriptStaysWithItsLetter() {
        assertThat(lines("二氧化硫SO₂", 5)).containsExactly("二氧化硫", "SO₂");
    }

    @Test
    void aNumberStaysWithItsPercentSign() {
        assertThat(lines("上升了12%的", 4)).containsExactly("上升了", "12%的");
    }

    @Test
    void spacesAtTheEndOfALineAreDroppedAndNoBreakSpacesKept() {
        assertThat(lines("ab   cd", 1)).containsExactly("ab", "cd");
        assertThat(lines("风速2\u00a0m/s", 3)).containsExactly("风速", "2\u00a0m/s");
    }

    @Test
    void aWordWiderThanTheLineIsBrokenWhereItMustBe() {
        assertThat(lines("abcdefgh", 1.5)).containsExactly("abc", "def", "gh");
        assertThat(lines("宽宽", 0.5)).containsExactly("宽", "宽");
    }

    @Test
    void aLineFeedEndsTheLine() {
        assertThat(lines("一\n二\n", 9)).containsExactly("一", "二", "");
        assertThat(lines("", 9)).containsExactly("");
    }

    @Test
    void aSurrogatePairIsOneCharacter() {
        assertThat(lines("𠮷𠮷𠮷", 2)).containsExactly("𠮷𠮷", "𠮷");
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.strings()
                .withChars("空气质量通报（《“”》），。、；：—…abcXYZ 019.%/- \n₂µ\u00a0\u2060")
                .ofMaxLength(120);
    }

    /** Letters with single marks among them, as people write. */
    @Provide
    Arbitrary<String> sentences() {
        Arbitrary<String> words =
                Arbitraries.of("空气", "质", "量通报", "浓度", "PM", "air ", "SO₂", "12%", "2026年");
        Arbitrary<String> marks =
                Arbitraries.of("", "", "，", "。", "、", "；", "（", "）", "《", "》", "“");
        return words.flatMap(word -> marks.map(mark -> word + mark))
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }

    @Property
    void nothingIsLostButSpaces(
            @ForAll("anything") String text,
            @ForAll @DoubleRange(min = 0.1, max = 30) double width) {
        String kept = lines(text, width).stream().collect(Collectors.joining());
        assertThat(withoutSpaces(kept)).isEqualTo(withoutSpaces(text));
    }

    @Property
    void noLineIsTooWideUnlessItIsOneCharacter(
            @ForAll("anything") String text,
            @ForAll @DoubleRange(min = 0.1, max = 30) double width) {
        for (Line<String> line :
                LineBreaker.lines(List.of(new Span<>(text, "")), width, LineBreakerTest::em)) {
            assertThat(
                            line.width() <= width + 1e-9
                                    || line.text().codePointCount(0, line.text().length()) == 1)
                    .as(line.text())
                    .isTrue();
        }
    }

    @Property
    void noLineBeginsOrEndsWithAMarkThatMayNot(
            @ForAll("sentences") String text,
            @ForAll @DoubleRange(min = 6, max = 30) double width) {
        List<String> lines = lines(text, width);
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (at > 0) {
                assertThat(NEVER_FIRST).as(line).doesNotContain(line.substring(0, 1));
            }
            if (at < lines.size() - 1) {
                assertThat(NEVER_LAST).as(line).doesNotContain(line.substring(line.length() - 1));
            }
        }
    }

    /** Latin words, each after an ideograph, without spaces. */
    @Provide
    Arbitrary<String> mixed() {
        Arbitrary<String> words =
                Arbitraries.of("PM", "airshed", "2026", "well-known", "m/s", "O₃", "");
        return words.map(word -> "气" + word).list().ofMaxSize(60).map(all -> String.join("", all));
    }

    @Property
    void noWordIsBrokenThatFits(
            @ForAll("mixed") String text, @ForAll @DoubleRange(min = 6, max = 30) double width) {
        int at = 0;
        for (String line : lines(text, width)) {
            boolean inWord =
                    at > 0
                            && at < text.length()
                            && text.charAt(at - 1) != '气'
                            && text.charAt(at) != '气';
            assertThat(inWord).as(line).isFalse();
            at += line.length();
        }
    }

    private static String withoutSpaces(String text) {
        return text.replaceAll("[ \\n]", "");
    }
}
