package org.airshed.documents;

/**
 * A column of a table.
 *
 * @param weight its share of the table's width, in the unit of the other columns' weights
 */
public record Column(String chinese, String english, Alignment alignment, double weight) {
    /** Where the text of a cell stands. */
    public enum Alignment {
        LEFT,
        CENTRE,
        RIGHT
    }

    public Column {
        Text.checked("header", chinese);
        Text.checked("header", english);
        if (!(weight > 0 && weight < 1000)) {
            throw new IllegalArgumentException(
                    "expected a weight above 0 and below 1000, got %s (column %s)"
                            .formatted(weight, chinese));
        }
    }

    /** A column of words. */
    public static Column left(String chinese, String english, double weight) {
        return new Column(chinese, english, Alignment.LEFT, weight);
    }

    /** A column of short marks, such as a rank or a level. */
    public static Column centre(String chinese, String english, double weight) {
        return new Column(chinese, english, Alignment.CENTRE, weight);
    }

    /** A column of numbers. */
    public static Column right(String chinese, String english, double weight) {
        return new Column(chinese, english, Alignment.RIGHT, weight);
    }

    /** The header in the language of the document. */
    public String header(Language language) {
        return language.choose(chinese, english);
    }
}
