package org.airshed.documents.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks styled text into lines of a width, as many characters on each as fit.
 *
 * <p>No character is lost but the spaces at which a line ends. A word wider than the line is broken
 * where it must be; only then, and only if the word is all marks, may a line begin with one.
 *
 * @param <S> the style of a span
 */
public final class LineBreaker<S> {
    /** The width of a character in a style, in the unit of the line's width. */
    @FunctionalInterface
    public interface Measure<S> {
        double width(int codePoint, S style);
    }

    private final int[] codePoints;
    private final List<S> styles = new ArrayList<>(); // [code point]
    private final double[] widths; // [code point]
    private final double firstWidth;
    private final double width;
    private final List<Line<S>> lines = new ArrayList<>();

    private LineBreaker(List<Span<S>> spans, double firstWidth, double width, Measure<S> measure) {
        this.firstWidth = firstWidth;
        this.width = width;
        codePoints = spans.stream().flatMapToInt(span -> span.text().codePoints()).toArray();
        for (Span<S> span : spans) {
            span.text().codePoints().forEach(codePoint -> styles.add(span.style()));
        }
        widths = new double[codePoints.length];
        for (int at = 0; at < codePoints.length; at++) {
            widths[at] = codePoints[at] == '\n' ? 0 : measure.width(codePoints[at], styles.get(at));
        }
    }

    /** The lines of the spans; of an empty text one empty line. */
    public static <S> List<Line<S>> lines(List<Span<S>> spans, double width, Measure<S> measure) {
        return lines(spans, width, width, measure);
    }

    /** As above, with a first line of another width: that of an indented paragraph. */
    public static <S> List<Line<S>> lines(
            List<Span<S>> spans, double firstWidth, double width, Measure<S> measure) {
        return new LineBreaker<>(spans, firstWidth, width, measure).broken();
    }

    private List<Line<S>> broken() {
        int start = 0;
        do {
            start = takeLine(start);
        } while (start < codePoints.length);
        if (codePoints.length > 0 && codePoints[codePoints.length - 1] == '\n') {
            add(codePoints.length, codePoints.length, true);
        }
        return lines;
    }

    /** Adds the line that begins at {@code start}; returns where the next one begins. */
    private int takeLine(int start) {
        double room = lines.isEmpty() ? firstWidth : width;
        double used = 0;
        int lastBreak = start;
        for (int at = start; at < codePoints.length; at++) {
            if (codePoints[at] == '\n') {
                add(start, at, true);
                return at + 1;
            }
            if (at > start && BreakRules.mayBreakBefore(codePoints, start, at)) {
                lastBreak = at;
            }
            used += widths[at];
            if (used > room && at > start && !BreakRules.isSpace(codePoints[at])) {
                int end = lastBreak > start ? lastBreak : forcedBreak(start, at);
                add(start, end, false);
                return end;
            }
        }
        add(start, codePoints.length, true);
        return codePoints.length;
    }

    private int forcedBreak(int start, int overflow) {
        for (int at = overflow; at > start; at--) {
            if (BreakRules.mayBeFirst(codePoints[at]) && BreakRules.mayBeLast(codePoints[at - 1])) {
                return at;
            }
        }
        return overflow;
    }

    private void add(int start, int end, boolean last) {
        int visible = end;
        while (visible > start && BreakRules.isSpace(codePoints[visible - 1])) {
            visible--;
        }
        double sum = 0;
        List<Span<S>> spans = new ArrayList<>();
        for (int from = start; from < visible; ) {
            int until = from;
            while (until < visible && styles.get(until).equals(styles.get(from))) {
                sum += widths[until++];
            }
            spans.add(new Span<>(new String(codePoints, from, until - from), styles.get(from)));
            from = until;
        }
        lines.add(new Line<>(spans, sum, last));
    }
}
