package org.airshed.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of the operating system, run with a deadline and without our PostgreSQL settings. */
record Command(List<String> words, Path folder) {
    /** How it ended; {@code output} holds both streams. */
    record Outcome(int exitCode, String output) {
        boolean succeeded() {
            return exitCode == 0;
        }

        String lastLine() {
            return output.lines().filter(line -> !line.isBlank()).reduce("", (a, b) -> b);
        }
    }

    /**
     * @throws IOException when the program does not exist or outlasts the deadline
     */
    Outcome run(Duration deadline) throws IOException {
        Path output = Files.createTempFile("airshed-command", ".txt");
        try {
            Process process = builder().redirectOutput(output.toFile()).start();
            process.getOutputStream().close();
            if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IOException(words.getFirst() + " did not end within " + deadline);
            }
            return new Outcome(
                    process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while running " + words.getFirst(), interrupted);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** Messages in English, so that they can be recognised; nobody's PGPORT or PGDATA. */
    ProcessBuilder builder() {
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG"));
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
        return builder;
    }
}
