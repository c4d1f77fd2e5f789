package org.airshed.platform.access;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognises long passwords that guessers try first: well-known words and keyboard runs, alone, in
 * a row, or followed by digits and signs. Shorter ones are refused for their length.
 */
final class WidelyUsedPasswords {
    private static final Set<String> WORDS =
            Set.of(
                    "password",
                    "passw0rd",
                    "p@ssw0rd",
                    "p@ssword",
                    "welcome",
                    "administrator",
                    "admin",
                    "letmein",
                    "iloveyou",
                    "woaini",
                    "changeme",
                    "qwerty",
                    "qwertyuiop",
                    "asdfghjkl",
                    "zxcvbnm",
                    "1qaz2wsx",
                    "1q2w3e4r",
                    "qazwsxedc",
                    "abcdefghijkl",
                    "abc",
                    "abcd",
                    "airshed",
                    "beijing",
                    "huanbao",
                    "huanjing",
                    "lianfanglankong");
    private static final Pattern TAIL = Pattern.compile("[^a-z]*$");
    private static final Pattern RUN =
            Pattern.compile("(?:0?123456789|987654321|1234567890|123123|112233|666|888)[0-9]*");

    private WidelyUsedPasswords() {}

    static boolean among(String lower) {
        if (WORDS.contains(lower) || RUN.matcher(lower).matches()) {
            return true;
        }
        String left = TAIL.matcher(lower).replaceFirst("");
        // One word, perhaps said several times: "passwordpassword2026".
        return WORDS.stream().anyMatch(word -> !left.isEmpty() && left.replace(word, "").isEmpty());
    }
}
