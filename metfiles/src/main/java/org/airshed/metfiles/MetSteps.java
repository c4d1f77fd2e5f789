package org.airshed.metfiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.airshed.engine.meteorology.MetStep;
import org.airshed.engine.meteorology.MetVariable;

/** Steps decoded ahead of the caller; to be closed, which ends the decoding thread. */
public final class MetSteps implements Iterator<MetStep>, AutoCloseable {
    /** What the decoding thread hands over. */
    private sealed interface Outcome {
        record Decoded(MetStep step) implements Outcome {}

        record Failed(Throwable why) implements Outcome {}
    }

    private final BlockingQueue<Outcome> decoded;
    private final Thread decoder;
    private int left;

    MetSteps(MetArchive archive, List<Instant> times, Set<MetVariable> wanted, int ahead) {
        if (ahead < 1) {
            throw new IllegalArgumentException("expected one step ahead or more, got " + ahead);
        }
        decoded = new ArrayBlockingQueue<>(ahead);
        left = times.size();
        List<Instant> order = List.copyOf(times);
        decoder =
                Thread.ofPlatform()
                        .name("weather-decoder")
                        .daemon()
                        .start(() -> decode(archive, order, wanted));
    }

    private void decode(MetArchive archive, List<Instant> times, Set<MetVariable> wanted) {
        try {
            for (Instant time : times) {
                Outcome outcome;
                try {
                    outcome = new Outcome.Decoded(archive.step(time, wanted));
                } catch (IOException | RuntimeException | OutOfMemoryError failed) {
                    outcome = new Outcome.Failed(failed);
                }
                decoded.put(outcome);
                if (outcome instanceof Outcome.Failed) {
                    return;
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean hasNext() {
        return left > 0;
    }

    /** The next step, waited for where it is not decoded yet. */
    @Override
    public MetStep next() {
        if (left == 0) {
            throw new NoSuchElementException("no step is left");
        }
        left--;
        try {
            return switch (decoded.take()) {
                case Outcome.Decoded(MetStep step) -> step;
                case Outcome.Failed(Throwable why) -> throw failure(why);
            };
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for a step", stopped);
        }
    }

    private RuntimeException failure(Throwable why) {
        left = 0;
        return switch (why) {
            case IOException refused -> new UncheckedIOException(refused);
            case RuntimeException broken -> broken;
            default -> new IllegalStateException("the step does not fit into memory", why);
        };
    }

    @Override
    public void close() {
        left = 0;
        decoder.interrupt();
        try {
            // Closing the archive under a decoder would fail in its thread.
            decoder.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
