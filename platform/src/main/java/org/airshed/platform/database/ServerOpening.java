package org.airshed.platform.database;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way from whatever is found to a server that answers. */
final class ServerOpening {
    private static final Logger LOG = LoggerFactory.getLogger(ServerOpening.class);
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(250);

    /**
     * What was reached.
     *
     * @param attached whether it ran already
     */
    record Opened(PostmasterFile server, String password, boolean attached) {}

    private final EmbeddedServer.Terms terms;
    private final DatabaseHome home;
    private final Instant latest;
    private @Nullable FileLock lock;

    ServerOpening(EmbeddedServer.Terms terms, DatabaseHome home) {
        this.terms = terms;
        this.home = home;
        this.latest = Instant.now().plus(terms.startDeadline());
    }

    /** With the right to start it already held: after it died under a living process. */
    ServerOpening holding(FileLock held) {
        lock = held;
        return this;
    }

    /** A server that answers; on failure the right to start it stays with the caller. */
    Opened run() throws IOException {
        while (true) {
            if (lock == null) {
                lock = home.tryLock().orElse(null);
            }
            Optional<PostmasterFile> found = findLiving();
            if (found.isPresent()) {
                if (found.get().status() == PostmasterFile.Status.READY) {
                    return new Opened(found.get(), home.password(), true);
                }
                pause(PAUSE);
            } else if (lock != null) {
                String password = home.password();
                Optional<PostmasterFile> started = tryStart(password);
                if (started.isPresent()) {
                    return new Opened(started.get(), password, false);
                }
                pause(PAUSE_AFTER_FAILURE);
            } else {
                pause(PAUSE);
            }
            demandTime();
        }
    }

    /** The right to start and stop the server, unless another living process holds it. */
    Optional<FileLock> lock() {
        return Optional.ofNullable(lock);
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
     * A pid that now belongs to a stranger, or none at all, would keep PostgreSQL from starting, so
     * that file is removed; a pid nobody has is left to PostgreSQL, which also looks for orphaned
     * sessions.
     */
    private Optional<PostmasterFile> findLiving() throws IOException {
        Optional<PostmasterFile> found = PostmasterFile.find(home.data());
        if (found.isEmpty() || found.get().livesIn(home.data())) {
            return found;
        }
        boolean misleading = found.get().pid() == 0 || found.get().anyoneHasPid();
        if (misleading && lock != null) {
            LOG.info("removing postmaster.pid, left behind by a server that is gone");
            Files.deleteIfExists(PostmasterFile.path(home.data()));
        }
        return Optional.empty();
    }

    /** Empty when the reason may pass: an older server's sessions are still ending. */
    private Optional<PostmasterFile> tryStart(String password) throws IOException {
        ServerProgram program = ServerProgram.unpack(terms.programs());
        RunAs runAs = RunAs.choose(program.postgres(), home.folder(), home.data());
        DataFolder data = new DataFolder(home.data());
        if (data.isAbsent()) {
            data.create(program, runAs, password, home.folder());
        }
        data.check(runAs);
        DiskSpace.demand(home.folder(), DiskSpace.TO_START_bytes);
        runAs.own(home.data());
        int port = ServerPort.choose(terms.port(), home);
        home.rememberPort(port);
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
            pause(PAUSE);
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
        settings(port).forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
        Process process =
                new Command(words, home.folder())
                        .builder()
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(home.log().toFile()))
                        .start();
        process.getOutputStream().close();
        return process;
    }

    private Map<String, String> settings(int port) {
        Map<String, String> settings = new TreeMap<>(terms.settings());
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("port", Integer.toString(port));
        settings.put("unix_socket_directories", "");
        return settings;
    }

    private static void pause(Duration length) throws IOException {
        try {
            Thread.sleep(length);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the database", interrupted);
        }
    }
}
