package org.airshed.platform.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The data of the embedded server: created whole or not at all, and only opened when ours. */
record DataFolder(Path path) {
    /** Says that Airshed made this folder; PostgreSQL ignores files it does not know. */
    private static final String MARK = "airshed-database";

    private static final String DRAFT = ".data-creating";
    private static final Duration CREATION_DEADLINE = Duration.ofMinutes(3);

    /** Without these nothing starts; each has been seen missing after a partial copy. */
    private static final List<String> ESSENTIALS =
            List.of("PG_VERSION", "postgresql.conf", "pg_hba.conf", "global/pg_control", "pg_wal");

    /** Written into postgresql.conf, where an administrator may change them. */
    private static final Map<String, String> FIRST_SETTINGS =
            Map.of(
                    "max_connections", "80",
                    "shared_buffers", "256MB",
                    "work_mem", "16MB",
                    "maintenance_work_mem", "128MB",
                    // A large import must not be asked about for a minute with the plans of an
                    // empty table.
                    "autovacuum_naptime", "10s",
                    // Compiling takes longer than the short queries here.
                    "jit", "off",
                    "password_encryption", "scram-sha-256",
                    "log_min_messages", "warning",
                    "log_line_prefix", "%m [%p] ");

    boolean isAbsent() throws IOException {
        if (!Files.exists(path)) {
            return true;
        }
        try (Stream<Path> children = Files.list(path)) {
            return children.findAny().isEmpty();
        } catch (AccessDeniedException refused) {
            throw ofOtherUser();
        } catch (java.nio.file.NotDirectoryException file) {
            throw new DatabaseUnavailable(DatabaseTrouble.DATA_FOREIGN, file, path.toString());
        }
    }

    /** Refuses a folder that is not ours, not of this version, or visibly incomplete. */
    void check(RunAs runAs) throws IOException {
        if (runAs instanceof RunAs.Self self && RunAs.owner(path) != self.uid()) {
            throw ofOtherUser();
        }
        if (!Files.exists(path.resolve(MARK))) {
            throw new DatabaseUnavailable(DatabaseTrouble.DATA_FOREIGN, path.toString());
        }
        for (String essential : ESSENTIALS) {
            if (!Files.exists(path.resolve(essential))) {
                throw new DatabaseUnavailable(
                        DatabaseTrouble.DATA_DAMAGED, path.toString(), essential + " is missing");
            }
        }
        String version = Files.readString(path.resolve("PG_VERSION")).strip();
        if (!version.equals(ServerProgram.MAJOR_VERSION)) {
            throw new DatabaseUnavailable(
                    DatabaseTrouble.DATA_OTHER_VERSION,
                    path.toString(),
                    version,
                    ServerProgram.MAJOR_VERSION);
        }
    }

    private DatabaseUnavailable ofOtherUser() throws IOException {
        return new DatabaseUnavailable(
                DatabaseTrouble.DATA_OF_OTHER_USER,
                path.toString(),
                Files.getOwner(path).getName(),
                System.getProperty("user.name"));
    }

    /** Creates it beside its place and renames, so an interrupted creation leaves nothing. */
    void create(ServerProgram program, RunAs runAs, String password, Path home) throws IOException {
        DiskSpace.demand(home, DiskSpace.TO_CREATE_bytes);
        FolderTree.deleteStartingWith(home, DRAFT);
        Path draft = Files.createTempDirectory(home, DRAFT, DatabaseHome.OWNER_ONLY);
        Path data = Files.createDirectory(draft.resolve("data"), DatabaseHome.OWNER_ONLY);
        Path passwordFile = Files.writeString(draft.resolve("password"), password + "\n");
        runAs.own(draft);
        initialise(program, runAs, home, data, passwordFile);
        Files.writeString(data.resolve(MARK), "1\n");
        Files.move(data, path, StandardCopyOption.ATOMIC_MOVE);
        new FolderTree(draft).delete();
    }

    private void initialise(
            ServerProgram program, RunAs runAs, Path home, Path data, Path passwordFile)
            throws IOException {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                program.initdb().toString(),
                                "--pgdata=" + data,
                                "--username=" + EmbeddedServer.SUPERUSER,
                                "--auth=scram-sha-256",
                                "--pwfile=" + passwordFile,
                                "--encoding=UTF8",
                                // The libc locale C exists everywhere; sorting and case come from
                                // PostgreSQL's own C.UTF-8, which no system update changes.
                                "--locale=C",
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8",
                                "--data-checksums",
                                "--no-instructions"));
        FIRST_SETTINGS.forEach((name, value) -> words.add("--set=" + name + "=" + value));
        Command.Outcome outcome =
                runAs.command(home, words.toArray(String[]::new)).run(CREATION_DEADLINE);
        if (!outcome.succeeded()) {
            throw DiskSpace.isExhausted(outcome.output())
                    ? new DatabaseUnavailable(DatabaseTrouble.DISK_FULL, path.toString())
                    : new DatabaseUnavailable(
                            DatabaseTrouble.START_FAILED, outcome.lastLine(), path.toString());
        }
    }
}
