package org.airshed.platform.sharing;

import java.util.List;
import org.airshed.documents.table.Field;
import org.airshed.platform.server.BilingualText;

/**
 * What must be known of a file to read it rightly.
 *
 * @param columns its columns in their order
 * @param notes what is said of the whole; more once it is written
 */
public record ExportAbout(BilingualText title, List<Column> columns, List<Note> notes) {
    public ExportAbout {
        columns = List.copyOf(columns);
        notes = List.copyOf(notes);
    }

    /**
     * A column.
     *
     * @param unit such as {@code µg/m³}; empty where there is none
     */
    public record Column(Field field, String unit, BilingualText meaning) {}

    /** Something said of the whole, by a word: {@code hours}, {@code origin}. */
    public record Note(String word, BilingualText text) {}
}
