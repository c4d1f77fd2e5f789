package org.airshed.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running server writes about itself into {@code postmaster.pid}. Source: PostgreSQL 18,
 * src/include/utils/pidfile.h (line 1 pid, 2 data folder, 4 port, 8 status).
 */
record PostmasterFile(long pid, int port, Status status) {
    enum Status {
        STARTING,
        READY,
        STOPPING
    }

    /** Empty when there is no such file; a file without sense names the process 0, nobody. */
    static Optional<PostmasterFile> find(Path data) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(path(data), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        return Optional.of(parse(lines));
    }

    static Path path(Path data) {
        return data.resolve("postmaster.pid");
    }

    private static PostmasterFile parse(List<String> lines) {
        Status status =
                switch (lines.size() < 8 ? "" : lines.get(7).strip()) {
                    case "ready" -> Status.READY;
                    case "stopping" -> Status.STOPPING;
                    default -> Status.STARTING;
                };
        // Damaged numbers name no process, so the file counts as left behind.
        return new PostmasterFile(
                lines.isEmpty() ? 0 : number(lines.get(0)),
                lines.size() < 4 ? 0 : (int) number(lines.get(3)),
                status);
    }

    private static long number(String line) {
        String digits = line.strip();
        return digits.matches("[0-9]{1,9}") ? Long.parseLong(digits) : 0;
    }

    /** Whether that process is alive and is the server of this folder, not a later namesake. */
    boolean livesIn(Path data) {
        return pid > 0 && isServerOf(Path.of("/proc", Long.toString(pid)), data);
    }

    /** Whether the process exists at all, whoever it is. */
    boolean anyoneHasPid() {
        return pid > 0 && Files.exists(Path.of("/proc", Long.toString(pid)));
    }

    private static boolean isServerOf(Path process, Path data) {
        try {
            String line =
                    new String(
                            Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.UTF_8);
            List<String> words = List.of(line.split("\0", -1));
            return words.getFirst().endsWith("postgres") && words.contains(data.toString());
        } catch (IOException gone) {
            return false;
        }
    }
}
