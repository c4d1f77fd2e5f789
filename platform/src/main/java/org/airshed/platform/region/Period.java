package org.airshed.platform.region;

import java.time.Instant;
import java.util.Optional;

/** From a moment, inclusive, to another, exclusive; without end when open. */
public record Period(Instant from, Optional<Instant> to) {
    public Period {
        Instant begin = from;
        if (to.filter(end -> !end.isAfter(begin)).isPresent()) {
            throw new IllegalArgumentException(
                    "expected a period that ends after " + from + ", got " + to.get());
        }
    }

    public static Period from(Instant moment) {
        return new Period(moment, Optional.empty());
    }

    public boolean covers(Instant moment) {
        return !moment.isBefore(from) && to.filter(end -> !moment.isBefore(end)).isEmpty();
    }
}
