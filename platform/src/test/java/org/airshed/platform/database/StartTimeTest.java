package org.airshed.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prints what a start of the database costs, and what the viewer costs each connection. */
@Tag("long")
class StartTimeTest {
    @Test
    void coldWarmAndAttached(@TempDir Path folder) throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        Path home = folder.resolve("home");
        long cold_ms = child(home);
        long warm_ms = Math.min(child(home), child(home));
        System.out.println("database_cold_ms=" + cold_ms + " database_warm_ms=" + warm_ms);
        assertThat(warm_ms).isLessThan(cold_ms);
    }

    /** From the start of a JVM to a query answered by its data source. */
    private static long child(Path home) throws Exception {
        long begin_ns = System.nanoTime();
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                Starting.class.getName(),
                                home.toString())
                        .redirectErrorStream(true)
                        .start();
        long usable_ms = 0;
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("usable")) {
                    usable_ms = Duration.ofNanos(System.nanoTime() - begin_ns).toMillis();
                }
            }
        }
        assertThat(process.waitFor()).isZero();
        return usable_ms;
    }

    /** The process whose start is measured. */
    static final class Starting {
        public static void main(String[] arguments) throws Exception {
            try (OpenDatabase database =
                            OpenDatabase.open(
                                    TestServer.settings("", ""),
                                    Path.of(arguments[0]),
                                    TestServer.roomSchemas());
                    Connection connection = database.pool().getConnection()) {
                connection.createStatement().execute("select 1");
                System.out.println("usable");
            }
        }
    }

    @Test
    void theViewerOnEachConnection() throws Exception {
        try (TestDatabase database = TestServer.running().newDatabase()) {
            DataSource plain = database.application();
            DataSource viewing = database.application(Map.of("airshed.person", "somebody"));
            checkouts_us(plain);
            checkouts_us(viewing);
            System.out.printf(
                    "checkout_plain_us=%d checkout_viewing_us=%d%n",
                    checkouts_us(plain), checkouts_us(viewing));
        }
    }

    private static long checkouts_us(DataSource source) throws Exception {
        int count = 2000;
        long begin_ns = System.nanoTime();
        for (int checkout = 0; checkout < count; checkout++) {
            source.getConnection().close();
        }
        return Duration.ofNanos(System.nanoTime() - begin_ns).toNanos() / 1000 / count;
    }

    @Test
    void flywayWithNothingToDo() throws Exception {
        try (TestDatabase database = TestServer.running().newDatabase()) {
            Migrations migrations = Migrations.of(TestServer.roomSchemas());
            RoomMigrator migrator =
                    new RoomMigrator(
                            database.ownerLogin(), new SqlName(database.appLogin().user()));
            long begin_ns = System.nanoTime();
            for (String room : migrations.rooms()) {
                migrator.migrate(room, migrations.byRoom().getOrDefault(room, java.util.List.of()));
            }
            long all_ms = Duration.ofNanos(System.nanoTime() - begin_ns).toMillis();
            System.out.printf("flyway_idle_ms=%d rooms=%d%n", all_ms, migrations.rooms().size());
        }
    }
}
