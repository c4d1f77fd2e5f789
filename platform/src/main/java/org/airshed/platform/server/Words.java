package org.airshed.platform.server;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Turns stored codes into sentences at the moment of reading. Every room keeps its sentences in
 * {@code words/<room>.zh.properties} and {@code words/<room>.en.properties} (UTF-8); a sentence
 * names its arguments in braces: {@code "expected a limit up to {maximum}, got {value}"}. An
 * argument that is a code itself is said in words by {@code {reason@observation.unusable}}: the
 * sentence of that code below the word after the sign, filled with the same arguments.
 */
@Component
public class Words {
    private static final Pattern PLACE =
            Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9]*)(?:@([a-z][a-z.-]*))?}");

    private final Map<Language, Map<String, String>> sentences = new EnumMap<>(Language.class);

    /** Reads the word files of all rooms from the class path. */
    public Words() {
        for (Language language : Language.values()) {
            sentences.put(language, read(language));
        }
    }

    /**
     * The sentence for a code. A code without a sentence is said as itself with its arguments, so
     * that a record written by a later version can still be read.
     */
    public String say(String code, Map<String, String> arguments, Language language) {
        return findSentence(code, language)
                .map(sentence -> fill(sentence, arguments, language))
                .orElseGet(
                        () -> arguments.isEmpty() ? code : code + " " + new TreeMap<>(arguments));
    }

    /** The unfilled sentence of a code, or empty when no room has one. */
    public Optional<String> findSentence(String code, Language language) {
        return Optional.ofNullable(sentences(language).get(code));
    }

    /** Every code that has a sentence in this language. */
    public Set<String> codes(Language language) {
        return new TreeSet<>(sentences(language).keySet());
    }

    /** The names of the arguments a sentence uses. */
    static Set<String> places(String sentence) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = PLACE.matcher(sentence);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private Map<String, String> sentences(Language language) {
        return sentences.getOrDefault(language, Map.of());
    }

    private String fill(String sentence, Map<String, String> arguments, Language language) {
        return PLACE.matcher(sentence)
                .replaceAll(place -> {
                    String given = arguments.getOrDefault(place.group(1), "?");
                    String words =
                            place.group(2) == null
                                    ? given
                                    : say(place.group(2) + "." + given, arguments, language);
                    return Matcher.quoteReplacement(words);
                });
    }

    private static Map<String, String> read(Language language) {
        Map<String, String> all = new TreeMap<>();
        try {
            Resource[] files =
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:words/*." + language.code() + ".properties");
            for (Resource file : files) {
                Properties words = new Properties();
                try (Reader reader =
                        new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    words.load(reader);
                }
                for (String code : words.stringPropertyNames()) {
                    if (all.put(code, words.getProperty(code)) != null) {
                        throw new IllegalStateException(
                                "expected one sentence for "
                                        + code
                                        + ", found a second in "
                                        + file);
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return all;
    }
}
