package org.airshed.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * The one PostgreSQL of this test run, with a migrated template from which databases are cloned. It
 * does not wait for the disk ({@code fsync=off}): a test's data need not survive a power cut. The
 * server under test in {@code EmbeddedServer…Test} is durable as in production.
 */
final class TestServer {
    private static final String TEMPLATE = "airshed_template";
    private static final Duration LAST_CLIENT = Duration.ofSeconds(20);
    private static final String APP = "airshed_test_app";
    private static @Nullable TestServer running;
    private final EmbeddedServer server;
    private final Login superuser;
    private final AtomicInteger clones = new AtomicInteger();

    private TestServer(EmbeddedServer server) {
        this.server = server;
        this.superuser =
                new Login(server.url("postgres"), EmbeddedServer.SUPERUSER, server.password());
    }

    static synchronized TestServer running() {
        if (running == null) {
            try {
                running = start();
            } catch (IOException failure) {
                throw new IllegalStateException("the test database did not start", failure);
            }
        }
        return running;
    }

    /** Where servers are unpacked once for all test runs of this user on this machine. */
    static Path programs() throws IOException {
        Path folder =
                Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "airshed-test-" + System.getProperty("user.name"));
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }

    private static TestServer start() throws IOException {
        Path homes = Files.createDirectories(programs().resolve("homes"));
        sweep(homes);
        Path home = Files.createTempDirectory(homes, "run");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
        TestServer server = new TestServer(EmbeddedServer.open(terms(home)));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> server.end(home)));
        server.makeTemplate();
        return server;
    }

    private static EmbeddedServer.Terms terms(Path home) throws IOException {
        return new EmbeddedServer.Terms(
                home,
                programs(),
                0,
                false,
                Duration.ofSeconds(120),
                Map.of(
                        "fsync", "off",
                        "full_page_writes", "off",
                        "synchronous_commit", "off",
                        "max_connections", "300",
                        "shared_buffers", "128MB"));
    }

    /** Ends and removes what killed test runs left: their lock is free again. */
    private static void sweep(Path homes) throws IOException {
        List<Path> left;
        try (Stream<Path> found = Files.list(homes)) {
            left = found.toList();
        }
        for (Path home : left) {
            DatabaseHome leftover = new DatabaseHome(home);
            var lock = leftover.tryLock();
            if (lock.isEmpty()) {
                continue;
            }
            lock.get().acquiredBy().close();
            if (PostmasterFile.find(leftover.data())
                    .filter(server -> server.livesIn(leftover.data()))
                    .isPresent()) {
                EmbeddedServer.open(terms(home)).close();
            }
            new FolderTree(home).delete();
        }
    }

    private void end(Path home) {
        awaitLastClient();
        server.close();
        try {
            new FolderTree(home).delete();
        } catch (IOException leftForTheNextRun) {
            System.err.println("not removed: " + leftForTheNextRun);
        }
    }

    /**
     * Shutdown hooks run side by side: a Spring context that closes while its database is gone
     * waits half a minute for a connection. So the database goes last.
     */
    private void awaitLastClient() {
        long end_ns = System.nanoTime() + LAST_CLIENT.toNanos();
        try (Connection connection = superuser.connect();
                Statement statement = connection.createStatement()) {
            while (System.nanoTime() < end_ns && others(statement) > 0) {
                Thread.sleep(50);
            }
        } catch (SQLException | InterruptedException gone) {
            // Nobody is waited for on a server that no longer answers.
        }
    }

    private static int others(Statement statement) throws SQLException {
        try (var rows =
                statement.executeQuery(
                        "select count(*) from pg_stat_activity"
                                + " where backend_type = 'client backend'"
                                + " and pid <> pg_backend_pid()")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void makeTemplate() throws IOException {
        new Preparation(owner(TEMPLATE), role(TEMPLATE), Migrations.of(roomSchemas()))
                .prepare(() -> EmbeddedOwner.create(superuser, owner(TEMPLATE)));
    }

    private Login owner(String database) {
        return new Login(server.url(database), "airshed_owner", server.password());
    }

    private ApplicationRole role(String database) {
        return ApplicationRole.of(owner(database), settings(APP, "test"));
    }

    static DatabaseSettings settings(String appUser, String appPassword) {
        return new DatabaseSettings(
                "", "", "", appUser, appPassword, 0, false, Duration.ofSeconds(120), 4);
    }

    /** Every room's claim, found without starting the server. */
    static List<RoomSchema> roomSchemas() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(RoomSchema.class));
        return scanner.findCandidateComponents("org.airshed.platform").stream()
                .map(found -> String.valueOf(found.getBeanClassName()))
                .<Class<?>>map(name -> ClassUtils.resolveClassName(name, null))
                .filter(type -> type.isAnnotationPresent(Component.class))
                .map(type -> (RoomSchema) BeanUtils.instantiateClass(type))
                .toList();
    }

    TestDatabase newDatabase() {
        String name = "test_" + clones.incrementAndGet();
        // Copying files beats writing the copy to the log, as nothing here waits for the disk.
        run(
                "create database " + name + " template " + TEMPLATE + " strategy file_copy",
                "alter database " + name + " owner to airshed_owner",
                "grant connect on database " + name + " to " + APP);
        return new TestDatabase(owner(name), role(name).login(owner(name)));
    }

    void drop(String database) {
        run("drop database if exists " + database + " with (force)");
    }

    Login superuser() {
        return superuser;
    }

    EmbeddedServer server() {
        return server;
    }

    void run(String... statements) {
        try (Connection connection = superuser.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
