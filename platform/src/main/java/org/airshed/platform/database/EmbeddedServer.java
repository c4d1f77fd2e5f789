package org.airshed.platform.database;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final Duration PAUSE = Duration.ofMillis(10);

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
    }

    private final Terms terms;
    private final DatabaseHome home;
    private final String password;
    private final @Nullable FileLock lock;
    private final PostmasterFile server;
    private final boolean attached;

    private EmbeddedServer(
            Terms terms,
            DatabaseHome home,
            String password,
            @Nullable FileLock lock,
            PostmasterFile server,
            boolean attached) {
        this.terms = terms;
        this.home = home;
        this.password = password;
        this.lock = lock;
        this.server = server;
        this.attached = attached;
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
            return new Opening(terms, home).run();
        } catch (IOException failure) {
            throw DiskSpace.isExhausted(failure)
                    ? new DatabaseUnavailable(
                            DatabaseTrouble.DISK_FULL, failure, home.folder().toString())
                    : new DatabaseUnavailable(
                            DatabaseTrouble.START_FAILED,
                            failure,
                            failure.toString(),
                            home.log().toString());
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
        if (lock == null) {
            return;
        }
        try {
            if (!terms.keepRunning()) {
                stop();
            }
            lock.acquiredBy().close();
        } catch (IOException failure) {
            LOG.warn("could not stop the database server {}", server.pid(), failure);
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
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the database", interrupted);
        }
    }

    /** The way from whatever is found to a server that answers. */
    private static final class Opening {
        private static final int MOST_ATTEMPTS = 20;
        private final Terms terms;
        private final DatabaseHome home;
        private final Instant latest;
        private @Nullable FileLock lock;

        Opening(Terms terms, DatabaseHome home) {
            this.terms = terms;
            this.home = home;
            this.latest = Instant.now().plus(terms.startDeadline());
        }

        EmbeddedServer run() throws IOException {
            try {
                return open();
            } catch (IOException | RuntimeException failure) {
                if (lock != null) {
                    lock.acquiredBy().close();
                }
                throw failure;
            }
        }

        private EmbeddedServer open() throws IOException {
            int attempts = 0;
            while (true) {
                if (lock == null) {
                    lock = home.tryLock().orElse(null);
                }
                Optional<PostmasterFile> found = findLiving();
                if (found.isPresent()) {
                    if (found.get().status() == PostmasterFile.Status.READY) {
                        return new EmbeddedServer(
                                terms, home, home.password(), lock, found.get(), true);
                    }
                } else if (lock != null) {
                    if (++attempts > MOST_ATTEMPTS) {
                        throw tooSlow();
                    }
                    Optional<PostmasterFile> started = tryStart();
                    if (started.isPresent()) {
                        return new EmbeddedServer(
                                terms, home, home.password(), lock, started.get(), false);
                    }
                }
                demandTime();
                pause();
            }
        }

        private void demandTime() {
            if (Instant.now().isAfter(latest)) {
                throw tooSlow();
            }
        }

        private DatabaseUnavailable tooSlow() {
            return new DatabaseUnavailable(
                    DatabaseTrouble.START_TOO_SLOW,
                    Long.toString(terms.startDeadline().toSeconds()),
                    home.log().toString());
        }

        /**
         * A pid that now belongs to a stranger would keep PostgreSQL from starting, so that file is
         * removed; a pid nobody has is left to PostgreSQL, which also looks for orphaned sessions.
         */
        private Optional<PostmasterFile> findLiving() throws IOException {
            Optional<PostmasterFile> found = PostmasterFile.find(home.data());
            if (found.isEmpty() || found.get().livesIn(home.data())) {
                return found;
            }
            if (found.get().anyoneHasPid() && lock != null) {
                LOG.info("postmaster.pid names a foreign process {}", found.get().pid());
                Files.deleteIfExists(PostmasterFile.path(home.data()));
            }
            return Optional.empty();
        }

        /** Empty when the reason may pass: an older server's sessions are still ending. */
        private Optional<PostmasterFile> tryStart() throws IOException {
            ServerProgram program = ServerProgram.unpack(terms.programs());
            RunAs runAs = RunAs.choose(program.postgres(), home.folder(), home.data());
            DataFolder data = new DataFolder(home.data());
            if (data.isAbsent()) {
                data.create(program, runAs, home.password(), home.folder());
            }
            data.check(runAs);
            DiskSpace.demand(home.folder(), DiskSpace.TO_START_bytes);
            runAs.own(home.data());
            int port = ServerPort.choose(terms.port(), home);
            ServerLog log = ServerLog.begin(home.log());
            Process process = start(program, runAs, port);
            while (process.isAlive()) {
                Optional<PostmasterFile> found = PostmasterFile.find(home.data());
                if (found.isPresent()
                        && found.get().pid() == process.pid()
                        && found.get().status() == PostmasterFile.Status.READY) {
                    home.rememberPort(port);
                    return found;
                }
                if (Instant.now().isAfter(latest)) {
                    process.destroy();
                    throw tooSlow();
                }
                pause();
            }
            log.explain(terms.port() != 0, port, home.data());
            return Optional.empty();
        }

        private Process start(ServerProgram program, RunAs runAs, int port) throws IOException {
            List<String> words = new ArrayList<>();
            // Its own session: Ctrl-C on our terminal must reach it only through us, at the end.
            words.add("setsid");
            words.addAll(runAs.prefix());
            words.addAll(List.of(program.postgres().toString(), "-D", home.data().toString()));
            settings(port)
                    .forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
            Process process =
                    new Command(words, home.folder())
                            .builder()
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(home.log().toFile()))
                            .start();
            process.getOutputStream().close();
            return process;
        }

        private Map<String, String> settings(int port) {
            Map<String, String> settings = new java.util.TreeMap<>(terms.settings());
            settings.put("listen_addresses", "127.0.0.1");
            settings.put("port", Integer.toString(port));
            settings.put("unix_socket_directories", "");
            return settings;
        }
    }
}
