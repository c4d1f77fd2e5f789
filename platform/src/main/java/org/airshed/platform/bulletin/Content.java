package org.airshed.platform.bulletin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.airshed.platform.server.BilingualText;
import org.jspecify.annotations.Nullable;

/**
 * What a bulletin says, in both languages. Texts name their figures in braces, {@code {pm2_5}}, so
 * that a redraft can renew a figure and keep the words people wrote around it.
 *
 * @param title its title
 * @param figures the figures by name, each with where it comes from
 * @param sections the texts in their order
 * @param table the table of places
 * @param chart the chart of places
 * @param origin what is said of the readings behind it
 * @param synthetic whether they were computed rather than measured
 */
public record Content(
        BilingualText title,
        Map<String, Figure> figures,
        List<Section> sections,
        Table table,
        Chart chart,
        BilingualText origin,
        boolean synthetic) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}\\n]{0,60})}");

    /**
     * A figure.
     *
     * @param text how it is printed
     * @param query the address of the API that gives it
     * @param at where in the answer it stands, as a JSON pointer (RFC 6901); empty in bulletins
     *     drafted before answers held every figure
     * @param standard the rule it follows
     */
    public record Figure(BilingualText text, String query, @Nullable String at, Rule standard) {}

    /**
     * A text with its heading.
     *
     * @param key its name within the bulletin
     * @param heading its heading
     * @param text its words, figures in braces
     * @param edited whether a person wrote them
     */
    public record Section(String key, BilingualText heading, BilingualText text, boolean edited) {}

    /** A table: columns, and rows of as many cells. */
    public record Table(
            BilingualText caption,
            List<ColumnHead> columns,
            List<List<CellValue>> rows,
            List<BilingualText> notes) {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            notes = List.copyOf(notes);
        }
    }

    /** A column's head; numbers stand to the right. */
    public record ColumnHead(BilingualText name, boolean number) {}

    /** A cell: words, or a number; the colour of an AQI level behind it. */
    public record CellValue(
            BilingualText text, @Nullable BigDecimal number, @Nullable String colour) {
        static CellValue of(BilingualText text) {
            return new CellValue(text, null, null);
        }

        static CellValue of(@Nullable BigDecimal number) {
            String text = number == null ? "–" : number.toPlainString();
            return new CellValue(new BilingualText(text, text), number, null);
        }
    }

    /** Bars, one per place. */
    public record Chart(BilingualText caption, String unit, List<Bar> bars) {
        public Chart {
            bars = List.copyOf(bars);
        }
    }

    /** A bar of a chart. */
    public record Bar(BilingualText label, BigDecimal value) {}

    public Content {
        figures = new LinkedHashMap<>(figures);
        sections = List.copyOf(sections);
    }

    /** The figures a text names that there are none of. */
    public TreeSet<String> unknownFigures(String text) {
        TreeSet<String> unknown = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            unknown.add(matcher.group(1));
        }
        unknown.removeAll(figures.keySet());
        return unknown;
    }

    /** A piece of a text: words, or the name of a figure and the figure. */
    public record Piece(String words, Optional<Figure> figure) {}

    /** A text in pieces, so that each figure can be set with its source. */
    public List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        int from = 0;
        while (matcher.find()) {
            Figure figure = figures.get(matcher.group(1));
            if (figure == null) {
                continue;
            }
            if (matcher.start() > from) {
                pieces.add(new Piece(text.substring(from, matcher.start()), Optional.empty()));
            }
            pieces.add(new Piece(matcher.group(1), Optional.of(figure)));
            from = matcher.end();
        }
        if (from < text.length()) {
            pieces.add(new Piece(text.substring(from), Optional.empty()));
        }
        return pieces;
    }

    /** The section of this key. */
    public Optional<Section> findSection(String key) {
        return sections.stream().filter(section -> section.key().equals(key)).findFirst();
    }

    /** With a person's words in one section. */
    public Content edited(String key, BilingualText text) {
        return with(
                sections.stream()
                        .map(section ->
                                section.key().equals(key)
                                        ? new Section(key, section.heading(), text, true)
                                        : section)
                        .toList());
    }

    /** With new figures, keeping what people wrote in this one. */
    public Content renewed(Content fresh) {
        return fresh.with(
                fresh.sections.stream()
                        .map(section ->
                                findSection(section.key()).filter(Section::edited).orElse(section))
                        .toList());
    }

    private Content with(List<Section> others) {
        return new Content(title, figures, others, table, chart, origin, synthetic);
    }
}
