package org.airshed.platform.access.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.airshed.platform.access.Scope;
import org.airshed.platform.access.Validity;
import org.airshed.platform.server.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads what the bodies of requests share, refusing what is malformed. */
final class Entered {
    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(1);

    private Entered() {}

    static Scope of(String place, String code) {
        try {
            return Scope.of(code);
        } catch (IllegalArgumentException malformed) {
            throw Refusal.badInput(
                    "access.jurisdiction-unknown", Map.of("place", place, "value", code));
        }
    }

    /** From the moment given, or now. */
    static Validity validity(@Nullable Instant from, @Nullable Instant to) {
        Instant start = from == null ? Instant.now() : from;
        if (to != null && !to.isAfter(start)) {
            throw Refusal.badInput(
                    "access.validity-empty",
                    Map.of("value", to.toString(), "from", start.toString()));
        }
        return new Validity(start, Optional.ofNullable(to));
    }

    /**
     * As {@link #validity}, but not of the past: what was done then cannot have been allowed now.
     */
    static Validity validityFromNow(@Nullable Instant from, @Nullable Instant to) {
        Instant earliest = Instant.now().minus(CLOCKS_MAY_DIFFER);
        if (from != null && from.isBefore(earliest)) {
            throw Refusal.badInput(
                    "access.validity-past",
                    Map.of("value", from.toString(), "earliest", earliest.toString()));
        }
        return validity(from, to);
    }

    static <E> E word(E[] values, Function<E, String> codeOf, String code) {
        List<String> known = Arrays.stream(values).map(codeOf).toList();
        return Arrays.stream(values)
                .filter(value -> codeOf.apply(value).equals(code))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.badInput(
                                "access.word-unknown",
                                Map.of("value", code, "expected", String.join(", ", known))));
    }
}
