package org.airshed.platform.rights;

import java.util.regex.Pattern;

/**
 * The code of a jurisdiction, as its own country writes it: {@code "130600"} for Baoding (GB/T
 * 2260). Letters, digits, dots and hyphens, at most 32 characters.
 */
public record JurisdictionCode(String value) implements Comparable<JurisdictionCode> {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,31}");

    public JurisdictionCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "expected a jurisdiction code of 1 to 32 letters, digits, dots or hyphens, got \""
                            + value
                            + "\"");
        }
    }

    @Override
    public int compareTo(JurisdictionCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
