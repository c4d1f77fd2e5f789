package org.airshed.metfiles;

import java.util.Comparator;

/**
 * Where a layer of a file stands: what kind of level and its value, in Pa, in m, or the number of a
 * hybrid level counted from the top as files do.
 */
record LevelKey(Kind kind, double value) {
    enum Kind {
        /** Two-dimensional fields: the ground, 2 m, 10 m, the whole column. */
        NONE,
        PRESSURE,
        HYBRID,
        HEIGHT_ABOVE_GROUND,
        HEIGHT_ABOVE_SEA
    }

    static final LevelKey NONE = new LevelKey(Kind.NONE, 0.0);

    /** From the ground up: pressures and hybrid numbers fall, heights rise. */
    static final Comparator<LevelKey> FROM_THE_GROUND =
            Comparator.comparing(LevelKey::kind)
                    .thenComparingDouble(key ->
                            key.kind == Kind.PRESSURE || key.kind == Kind.HYBRID
                                    ? -key.value
                                    : key.value);
}
