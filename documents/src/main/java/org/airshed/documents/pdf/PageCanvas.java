package org.airshed.documents.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.airshed.documents.Colour;
import org.airshed.documents.chart.Canvas;
import org.airshed.documents.layout.Line;
import org.airshed.documents.layout.Span;

/** Part of a page as a canvas of charts, its origin at a point of the page. */
record PageCanvas(Pages pages, double left, double top) implements Canvas {
    @Override
    public void rectangle(double x, double y, double width, double height, Colour fill) {
        drawing(() -> pages.rectangle(left + x, top + y, width, height, fill));
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        drawing(() ->
                pages.line(
                        left + x1,
                        top + y1,
                        left + x2,
                        top + y2,
                        stroke.width(),
                        stroke.colour(),
                        stroke.dashed() ? 3 : 0));
    }

    @Override
    public void text(String text, double x, double baseline, Anchor anchor, Lettering lettering) {
        Style style = new Style(lettering.bold(), lettering.size(), lettering.colour(), 0, "");
        double width = textWidth(text, lettering);
        double from =
                switch (anchor) {
                    case START -> x;
                    case MIDDLE -> x - width / 2;
                    case END -> x - width;
                };
        var line = new Line<>(List.of(new Span<>(text, style)), width, true);
        drawing(() -> pages.text(line, left + from, top + baseline));
    }

    @Override
    public double textWidth(String text, Lettering lettering) {
        return pages.fonts.width(text, lettering.bold()) * lettering.size();
    }

    private static void drawing(Action action) {
        try {
            action.run();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
