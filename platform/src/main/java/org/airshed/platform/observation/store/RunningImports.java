package org.airshed.platform.observation.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.airshed.platform.observation.RunningImport;
import org.airshed.platform.observation.RunningImport.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What is known of imports while they work: their transaction shows nothing to others. */
@Component
class RunningImports {
    private static final Logger LOG = LoggerFactory.getLogger(RunningImports.class);

    private final Set<Running> running = ConcurrentHashMap.newKeySet();
    private final Clock clock = Clock.systemUTC();

    /** An import begins; it is known until it is closed. */
    Running start(UUID person, String file) {
        Running started = new Running(person, file, clock.instant());
        running.add(started);
        return started;
    }

    /** Those of a person, the first begun first. */
    List<RunningImport> of(UUID person) {
        return running.stream()
                .filter(any -> any.person.equals(person))
                .map(Running::now)
                .sorted(Comparator.comparing(RunningImport::startedAt))
                .toList();
    }

    /** One import at work; written by its own thread, read by others. */
    final class Running implements AutoCloseable {
        private final UUID person;
        private final String file;
        private final Instant startedAt;
        private volatile Stage stage = Stage.WAITING;
        private volatile Instant stageBegan;
        private volatile long rows;
        private volatile double done; // of the stage, 0 to 1

        private Running(UUID person, String file, Instant startedAt) {
            this.person = person;
            this.file = file;
            this.startedAt = startedAt;
            this.stageBegan = startedAt;
        }

        void enter(Stage next) {
            Instant now = clock.instant();
            LOG.debug("{} {} took {}", file, stage.word(), Duration.between(stageBegan, now));

            stageBegan = now;
            done = 0;
            stage = next;
        }

        void read(long rowsSoFar, double doneSoFar) {
            rows = rowsSoFar;
            done = doneSoFar;
        }

        void done(double doneSoFar) {
            done = doneSoFar;
        }

        private RunningImport now() {
            return new RunningImport(file, startedAt, stage, rows, stage.share(done));
        }

        @Override
        public void close() {
            enter(stage);
            running.remove(this);
        }
    }
}
