package org.airshed.documents;

import java.math.BigDecimal;

/** What every text of a document must be: characters that all three formats can carry. */
final class Text {
    private Text() {}

    /**
     * The text, unchanged; a line feed in it is a line break.
     *
     * @throws IllegalArgumentException if it has a control character, half of a surrogate pair or a
     *     code point that is no character, naming it and where it stands
     */
    static String checked(String what, String text) {
        return checked(what, text, true);
    }

    /** As {@link #checked}, and without line breaks. */
    static String oneLine(String what, String text) {
        return checked(what, text, false);
    }

    /** As {@link #oneLine}, and not blank. */
    static String named(String what, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("expected a %s, got a blank".formatted(what));
        }
        return oneLine(what, text);
    }

    /**
     * As {@link #oneLine}, and at most so many characters: what a drawing has one line for.
     *
     * @throws IllegalArgumentException also if it is longer
     */
    static String shortLine(String what, String text, int longest) {
        if (text.length() > longest) {
            throw new IllegalArgumentException(
                    "expected a %s of at most %d characters, got %d (%s…)"
                            .formatted(what, longest, text.length(), text.substring(0, 10)));
        }
        return oneLine(what, text);
    }

    /**
     * The number, unchanged.
     *
     * @throws IllegalArgumentException if written out it has more than 100 digits before or after
     *     the point; one of a billion zeros would fill the memory
     */
    static BigDecimal writable(BigDecimal number) {
        long whole = (long) number.precision() - number.scale();
        if (whole > 100 || number.scale() > 100) {
            throw new IllegalArgumentException(
                    "expected a number of at most 100 digits before and after the point, got "
                            + number);
        }
        return number;
    }

    private static String checked(String what, String text, boolean linesAllowed) {
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            if (!isCarried(codePoint, linesAllowed)) {
                throw new IllegalArgumentException(
                        "the %s has U+%04X at position %d, which no document can carry"
                                .formatted(what, codePoint, at + 1));
            }
            at += Character.charCount(codePoint);
        }
        return text;
    }

    private static boolean isCarried(int codePoint, boolean linesAllowed) {
        if (codePoint == '\n') {
            return linesAllowed;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default ->
                    (codePoint & 0xFFFE) != 0xFFFE && !(codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
        };
    }
}
