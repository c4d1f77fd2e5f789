package org.airshed.engine.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Who does pieces of work that do not depend on each other. */
@FunctionalInterface
public interface Workers {
    /** Runs all of them, each once, and returns when all are done. */
    void run(List<Runnable> pieces);

    /** One thread for each piece, the caller waiting; a failure of a piece is thrown here. */
    static Workers threads() {
        return pieces -> {
            var failed = new AtomicReference<Throwable>();
            var threads = new ArrayList<Thread>();
            for (Runnable piece : pieces.subList(1, pieces.size())) {
                threads.add(
                        Thread.ofPlatform().name("transport").start(() -> attempt(piece, failed)));
            }
            attempt(pieces.getFirst(), failed);
            try {
                for (Thread thread : threads) {
                    thread.join();
                }
            } catch (InterruptedException interrupted) {
                threads.forEach(Thread::interrupt);
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while particles moved", interrupted);
            }
            // As it was thrown: what a piece refuses is refused to the caller.
            switch (failed.get()) {
                case null -> {}
                case RuntimeException refusal -> throw refusal;
                case Error error -> throw error;
                case Throwable other -> throw new IllegalStateException(other);
            }
        };
    }

    private static void attempt(Runnable piece, AtomicReference<Throwable> failed) {
        try {
            piece.run();
        } catch (RuntimeException | Error failure) {
            failed.compareAndSet(null, failure);
        }
    }
}
