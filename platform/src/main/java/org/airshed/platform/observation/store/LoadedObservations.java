package org.airshed.platform.observation.store;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.airshed.platform.observation.Observations;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.server.Mode;
import org.airshed.platform.server.Refusal;
import org.airshed.platform.server.ServiceSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Loads the readings of a demonstration while the other rooms start: the published file when a data
 * folder is given, the synthetic set otherwise. A service in earnest starts without readings.
 */
@Component
@EnableConfigurationProperties(ObservationSettings.class)
final class LoadedObservations implements Observations {
    private static final Logger LOG = LoggerFactory.getLogger(LoadedObservations.class);

    private final CompletableFuture<Void> jurisdictionsKnown = new CompletableFuture<>();
    private final CompletableFuture<Optional<Readings>> loading;

    LoadedObservations(
            ServiceSettings service, ObservationSettings settings, CnemcReadings published) {
        this.loading = start(service, settings, published);
    }

    /** The other rooms have started: which city an area's name means can be asked now. */
    @EventListener(ApplicationReadyEvent.class)
    void started() {
        jurisdictionsKnown.complete(null);
    }

    private CompletableFuture<Optional<Readings>> start(
            ServiceSettings service, ObservationSettings settings, CnemcReadings published) {
        if (service.mode() != Mode.DEMO) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        if (settings.data() == null) {
            return CompletableFuture.supplyAsync(
                    () -> Optional.of(said(synthetic(settings))), Thread::startVirtualThread);
        }
        Path folder = Path.of(settings.data());
        return CompletableFuture.supplyAsync(
                        () -> published.gather(folder), Thread::startVirtualThread)
                .thenCombineAsync(
                        jurisdictionsKnown,
                        (gathering, known) -> Optional.of(said(published.readings(gathering))),
                        Thread::startVirtualThread);
    }

    private static Readings synthetic(ObservationSettings settings) {
        return new SyntheticReadings(settings.synthetic().seed())
                .until(Clock.systemUTC().instant(), 24 * settings.synthetic().days());
    }

    private static Readings said(Readings readings) {
        LOG.info(
                "readings loaded: {} stations, {} hours, {}",
                readings.stations().size(),
                readings.hours(),
                readings.origin().en());
        return readings;
    }

    @Override
    public Optional<Readings> findReadings() {
        if (!loading.isDone()) {
            throw Refusal.unavailable("observation.loading", Map.of());
        }
        try {
            return loading.join();
        } catch (CompletionException failure) {
            throw Refusal.unavailable("observation.load-failed", Map.of("reason", reason(failure)));
        }
    }

    /** Whether loading has ended well; the failure's words when it has not. */
    Loading loading() {
        if (!loading.isDone()) {
            return new Loading(false, null);
        }
        return loading.isCompletedExceptionally()
                ? new Loading(false, reason(loading.exceptionNow()))
                : new Loading(true, null);
    }

    /** How far loading is. */
    record Loading(boolean done, @Nullable String failure) {}

    private static String reason(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
