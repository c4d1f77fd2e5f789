package org.airshed.realdata;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder of real observations, which is never part of the repository: {@code AIRSHED_DATA}, or
 * {@code ../shared/data} beside the project's root.
 */
public final class RealData {
    private RealData() {}

    /** The folder, or empty when this machine has none. */
    public static Optional<Path> findFolder() {
        String named = System.getenv("AIRSHED_DATA");
        Path folder =
                named != null && !named.isBlank()
                        ? Path.of(named)
                        : Path.of(System.getProperty("airshed.root", ".."), "..", "shared", "data");
        return Files.isDirectory(folder) ? Optional.of(folder.normalize()) : Optional.empty();
    }

    /** A file below the folder; to be called by tests annotated with {@link NeedsRealData}. */
    public static Path file(String relative) {
        Path folder =
                findFolder()
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "no real data: annotate the test @NeedsRealData"));
        Path file = folder.resolve(relative);
        if (!Files.exists(file)) {
            throw new IllegalStateException("expected real data file " + file + ", found none");
        }
        return file;
    }
}
