package org.airshed.documents.chart;

import org.airshed.documents.Colour;

/**
 * Something to draw on: lengths in points, x to the right and y down from the upper left corner.
 */
public interface Canvas {
    /** Where a text stands relative to its x. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    void rectangle(double x, double y, double width, double height, Colour fill);

    void line(double x1, double y1, double x2, double y2, Stroke stroke);

    void text(String text, double x, double baseline, Anchor anchor, Lettering lettering);

    double textWidth(String text, Lettering lettering);

    /** A line's width in points, its colour, and whether it is dashed. */
    record Stroke(double width, Colour colour, boolean dashed) {}

    /** The size of letters in points, their weight and colour. */
    record Lettering(double size, boolean bold, Colour colour) {}
}
