package org.airshed.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines as PostgreSQL 18 writes them. */
class ServerLogTest {
    @TempDir Path folder;

    private void explain(String line, boolean portIsSet) throws IOException {
        Path file = folder.resolve("postgresql.log");
        Files.deleteIfExists(file);
        Files.writeString(file, "FATAL:  an older trouble\n");
        ServerLog log = ServerLog.begin(file);
        Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
        log.explain(portIsSet, 5432, folder);
    }

    private DatabaseTrouble trouble(String line) {
        try {
            explain(line, true);
        } catch (DatabaseUnavailable refused) {
            return refused.trouble();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        throw new AssertionError("expected a refusal for " + line);
    }

    @Test
    void aFullDiskIsRecognised() {
        assertThat(
                        trouble(
                                "2026-11-23 19:00:00 UTC [7] FATAL:  could not write lock file"
                                        + " \"postmaster.pid\": No space left on device"))
                .isEqualTo(DatabaseTrouble.DISK_FULL);
        assertThat(
                        trouble(
                                "2026-11-23 19:00:00 UTC [7] PANIC:  could not write to file"
                                        + " \"pg_wal/xlogtemp.9\": No space left on device"))
                .isEqualTo(DatabaseTrouble.DISK_FULL);
    }

    @Test
    void aTakenPortIsNamedWhenItWasSetAndReplacedWhenNot() throws IOException {
        String line =
                "2026-11-23 19:00:00 UTC [7] LOG:  could not bind IPv4 address \"127.0.0.1\":"
                        + " Address already in use";
        assertThat(trouble(line)).isEqualTo(DatabaseTrouble.PORT_TAKEN);
        explain(line, false);
    }

    @Test
    void sessionsOfAKilledServerAreWaitedFor() throws IOException {
        explain(
                "2026-11-23 19:00:00 UTC [7] FATAL:  pre-existing shared memory block (key 4, ID 5)"
                        + " is still in use",
                true);
    }

    @Test
    void anythingElseIsRepeatedFromThisStartOnly() {
        assertThatThrownBy(() -> explain("2026 UTC [7] FATAL:  something new under the sun", true))
                .hasMessageContaining("something new under the sun")
                .hasMessageNotContaining("older trouble");
    }
}
