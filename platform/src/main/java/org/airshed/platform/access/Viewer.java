package org.airshed.platform.access;

import java.util.Optional;
import java.util.UUID;

/** Who looks or acts now. */
public sealed interface Viewer {
    /** Somebody who is not signed in. */
    record Anybody() implements Viewer {
        @Override
        public Optional<UUID> findPerson() {
            return Optional.empty();
        }
    }

    /** A person in a session of their own, or the platform itself in a job. */
    record SignedIn(UUID person) implements Viewer {
        @Override
        public Optional<UUID> findPerson() {
            return Optional.of(person);
        }
    }

    /** A program that brought a person's API key. */
    record ByKey(UUID person, UUID key) implements Viewer {
        @Override
        public Optional<UUID> findPerson() {
            return Optional.of(person);
        }
    }

    Optional<UUID> findPerson();

    /** The API key, when one was brought. */
    default Optional<UUID> findKey() {
        return this instanceof ByKey byKey ? Optional.of(byKey.key()) : Optional.empty();
    }
}
