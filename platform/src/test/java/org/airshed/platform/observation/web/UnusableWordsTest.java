package org.airshed.platform.observation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.airshed.platform.server.Language;
import org.airshed.platform.server.Words;
import org.airshed.stationfiles.MappedFile;
import org.airshed.stationfiles.Mapping;
import org.airshed.stationfiles.Unusable;
import org.airshed.stationfiles.UnusableFileException;
import org.junit.jupiter.api.Test;

/** Why nothing of a file can be used, in the reader's language. */
class UnusableWordsTest {
    private static final String PREFIX = "stationfiles.unusable.";
    private final Words words = new Words();

    /** The command line and the service say the same, and nothing is left to English alone. */
    @Test
    void everyReasonHasItsWords() {
        Map<String, String> sentences = new TreeMap<>();
        Arrays.stream(Unusable.values())
                .forEach(kind -> sentences.put(PREFIX + kind.code(), kind.english()));
        assertThat(sentences).hasSize(Unusable.values().length);

        sentences.forEach((code, english) ->
                assertThat(
                                words.findSentence(code, Language.EN)
                                        .orElseThrow()
                                        .replace("@observation.expected", ""))
                        .as(code)
                        .isEqualTo(english));
        assertThat(
                        words.codes(Language.ZH).stream()
                                .filter(code -> code.startsWith(PREFIX))
                                .toList())
                .isEqualTo(sentences.keySet().stream().toList());
    }

    private static UnusableFileException unusable(String mapping) {
        return catchThrowableOfType(
                UnusableFileException.class,
                () ->
                        Mapping.read(
                                "mapping",
                                new ByteArrayInputStream(
                                        mapping.getBytes(StandardCharsets.UTF_8))));
    }

    private String said(UnusableFileException unusable, Language language) {
        return words.say("observation.mapping-unusable.detail", unusable.arguments(), language);
    }

    @Test
    void aMappingIsRefusedInTheReadersLanguage() {
        UnusableFileException wrong = unusable("station = a\ncharset = latin1\ncharset = GBK\n");

        assertThat(wrong)
                .hasMessage(
                        "mapping line 3, charset: expected each key once, it stands in line 2, got 'GBK'");
        assertThat(said(wrong, Language.EN)).endsWith(String.valueOf(wrong.getMessage()));
        assertThat(said(wrong, Language.ZH))
                .isEqualTo("该映射不能使用：mapping 第 3 行 charset：应为每个键只写一次，它已在第 2 行，收到“GBK”");
        UnusableFileException absent = unusable("time.zone = UTC\n");
        assertThat(said(absent, Language.EN)).endsWith(String.valueOf(absent.getMessage()));
        assertThat(said(absent, Language.ZH)).contains("没有这一行").doesNotContain("expected");
    }

    @Test
    void aFileIsRefusedInTheReadersLanguage() throws Exception {
        Mapping mapping = Mapping.shipped(Mapping.SHIPPED.iterator().next());
        UnusableFileException empty =
                catchThrowableOfType(
                        UnusableFileException.class,
                        () ->
                                MappedFile.preview(
                                        "a.csv",
                                        new ByteArrayInputStream(
                                                "x,y\n1,2\n".getBytes(StandardCharsets.UTF_8)),
                                        mapping,
                                        Instant.EPOCH,
                                        5));

        String zh = words.say("observation.file-unusable.detail", empty.arguments(), Language.ZH);
        assertThat(zh).startsWith("a.csv 无法读取：应有映射所指的列").doesNotContain("expected");
    }
}
