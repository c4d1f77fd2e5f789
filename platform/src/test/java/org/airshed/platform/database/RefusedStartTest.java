package org.airshed.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.airshed.platform.AirshedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole server, started on a database it cannot have. */
class RefusedStartTest {
    @TempDir Path folder;

    @Test
    void theServerEndsWithTheSentenceAndNoStackTrace() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/thesis.txt"), "mine");
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        AirshedServer.class.getName(),
                        "--server.port=0",
                        "--airshed.mode=demo");
        builder.environment()
                .putAll(Map.of("AIRSHED_HOME", folder.toString(), "AIRSHED_DB_URL", ""));
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(1);
        assertThat(output)
                .contains("holds something that Airshed did not create")
                .contains("不是 Airshed 创建的")
                .doesNotContainPattern("(?m)^\\s+at org\\.");
    }
}
