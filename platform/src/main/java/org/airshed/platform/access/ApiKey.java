package org.airshed.platform.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A key by which a program acts as its person, for no more than it was issued for.
 *
 * @param prefix the first letters of the key, by which its person knows it again
 * @param words the acts and datasets it is good for, as codes
 */
public record ApiKey(
        UUID id,
        String name,
        String prefix,
        Set<String> words,
        Scope scope,
        Instant issued,
        Instant expires,
        Optional<Instant> lastUsed,
        Optional<Instant> revoked) {
    public ApiKey {
        words = Set.copyOf(words);
    }
}
