package org.airshed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A real worker in a real child process. */
@Timeout(60)
class WorkerCommandTest {
    private Process worker;
    private Writer in;
    private BufferedReader out;

    @BeforeEach
    void start() throws IOException {
        worker =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--add-modules",
                                "jdk.incubator.vector",
                                "-Xmx64m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.airshed.cli.Airshed",
                                "worker")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        in = worker.outputWriter(StandardCharsets.UTF_8);
        out =
                new BufferedReader(
                        new InputStreamReader(worker.getInputStream(), StandardCharsets.UTF_8));
        assertThat(out.readLine())
                .startsWith("worker ready pid=" + worker.pid())
                .endsWith("vector=on");
    }

    @AfterEach
    void stop() throws InterruptedException {
        worker.destroyForcibly();
        worker.waitFor(10, TimeUnit.SECONDS);
    }

    @Test
    void itAnswersAndRunsACommand() throws IOException {
        say("ping");
        assertThat(out.readLine()).isEqualTo("pong");
        say("run\taqi\tstandards");
        assertThat(out.readLine()).startsWith("| ");
        String line = out.readLine();
        while (line.startsWith("| ")) {
            line = out.readLine();
        }
        assertThat(line).isEqualTo("end exit=0");
    }

    @Test
    void aCommandThatFailsSaysSoAndTheWorkerLives() throws IOException {
        say("run\taqi\tcompare\t/no/such/file");
        String line = out.readLine();
        while (line.startsWith("| ")) {
            line = out.readLine();
        }
        assertThat(line).isEqualTo("end exit=2");
        say("ping");
        assertThat(out.readLine()).isEqualTo("pong");
    }

    @Test
    void whatIsNoOrderIsRefusedByName() throws IOException {
        say("dance");
        assertThat(out.readLine()).contains("refused", "\"dance\"");
    }

    @Test
    void itEndsWhenItsInputEnds() throws Exception {
        in.close();
        assertThat(worker.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(worker.exitValue()).isZero();
    }

    @Test
    void itStopsWhenTold() throws Exception {
        say("stop");
        assertThat(worker.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(worker.exitValue()).isZero();
    }

    private void say(String line) throws IOException {
        in.write(line + "\n");
        in.flush();
    }
}
