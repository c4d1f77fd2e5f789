package org.airshed.documents.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands before the rows.
 *
 * @param title what the table is, for people
 * @param fields the columns in their order
 * @param notes what must be known of the table, by a word; in their order
 */
public record Heading(String title, List<Field> fields, Map<String, String> notes) {
    public Heading {
        fields = List.copyOf(fields);
        notes = new LinkedHashMap<>(notes); // its order is kept
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("expected at least one column, got none");
        }
        long names = fields.stream().map(Field::name).distinct().count();
        if (names != fields.size()) {
            throw new IllegalArgumentException("expected each column once, got " + fields);
        }
    }

    @Override
    public Map<String, String> notes() {
        return new LinkedHashMap<>(notes);
    }

    /** Where a column stands; -1 when there is none of this name. */
    int at(String name) {
        for (int column = 0; column < fields.size(); column++) {
            if (fields.get(column).name().equals(name)) {
                return column;
            }
        }
        return -1;
    }
}
