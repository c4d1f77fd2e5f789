package org.airshed.documents.table;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook of two sheets: what the table is, and its rows. Moments stand as UTC, for a
 * spreadsheet's dates know no zone. Written rows are given to the stream every thousand rows.
 */
final class XlsxTable implements TableWriter {
    private static final String ABOUT = "说明 About";
    private static final String ROWS = "数据 Data";
    private static final int ROWS_AT_ONCE = 1_000;
    private static final int LONGEST_TEXT = 32_767; // of a cell, in UTF-16 units

    private final Workbook workbook;
    private final Worksheet sheet;
    private final Heading heading;
    private int rows;

    XlsxTable(OutputStream target, Heading heading) throws IOException {
        this.workbook = new Workbook(target, "Airshed", "01.0000");
        this.heading = heading;
        workbook.properties().setTitle(heading.title());
        about();
        this.sheet = workbook.newWorksheet(ROWS);
        for (int column = 0; column < heading.fields().size(); column++) {
            Field field = heading.fields().get(column);
            sheet.width(column, Math.max(12, field.name().length() + 2));
            switch (field.kind()) {
                case MOMENT -> sheet.style(column).format("yyyy-mm-dd hh:mm").set();
                case DAY -> sheet.style(column).format("yyyy-mm-dd").set();
                case TEXT, WHOLE, DECIMAL, YES_NO -> {
                    // a spreadsheet shows these as they are
                }
            }
            sheet.value(0, column, field.name());
            sheet.style(0, column).bold().fillColor("EDEDED").set();
        }
        sheet.freezePane(0, 1);
    }

    private void about() throws IOException {
        Worksheet about = workbook.newWorksheet(ABOUT);
        about.width(0, 28);
        about.width(1, 110);
        about.value(0, 0, heading.title());
        about.style(0, 0).bold().fontSize(14).set();
        int row = 2;
        for (var note : heading.notes().entrySet()) {
            about.value(row, 0, note.getKey());
            about.value(row, 1, shortened(note.getValue()));
            about.style(row, 1).wrapText(true).set();
            row++;
        }
        about.finish();
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        TableFormat.requireWidth(heading, cells);
        if (rows >= TableFormat.ROWS_OF_A_SHEET) {
            throw new IllegalArgumentException(
                    "a sheet holds %d rows, the table has more"
                            .formatted(TableFormat.ROWS_OF_A_SHEET));
        }
        rows++;
        for (int column = 0; column < cells.size(); column++) {
            cell(column, cells.get(column));
        }
        if (rows % ROWS_AT_ONCE == 0) {
            sheet.flush();
        }
    }

    /** Text stays text whatever it begins with: it is stored as a string, never as a formula. */
    private void cell(int column, @Nullable Object cell) {
        switch (cell) {
            case null -> {
                // an empty cell is not written
            }
            case String text -> sheet.inlineString(rows, column, shortened(text));
            case BigDecimal number -> sheet.value(rows, column, number);
            case Long whole -> sheet.value(rows, column, whole);
            case Boolean yes -> sheet.value(rows, column, yes);
            case Instant moment -> {
                sheet.value(rows, column, LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
                sheet.style(rows, column).format("yyyy-mm-dd hh:mm").set();
            }
            case LocalDate day -> {
                sheet.value(rows, column, day);
                sheet.style(rows, column).format("yyyy-mm-dd").set();
            }
            default -> throw new IllegalArgumentException("no cell of " + cell.getClass());
        }
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT - 1) + "…" : text;
    }

    @Override
    public void finish() throws IOException {
        sheet.finish();
        workbook.finish();
    }
}
