package org.airshed.documents.pdf;

import org.airshed.documents.Colour;
import org.airshed.documents.Language;

/**
 * Sizes of type and distances between lines, in points. Chinese asks for larger characters, more
 * distance and an indented first line; English is set ragged.
 */
record Measures(
        Language language,
        double body,
        double bodyLeading,
        double cell,
        double cellLeading,
        double note,
        double noteLeading,
        double indent) {
    static final Colour GREY = new Colour("595959");
    static final Colour LINK = new Colour("0B5394");
    static final Colour RED = new Colour("C00000");
    static final Colour HEADER = new Colour("EDEDED");
    static final Colour HAIRLINE = new Colour("BFBFBF");

    static Measures of(Language language) {
        return switch (language) {
            case CHINESE -> new Measures(language, 12, 20.4, 10, 15, 9.5, 15, 24);
            case ENGLISH -> new Measures(language, 11, 16.5, 9.5, 13.5, 9, 13, 0);
        };
    }

    double heading(int level) {
        return switch (level) {
            case 1 -> body + 3;
            case 2 -> body + 1;
            default -> body;
        };
    }

    /** Where the letters of a line stand below its upper edge. */
    static double baseline(double size, double leading) {
        return (leading - size) / 2 + size * 0.88;
    }
}
