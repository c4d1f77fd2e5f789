package org.airshed.documents;

/**
 * None of the shipped fonts has a character of the text. Nothing was written: a box in its place
 * would be a false document.
 */
public final class UnprintableCharacterException extends RuntimeException {
    private final int codePoint;

    public UnprintableCharacterException(int codePoint, String text) {
        super(
                "no font of the documents has the character %s (U+%04X), in \"%s\""
                        .formatted(Character.toString(codePoint), codePoint, shortened(text)));
        this.codePoint = codePoint;
    }

    /** The character, as a Unicode code point. */
    public int codePoint() {
        return codePoint;
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= 40
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 40)) + "…";
    }
}
