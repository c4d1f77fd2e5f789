package org.airshed.documents.chart;

import org.airshed.documents.Chart;
import org.airshed.documents.Colour;

/** A chart laid out for a width: how high it will be, and how to put it on a canvas. */
public sealed interface Drawing permits BarDrawing, LineDrawing {
    double LETTERS = 8.5; // pt: one size below the text of tables
    Colour GREY = new Colour("595959");
    Colour GRID = new Colour("DDDDDD");
    Colour LIMIT = new Colour("C00000");

    Canvas.Lettering PLAIN = new Canvas.Lettering(LETTERS, false, Colour.BLACK);
    Canvas.Lettering MUTED = new Canvas.Lettering(LETTERS, false, GREY);
    Canvas.Lettering LIMIT_NAME = new Canvas.Lettering(LETTERS, false, LIMIT);
    Canvas.Stroke GRID_LINE = new Canvas.Stroke(0.5, GRID, false);
    Canvas.Stroke AXIS = new Canvas.Stroke(0.8, GREY, false);
    Canvas.Stroke LIMIT_LINE = new Canvas.Stroke(1, LIMIT, true);

    /** Lays the chart out; the canvas is asked for the widths of texts only. */
    static Drawing of(Chart chart, double width, Canvas canvas) {
        return switch (chart) {
            case Chart.BarChart bars -> BarDrawing.of(bars, width, canvas);
            case Chart.LineChart lines -> LineDrawing.of(lines, width, canvas);
        };
    }

    /** In points. */
    double height();

    /** Draws with the upper left corner at the canvas's origin. */
    void on(Canvas canvas);

    /** The name and value of the limit, as written at its line. */
    static String named(Chart.Limit limit, String unit) {
        return "%s %s %s".formatted(limit.name(), limit.value().toPlainString(), unit).strip();
    }

    /** A text on a white ground, so that lines of the chart do not run through it. */
    static void onWhite(
            Canvas canvas,
            String text,
            double x,
            double baseline,
            Canvas.Anchor anchor,
            Canvas.Lettering lettering) {
        double width = canvas.textWidth(text, lettering);
        double left =
                switch (anchor) {
                    case START -> x;
                    case MIDDLE -> x - width / 2;
                    case END -> x - width;
                };
        double size = lettering.size();
        canvas.rectangle(left - 1, baseline - size * 0.85, width + 2, size * 1.1, Colour.WHITE);
        canvas.text(text, x, baseline, anchor, lettering);
    }
}
