package org.airshed.engine.edition;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The observed days to which something applies, both ends included.
 *
 * @param from the first day
 * @param to the last day, or null while no end is known
 */
public record Validity(LocalDate from, @Nullable LocalDate to) {

    public Validity {
        Objects.requireNonNull(from, "a validity needs its first day");
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "expected the last day %s not before the first day %s".formatted(to, from));
        }
    }

    /** Whether something observed on this day falls under it. */
    public boolean includes(LocalDate observed) {
        return !observed.isBefore(from) && (to == null || !observed.isAfter(to));
    }

    @Override
    public String toString() {
        return to == null ? "from " + from : from + " to " + to;
    }
}
