package org.airshed.platform.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.server.Refusal;

/** The keys by which programs act as people, never for more than the person may do. */
public interface ApiKeys {
    /** What every key begins with, so that a leaked one is recognised. */
    String MARK = "ask_";

    /** The keys of the person whose connection this is, the newest first. */
    List<ApiKey> keys();

    /**
     * Issues a key to the acting person.
     *
     * @param words the acts and datasets it is good for, as codes
     * @throws Refusal when a word is unknown, the authority does not cover the scope, or the expiry
     *     is past or over a year away
     */
    Issued issue(Authority authority, String name, Set<String> words, Scope scope, Instant expires);

    /** Ends a key of the acting person at once. */
    void revoke(Authority authority, UUID key);

    /** Whose key this is, or empty when it is unknown, revoked, expired or its person disabled. */
    Optional<Viewer.ByKey> findViewer(String key);

    /** A key and its text, which is shown once and kept nowhere. */
    record Issued(ApiKey key, String text) {
        @Override
        public String toString() {
            return "Issued[key=" + key + "]";
        }
    }
}
