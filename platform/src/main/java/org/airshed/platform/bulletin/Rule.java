package org.airshed.platform.bulletin;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;
import java.util.TreeMap;
import org.airshed.platform.server.BilingualText;
import org.airshed.platform.server.Language;
import org.airshed.platform.server.Words;

/**
 * The rule a figure follows, as a code with arguments; said in the reader's language.
 *
 * @param code its word, after {@code bulletin.rule.}; empty where a figure follows none
 * @param arguments such as of how many cities a mean is
 */
public record Rule(String code, Map<String, String> arguments) {
    /** No rule: a name, a count. */
    static final Rule NONE = new Rule("", Map.of());

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public Rule {
        arguments = new TreeMap<>(arguments);
    }

    static Rule of(String code) {
        return new Rule(code, Map.of());
    }

    /** A rule as bulletins kept it before rules were codes: words in English. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Rule written(String words) {
        return words.isEmpty() ? NONE : new Rule("written", Map.of("words", words));
    }

    /** Whether there is none. */
    @JsonIgnore
    public boolean isNone() {
        return code.isEmpty();
    }

    /** The rule in both languages. */
    public BilingualText said(Words words) {
        return new BilingualText(said(words, Language.ZH), said(words, Language.EN));
    }

    String said(Words words, Language language) {
        return words.say("bulletin.rule." + code, arguments, language);
    }
}
