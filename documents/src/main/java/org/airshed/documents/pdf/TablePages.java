package org.airshed.documents.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.airshed.documents.Block.Table;
import org.airshed.documents.Cell;
import org.airshed.documents.Colour;
import org.airshed.documents.Column;
import org.airshed.documents.layout.Line;

/** A table on pages: rules above and below, its header again on every page, rows kept whole. */
final class TablePages {
    private static final double SMALLEST = 5.5; // pt, what can still be read in print
    private static final double HIGHEST_HEADER = 0.4; // of the page
    private static final double ROW_PADDING = 2.5; // pt, above and below the text of a row

    /** The lines of a cell, its colour and where they stand. */
    private record SetCell(
            List<Line<Style>> lines, Optional<Colour> fill, Column.Alignment alignment) {}

    private final Pages pages;
    private final Measures measures;
    private final Table table;
    private final double[] widths; // [column]
    private final double size;
    private final double leading;
    private final double padding; // at each side of a cell
    private final List<SetCell> header;

    TablePages(Pages pages, Measures measures, Table table) {
        this.pages = pages;
        this.measures = measures;
        this.table = table;
        double weights = table.columns().stream().mapToDouble(Column::weight).sum();
        widths =
                table.columns().stream()
                        .mapToDouble(column -> column.weight() / weights * Pages.BODY_WIDTH)
                        .toArray();
        padding = table.columns().size() <= 12 ? 4 : 2;
        size = fittingSize();
        leading = measures.cellLeading() * size / measures.cell();
        header = new ArrayList<>();
        for (Column column : table.columns()) {
            String text = column.header(measures.language());
            header.add(set(Cell.of(text), header.size(), true));
        }
        if (height(header) > HIGHEST_HEADER * (Pages.BODY_BOTTOM - Pages.TOP)) {
            throw new IllegalArgumentException(
                    "the header of the table \"%s\" leaves too little of a page for its rows"
                            .formatted(table.caption()));
        }
    }

    /** The usual size, or a smaller one at which every number stays on one line. */
    private double fittingSize() {
        double fitting = measures.cell();
        for (int column = 0; column < widths.length; column++) {
            double widest = 1; // em: one ideograph
            for (List<Cell> row : table.rows()) {
                Cell cell = row.get(column);
                if (cell.number().isPresent()) {
                    widest = Math.max(widest, pages.fonts.width(cell.text(), false));
                }
            }
            double most = (widths[column] - 2 * padding) / widest;
            if (most < SMALLEST) {
                String name = table.columns().get(column).header(measures.language());
                throw new IllegalArgumentException(
                        "the column \"%s\" of the table \"%s\" is too narrow for its numbers"
                                .formatted(name, table.caption()));
            }
            fitting = Math.min(fitting, most);
        }
        return fitting;
    }

    void draw() throws IOException {
        List<SetCell> first = firstRow();
        List<Line<Style>> caption = caption();
        pages.skip(8);
        pages.need(heightOfStart() - 8);
        pages.tags.within(
                "Table",
                () -> {
                    if (!table.caption().isEmpty()) {
                        pages.tags.within("Caption", () -> drawCaption(caption));
                    }
                    pages.tags.within("TR", () -> drawHeader());
                    drawRow(first);
                    for (int at = 1; at < table.rows().size(); at++) {
                        drawRow(row(at));
                    }
                });
        pages.rule(pages.y, 1, Colour.BLACK);
        pages.y += 4;
    }

    /** What must stand together: the caption, the header, and the first row or the start of it. */
    double heightOfStart() {
        double captionHeight =
                table.caption().isEmpty() ? 0 : caption().size() * measures.cellLeading() + 4;
        return 8 + captionHeight + height(header) + Math.min(height(firstRow()), 200);
    }

    private List<Line<Style>> caption() {
        return pages.lines(table.caption(), Style.bold(measures.cell()), Pages.BODY_WIDTH);
    }

    private List<SetCell> firstRow() {
        return table.rows().isEmpty() ? emptyRow() : row(0);
    }

    private List<SetCell> row(int at) {
        List<SetCell> cells = new ArrayList<>();
        for (Cell cell : table.rows().get(at)) {
            cells.add(set(cell, cells.size(), false));
        }
        return cells;
    }

