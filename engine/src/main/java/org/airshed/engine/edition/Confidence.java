package org.airshed.engine.edition;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

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

    private static final List<Confidence> SUREST_FIRST = List.of(A, X, B, C, M);

    private final boolean verified;

    Confidence(boolean verified) {
        this.verified = verified;
    }

    /** Whether a number of this confidence may be used without being asked for. */
    public boolean verified() {
        return verified;
    }

    /** The least sure of these: a result is no surer than the weakest thing that decided it. */
    public static Confidence lowest(Collection<Confidence> some) {
        return some.stream()
                .max(Comparator.comparing(SUREST_FIRST::indexOf))
                .orElseThrow(() ->
                        new IllegalArgumentException("expected at least 1 confidence, got none"));
    }
}
