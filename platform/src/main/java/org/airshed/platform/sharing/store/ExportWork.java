package org.airshed.platform.sharing.store;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.airshed.platform.server.Refusal;
import org.airshed.platform.sharing.store.ExportWriting.Abandoned;
import org.airshed.platform.sharing.store.WorkBook.Claimed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Two workers that take one waiting export after another, on this server or any other on the same
 * database; what a dead server left is written anew. They also remove files whose time is over.
 */
@Component
class ExportWork {
    private static final Logger LOG = LoggerFactory.getLogger(ExportWork.class);
    private static final int WORKERS = 2;
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(1);
    private static final Duration STOP_DEADLINE = Duration.ofSeconds(10);

    private final WorkBook book;
    private final ExportWriting writing;
    private final ExportFolder folder;
    private final Semaphore asked = new Semaphore(0);
    private final List<Thread> workers = new ArrayList<>();
    private volatile boolean stopping;
    private Instant cleaned = Instant.EPOCH;

    ExportWork(WorkBook book, ExportWriting writing, ExportFolder folder) {
        this.book = book;
        this.writing = writing;
        this.folder = folder;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        for (int number = 1; number <= WORKERS; number++) {
            workers.add(Thread.ofVirtual().name("export-" + number).start(this::work));
        }
    }

    /** Before the database goes. No interrupt: it would tear connections of the pool. */
    @EventListener(ContextClosedEvent.class)
    void end() throws InterruptedException {
        stopping = true;
        asked.release(WORKERS);
        for (Thread worker : workers) {
            worker.join(STOP_DEADLINE);
        }
    }

    /** Something waits: a worker need not wait until it looks again. */
    void wake() {
        asked.release();
    }

    private void work() {
        while (!stopping) {
            Duration pause = LOOK;
            try {
                Optional<Claimed> claimed = book.claim();
                if (claimed.isPresent()) {
                    write(claimed.get());
                    pause = Duration.ZERO;
                } else {
                    clean();
                }
            } catch (IOException | RuntimeException trouble) {
                LOG.warn("exports cannot be worked on: {}", trouble.toString());
                pause = AFTER_TROUBLE;
            }
            await(pause);
        }
    }

    private void await(Duration pause) {
        try {
            if (!pause.isZero() && asked.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                asked.drainPermits();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    private void write(Claimed claimed) {
        try {
            writing.write(claimed, () -> stopping);
            LOG.info("export {} written", claimed.id());
        } catch (Abandoned left) {
            if (stopping) {
                book.giveBack(claimed);
            }
        } catch (Refusal refusal) {
            book.failed(claimed, refusal.problem().code(), refusal.problem().arguments());
        } catch (IOException | RuntimeException failure) {
            LOG.error("export {} could not be written", claimed.id(), failure);
            book.failed(
                    claimed, "sharing.writing-failed", Map.of("value", claimed.id().toString()));
        }
    }

    private synchronized void clean() throws IOException {
        Instant now = Instant.now();
        if (now.isAfter(cleaned.plus(BETWEEN_CLEANINGS))) {
            cleaned = now;
            removeExpired();
        }
    }

    /** Removes files whose time is over. */
    void removeExpired() throws IOException {
        for (UUID expired : book.expired()) {
            folder.remove(expired);
            book.removed(expired);
        }
    }
}
