package org.airshed.platform.database;

import java.util.List;
import java.util.Locale;

/**
 * Why there is no database. The sentence of each says what to do; it stands in {@code
 * words/database.en.properties} and {@code words/database.zh.properties} under {@link #code()}.
 */
public enum DatabaseTrouble {
    HOME_NOT_WRITABLE("folder", "user"),
    DISK_NEARLY_FULL("folder", "freeMB", "neededMB"),
    DISK_FULL("folder"),
    DATA_FOREIGN("folder"),
    DATA_OTHER_VERSION("folder", "found", "expected"),
    DATA_DAMAGED("folder", "reason"),
    DATA_OF_OTHER_USER("folder", "owner", "user"),
    PASSWORD_FILE_MISSING("file", "folder"),
    PASSWORD_FILE_WRONG("file", "folder"),
    PORT_TAKEN("port"),
    NO_USER_TO_RUN_AS("folder"),
    PLATFORM_UNSUPPORTED("platform"),
    START_FAILED("reason", "log"),
    START_TOO_SLOW("seconds", "log"),
    URL_MALFORMED("url"),
    USER_MISSING,
    HOST_UNREACHABLE("server", "reason"),
    NOT_POSTGRESQL("server", "reason"),
    LOGIN_REFUSED("user", "server", "reason"),
    DATABASE_MISSING("database", "server"),
    SERVER_TOO_OLD("server", "found", "expected"),
    CONNECTION_FAILED("server", "reason"),
    OWNER_MAY_NOT_CREATE("user", "database"),
    APP_ROLE_MISSING("role", "sql"),
    APP_ROLE_TOO_MIGHTY("role"),
    APP_ROLE_CHANGED("before", "now"),
    MIGRATION_BUSY,
    MIGRATION_FAILED("room", "reason");

    private final List<String> argumentNames;

    DatabaseTrouble(String... argumentNames) {
        this.argumentNames = List.of(argumentNames);
    }

    /** As it is stored and looked up: {@code "database.port-taken"}. */
    public String code() {
        return "database." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What its sentence names in braces. */
    List<String> argumentNames() {
        return argumentNames;
    }
}
