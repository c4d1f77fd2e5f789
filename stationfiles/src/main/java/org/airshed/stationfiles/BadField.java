package org.airshed.stationfiles;

/** Inside the readers: a field is not what its column asks for; becomes a {@link Reject}. */
final class BadField extends Exception {
    private static final int SHOWN = 60;

    private final String column;
    private final String value;
    private final Expectation expected;

    BadField(String column, String value, Expectation expected) {
        // No stack: a foreign file may hold millions of them.
        super(null, null, false, false);
        this.column = column;
        this.value = value;
        this.expected = expected;
    }

    /** The refusal of the whole file whose header it stands in. */
    UnusableFileException unusable(String file, long line) {
        Reject reject = reject(file, line);
        return Unusable.ROW.wanting(
                expected, "file", file, "line", line, "key", column, "value", reject.value());
    }

    Reject reject(String file, long line) {
        String shown = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
        return new Reject(file, line, column, shown, expected);
    }
}
