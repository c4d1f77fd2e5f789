package org.airshed.documents;

import java.util.Locale;
import java.util.regex.Pattern;

/** A colour as six hexadecimal digits of red, green and blue, upper case, without a number sign. */
public record Colour(String hex) {
    // First: the constants below are checked by it.
    private static final Pattern SIX_DIGITS = Pattern.compile("#?[0-9A-Fa-f]{6}");

    public static final Colour BLACK = new Colour("000000");
    public static final Colour WHITE = new Colour("FFFFFF");

    /**
     * @throws IllegalArgumentException if {@code hex} is not six hexadecimal digits; a number sign
     *     before them is accepted and dropped
     */
    public Colour {
        if (!SIX_DIGITS.matcher(hex).matches()) {
            throw new IllegalArgumentException(
                    "expected a colour as six hexadecimal digits, got \"%s\"".formatted(hex));
        }
        hex = hex.substring(hex.length() - 6).toUpperCase(Locale.ROOT);
    }

    /** 0xRRGGBB. */
    public int rgb() {
        return Integer.parseInt(hex, 16);
    }

    /** Black or white, whichever has the higher contrast on this colour (WCAG 2.1, 1.4.3). */
    public Colour ink() {
        double luminance = luminance();
        double onWhite = (luminance + 0.05) / 0.05;
        double onBlack = 1.05 / (luminance + 0.05);
        return onWhite >= onBlack ? BLACK : WHITE;
    }

    private double luminance() {
        return 0.2126 * linear(rgb() >> 16 & 255)
                + 0.7152 * linear(rgb() >> 8 & 255)
                + 0.0722 * linear(rgb() & 255);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
