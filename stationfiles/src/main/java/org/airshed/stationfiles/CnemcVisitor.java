package org.airshed.stationfiles;

/** Takes what a {@link CnemcFile} holds, in the order of the file. */
public interface CnemcVisitor {
    /**
     * A good row. The object is the same at every call and holds the row only until the next one:
     * copy what should stay.
     */
    void row(CnemcRow row);

    /** A row that could not be read. There is no limit to how many may come. */
    void reject(Reject reject);
}
