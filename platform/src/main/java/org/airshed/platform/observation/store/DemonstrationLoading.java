package org.airshed.platform.observation.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.airshed.platform.rights.ActKind;
import org.airshed.platform.rights.PlatformActor;
import org.airshed.platform.server.Mode;
import org.airshed.platform.server.Refusal;
import org.airshed.platform.server.ServiceSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Brings the readings of a demonstration into the tables once the service has started, by the same
 * imports as everybody's: the published files when a data folder is given, the synthetic set
 * otherwise. What was imported before is not imported again. A service in earnest loads nothing.
 */
@Component
@EnableConfigurationProperties(ObservationSettings.class)
class DemonstrationLoading {
    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationLoading.class);
    private static final int MOST_FILES = 24;

    private final ServiceSettings service;
    private final ObservationSettings settings;
    private final ObjectProvider<SqlImports> imports;
    private final ObjectProvider<PlatformActor> platform;
    private final ImportBook book;
    private final AreaCodes areas;
    private final StationRegister stations;
    private final CompletableFuture<Void> loading = new CompletableFuture<>();

    DemonstrationLoading(
            ServiceSettings service,
            ObservationSettings settings,
            ObjectProvider<SqlImports> imports,
            ObjectProvider<PlatformActor> platform,
            ImportBook book,
            AreaCodes areas,
            StationRegister stations) {
        this.service = service;
        this.settings = settings;
        this.imports = imports;
        this.platform = platform;
        this.book = book;
        this.areas = areas;
        this.stations = stations;
        if (service.mode() != Mode.DEMO
                || (settings.data() == null && settings.synthetic().days() == 0)) {
            loading.complete(null);
        }
    }

    /** The other rooms have started: which city an area's name means can be asked now. */
    @EventListener(ApplicationReadyEvent.class)
    void started() {
        if (loading.isDone()) {
            return;
        }
        Thread.ofVirtual()
                .name("demonstration-readings")
                .start(() -> {
                    try {
                        load();
                        loading.complete(null);
                    } catch (RuntimeException failure) {
                        LOG.error("the readings of the demonstration could not be loaded", failure);
                        loading.completeExceptionally(failure);
                    }
                });
    }

    private void load() {
        boolean synthetic = settings.data() == null;
        Set<String> held = stations.networks();
        boolean otherKind = !held.isEmpty() && held.contains(Origins.SYNTHETIC.code()) != synthetic;
        if (otherKind && synthetic) {
            LOG.info("this home holds published readings; the synthetic set is not added to them");
            return;
        }
        if (otherKind) {
            throw new IllegalStateException(
                    "expected a home without synthetic readings for published ones, as the two must not be"
                            + " mixed; give another folder with --home, or remove this one");
        }
        if (settings.data() == null) {
            loadSynthetic();
        } else {
            loadPublished(Path.of(settings.data()));
        }
    }

    private void loadSynthetic() {
        Instant now = Clock.systemUTC().instant();
        if (asPlatform(() -> book.reaches(now.truncatedTo(ChronoUnit.HOURS)))) {
            return;
        }
        Path file = null;
        try {
            file = Files.createTempFile("airshed-synthetic-", ".csv");
            new SyntheticFile(settings.synthetic().seed(), areas::name)
                    .write(file, now, 24 * settings.synthetic().days());
            importOnce(
                    "SYNTHETIC-seed-%d.csv".formatted(settings.synthetic().seed()),
                    file,
                    Origins.SYNTHETIC.code());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write the synthetic set", failure);
        } finally {
            remove(file);
        }
    }

    private static void remove(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            LOG.warn("the file {} could not be removed: {}", file, failure.getMessage());
        }
    }

    private void loadPublished(Path folder) {
        List<String> passedOver = new ArrayList<>();
        int taken = 0;
        for (Path file : candidates(folder)) {
            try {
                importOnce(file.getFileName().toString(), file, Origins.CNEMC.code());
                taken++;
            } catch (Refusal unusable) {
                if (!unusable.problem().code().equals("observation.file-unusable")) {
                    throw unusable;
                }
                passedOver.add(
                        unusable.problem().arguments().getOrDefault("reason", file.toString()));
            }
        }
        passedOver.forEach(why -> LOG.info("passed over: {}", why));
        if (taken == 0) {
            throw new IllegalStateException(
                    "expected a file hourly-*.csv or hourly-*.csv.gz of CNEMC in "
                            + folder
                            + " or one folder below, found none usable "
                            + passedOver);
        }
    }

    private void importOnce(String name, Path file, String network) {
        String sha256 = FileStaging.digest(file);
        if (asPlatform(() -> book.knows(sha256))) {
            LOG.info("{} was imported before", name);
            return;
        }
        var report =
                platform.getObject()
                        .act(
                                ActKind.IMPORT_OBSERVATIONS,
                                authority ->
                                        imports.getObject()
                                                .importFile(authority, name, file, network));
        report.rejects().stream()
                .limit(5)
                .forEach(reject -> LOG.warn("rejected: {}", reject.message()));
        report.brokenOff().ifPresent(why -> LOG.warn("incomplete: {}", why));
        LOG.info(
                "readings loaded from {}: {} rows, {} entered, {} rejected",
                name,
                report.rows(),
                report.entered(),
                report.rejected());
    }

    private boolean asPlatform(BooleanSupplier question) {
        return Boolean.TRUE.equals(
                platform.getObject()
                        .<Boolean>act(ActKind.IMPORT_OBSERVATIONS, any -> question.getAsBoolean()));
    }

    private static List<Path> candidates(Path folder) {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file ->
                            file.getFileName().toString().matches("hourly-.*\\.csv(\\.gz)?"))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the data folder " + folder, failure);
        }
    }

    /** Refuses a question whose answer is not known before the loading has ended well. */
    void refuseUnlessDone() {
        Loading now = loading();
        if (now.failure() != null) {
            throw Refusal.unavailable("observation.load-failed", Map.of("reason", now.failure()));
        }
        if (!now.done()) {
            throw Refusal.unavailable("observation.loading", Map.of());
        }
    }

    /** Whether there is something to show while the loading goes on: what was loaded before. */
    boolean anythingHeld() {
        return !stations.networks().isEmpty();
    }

    /** Whether loading has ended well; the failure's words when it has not. */
    Loading loading() {
        if (!loading.isDone()) {
            return new Loading(false, null);
        }
        try {
            loading.join();
            return new Loading(true, null);
        } catch (CompletionException failure) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            return new Loading(false, String.valueOf(cause.getMessage()));
        }
    }

    /**
     * How the loading stands.
     *
     * @param done whether it has ended well
     * @param failure why it ended otherwise
     */
    record Loading(boolean done, @Nullable String failure) {}
}
