package org.airshed.documents.layout;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of a broken paragraph.
 *
 * @param width in the unit of the breaker's measure, without the spaces that end the line
 * @param last whether nothing follows: the paragraph ends here, or the text asked for a new line
 */
public record Line<S>(List<Span<S>> spans, double width, boolean last) {
    public Line {
        spans = List.copyOf(spans);
    }

    public String text() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }
}
