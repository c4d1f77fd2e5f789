package org.airshed.stationfiles;

/**
 * A row that could not be read; the rows around it were.
 *
 * @param file the file's name
 * @param line its line, counted from 1 (the header)
 * @param column the column concerned, or {@code "line"} for the whole of it
 * @param value what stands there, shortened to 60 characters
 * @param expectation what should
 */
public record Reject(String file, long line, String column, String value, Expectation expectation) {

    /** What should stand there, in English. */
    public String expected() {
        return expectation.sentence();
    }

    /** One sentence: {@code "a.csv line 3, pm10: expected a decimal, got 'x'"}. */
    public String message() {
        return "%s line %d, %s: expected %s, got '%s'"
                .formatted(file, line, column, expected(), value);
    }
}
