package org.airshed.platform.access.web;

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
