package org.airshed.platform.server;

import java.util.List;
import java.util.Optional;

/**
 * How much of a list a request asks for, and after which row. A handler takes it as an argument;
 * the frame reads {@code limit} and {@code cursor} and refuses what is wrong in them.
 *
 * @param limit the most rows to answer, 1 to {@link #MOST_ROWS}
 * @param after the keys of the last row already seen, or empty to begin at the start
 * @param link where the list is: its path and the filters in force, without limit and cursor
 */
public record Paging(int limit, Optional<List<String>> after, String link) {
    public static final int USUAL_ROWS = 50;
    public static final int MOST_ROWS = 500;

    public Paging {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new IllegalArgumentException(
                    "expected a limit of 1 to " + MOST_ROWS + " rows, got " + limit);
        }
        after = after.map(List::copyOf);
    }

    /** The path of the page after the row with these keys. */
    String linkAfter(List<String> keys) {
        return link
                + (link.contains("?") ? "&" : "?")
                + "limit="
                + limit
                + "&cursor="
                + Cursor.write(keys, link);
    }
}
