package org.airshed.stationfiles;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decimals as people and spreadsheets write them: {@code -3.50}, {@code 4.0999999999999996E-3}. */
final class Numbers {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?[0-9]{1,30}(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,2})?");

    private Numbers() {}

    /** The number, if the text is one and not longer than this. */
    static Optional<BigDecimal> find(String text, char decimal, int longest) {
        if (text.length() > longest || (decimal != '.' && text.indexOf('.') >= 0)) {
            return Optional.empty();
        }
        String plain = text.replace(decimal, '.');
        return NUMBER.matcher(plain).matches()
                ? Optional.of(new BigDecimal(plain))
                : Optional.empty();
    }
}
