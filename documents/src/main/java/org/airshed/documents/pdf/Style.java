package org.airshed.documents.pdf;

import org.airshed.documents.Colour;

/**
 * How text is set.
 *
 * @param size in points
 * @param rise above the baseline, in points
 * @param address where a click leads: a URI, {@code #n} for note n, or empty
 */
record Style(boolean bold, double size, Colour ink, double rise, String address) {
    static Style plain(double size) {
        return new Style(false, size, Colour.BLACK, 0, "");
    }

    static Style bold(double size) {
        return new Style(true, size, Colour.BLACK, 0, "");
    }

    Style in(Colour colour) {
        return new Style(bold, size, colour, rise, address);
    }

    Style leadingTo(String target) {
        return new Style(bold, size, ink, rise, target);
    }

    /** Smaller and higher, for the number of a note. */
    Style raised() {
        return new Style(bold, size * 0.65, ink, size * 0.38, address);
    }
}
