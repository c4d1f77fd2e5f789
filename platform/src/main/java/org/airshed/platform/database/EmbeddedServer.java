package org.airshed.platform.database;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Our own PostgreSQL: durable, on the loopback address, with a password. A server left running by a
 * killed process is taken over; one that another living process started is used and left alone.
 */
final class EmbeddedServer implements AutoCloseable {
    static final String SUPERUSER = "postgres";
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration STOP_DEADLINE = Duration.ofSeconds(60);
    private static final int MOST_RESTARTS = 5;

    /**
     * How to run it.
     *
     * @param home where data, password and log are
     * @param programs where the server is unpacked: the home itself, except for tests
     * @param port 0: a free one, remembered
     * @param keepRunning whether it stays when this process ends
     * @param startDeadline how long to wait for it, recovery included
     * @param settings what postgresql.conf cannot override
     */
    record Terms(
            Path home,
            Path programs,
            int port,
            boolean keepRunning,
            Duration startDeadline,
            Map<String, String> settings) {
        static final Map<String, String> DURABLE =
                Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

        Terms onPort(int samePort) {
            return new Terms(home, programs, samePort, keepRunning, startDeadline, settings);
        }
    }

    private final Terms terms;
    private final DatabaseHome home;
    private final String password;
    private final boolean attached;
    private final @Nullable FileLock lock;
    private volatile PostmasterFile server;
    private volatile boolean closing;
    private int restarts;

    private EmbeddedServer(
            Terms terms, DatabaseHome home, ServerOpening.Opened opened, @Nullable FileLock lock) {
        this.terms = terms;
        this.home = home;
        this.password = opened.password();
        this.attached = opened.attached();
        this.lock = lock;
        this.server = opened.server();
    }

    /**
     * Starts the server of this home, or attaches to the one that runs.
     *
     * @throws DatabaseUnavailable saying what to do when neither is possible
     */
    static EmbeddedServer open(Terms terms) {
        DatabaseHome home = new DatabaseHome(terms.home());
        home.prepare();
        try {
            home = new DatabaseHome(terms.home().toRealPath());
            return open(terms, home);
        } catch (IOException failure) {
            throw explain(failure, home);
        }
    }

    private static EmbeddedServer open(Terms terms, DatabaseHome home) throws IOException {
        ServerOpening opening = new ServerOpening(terms, home);
        try {
            ServerOpening.Opened opened = opening.run();
            EmbeddedServer server =
                    new EmbeddedServer(terms, home, opened, opening.lock().orElse(null));
            server.watch();
            return server;
        } catch (IOException | RuntimeException failure) {
            if (opening.lock().isPresent()) {
                opening.lock().get().acquiredBy().close();
            }
            throw failure;
        }
    }

    private static DatabaseUnavailable explain(IOException failure, DatabaseHome home) {
        return DiskSpace.isExhausted(failure)
                ? new DatabaseUnavailable(
                        DatabaseTrouble.DISK_FULL, failure, home.folder().toString())
                : new DatabaseUnavailable(
                        DatabaseTrouble.START_FAILED,
                        failure,
                        failure.toString(),
                        home.log().toString());
    }

    /** Whoever may stop the server also starts it again when it dies. */
    private void watch() {
        if (lock != null) {
            ProcessHandle.of(server.pid())
                    .ifPresentOrElse(
                            process -> process.onExit().thenRun(this::restartLater),
                            this::restartLater);
        }
    }

    private void restartLater() {
        if (!closing) {
            Thread.ofVirtual().name("database restart").start(this::restart);
        }
    }

    /** On the same port, which the pool knows; recovery keeps every committed row. */
    private synchronized void restart() {
        FileLock held = lock;
        if (closing || held == null) {
            return;
        }
        if (++restarts > MOST_RESTARTS) {
            LOG.error("the database server died {} times; it is not started again", restarts);
            return;
        }
        LOG.warn("the database server {} has died; starting it again", server.pid());
        try {
            server = new ServerOpening(terms.onPort(port()), home).holding(held).run().server();
            watch();
        } catch (IOException failure) {
            LOG.error(explain(failure, home).getMessage(), failure);
        } catch (DatabaseUnavailable failure) {
            LOG.error(failure.getMessage(), failure);
        }
    }

    int port() {
        return server.port();
    }

    long pid() {
        return server.pid();
    }

    String password() {
        return password;
    }

    /** Whether it ran already when this process came. */
    boolean attached() {
        return attached;
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** Stops the server, unless another process looks after it or it is to stay. */
    @Override
    public void close() {
        closing = true;
        synchronized (this) {
            FileLock held = lock;
            if (held == null || !held.isValid()) {
                return;
            }
            try {
                if (!terms.keepRunning()) {
                    stop();
                }
                held.acquiredBy().close();
            } catch (IOException failure) {
                LOG.warn("could not stop the database server {}", server.pid(), failure);
            }
        }
    }

    /** Open transactions are rolled back, committed ones are on disk: a "fast" shutdown. */
    private void stop() throws IOException {
        ServerProgram program = ServerProgram.unpack(terms.programs());
        RunAs.choose(program.postgres(), home.folder(), home.data())
                .command(
                        home.folder(),
                        program.pgCtl().toString(),
                        "kill",
                        "INT",
                        Long.toString(server.pid()))
                .run(STOP_DEADLINE);
        Instant latest = Instant.now().plus(STOP_DEADLINE);
        while (server.livesIn(home.data())) {
            if (Instant.now().isAfter(latest)) {
                throw new IOException("still running after " + STOP_DEADLINE);
            }
            pause();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(Duration.ofMillis(10));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the database", interrupted);
        }
    }
}
