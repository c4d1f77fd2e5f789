package org.airshed.platform.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Pattern PROBLEM_CODE =
            Pattern.compile(
                    "(?:Refusal\\s*\\.\\s*\\w+\\(\\s*|new Problem\\(\\s*\\d+,\\s*)\"([a-z0-9.-]+)\"");
    private final Words words = new Words();

    @Test
    void bothLanguagesSayTheSameCodes() {
        assertThat(words.codes(Language.ZH)).hasSizeGreaterThan(30);
        assertThat(words.codes(Language.ZH)).isEqualTo(words.codes(Language.EN));
    }

    @Test
    void bothLanguagesNameTheSameArguments() {
        for (String code : words.codes(Language.ZH)) {
            assertThat(places(code, Language.EN)).as(code).isEqualTo(places(code, Language.ZH));
        }
    }

    @Test
    void chineseSentencesAreChinese() {
        for (String code : words.codes(Language.ZH)) {
            assertThat(words.findSentence(code, Language.ZH).orElseThrow())
                    .as(code)
                    .containsPattern("[\\u4e00-\\u9fff]");
        }
    }

    @Test
    void everyProblemOfTheSourcesHasItsSentences() throws IOException {
        Set<String> thrown = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = PROBLEM_CODE.matcher(Files.readString(source));
                while (matcher.find()) {
                    thrown.add(matcher.group(1));
                }
            }
        }
        List<String> unsaid = new ArrayList<>();
        for (String code : thrown) {
            for (String part : List.of(".title", ".detail")) {
                if (words.findSentence(code + part, Language.EN).isEmpty()) {
                    unsaid.add(code + part);
                }
            }
        }
        assertThat(thrown).contains("server.cursor-invalid", "server.act-refused");
        assertThat(unsaid).isEmpty();
    }

    @Test
    void aSentenceNamesItsArguments() {
        assertThat(
                        words.say(
                                "server.limit-out-of-range.detail",
                                Map.of("maximum", "500", "value", "$1\\"),
                                Language.EN))
                .isEqualTo("expected a whole number of 1 to 500 in parameter limit, got $1\\");
    }

    @Test
    void anUnknownCodeIsSaidAsItself() {
        assertThat(words.say("later.code", Map.of("b", "2", "a", "1"), Language.ZH))
                .isEqualTo("later.code {a=1, b=2}");
    }

    private Set<String> places(String code, Language language) {
        return Words.places(words.findSentence(code, language).orElseThrow());
    }
}
