package org.airshed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same bytes whether the JVM interprets or compiles, with and without the processor's own
 * functions, and for one thread or several.
 */
class SameBytesTest {
    private static final long PATIENCE_S = 60;
    private static final List<List<String>> WAYS =
            List.of(
                    List.of("-Djava.util.concurrent.ForkJoinPool.common.parallelism=3"),
                    List.of("-Xint", "-Djava.util.concurrent.ForkJoinPool.common.parallelism=1"),
                    List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-UseLibmIntrinsic"));

    @TempDir private Path folder;

    @Test
    void everyCommandGivesTheSameBytesInEveryWayOfRunning()
            throws IOException, InterruptedException {
        int commands = MadeTables.commands(folder).size();
        List<List<String>> hashes = new ArrayList<>();
        for (List<String> way : WAYS) {
            hashes.add(hashes(way));
        }
        assertThat(hashes.getFirst()).hasSize(commands).allMatch(line -> line.startsWith("0 "));
        assertThat(hashes).allSatisfy(way -> assertThat(way).isEqualTo(hashes.getFirst()));
        hashes.getFirst().forEach(line -> System.out.println("same bytes " + line));
    }

    private List<String> hashes(List<String> way) throws IOException, InterruptedException {
        Path out = folder.resolve("hashes.txt");
        Path err = folder.resolve("err.txt");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(way);
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        SameBytesTest.class.getName(),
                        folder.toString()));
        long began_ns = System.nanoTime();
        Process child =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        try {
            assertThat(child.waitFor(PATIENCE_S, TimeUnit.SECONDS)).as("ends " + way).isTrue();
            assertThat(child.exitValue()).as(Files.readString(err)).isZero();
        } finally {
            child.destroyForcibly();
        }
        System.out.printf("same bytes way=%s s=%.1f%n", way, (System.nanoTime() - began_ns) / 1e9);
        try (Stream<String> lines = Files.lines(out)) {
            return lines.toList();
        }
    }

    /** Prints exit code, SHA-256 of the JSON and name of every command, in the child. */
    public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
        for (String[] command : MadeTables.commands(Path.of(arguments[0]))) {
            Console console =
                    Console.run(
                            Stream.concat(Stream.of(command), Stream.of("--json"))
                                    .toArray(String[]::new));
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(console.out().getBytes(StandardCharsets.UTF_8));
            System.out.println(
                    console.exitCode()
                            + " "
                            + HexFormat.of().formatHex(hash)
                            + " "
                            + command[0]
                            + (console.exitCode() == 0 ? "" : console.err()));
        }
    }
}
