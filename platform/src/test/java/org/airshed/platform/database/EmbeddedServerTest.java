package org.airshed.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Durable servers in folders of their own, as in production. */
class EmbeddedServerTest {
    @TempDir Path folder;

    private static Path made = Path.of("made");
    private Path home;

    @BeforeEach
    void homeIsReachableByASystemUser() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        home = folder.resolve("home");
    }

    @AfterEach
    void nothingIsLeftRunning() throws Exception {
        Path data = home.resolve("data");
        if (!Files.isDirectory(data)) {
            return;
        }
        var found = PostmasterFile.find(data).filter(server -> server.livesIn(data));
        if (found.isPresent()) {
            ProcessHandle.of(found.get().pid()).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private EmbeddedServer.Terms terms() throws IOException {
        return terms(0, false);
    }

    private EmbeddedServer.Terms terms(int port, boolean keepRunning) throws IOException {
        return new EmbeddedServer.Terms(
                home,
                TestServer.programs(),
                port,
                keepRunning,
                Duration.ofSeconds(60),
                EmbeddedServer.Terms.DURABLE);
    }

    private static JdbcClient client(EmbeddedServer server) {
        return JdbcClient.create(
                new SimpleDriverDataSource(
                        new org.postgresql.Driver(),
                        server.url("postgres"),
                        EmbeddedServer.SUPERUSER,
                        server.password()));
    }

    private static DatabaseUnavailable refusal(EmbeddedServer.Terms terms) {
        try (EmbeddedServer server = EmbeddedServer.open(terms)) {
            throw new AssertionError("expected a refusal, got a server on " + server.port());
        } catch (DatabaseUnavailable refused) {
            return refused;
        }
    }

    /** A home with data, copied from one made once: creating takes seconds. */
    private void writeSomeData() throws Exception {
        new ProcessBuilder("cp", "-a", "--reflink=auto", made.toString(), home.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    @BeforeAll
    static void makeSomeData(@TempDir Path once) throws Exception {
        Files.setPosixFilePermissions(once, PosixFilePermissions.fromString("rwx--x--x"));
        made = once.resolve("made");
        try (EmbeddedServer server =
                EmbeddedServer.open(
                        new EmbeddedServer.Terms(
                                made,
                                TestServer.programs(),
                                0,
                                false,
                                Duration.ofSeconds(60),
                                EmbeddedServer.Terms.DURABLE))) {
            client(server).sql("create table kept as select 7 as number").update();
        }
    }

    private void assertDataAreThere(EmbeddedServer server) {
        assertThat(client(server).sql("select number from kept").query(Integer.class).single())
                .isEqualTo(7);
    }

    @Test
    void whatWasWrittenIsThereAtTheNextStartOnTheSamePort() throws Exception {
        int port;
        try (EmbeddedServer first = EmbeddedServer.open(terms())) {
            assertThat(first.attached()).isFalse();
            port = first.port();
            client(first).sql("create table kept as select 7 as number").update();
        }
        assertThat(PostmasterFile.find(home.resolve("data"))).isEmpty();
        try (EmbeddedServer second = EmbeddedServer.open(terms())) {
            assertThat(second.port()).isEqualTo(port);
            assertDataAreThere(second);
        }
    }

    @Test
    void theServerIsDurableLocalAndInUtf8() throws Exception {
        writeSomeData();
        try (EmbeddedServer server = EmbeddedServer.open(terms())) {
            Map<String, String> expected =
                    Map.of(
                            "fsync", "on",
                            "synchronous_commit", "on",
                            "full_page_writes", "on",
                            "data_checksums", "on",
                            "listen_addresses", "127.0.0.1",
                            "unix_socket_directories", "",
                            "password_encryption", "scram-sha-256",
                            "server_encoding", "UTF8");
            expected.forEach((name, value) ->
                    assertThat(
                                    client(server)
                                            .sql("select current_setting(?)")
                                            .param(name)
                                            .query(String.class)
                                            .single())
                            .as(name)
                            .isEqualTo(value));
            assertThat(
                            client(server)
                                    .sql(
                                            "select upper('é') || datlocprovider::text from pg_database"
                                                    + " where datname = 'postgres'")
                                    .query(String.class)
                                    .single())
                    .isEqualTo("Éb");
        }
    }

    @Test
    void nobodyConnectsWithoutThePasswordWhichOnlyItsOwnerReads() throws Exception {
        writeSomeData();
        try (EmbeddedServer server = EmbeddedServer.open(terms())) {
            assertThatThrownBy(() ->
                            DriverManager.getConnection(
                                    server.url("postgres"), EmbeddedServer.SUPERUSER, "guess"))
                    .hasMessageContaining("password authentication failed");
        }
        for (String file : List.of("postgresql.password", "postgresql.log", "postgresql.port")) {
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(home.resolve(file))))
                    .as(file)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aSecondUserOfTheSameHomeAttachesAndLeavesTheServerRunning() throws Exception {
        writeSomeData();
        try (EmbeddedServer first = EmbeddedServer.open(terms())) {
            try (EmbeddedServer second = EmbeddedServer.open(terms())) {
                assertThat(second.attached()).isTrue();
                assertThat(second.port()).isEqualTo(first.port());
            }
            assertThat(client(first).sql("select 1").query(Integer.class).single()).isEqualTo(1);
        }
    }

    @Test
    void aServerMeantToStayIsAttachedToAndThenStopped() throws Exception {
        writeSomeData();
        EmbeddedServer.open(terms(0, true)).close();
        try (EmbeddedServer again = EmbeddedServer.open(terms())) {
            assertThat(again.attached()).isTrue();
        }
        assertThat(PostmasterFile.find(home.resolve("data"))).isEmpty();
    }

    @Test
    void aPidFileNamingAForeignProcessIsNoHindrance() throws Exception {
        writeSomeData();
        String foreign =
                ProcessHandle.current().pid() + "\n" + home + "/data\n0\n5432\n\n\n\nready\n";
        Files.writeString(PostmasterFile.path(home.resolve("data")), foreign);
        try (EmbeddedServer server = EmbeddedServer.open(terms())) {
            assertThat(server.attached()).isFalse();
            assertDataAreThere(server);
        }
    }

    @Test
    void aPidFileNamingNobodyOrNonsenseIsNoHindrance() throws Exception {
        writeSomeData();
        for (String left : List.of("3999999\n" + home + "/data\n", "what\n", "")) {
            Files.writeString(PostmasterFile.path(home.resolve("data")), left);
            try (EmbeddedServer server = EmbeddedServer.open(terms())) {
                assertDataAreThere(server);
            }
        }
    }

    @Test
    void aServerThatIsShuttingDownIsWaitedFor() throws Exception {
        writeSomeData();
        EmbeddedServer first = EmbeddedServer.open(terms(0, true));
        Connection holdingItUp =
                DriverManager.getConnection(
                        first.url("postgres"), EmbeddedServer.SUPERUSER, first.password());
        first.close();
        ProcessHandle.of(first.pid()).orElseThrow().destroy(); // "smart": waits for its clients
        Path data = home.resolve("data");
        while (PostmasterFile.find(data).orElseThrow().status() != PostmasterFile.Status.STOPPING) {
            Thread.sleep(5);
        }
        Thread release =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                Thread.sleep(300);
                                holdingItUp.close();
                            } catch (Exception failure) {
                                throw new AssertionError(failure);
                            }
                        });
        try (EmbeddedServer second = EmbeddedServer.open(terms())) {
            assertThat(second.attached()).isFalse();
            assertDataAreThere(second);
        }
        release.join();
    }

    @Test
    void aServerKilledUnderUsIsStartedAgainOnItsPort() throws Exception {
        writeSomeData();
        try (EmbeddedServer server = EmbeddedServer.open(terms())) {
            long killed = server.pid();
            int port = server.port();
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            long latest_ns = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (server.pid() == killed && System.nanoTime() < latest_ns) {
                Thread.sleep(20);
            }
            assertThat(server.pid()).isNotEqualTo(killed);
            assertThat(server.port()).isEqualTo(port);
            assertDataAreThere(server);
        }
        assertThat(PostmasterFile.find(home.resolve("data"))).isEmpty();
    }

    @Test
    void anInterruptedCreationLeavesNothingBehind() throws Exception {
        Path left = Files.createDirectories(home.resolve(".data-creating123/data/base"));
        Files.writeString(left.resolve("half"), "half");
        EmbeddedServer.open(terms()).close();
        try (Stream<Path> children = Files.list(home)) {
            assertThat(children.map(child -> child.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("."));
        }
    }

    @Test
    void aFolderWeDidNotCreateIsLeftUntouched() throws Exception {
        Path data = Files.createDirectories(home.resolve("data"));
        Path thesis = Files.writeString(data.resolve("thesis.txt"), "mine");
        DatabaseUnavailable refused = refusal(terms());
        assertThat(refused.trouble()).isEqualTo(DatabaseTrouble.DATA_FOREIGN);
        assertThat(refused).hasMessageContaining(data.toString());
        assertThat(thesis).hasContent("mine");
    }

    @Test
    void dataOfAnotherMajorVersionAreRefused() throws Exception {
        writeSomeData();
        Files.writeString(home.resolve("data/PG_VERSION"), "17\n");
        DatabaseUnavailable refused = refusal(terms());
        assertThat(refused.trouble()).isEqualTo(DatabaseTrouble.DATA_OTHER_VERSION);
        assertThat(refused.arguments()).containsEntry("found", "17");
    }

    @Test
    void damagedDataAreRefusedNamingTheDamage() throws Exception {
        writeSomeData();
        Path control = home.resolve("data/global/pg_control");
        byte[] whole = Files.readAllBytes(control);
        byte[] damaged = whole.clone();
        damaged[100] ^= 0x55;
        Files.write(control, damaged);
        assertThat(refusal(terms()).trouble()).isEqualTo(DatabaseTrouble.DATA_DAMAGED);
        Files.delete(control);
        DatabaseUnavailable refused = refusal(terms());
        assertThat(refused.trouble()).isEqualTo(DatabaseTrouble.DATA_DAMAGED);
        assertThat(refused).hasMessageContaining("global/pg_control is missing");
    }

    @Test
    void lostWriteAheadLogIsDamage() throws Exception {
        writeSomeData();
        try (Stream<Path> segments = Files.list(home.resolve("data/pg_wal"))) {
            for (Path segment : segments.filter(Files::isRegularFile).toList()) {
                Files.delete(segment);
            }
        }
        DatabaseUnavailable refused = refusal(terms());
        assertThat(refused.trouble()).isEqualTo(DatabaseTrouble.DATA_DAMAGED);
        assertThat(refused.arguments().get("reason")).contains("checkpoint");
    }

    @Test
    void aLostPasswordFileIsNamed() throws Exception {
        writeSomeData();
        Files.delete(home.resolve("postgresql.password"));
        assertThat(refusal(terms()).trouble()).isEqualTo(DatabaseTrouble.PASSWORD_FILE_MISSING);
        assertThat(PostmasterFile.find(home.resolve("data"))).isEmpty();
    }

    @Test
    void aHomeThatCannotBeMadeIsNamed() throws Exception {
        home = Files.writeString(folder.resolve("file"), "").resolve("home");
        DatabaseUnavailable refused = refusal(terms());
        assertThat(refused.trouble()).isEqualTo(DatabaseTrouble.HOME_NOT_WRITABLE);
        assertThat(refused).hasMessageContaining(home.toString());
    }

    @Test
    void aPortThatWasSetAndIsTakenIsNamed() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            DatabaseUnavailable refused = refusal(terms(other.getLocalPort(), false));
            assertThat(refused.trouble()).isEqualTo(DatabaseTrouble.PORT_TAKEN);
            assertThat(refused.arguments())
                    .containsEntry("port", Integer.toString(other.getLocalPort()));
        }
    }

    @Test
    void aRememberedPortThatIsTakenIsReplaced() throws Exception {
        writeSomeData();
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Files.writeString(
                    home.resolve("postgresql.port"), Integer.toString(other.getLocalPort()));
            try (EmbeddedServer server = EmbeddedServer.open(terms())) {
                assertThat(server.port()).isNotEqualTo(other.getLocalPort());
                assertDataAreThere(server);
            }
        }
    }

    @Test
    void dataOfASystemUserThatLostItsWayToThemAreTakenBack() throws Exception {
        writeSomeData();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        try (EmbeddedServer server = EmbeddedServer.open(terms())) {
            assertDataAreThere(server);
        }
    }

    @Test
    void aHomeNoSystemUserReachesWorksAllTheSame() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        EmbeddedServer.open(terms()).close();
        assertThat(Files.getOwner(home.resolve("data"))).isEqualTo(Files.getOwner(home));
    }

    @Test
    void aDiskNearlyFullIsRefusedBeforeAnythingIsWritten() throws Exception {
        Files.createDirectories(home);
        assertThatThrownBy(() -> DiskSpace.demand(home, Long.MAX_VALUE))
                .isInstanceOfSatisfying(
                        DatabaseUnavailable.class,
                        refused ->
                                assertThat(refused.trouble())
                                        .isEqualTo(DatabaseTrouble.DISK_NEARLY_FULL));
    }
}
