package org.airshed.platform.access;

import java.time.Instant;
import java.util.Optional;

/**
 * The period a right holds for.
 *
 * @param from its first moment
 * @param to the first moment after it, or empty while no end is set
 */
public record Validity(Instant from, Optional<Instant> to) {
    public Validity {
        if (to.isPresent() && to.get().isBefore(from)) {
            throw new IllegalArgumentException(
                    "expected an end at or after the start "
                            + from
                            + " of a validity, got "
                            + to.get());
        }
    }

    public boolean holdsAt(Instant moment) {
        return !moment.isBefore(from) && to.map(moment::isBefore).orElse(true);
    }
}
