package org.airshed.documents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Numbers as a picture. Every chart can also be told as a table. */
public sealed interface Chart {
    /** In characters, so that each stands on one line of the narrowest page. */
    int LONGEST_NAME = 36;

    int LONGEST_LABEL = 30;
    int LONGEST_UNIT = 16;

    /** The unit of the values, shown at the axis. */
    String unit();

    Optional<Limit> limit();

    /** The same numbers as a table, for formats and readers without pictures. */
    Block.Table table(String caption);

    /** A line across the chart at a value that must not be exceeded, with its name. */
    record Limit(String name, BigDecimal value) {
        public Limit {
            Text.named("name of a limit", name);
            Text.shortLine("name of a limit", name, LONGEST_NAME);
            Text.writable(value);
        }
    }

    /** A horizontal bar with its value written at its end. */
    record Bar(String label, BigDecimal value, Colour colour) {
        public Bar {
            Text.named("label of a bar", label);
            Text.writable(value);
        }
    }

    /** Horizontal bars, the first on top. */
    record BarChart(List<Bar> bars, String unit, Optional<Limit> limit) implements Chart {
        /**
         * @throws IllegalArgumentException if there is no bar or more than 60
         */
        public BarChart {
            bars = List.copyOf(bars);
            Text.shortLine("unit", unit, LONGEST_UNIT);
            if (bars.isEmpty() || bars.size() > 60) {
                throw new IllegalArgumentException(
                        "expected 1 to 60 bars, got %d".formatted(bars.size()));
            }
        }

        @Override
        public Block.Table table(String caption) {
            return new Block.Table(
                    caption,
                    List.of(Column.left("项目", "Item", 3), Column.right(unit, unit, 1)),
                    bars.stream()
                            .map(bar -> List.of(Cell.of(bar.label()), Cell.of(bar.value())))
                            .toList(),
                    limitNote(limit, unit));
        }
    }

    /** A line of a line chart; an empty value leaves a gap. */
    record Series(String name, List<Optional<BigDecimal>> values, Colour colour) {
        public Series {
            Text.named("name of a series", name);
            Text.shortLine("name of a series", name, LONGEST_NAME);
            values = List.copyOf(values);
            values.forEach(value -> value.ifPresent(Text::writable));
        }
    }

    /** Lines over shared places on the horizontal axis, such as days. */
    record LineChart(List<String> labels, List<Series> series, String unit, Optional<Limit> limit)
            implements Chart {
        /**
         * @throws IllegalArgumentException if there is no label or no series, more than 2000 labels
         *     or 12 series, or a series has not one value per label
         */
        public LineChart {
            labels = List.copyOf(labels);
            series = List.copyOf(series);
            labels.forEach(label -> Text.shortLine("label", label, LONGEST_LABEL));
            Text.shortLine("unit", unit, LONGEST_UNIT);
            if (labels.isEmpty() || labels.size() > 2000) {
                throw new IllegalArgumentException(
                        "expected 1 to 2000 labels, got %d".formatted(labels.size()));
            }
            if (series.isEmpty() || series.size() > 12) {
                throw new IllegalArgumentException(
                        "expected 1 to 12 series, got %d".formatted(series.size()));
            }
            for (Series line : series) {
                if (line.values().size() != labels.size()) {
                    throw new IllegalArgumentException(
                            "expected %d values, got %d (series %s)"
                                    .formatted(labels.size(), line.values().size(), line.name()));
                }
            }
        }

        @Override
        public Block.Table table(String caption) {
            List<Column> columns = new ArrayList<>();
            columns.add(Column.left("项目", "Item", 2));
            series.forEach(line -> columns.add(Column.right(line.name(), line.name(), 1)));
            List<List<Cell>> rows = new ArrayList<>();
            for (int place = 0; place < labels.size(); place++) {
                List<Cell> row = new ArrayList<>();
                row.add(Cell.of(labels.get(place)));
                for (Series line : series) {
                    row.add(line.values().get(place).map(Cell::of).orElse(Cell.of("—")));
                }
                rows.add(row);
            }
            List<String> notes = new ArrayList<>();
            if (!unit.isEmpty()) {
                notes.add(unit);
            }
            notes.addAll(limitNote(limit, unit));
            return new Block.Table(caption, columns, rows, notes);
        }
    }

    private static List<String> limitNote(Optional<Limit> limit, String unit) {
        return limit.map(line ->
                        List.of(
                                "%s: %s %s"
                                        .formatted(
                                                line.name(), line.value().toPlainString(), unit)))
                .orElse(List.of());
    }
}
