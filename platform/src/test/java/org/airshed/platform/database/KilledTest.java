package org.airshed.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, really killed: no acknowledged row may be lost. */
class KilledTest {
    private static final int NOBODY = 65534;
    private static final Pattern REPORT =
            Pattern.compile("attached=(true|false) rows=(\\d+) last=(\\d+)");

    /** What a further process finds. */
    private record Found(boolean attached, long rows, long last) {
        /** Every acknowledged row, and at most the one whose answer was still on its way. */
        void assertHolds(long acknowledged, boolean expectAttached) {
            assertThat(attached).isEqualTo(expectAttached);
            assertThat(rows).isEqualTo(last).isBetween(acknowledged, acknowledged + 1);
        }
    }

    @TempDir Path folder;
    private List<String> runAs = List.of();
    private Path home = Path.of("home");
    private String classPath =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    @BeforeEach
    void makeHome() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        home = Files.createDirectory(folder.resolve("home"));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
        ServerProgram.unpack(TestServer.programs());
    }

    @AfterEach
    void nothingIsLeftRunning() throws Exception {
        killServer();
    }

    @Test
    void ourProcessKilledLosesNothingAndTheNextAttaches() throws Exception {
        long acknowledged = insertAndKill(300);
        count().assertHolds(acknowledged, true);
        assertThat(PostmasterFile.find(home.resolve("data"))).isEmpty();
    }

    @Test
    void anOrdinaryUserIsServedAlike() throws Exception {
        becomeNobody();
        long acknowledged = insertAndKill(100);
        assertThat(RunAs.owner(home.resolve("data"))).isEqualTo(NOBODY);
        count().assertHolds(acknowledged, true);
    }

    @Test
    void anOrdinaryUserIsToldWhatItMayNotWrite() throws Exception {
        becomeNobody();
        Files.setAttribute(home, "unix:uid", 0);
        Process process = start("count");
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output)
                .contains("The home folder " + home + " cannot be written by user nobody");
    }

    @Test
    void theServerKilledWithUsLosesNothingAndRecovers() throws Exception {
        long acknowledged = insertAndKill(100);
        killServer();
        count().assertHolds(acknowledged, false);
    }

    @Test
    @Tag("long")
    void killedAgainAndAgainAtAnyMoment() throws Exception {
        Random random = new Random(20261123);
        long acknowledged = 0;
        for (int round = 0; round < 20; round++) {
            acknowledged = Math.max(acknowledged, insertAndKill(1 + random.nextInt(400)));
            if (random.nextBoolean()) {
                killServer();
            }
            Found found = count();
            assertThat(found.rows()).as("round %d", round).isGreaterThanOrEqualTo(acknowledged);
            assertThat(found.rows()).isEqualTo(found.last());
            acknowledged = found.last();
        }
    }

    @Test
    @Tag("long")
    void killedWhileItIsBeingCreated() throws Exception {
        for (int delay_ms = 100; delay_ms <= 3000; delay_ms += 290) {
            Process process = start("insert");
            Thread.sleep(delay_ms);
            process.destroyForcibly().waitFor();
            process.getInputStream().close();
        }
        long acknowledged = insertAndKill(20);
        assertThat(count().rows()).isGreaterThanOrEqualTo(acknowledged);
    }

    private Found count() throws Exception {
        Process process = start("count");
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        Matcher report = REPORT.matcher(output);
        assertThat(report.find()).as(output).isTrue();
        return new Found(
                Boolean.parseBoolean(report.group(1)),
                Long.parseLong(report.group(2)),
                Long.parseLong(report.group(3)));
    }

    /** The last number acknowledged before {@code kill -9}. */
    private long insertAndKill(int rows) throws Exception {
        Process process = start("insert");
        long last = 0;
        List<String> other = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            for (int seen = 0; seen < rows; ) {
                String line = lines.readLine();
                assertThat(line).as("ended early: " + other).isNotNull();
                if (line.matches("\\d+")) {
                    last = Long.parseLong(line);
                    seen++;
                } else {
                    other.add(line);
                }
            }
            process.toHandle().destroyForcibly(); // keeps what it printed
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line.matches("\\d+") ? Long.parseLong(line) : last;
            }
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return last;
    }

    private void killServer() throws Exception {
        Path data = home.resolve("data");
        var server = PostmasterFile.find(data).filter(found -> found.livesIn(data));
        if (server.isPresent()) {
            ProcessHandle process = ProcessHandle.of(server.get().pid()).orElseThrow();
            process.destroyForcibly();
            process.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    private Process start(String task) throws Exception {
        List<String> words = new ArrayList<>(runAs);
        words.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                        "-cp",
                        classPath,
                        ServerUnderFire.class.getName(),
                        task,
                        home.toString(),
                        TestServer.programs().toString()));
        return new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }

    /** Root runs the process as another user, with a class path that user can read. */
    private void becomeNobody() throws Exception {
        assumeTrue(RunAs.owner(Path.of("/proc/self")) == 0, "only root can become nobody");
        runAs = new RunAs.SystemUser(NOBODY, NOBODY).prefix();
        Files.setAttribute(home, "unix:uid", NOBODY);
        Path copies = Files.createDirectory(folder.resolve("classes"));
        List<String> readable = new ArrayList<>();
        for (String entry : classPath.split(":", -1)) {
            Path path = Path.of(entry);
            String name = path.getFileName().toString();
            boolean needed =
                    Files.isDirectory(path)
                            || name.matches(
                                    "(postgres|slf4j|logback|commons-|xz|embedded|jspecify|"
                                            + "spring-(core|context|modulith-api)).*");
            if (needed && !entry.isEmpty() && Files.exists(path)) {
                Path copy = copies.resolve(readable.size() + "-" + name);
                run("cp", "-rL", entry, copy.toString());
                readable.add(copy.toString());
            }
        }
        run("chmod", "-R", "a+rX", copies.toString());
        classPath = String.join(":", readable);
    }

    private void run(String... words) throws IOException {
        Command.Outcome outcome = new Command(List.of(words), folder).run(Duration.ofSeconds(60));
        assertThat(outcome.succeeded()).as(outcome.output()).isTrue();
    }
}
