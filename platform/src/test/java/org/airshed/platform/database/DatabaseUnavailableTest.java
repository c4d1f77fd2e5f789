package org.airshed.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseUnavailableTest {
    private static DatabaseUnavailable with(DatabaseTrouble trouble) {
        return new DatabaseUnavailable(
                trouble,
                trouble.argumentNames().stream()
                        .map(name -> "<" + name + ">")
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @EnumSource
    void everyTroubleHasASentenceThatNamesItsArgumentsInBothLanguages(DatabaseTrouble trouble) {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
            String sentence = with(trouble).sentence(locale);
            assertThat(sentence).isNotEqualTo(trouble.code()).doesNotContain("{", "}");
            for (String name : trouble.argumentNames()) {
                assertThat(sentence).contains("<" + name + ">");
            }
        }
        assertThat(with(trouble).sentence(Locale.CHINA)).containsPattern("[\\u4e00-\\u9fff]");
    }

    @ParameterizedTest
    @EnumSource
    void theAnalyzerSaysTheSentenceAndWhereToReadOn(DatabaseTrouble trouble) {
        DatabaseUnavailable cause = with(trouble);
        var analysis =
                Objects.requireNonNull(
                        new DatabaseUnavailableAnalyzer()
                                .analyze(new IllegalStateException("wrapped", cause)));
        assertThat(analysis.getDescription()).contains(cause.sentence(Locale.ENGLISH));
        assertThat(analysis.getAction()).contains("docs/guide/database.md");
    }
}
