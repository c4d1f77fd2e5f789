package org.airshed.platform.observation.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.airshed.platform.server.Language;
import org.airshed.platform.server.Words;
import org.airshed.stationfiles.Expected;
import org.junit.jupiter.api.Test;

class ConditionTest {
    private static final String PREFIX = "observation.expected.";

    /** The command line and the service say the same, and nothing is left to English alone. */
    @Test
    void whateverARejectExpectedHasItsWords() {
        Map<String, String> sentences = new TreeMap<>();
        Arrays.stream(Expected.values())
                .forEach(kind -> sentences.put(PREFIX + kind.code(), kind.english()));
        Arrays.stream(Condition.values())
                .forEach(kind -> sentences.put(PREFIX + kind.code(), kind.english()));
        assertThat(sentences).hasSize(Expected.values().length + Condition.values().length);

        Words words = new Words();
        sentences.forEach((code, english) ->
                assertThat(words.findSentence(code, Language.EN)).as(code).contains(english));
        assertThat(
                        words.codes(Language.ZH).stream()
                                .filter(code -> code.startsWith(PREFIX))
                                .toList())
                .isEqualTo(sentences.keySet().stream().toList());
    }
}
