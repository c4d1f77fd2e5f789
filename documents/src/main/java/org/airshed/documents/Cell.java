package org.airshed.documents;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A cell of a table.
 *
 * @param text what PDF and DOCX show, and XLSX too when there is no number
 * @param number what XLSX holds, shown with as many decimals as it has
 * @param fill the colour behind the text, such as that of an AQI level
 */
public record Cell(String text, Optional<BigDecimal> number, Optional<Colour> fill) {
    public Cell {
        Text.checked("cell", text);
        number.ifPresent(Text::writable);
    }

    public static Cell of(String text) {
        return new Cell(text, Optional.empty(), Optional.empty());
    }

    /** A number, shown with the decimals it has. */
    public static Cell of(BigDecimal number) {
        return new Cell(
                Text.writable(number).toPlainString(), Optional.of(number), Optional.empty());
    }

    /** The same cell on a colour. */
    public Cell on(Colour colour) {
        return new Cell(text, number, Optional.of(colour));
    }
}