    private List<SetCell> emptyRow() {
        List<SetCell> cells = new ArrayList<>();
        for (int column = 0; column < widths.length; column++) {
            cells.add(set(Cell.of("—"), column, false));
        }
        return cells;
    }

    private SetCell set(Cell cell, int column, boolean bold) {
        Colour ink = cell.fill().map(Colour::ink).orElse(Colour.BLACK);
        Style style = (bold ? Style.bold(size) : Style.plain(size)).in(ink);
        return new SetCell(
                pages.lines(cell.text(), style, Math.max(1, widths[column] - 2 * padding)),
                cell.fill(),
                table.columns().get(column).alignment());
    }

    private static int lineCount(List<SetCell> row) {
        return row.stream().mapToInt(cell -> cell.lines().size()).max().orElse(1);
    }

    private double height(List<SetCell> row) {
        return lineCount(row) * leading + 2 * ROW_PADDING;
    }

    private void drawCaption(List<Line<Style>> caption) throws IOException {
        double captionLeading = measures.cellLeading();
        for (Line<Style> line : caption) {
            pages.need(captionLeading);
            double x = Pages.LEFT + (Pages.BODY_WIDTH - line.width()) / 2;
            pages.text(line, x, pages.y + Measures.baseline(measures.cell(), captionLeading));
            pages.y += captionLeading;
        }
        pages.y += 4;
        pages.need(height(header) + leading + 2 * ROW_PADDING);
    }

    private void drawHeader() throws IOException {
        double top = pages.y;
        pages.rectangle(Pages.LEFT, top, Pages.BODY_WIDTH, height(header), Measures.HEADER);
        pages.rule(top, 1, Colour.BLACK);
        drawSlice(header, "TH", 0, lineCount(header));
        pages.rule(pages.y, 0.6, Colour.BLACK);
    }

    private void drawRow(List<SetCell> row) throws IOException {
        if (height(row) > pages.room()) {
            double freshRoom = Pages.BODY_BOTTOM - Pages.TOP - height(header);
            if (height(row) <= freshRoom || pages.room() < 4 * leading) {
                continueOnNextPage();
            }
        }
        pages.tags.within("TR", () -> drawInSlices(row));
    }

    /** A row higher than a page is cut between its lines. */
    private void drawInSlices(List<SetCell> row) throws IOException {
        int from = 0;
        int count = lineCount(row);
        while (from < count) {
            int fitting = (int) ((pages.room() - 2 * ROW_PADDING + 0.01) / leading);
            int until = Math.min(count, from + Math.max(1, fitting));
            drawSlice(row, "TD", from, until);
            from = until;
            if (from < count) {
                continueOnNextPage();
            }
        }
        pages.rule(pages.y, 0.3, Measures.HAIRLINE);
    }

    private void continueOnNextPage() throws IOException {
        pages.rule(pages.y, 1, Colour.BLACK);
        pages.newPage();
        pages.tags.asArtifact(this::drawHeader);
    }

    private void drawSlice(List<SetCell> row, String tag, int from, int until) throws IOException {
        double height = (until - from) * leading + 2 * ROW_PADDING;
        double x = Pages.LEFT;
        for (int column = 0; column < row.size(); column++) {
            SetCell cell = row.get(column);
            double left = x;
            double width = widths[column];
            if (cell.fill().isPresent()) {
                pages.rectangle(left, pages.y, width, height, cell.fill().get());
            }
            pages.tags.within(tag, () -> drawLines(cell, left, width, from, until));
            x += width;
        }
        pages.y += height;
    }

    private void drawLines(SetCell cell, double left, double width, int from, int until)
            throws IOException {
        int lines = Math.min(until, cell.lines().size()) - from;
        // A cell of fewer lines than its row stands in the middle of it.
        double free = Math.max(0, until - from - Math.max(lines, 0)) * leading / 2;
        double y = pages.y + ROW_PADDING + free;
        for (int at = from; at < from + lines; at++) {
            Line<Style> line = cell.lines().get(at);
            double x =
                    switch (cell.alignment()) {
                        case LEFT -> left + padding;
                        case CENTRE -> left + (width - line.width()) / 2;
                        case RIGHT -> left + width - padding - line.width();
                    };
            pages.text(line, x, y + baseline());
            y += leading;
        }
    }

    private double baseline() {
        return Measures.baseline(size, leading);
    }
}
