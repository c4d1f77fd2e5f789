package org.airshed.platform.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The folder of one installation: the embedded database and whatever else is kept as files. */
public final class HomeFolder {
    private HomeFolder() {}

    /** The folder as set, else the user's own data folder. */
    public static Path of(@Nullable String set) {
        return set == null || set.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "share", "airshed")
                : Path.of(set).toAbsolutePath().normalize();
    }
}
