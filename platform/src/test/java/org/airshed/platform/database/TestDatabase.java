package org.airshed.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One migrated database, empty of everything but what migrations put there. */
public final class TestDatabase implements AutoCloseable {
    private final Login owner;
    private final Login app;
    private final AtomicReference<HikariDataSource> ownerPool = new AtomicReference<>();
    private final AtomicReference<HikariDataSource> appPool = new AtomicReference<>();

    TestDatabase(Login owner, Login app) {
        this.owner = owner;
        this.app = app;
    }

    /** As the server's own connections: the application role, no viewer. */
    public DataSource application() {
        return new ContextualDataSource(pool(appPool, app));
    }

    /** As the application role, every connection carrying these settings. */
    public DataSource application(Map<String, String> settings) {
        ContextualDataSource source = new ContextualDataSource(pool(appPool, app));
        Map<String, String> fixed = Map.copyOf(settings);
        source.use(() -> fixed);
        return source;
    }

    /** As the role that owns the tables and runs the migrations. */
    public DataSource owner() {
        return pool(ownerPool, owner);
    }

    /** {@link #application()} with Spring's client around it. */
    public JdbcClient client() {
        return JdbcClient.create(application());
    }

    public String name() {
        return owner.database();
    }

    /** What a server needs to be started on this database. */
    public Map<String, String> springProperties() {
        return Map.of(
                "airshed.database.url", owner.url(),
                "airshed.database.user", owner.user(),
                "airshed.database.password", owner.password(),
                "airshed.database.app-user", app.user(),
                "airshed.database.app-password", app.password(),
                "airshed.database.pool-size", "8");
    }

    Login ownerLogin() {
        return owner;
    }

    Login appLogin() {
        return app;
    }

    private static HikariDataSource pool(AtomicReference<HikariDataSource> held, Login login) {
        synchronized (held) {
            HikariDataSource pool = held.get();
            if (pool == null) {
                HikariConfig config = new HikariConfig();
                config.setPoolName("test " + login.user());
                config.setJdbcUrl(login.url());
                config.setUsername(login.user());
                config.setPassword(login.password());
                config.setMaximumPoolSize(8);
                config.setMinimumIdle(0);
                pool = new HikariDataSource(config);
                held.set(pool);
            }
            return pool;
        }
    }

    /**
     * Closes its pools. The database itself stays until the server goes with all of them: the
     * cached Spring context of a test still works on it, and one that loses its database waits ten
     * seconds before it can close.
     */
    @Override
    public void close() {
        for (AtomicReference<HikariDataSource> held : java.util.List.of(ownerPool, appPool)) {
            HikariDataSource pool = held.getAndSet(null);
            if (pool != null) {
                pool.close();
            }
        }
    }
}
