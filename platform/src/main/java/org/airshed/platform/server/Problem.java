package org.airshed.platform.server;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why a request was not answered, as a code and its arguments; {@link Problems} says it in the
 * reader's language. The sentences are {@code <code>.title} and {@code <code>.detail} of {@link
 * Words}.
 *
 * @param status the HTTP status, 400 to 599
 * @param code the room and the matter: {@code "region.jurisdiction-unknown"}
 * @param arguments what the sentences name: the value, its place, what was expected
 * @param violations each thing wrong, where a request can be wrong in several places
 */
public record Problem(
        int status, String code, Map<String, String> arguments, List<Violation> violations) {
    private static final int LONGEST_ARGUMENT = 500;

    public Problem {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException(
                    "expected a status of 400 to 599 for problem " + code + ", got " + status);
        }
        Map<String, String> shortened = new TreeMap<>();
        arguments.forEach((name, value) -> shortened.put(name, shorten(value)));
        arguments = Collections.unmodifiableMap(shortened);
        violations = List.copyOf(violations);
    }

    public Problem(int status, String code, Map<String, String> arguments) {
        this(status, code, arguments, List.of());
    }

    /** What a stranger sent goes back to them, but never at length. */
    static String shorten(String value) {
        if (value.length() <= LONGEST_ARGUMENT) {
            return value;
        }
        // Half a surrogate pair could not be sent.
        boolean insidePair = Character.isHighSurrogate(value.charAt(LONGEST_ARGUMENT - 1));
        return value.substring(0, LONGEST_ARGUMENT - (insidePair ? 1 : 0)) + "…";
    }
}
