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
                        .formatted(
                                Character.toString(codePoint), codePoint, around(codePoint, text)));
        this.codePoint = codePoint;
    }

    /** The character, as a Unicode code point. */
    public int codePoint() {
        return codePoint;
    }

    /** The characters around it, by which its place is found. */
    private static String around(int codePoint, String text) {
        int[] all = text.codePoints().toArray();
        int at = 0;
        while (at < all.length && all[at] != codePoint) {
            at++;
        }
        int from = Math.max(0, at - 15);
        int until = Math.min(all.length, at + 16);
        return (from > 0 ? "…" : "")
                + new String(all, from, until - from)
                + (until < all.length ? "…" : "");
    }
}
