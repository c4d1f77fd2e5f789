package org.airshed.stationfiles;

/** Takes the station-hours of a file, in its order, whichever reader reads it. */
public interface HourlyVisitor {
    /**
     * A good row. The object is the same at every call and holds the row only until the next one:
     * keep what should stay by {@link HourlyRow#kept}.
     */
    void row(HourlyRow row);

    /** A row that could not be read. There is no limit to how many may come. */
    void reject(Reject reject);

    /**
     * Something about the whole file that whoever brought it should know, such as the charset it
     * was taken for. A few per file, after the rows.
     */
    default void note(String sentence) {}

    /** The same visitor for a {@link CnemcFile}. */
    default CnemcVisitor forCnemc() {
        HourlyVisitor hourly = this;
        return new CnemcVisitor() {
            @Override
            public void row(CnemcRow row) {
                hourly.row(row);
            }

            @Override
            public void reject(Reject reject) {
                hourly.reject(reject);
            }
        };
    }
}
