package org.airshed.documents.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.airshed.documents.Chart;

/**
 * Lines over shared places: the names on top, the unit above the axis, labels below as they fit.
 */
record LineDrawing(Chart.LineChart chart, List<Name> names, Plot plot, Scale scale)
        implements Drawing {
    private static final double PLOT_HEIGHT = 140; // pt
    private static final double LEADING = LETTERS * 1.5;
    private static final double SWATCH = 14; // pt

    /** The area of the lines, in points. */
    private record Plot(double left, double top, double width) {}

    /** Where the name of a series stands. */
    private record Name(Chart.Series series, double x, double baseline) {}

    static LineDrawing of(Chart.LineChart chart, double width, Canvas canvas) {
        Scale scale = scale(chart);
        double left = 0;
        for (BigDecimal tick : scale.ticks()) {
            left = Math.max(left, canvas.textWidth(tick.toPlainString(), MUTED));
        }
        List<Name> names = names(chart, width, canvas);
        double top = names.getLast().baseline() + LETTERS + LEADING;
        return new LineDrawing(chart, names, new Plot(left + 6, top, width - left - 6 - 12), scale);
    }

    private static Scale scale(Chart.LineChart chart) {
        List<BigDecimal> values = new ArrayList<>();
        chart.series()
                .forEach(line -> line.values().forEach(value -> value.ifPresent(values::add)));
        chart.limit().ifPresent(limit -> values.add(limit.value()));
        return Scale.over(values);
    }

    private static List<Name> names(Chart.LineChart chart, double width, Canvas canvas) {
        List<Name> names = new ArrayList<>();
        double x = 0;
        double baseline = LETTERS;
        for (Chart.Series series : chart.series()) {
            double needed = SWATCH + 4 + canvas.textWidth(series.name(), PLAIN) + 14;
            if (x > 0 && x + needed > width) {
                x = 0;
                baseline += LEADING;
            }
            names.add(new Name(series, x, baseline));
            x += needed;
        }
        return names;
    }

    @Override
    public double height() {
        return plot.top + PLOT_HEIGHT + LETTERS * 1.8;
    }

    @Override
    public void on(Canvas canvas) {
        drawNames(canvas);
        drawAxes(canvas);
        chart.series().forEach(series -> drawSeries(canvas, series));
        chart.limit().ifPresent(limit -> drawLimit(canvas, limit));
    }

    private void drawNames(Canvas canvas) {
        for (Name name : names) {
            double middle = name.baseline() - LETTERS * 0.35;
            canvas.line(name.x(), middle, name.x() + SWATCH, middle, stroke(name.series()));
            canvas.text(
                    name.series().name(),
                    name.x() + SWATCH + 4,
                    name.baseline(),
                    Canvas.Anchor.START,
                    PLAIN);
        }
    }

    private void drawAxes(Canvas canvas) {
        canvas.text(chart.unit(), 0, plot.top - LETTERS * 0.8, Canvas.Anchor.START, MUTED);
        double right = plot.left + plot.width;
        for (BigDecimal tick : scale.ticks()) {
            double y = y(tick);
            canvas.line(plot.left, y, right, y, tick.signum() == 0 ? AXIS : GRID_LINE);
            canvas.text(
                    tick.toPlainString(),
                    plot.left - 4,
                    y + LETTERS * 0.35,
                    Canvas.Anchor.END,
                    MUTED);
        }
        double baseline = plot.top + PLOT_HEIGHT + LETTERS * 1.4;
        double free = 0;
        for (int place = 0; place < chart.labels().size(); place++) {
            String label = chart.labels().get(place);
            double half = canvas.textWidth(label, MUTED) / 2;
            double x = x(place);
            if (x - half >= free && x + half <= right + 12) {
                canvas.text(label, x, baseline, Canvas.Anchor.MIDDLE, MUTED);
                free = x + half + 6;
            }
        }
    }

    private void drawSeries(Canvas canvas, Chart.Series series) {
        boolean fewPlaces = chart.labels().size() <= 62;
        for (int place = 0; place < series.values().size(); place++) {
            Optional<BigDecimal> value = series.values().get(place);
            if (value.isEmpty()) {
                continue;
            }
            double x = x(place);
            double y = y(value.get());
            if (place > 0 && series.values().get(place - 1).isPresent()) {
                BigDecimal before = series.values().get(place - 1).get();
                canvas.line(x(place - 1), y(before), x, y, stroke(series));
            }
            if (fewPlaces) {
                canvas.rectangle(x - 1.5, y - 1.5, 3, 3, series.colour());
            }
        }
    }

    private void drawLimit(Canvas canvas, Chart.Limit limit) {
        double y = y(limit.value());
        double right = plot.left + plot.width;
        canvas.line(plot.left, y, right, y, LIMIT_LINE);
        Drawing.onWhite(
                canvas,
                Drawing.named(limit, chart.unit()),
                right,
                y - 3,
                Canvas.Anchor.END,
                LIMIT_NAME);
    }

    private static Canvas.Stroke stroke(Chart.Series series) {
        return new Canvas.Stroke(1.4, series.colour(), false);
    }

    private double x(int place) {
        int places = chart.labels().size();
        return plot.left + plot.width * (place + 0.5) / places;
    }

    private double y(BigDecimal value) {
        return plot.top + PLOT_HEIGHT * (1 - scale.share(value));
    }
}
