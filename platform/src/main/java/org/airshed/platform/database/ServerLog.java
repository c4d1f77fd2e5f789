package org.airshed.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The embedded server's log, and what it says about a start that failed. */
record ServerLog(Path file, long begin_bytes) {
    private static final long LARGEST_bytes = 10L << 20;

    /** Words of PostgreSQL about files it cannot make sense of. */
    private static final List<String> DAMAGE =
            List.of(
                    "could not open file",
                    "could not read",
                    "could not open directory",
                    "could not find the database system",
                    "could not locate",
                    "could not access status",
                    "incorrect checksum",
                    "invalid checkpoint",
                    "invalid primary checkpoint",
                    "is not a valid data directory",
                    "invalid page",
                    "invalid magic",
                    "bogus data",
                    "corrupt");

    /** Marks where this start begins; an old long log is put aside, one of them is kept. */
    static ServerLog begin(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, DatabaseHome.SECRET);
            return new ServerLog(file, 0);
        }
        if (Files.size(file) > LARGEST_bytes) {
            Files.move(
                    file,
                    file.resolveSibling(file.getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
            return begin(file);
        }
        return new ServerLog(file, Files.size(file));
    }

    /** Throws what the log says is wrong; returns when a further attempt may succeed. */
    void explain(boolean portIsSet, int port, Path data) throws IOException {
        List<String> lines = lines();
        String all = String.join("\n", lines);
        String reason = reason(lines);
        if (all.contains("Address already in use")) {
            if (portIsSet) {
                throw ServerPort.taken(port);
            }
            return;
        }
        if (all.contains("pre-existing shared memory block")
                || all.contains("lock file \"postmaster.pid\" already exists")) {
            return;
        }
        if (DiskSpace.isExhausted(all)) {
            throw new DatabaseUnavailable(DatabaseTrouble.DISK_FULL, data.toString());
        }
        boolean damaged = DAMAGE.stream().anyMatch(all::contains);
        throw new DatabaseUnavailable(
                damaged ? DatabaseTrouble.DATA_DAMAGED : DatabaseTrouble.START_FAILED,
                damaged ? data.toString() : reason,
                damaged ? reason : file.toString());
    }

    private List<String> lines() throws IOException {
        byte[] all = Files.readAllBytes(file);
        int from = (int) Math.min(begin_bytes, all.length);
        return new String(all, from, all.length - from, StandardCharsets.UTF_8).lines().toList();
    }

    private static String reason(List<String> lines) {
        return lines.stream()
                .filter(line -> line.contains("PANIC:") || line.contains("FATAL:"))
                .findFirst()
                .map(line -> line.replaceFirst("^.*?(PANIC|FATAL):\\s*", ""))
                .orElse(lines.isEmpty() ? "no message" : lines.getLast());
    }
}
