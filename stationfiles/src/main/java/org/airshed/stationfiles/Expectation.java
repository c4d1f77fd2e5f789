package org.airshed.stationfiles;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What should stand where a {@link Reject} stands, as code and arguments, so that it can be said in
 * the reader's language.
 *
 * @param code the kind, such as {@code degrees}; empty when only the words are known
 * @param english the sentence in English, its arguments in braces
 * @param arguments what stands for each name in braces
 */
public record Expectation(String code, String english, Map<String, String> arguments) {
    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");

    /** Copies the arguments. */
    public Expectation {
        arguments = Map.copyOf(arguments);
    }

    /** An expectation of no kind, as records from before there were kinds have it. */
    public static Expectation inWords(String english) {
        return new Expectation("", english, Map.of());
    }

    /** The sentence in English, filled. */
    public String sentence() {
        // A name without an argument stays: a sentence in words may hold braces of its own.
        return PLACE.matcher(english)
                .replaceAll(place ->
                        Matcher.quoteReplacement(
                                arguments.getOrDefault(place.group(1), place.group())));
    }
}
