package org.airshed.platform.database;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * As whom the database server runs. PostgreSQL refuses to run as root, so root becomes a system
 * user, or, where that user cannot reach the folder, an unprivileged user namespace.
 */
sealed interface RunAs {
    Duration TRIAL_DEADLINE = Duration.ofSeconds(10);

    /** The words to put before a program. */
    List<String> prefix();

    /** Who must own the data folder, as seen from outside. */
    int uid();

    /** An ordinary user runs the server directly. */
    record Self(int uid) implements RunAs {
        @Override
        public List<String> prefix() {
            return List.of();
        }
    }

    /** Root steps down to a system user. */
    record SystemUser(int uid, int gid) implements RunAs {
        @Override
        public List<String> prefix() {
            return List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--");
        }
    }

    /**
     * Root without its powers: in a user namespace the process keeps root's files and nothing else.
     */
    record UserNamespace(int insideUid) implements RunAs {
        @Override
        public List<String> prefix() {
            return List.of(
                    "unshare",
                    "--user",
                    "--map-user=" + insideUid,
                    "--map-group=" + insideUid,
                    "--");
        }

        @Override
        public int uid() {
            return 0;
        }
    }

    /** The first way in which the given server program can be run here. */
    static RunAs choose(Path postgres, Path home, Path data) throws IOException {
        int self = owner(Path.of("/proc/self"));
        if (self != 0) {
            return new Self(self);
        }
        List<RunAs> ways = new ArrayList<>();
        if (Files.isDirectory(data) && owner(data) != 0) {
            ways.add(new SystemUser(owner(data), group(data)));
        }
        findSystemUser("postgres").ifPresent(ways::add);
        findSystemUser("nobody").ifPresent(ways::add);
        ways.add(new UserNamespace(65534)); // "nobody", which initdb finds in /etc/passwd
        return ways.stream()
                .filter(way -> way.canRun(postgres, home))
                .findFirst()
                .orElseThrow(() ->
                        new DatabaseUnavailable(
                                DatabaseTrouble.NO_USER_TO_RUN_AS, home.toString()));
    }

    private boolean canRun(Path postgres, Path home) {
        try {
            String trial = "test -x \"$0\" && exec \"$1\" --version";
            return command(home, "sh", "-c", trial, home.toString(), postgres.toString())
                    .run(TRIAL_DEADLINE)
                    .succeeded();
        } catch (IOException absent) {
            return false;
        }
    }

    default Command command(Path folder, String... words) {
        return new Command(Stream.concat(prefix().stream(), Stream.of(words)).toList(), folder);
    }

    /** Gives a folder and all in it to this user; does nothing when it is theirs already. */
    default void own(Path folder) throws IOException {
        if (this instanceof Self || owner(folder) == uid()) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.setAttribute(file, "unix:uid", uid(), LinkOption.NOFOLLOW_LINKS);
                        return FileVisitResult.CONTINUE;
                    }

                    // After its content: an interrupted change of owner is seen and repeated.
                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path visited, @Nullable IOException failure) throws IOException {
                        if (failure != null) {
                            throw failure;
                        }
                        Files.setAttribute(visited, "unix:uid", uid());
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private static Optional<RunAs> findSystemUser(String name) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/etc/passwd"))) {
            return lines.map(line -> line.split(":", -1))
                    .filter(fields -> fields.length > 3 && fields[0].equals(name))
                    .<RunAs>map(fields ->
                            new SystemUser(
                                    Integer.parseInt(fields[2]), Integer.parseInt(fields[3])))
                    .findFirst();
        }
    }

    static int owner(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }

    private static int group(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:gid");
    }
}
