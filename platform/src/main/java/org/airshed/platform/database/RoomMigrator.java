package org.airshed.platform.database;

import java.io.Reader;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** Runs Flyway for one room, as the owner, in the room's schema. */
record RoomMigrator(Login owner, SqlName app) {

    void migrate(String room, List<Migrations.Migration> migrations) {
        try {
            Flyway.configure()
                    .dataSource(owner.url(), owner.user(), owner.password())
                    .schemas(room)
                    .defaultSchema(room)
                    .createSchemas(false)
                    .locations("db/migration/" + room)
                    .resourceProvider(new Loaded(migrations))
                    .placeholders(Map.of("app", app.quoted()))
                    // Also refuses a database that a newer Airshed has migrated.
                    .ignoreMigrationPatterns(new String[0])
                    .validateOnMigrate(true)
                    .cleanDisabled(true)
                    .connectRetries(0)
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            throw new DatabaseUnavailable(
                    DatabaseTrouble.MIGRATION_FAILED, failure, room, reason(failure));
        }
    }

    private static String reason(FlywayException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return String.valueOf(sql.getMessage()).strip();
            }
        }
        return String.valueOf(failure.getMessage()).strip().replaceAll("\\s*\n\\s*", " ");
    }

    /** What was read for the digest is what runs. */
    private record Loaded(List<Migrations.Migration> migrations) implements ResourceProvider {
        @Override
        public @Nullable LoadableResource getResource(String name) {
            return migrations.stream()
                    .filter(migration -> migration.file().equals(name))
                    .findFirst()
                    .map(Text::new)
                    .orElse(null);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return migrations.stream()
                    .filter(migration -> migration.file().startsWith(prefix))
                    .filter(migration ->
                            List.of(suffixes).stream().anyMatch(migration.file()::endsWith))
                    .<LoadableResource>map(Text::new)
                    .toList();
        }
    }

    private static final class Text extends LoadableResource {
        private final Migrations.Migration migration;

        Text(Migrations.Migration migration) {
            this.migration = migration;
        }

        @Override
        public Reader read() {
            return new StringReader(migration.sql());
        }

        @Override
        public String getAbsolutePath() {
            return migration.file();
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return migration.file();
        }

        @Override
        public String getFilename() {
            return migration.file();
        }

        @Override
        public String getRelativePath() {
            return migration.file();
        }
    }
}
