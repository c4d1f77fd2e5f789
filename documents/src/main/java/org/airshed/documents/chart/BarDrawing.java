package org.airshed.documents.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.airshed.documents.Chart;
import org.airshed.documents.layout.Line;
import org.airshed.documents.layout.LineBreaker;
import org.airshed.documents.layout.Span;

/**
 * Horizontal bars: labels at the left, values at the ends, ticks below, the limit's name on top.
 */
record BarDrawing(
        Chart.BarChart chart, List<List<Line<Canvas.Lettering>>> labels, Plot plot, Scale scale)
        implements Drawing {
    private static final double BAR = 11; // pt
    private static final double GAP = 7; // pt
    private static final double LEADING = LETTERS * 1.25;

    /** The area of the bars, in points. */
    private record Plot(double left, double top, double width, double height, double right) {}

    static BarDrawing of(Chart.BarChart chart, double width, Canvas canvas) {
        double widest = 0;
        double widestValue = 0;
        for (Chart.Bar bar : chart.bars()) {
            widest = Math.max(widest, canvas.textWidth(bar.label(), PLAIN));
            widestValue =
                    Math.max(widestValue, canvas.textWidth(bar.value().toPlainString(), PLAIN));
        }
        double labelWidth = Math.min(widest + 1, width * 0.35);
        List<List<Line<Canvas.Lettering>>> labels = new ArrayList<>();
        double height = 0;
        for (Chart.Bar bar : chart.bars()) {
            var lines =
                    LineBreaker.lines(
                            List.of(new Span<>(bar.label(), PLAIN)),
                            labelWidth,
                            (codePoint, lettering) ->
                                    canvas.textWidth(Character.toString(codePoint), lettering));
            labels.add(lines);
            height += rowHeight(lines);
        }
        Scale scale = scale(chart);
        double unitRoom = canvas.textWidth(chart.unit(), MUTED) + 8 + halfFirstTick(scale, canvas);
        double left = Math.max(labelWidth + 6, unitRoom);
        double top = chart.limit().isPresent() ? LETTERS * 1.6 : 2;
        // Room at the right for a value written beyond the longest bar.
        double plotWidth = Math.max(width - left - Math.min(widestValue, width / 4) - 8, width / 5);
        return new BarDrawing(chart, labels, new Plot(left, top, plotWidth, height, width), scale);
    }

    private static Scale scale(Chart.BarChart chart) {
        List<BigDecimal> values = new ArrayList<>();
        chart.bars().forEach(bar -> values.add(bar.value()));
        chart.limit().ifPresent(limit -> values.add(limit.value()));
        return Scale.over(values);
    }

    private static double halfFirstTick(Scale scale, Canvas canvas) {
        return canvas.textWidth(scale.ticks().getFirst().toPlainString(), MUTED) / 2;
    }

    private static double rowHeight(List<Line<Canvas.Lettering>> label) {
        return Math.max(BAR, label.size() * LEADING) + GAP;
    }

    @Override
    public double height() {
        return plot.top + plot.height + LETTERS * 1.8;
    }

    @Override
    public void on(Canvas canvas) {
        drawAxis(canvas);
        double y = plot.top;
        for (int at = 0; at < labels.size(); at++) {
            double row = rowHeight(labels.get(at));
            drawBar(canvas, at, y + row / 2);
            y += row;
        }
        chart.limit().ifPresent(limit -> drawLimit(canvas, limit));
        drawValues(canvas);
    }

    private void drawAxis(Canvas canvas) {
        double bottom = plot.top + plot.height;
        for (BigDecimal tick : scale.ticks()) {
            double x = x(tick);
            canvas.line(x, plot.top, x, bottom, tick.signum() == 0 ? AXIS : GRID_LINE);
            String text = tick.toPlainString();
            canvas.text(text, x, bottom + LETTERS * 1.3, Canvas.Anchor.MIDDLE, MUTED);
        }
        double unitEnd = plot.left - halfFirstTick(scale, canvas) - 8;
        canvas.text(chart.unit(), unitEnd, bottom + LETTERS * 1.3, Canvas.Anchor.END, MUTED);
    }

    private void drawBar(Canvas canvas, int at, double middle) {
        Chart.Bar bar = chart.bars().get(at);
        double zero = x(BigDecimal.ZERO);
        double end = x(bar.value());
        canvas.rectangle(
                Math.min(zero, end), middle - BAR / 2, Math.abs(end - zero), BAR, bar.colour());
        List<Line<Canvas.Lettering>> label = labels.get(at);
        double baseline = middle + LETTERS * 0.36 - (label.size() - 1) * LEADING / 2;
        for (Line<Canvas.Lettering> line : label) {
            canvas.text(line.text(), plot.left - 6, baseline, Canvas.Anchor.END, PLAIN);
            baseline += LEADING;
        }
    }

    private void drawValues(Canvas canvas) {
        double y = plot.top;
        for (int at = 0; at < labels.size(); at++) {
            double row = rowHeight(labels.get(at));
            BigDecimal value = chart.bars().get(at).value();
            double end = x(value.max(BigDecimal.ZERO));
            Drawing.onWhite(
                    canvas,
                    value.toPlainString(),
                    end + 4,
                    y + row / 2 + LETTERS * 0.36,
                    Canvas.Anchor.START,
                    PLAIN);
            y += row;
        }
    }

    private void drawLimit(Canvas canvas, Chart.Limit limit) {
        double x = x(limit.value());
        canvas.line(x, plot.top - 2, x, plot.top + plot.height, LIMIT_LINE);
        String name = Drawing.named(limit, chart.unit());
        double left = Math.min(x, plot.right - canvas.textWidth(name, LIMIT_NAME));
        canvas.text(name, Math.max(0, left), plot.top - 5, Canvas.Anchor.START, LIMIT_NAME);
    }

    private double x(BigDecimal value) {
        return plot.left + scale.share(value) * plot.width;
    }
}
