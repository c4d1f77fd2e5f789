package org.airshed.documents.xlsx;

import java.math.BigDecimal;
import java.util.List;
import org.airshed.documents.Block.Table;
import org.airshed.documents.Cell;
import org.airshed.documents.Column;
import org.airshed.documents.Language;
import org.dhatim.fastexcel.Worksheet;

/** A sheet of one table: header in the first row and frozen, a row each, notes below. */
record TableSheet(Worksheet sheet, Table table, Language language) {
    private static final int LONGEST_TEXT = 32_767; // of a cell, in UTF-16 units
    private static final int MOST_DECIMALS = 15; // a spreadsheet keeps 15 digits
    private static final int ROWS_LOOKED_AT = 200; // to guess the width of a column

    void write() {
        int rows = table.rows().size() + table.notes().size() + 2;
        if (rows > Worksheet.MAX_ROWS) {
            throw new IllegalArgumentException(
                    "a sheet has %d rows, the table \"%s\" needs %d"
                            .formatted(Worksheet.MAX_ROWS, table.caption(), rows));
        }
        for (int column = 0; column < table.columns().size(); column++) {
            sheet.width(column, width(column));
            text(0, column, table.columns().get(column).header(language));
            sheet.style(0, column)
                    .bold()
                    .fillColor("EDEDED")
                    .horizontalAlignment(alignment(table.columns().get(column)))
                    .set();
        }
        sheet.freezePane(0, 1);
        sheet.repeatRows(0);
        for (int row = 0; row < table.rows().size(); row++) {
            writeRow(row + 1, table.rows().get(row));
        }
        int row = table.rows().size() + 2;
        for (String note : table.notes()) {
            text(row++, 0, note);
        }
    }

    private void writeRow(int row, List<Cell> cells) {
        for (int column = 0; column < cells.size(); column++) {
            Cell cell = cells.get(column);
            var style = sheet.style(row, column);
            style.horizontalAlignment(alignment(table.columns().get(column)));
            if (cell.number().isPresent()) {
                BigDecimal number = cell.number().get();
                sheet.value(row, column, number);
                style.format(format(number));
            } else {
                text(row, column, cell.text());
                if (cell.text().contains("\n")) {
                    style.wrapText(true);
                }
            }
            cell.fill().ifPresent(fill -> style.fillColor(fill.hex()).fontColor(fill.ink().hex()));
            style.set();
        }
    }

    /** Text stays text whatever it begins with: it is stored as a string, never as a formula. */
    private void text(int row, int column, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    "a cell holds %d characters, the text at row %d, column %d of \"%s\" has %d"
                            .formatted(
                                    LONGEST_TEXT,
                                    row + 1,
                                    column + 1,
                                    table.caption(),
                                    text.length()));
        }
        sheet.value(row, column, text);
    }

    private static String format(BigDecimal number) {
        int decimals = Math.clamp(number.scale(), 0, MOST_DECIMALS);
        return decimals == 0 ? "0" : "0." + "0".repeat(decimals);
    }

    private static String alignment(Column column) {
        return switch (column.alignment()) {
            case LEFT -> "left";
            case CENTRE -> "center";
            case RIGHT -> "right";
        };
    }

    /** In characters of the default font; an ideograph counts as two. */
    private double width(int column) {
        int widest = width(table.columns().get(column).header(language));
        for (List<Cell> row : table.rows().stream().limit(ROWS_LOOKED_AT).toList()) {
            widest = Math.max(widest, width(row.get(column).text()));
        }
        return Math.clamp(widest + 3, 8, 60);
    }

    private static int width(String text) {
        return text.codePoints().map(codePoint -> codePoint < 0x2E80 ? 1 : 2).sum();
    }
}
