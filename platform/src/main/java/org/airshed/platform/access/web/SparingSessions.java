package org.airshed.platform.access.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Stored sessions that are neither written at every request nor read twice in it.
 *
 * <p>When a session was last used is kept to a twentieth of the time it may lie idle, at most a
 * minute: a write is a commit, and a commit waits for the disk. And Spring, having saved a session,
 * asks for it once more to see whether its id is good; within {@link #FOUND} it is not looked up
 * again.
 */
final class SparingSessions<S extends Session>
        implements SessionRepository<SparingSessions.Sparing<S>> {
    private static final int EXACTNESS = 20;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** The sessions that this request found, by id; bound for its length. */
    static final ScopedValue<Map<String, Session>> FOUND = ScopedValue.newInstance();

    private final SessionRepository<S> stored;

    SparingSessions(SessionRepository<S> stored) {
        this.stored = stored;
    }

    @Override
    public Sparing<S> createSession() {
        return new Sparing<>(stored.createSession());
    }

    @Override
    public void save(Sparing<S> session) {
        stored.save(session.stored);
    }

    @Override
    public @Nullable Sparing<S> findById(String id) {
        if (FOUND.isBound()
                && FOUND.get().get(id) instanceof Sparing<?> known
                && known.getId().equals(id)) {
            @SuppressWarnings("unchecked") // only this repository puts sessions there
            Sparing<S> same = (Sparing<S>) known;
            return same;
        }
        S found = stored.findById(id);
        Sparing<S> session = found == null ? null : new Sparing<>(found);
        if (session != null && FOUND.isBound()) {
            FOUND.get().put(id, session);
        }
        return session;
    }

    @Override
    public void deleteById(String id) {
        if (FOUND.isBound()) {
            FOUND.get().remove(id);
        }
        stored.deleteById(id);
    }

    /** A session that overhears uses shortly after one another. */
    static final class Sparing<S extends Session> implements Session {
        private final S stored;

        private Sparing(S stored) {
            this.stored = stored;
        }

        @Override
        public void setLastAccessedTime(Instant time) {
            Duration exactness = stored.getMaxInactiveInterval().dividedBy(EXACTNESS);
            if (exactness.compareTo(LONGEST) > 0) {
                exactness = LONGEST;
            }
            if (!time.isBefore(stored.getLastAccessedTime().plus(exactness))) {
                stored.setLastAccessedTime(time);
            }
        }

        @Override
        public Instant getLastAccessedTime() {
            return stored.getLastAccessedTime();
        }

        @Override
        public String getId() {
            return stored.getId();
        }

        @Override
        public String changeSessionId() {
            return stored.changeSessionId();
        }

        @Override
        public <T> @Nullable T getAttribute(String name) {
            return stored.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return stored.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            stored.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            stored.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return stored.getCreationTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            stored.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return stored.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return stored.isExpired();
        }
    }
}
