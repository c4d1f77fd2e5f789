package org.airshed.documents.layout;

/**
 * Where a line may end. The lists of marks follow GB/T 15834-2011 (5.1) and W3C, Requirements for
 * Chinese Text Layout (3.1.3); Latin words are never broken here.
 */
final class BreakRules {
    private static final String NEVER_FIRST = "，。、；：！？）》〉」』】〕〗”’…—–·～％‰℃°′″㎡,.;:!?)]}%";
    private static final String NEVER_LAST = "（《〈「『【〔〖“‘([{￥¥£$";

    private BreakRules() {}

    static boolean mayBeFirst(int codePoint) {
        return NEVER_FIRST.indexOf(codePoint) < 0 && !joinsTheOneBefore(codePoint);
    }

    static boolean mayBeLast(int codePoint) {
        return NEVER_LAST.indexOf(codePoint) < 0;
    }

    /** A space at which a line may end; the spaces that forbid it (U+00A0, U+202F) are none. */
    static boolean isSpace(int codePoint) {
        return codePoint == ' ' || codePoint == 0x2009 || codePoint == 0x3000;
    }

    /**
     * Whether a line may end before {@code codePoints[at]}; {@code at} is at least {@code from +
     * 1}.
     */
    static boolean mayBreakBefore(int[] codePoints, int from, int at) {
        int next = codePoints[at];
        if (isSpace(next) || !mayBeFirst(next)) {
            return false;
        }
        int before = at - 1;
        while (before > from && isSpace(codePoints[before])) {
            before--;
        }
        int previous = codePoints[before];
        if (!mayBeLast(previous)) {
            return false;
        }
        return before < at - 1 || isSpace(previous) || isWide(previous) || isWide(next);
    }

    /** Marks, joiners, variation selectors and figures set below or above the line. */
    private static boolean joinsTheOneBefore(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT ->
                    true;
            default -> codePoint >= 0x2070 && codePoint <= 0x209F;
        };
    }

    /**
     * Characters between which Chinese breaks freely: ideographs, kana and full-width marks. The
     * single quotes are none: U+2019 is the apostrophe of Latin words.
     */
    private static boolean isWide(int codePoint) {
        return "“”".indexOf(codePoint) >= 0
                || codePoint >= 0x2E80 && codePoint <= 0xA4CF
                || codePoint >= 0xF900 && codePoint <= 0xFAFF
                || codePoint >= 0xFE30 && codePoint <= 0xFE4F
                || codePoint >= 0xFF00 && codePoint <= 0xFFEF
                || codePoint >= 0x20000 && codePoint <= 0x3FFFF;
    }
}
