package org.airshed.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database that runs, is migrated, and answers: what the rest of the server stands on. */
final class OpenDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenDatabase.class);
    private static final String DATABASE = "airshed";
    private static final String OWNER = "airshed_owner";
    private final @Nullable EmbeddedServer server;
    private final HikariDataSource pool;

    private OpenDatabase(@Nullable EmbeddedServer server, HikariDataSource pool) {
        this.server = server;
        this.pool = pool;
    }

    /**
     * @throws DatabaseUnavailable saying what to do
     */
    static OpenDatabase open(
            DatabaseSettings settings, Path home, Collection<? extends RoomSchema> rooms)
            throws IOException {
        Migrations migrations = Migrations.of(rooms);
        if (settings.external()) {
            demandOwner(settings);
            Login owner = new Login(settings.url(), settings.user(), settings.password());
            return new OpenDatabase(null, prepare(owner, settings, migrations, () -> {}));
        }
        EmbeddedServer server =
                EmbeddedServer.open(
                        new EmbeddedServer.Terms(
                                home,
                                home,
                                settings.port(),
                                settings.keepRunning(),
                                settings.startDeadline(),
                                EmbeddedServer.Terms.DURABLE));
        try {
            Login superuser =
                    new Login(server.url("postgres"), EmbeddedServer.SUPERUSER, server.password());
            // The owner's password need not be remembered apart from the superuser's.
            Login owner = new Login(server.url(DATABASE), OWNER, server.password());
            LOG.info(
                    "embedded PostgreSQL {} on port {}, data in {}",
                    server.attached() ? "found running" : "started",
                    server.port(),
                    home.resolve("data"));
            return new OpenDatabase(
                    server,
                    prepare(
                            owner,
                            settings,
                            migrations,
                            () -> createOwner(superuser, owner, home)));
        } catch (RuntimeException failure) {
            server.close();
            throw failure;
        }
    }

    private static void demandOwner(DatabaseSettings settings) {
        if (settings.user().isBlank() || settings.password().isEmpty()) {
            throw new DatabaseUnavailable(DatabaseTrouble.USER_MISSING);
        }
    }

    private static HikariDataSource prepare(
            Login owner, DatabaseSettings settings, Migrations migrations, Runnable whenAbsent) {
        ApplicationRole app = ApplicationRole.of(owner, settings);
        Login login = new Preparation(owner, app, migrations).prepare(whenAbsent);
        HikariConfig config = new HikariConfig();
        config.setPoolName("airshed");
        config.setJdbcUrl(login.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(2);
        config.setConnectionTimeout(10_000);
        config.addDataSourceProperty("ApplicationName", "airshed");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }

    private static void createOwner(Login superuser, Login owner, Path home) {
        try {
            EmbeddedOwner.create(superuser, owner);
        } catch (DatabaseUnavailable refused) {
            if (refused.trouble() != DatabaseTrouble.LOGIN_REFUSED) {
                throw refused;
            }
            DatabaseHome folder = new DatabaseHome(home);
            throw new DatabaseUnavailable(
                    DatabaseTrouble.PASSWORD_FILE_WRONG,
                    refused,
                    folder.passwordFile().toString(),
                    folder.data().toString());
        }
    }

    HikariDataSource pool() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
        if (server != null) {
            server.close();
        }
    }
}
