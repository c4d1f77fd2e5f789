package org.airshed.stationfiles;

import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** A table row by row: of a text, or of a sheet of a workbook. Columns count from 0. */
sealed interface Cells extends Closeable permits CsvCells, SheetCells {
    /** The names in the header, without blanks around them. */
    List<String> header();

    /**
     * Moves to the next row that holds anything; false at the end.
     *
     * @throws IOException when the table breaks off here
     */
    boolean advance() throws IOException;

    /** The row's number in the file, from 1. */
    long number();

    /** Refuses the row when its shape is not the header's; to be called before its cells. */
    void requireShape() throws BadField;

    /** A cell of the row as text, without blanks around it; empty when nothing stands there. */
    String text(int column) throws BadField;

    /** The date that a cell holds as a number, as workbooks do. */
    Optional<LocalDateTime> findDate(int column);

    /** The name of a column for messages, in a workbook with the cell's address. */
    String place(int column);

    /** The refusal of the file, when the row just refused shows it to be in another charset. */
    Optional<UnusableFileException> findOtherCharset();

    /** What should be known about the whole file. */
    List<String> notes();
}
