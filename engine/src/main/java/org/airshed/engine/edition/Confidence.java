package org.airshed.engine.edition;

/**
 * How sure we are that a number stands in its source. Only verified numbers may be a default or a
 * claim; the others are options that a caller must ask for by name.
 */
public enum Confidence {
    /** Read in the official document itself. */
    A(true),
    /** Read in an opened page or in several independent public sources that agree. */
    B(true),
    /** One third-party source. */
    C(false),
    /** Remembered; no page was opened. */
    M(false),
    /** Computed from the others, reproducible. */
    X(true);

    private final boolean verified;

    Confidence(boolean verified) {
        this.verified = verified;
    }

    /** Whether a number of this confidence may be used without being asked for. */
    public boolean verified() {
        return verified;
    }
}
