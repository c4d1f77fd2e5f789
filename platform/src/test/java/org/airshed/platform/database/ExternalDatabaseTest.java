package org.airshed.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A server started elsewhere, known by address, user and password only. */
class ExternalDatabaseTest {
    private final TestServer elsewhere = TestServer.running();
    private final String suffix = UUID.randomUUID().toString().substring(0, 8);
    private final String database = "region_" + suffix;
    private final String owner = "owner_" + suffix;
    private final String url = elsewhere.server().url(database);

    @BeforeEach
    void anAdministratorMadeADatabase() {
        elsewhere.run(
                "create role " + owner + " login createrole password 'first'",
                "create database " + database + " owner " + owner);
    }

    @AfterEach
    void andRemovesIt() {
        elsewhere.drop(database);
    }

    private DatabaseSettings settings(String at, String user, String password) {
        return settings(at, user, password, "", "");
    }

    private DatabaseSettings settings(
            String at, String user, String password, String appUser, String appPassword) {
        return new DatabaseSettings(
                at, user, password, appUser, appPassword, 0, false, Duration.ofSeconds(60), 4);
    }

    private OpenDatabase open(DatabaseSettings settings) throws Exception {
        return OpenDatabase.open(settings, Path.of("unused"), TestServer.roomSchemas());
    }

    private DatabaseUnavailable refusal(DatabaseSettings settings) throws Exception {
        try (OpenDatabase opened = open(settings)) {
            throw new AssertionError("expected a refusal, got " + opened.pool().getJdbcUrl());
        } catch (DatabaseUnavailable refused) {
            return refused;
        }
    }

    private String currentUser(OpenDatabase opened) {
        return JdbcClient.create(opened.pool())
                .sql("select current_user")
                .query(String.class)
                .single();
    }

    private Object migratedAt(OpenDatabase opened) {
        return JdbcClient.create(opened.pool())
                .sql("select at from database.migrated")
                .query()
                .singleValue();
    }

    @Test
    void theFirstStartMigratesAndTheNextFindsItDone() throws Exception {
        Object first;
        try (OpenDatabase opened = open(settings(url, owner, "first"))) {
            assertThat(currentUser(opened)).isEqualTo(database + "_app");
            first = migratedAt(opened);
        }
        try (OpenDatabase opened = open(settings(url, owner, "first"))) {
            assertThat(migratedAt(opened)).isEqualTo(first);
        }
    }

    @Test
    void severalServersStartingAtOnceMigrateOnce() throws Exception {
        Callable<Object> start =
                () -> {
                    try (OpenDatabase opened = open(settings(url, owner, "first"))) {
                        return migratedAt(opened);
                    }
                };
        try (var servers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Object>> answers = servers.invokeAll(List.of(start, start, start));
            Object one = answers.getFirst().get();
            for (Future<Object> answer : answers) {
                assertThat(answer.get()).isEqualTo(one);
            }
        }
    }

    @Test
    void aNewPasswordOfTheOwnerGivesTheApplicationANewOne() throws Exception {
        open(settings(url, owner, "first")).close();
        elsewhere.run("alter role " + owner + " password 'second'");
        try (OpenDatabase opened = open(settings(url, owner, "second"))) {
            assertThat(currentUser(opened)).isEqualTo(database + "_app");
        }
    }

    @Test
    void anOwnerWhoMayNotCreateRolesIsToldTheSql() throws Exception {
        elsewhere.run("alter role " + owner + " nocreaterole");
        DatabaseUnavailable refused = refusal(settings(url, owner, "first"));
        assertThat(refused.trouble()).isEqualTo(DatabaseTrouble.APP_ROLE_MISSING);
        assertThat(refused.sentence(Locale.ENGLISH))
                .contains("create role \"" + database + "_app\" login");
        String given = "given_" + suffix;
        elsewhere.run("create role " + given + " login password 'third'");
        try (OpenDatabase opened = open(settings(url, owner, "first", given, "third"))) {
            assertThat(currentUser(opened)).isEqualTo(given);
        }
    }

    @Test
    void aRoleThatRowLevelSecurityWouldNotBindIsRefused() throws Exception {
        String mighty = "mighty_" + suffix;
        elsewhere.run("create role " + mighty + " login bypassrls password 'third'");
        assertThat(refusal(settings(url, owner, "first", mighty, "third")).trouble())
                .isEqualTo(DatabaseTrouble.APP_ROLE_TOO_MIGHTY);
        assertThat(refusal(settings(url, owner, "first", mighty, "third")).trouble())
                .as("also when everything is migrated")
                .isEqualTo(DatabaseTrouble.APP_ROLE_TOO_MIGHTY);
    }

    @Test
    void theOwnerItselfIsNoApplicationRole() throws Exception {
        assertThat(refusal(settings(url, owner, "first", owner, "first")).trouble())
                .isEqualTo(DatabaseTrouble.APP_ROLE_TOO_MIGHTY);
    }

    @Test
    void anotherApplicationRoleThanTheDatabaseWasSetUpForIsRefused() throws Exception {
        open(settings(url, owner, "first")).close();
        String other = "other_" + suffix;
        elsewhere.run("create role " + other + " login password 'third'");
        assertThat(refusal(settings(url, owner, "first", other, "third")).trouble())
                .isEqualTo(DatabaseTrouble.APP_ROLE_CHANGED);
    }

    @Test
    void aUserWhoMayNotCreateSchemasIsToldTheGrant() throws Exception {
        String guest = "guest_" + suffix;
        elsewhere.run("create role " + guest + " login createrole password 'guest'");
        assertThat(refusal(settings(url, guest, "guest")).trouble())
                .isEqualTo(DatabaseTrouble.OWNER_MAY_NOT_CREATE);
    }

    @Test
    void aDatabaseOfANewerAirshedIsRefused() throws Exception {
        open(settings(url, owner, "first")).close();
        try (var connection = new Login(url, owner, "first").connect();
                var statement = connection.createStatement()) {
            statement.execute("update database.migrated set digest = 'of a newer one'");
            statement.execute(
                    """
                    insert into database.flyway_schema_history
                    select 99, '99', 'to come', type, script, 1, installed_by, installed_on, 1, true
                    from database.flyway_schema_history where version = '1'
                    """);
        }
        DatabaseUnavailable refused = refusal(settings(url, owner, "first"));
        assertThat(refused.trouble()).isEqualTo(DatabaseTrouble.MIGRATION_FAILED);
        assertThat(refused.arguments()).containsEntry("room", "database");
    }

    @Test
    void wrongAddressesUsersAndDatabasesAreNamed() throws Exception {
        int nobodyListens;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            nobodyListens = free.getLocalPort();
        }
        String closed = "jdbc:postgresql://127.0.0.1:" + nobodyListens + "/x";
        record Case(DatabaseSettings settings, DatabaseTrouble expected) {}
        for (Case wrong :
                List.of(
                        new Case(
                                settings("jdbc:mysql://host/x", "u", "p"),
                                DatabaseTrouble.URL_MALFORMED),
                        new Case(
                                settings("postgres://host/x", "u", "p"),
                                DatabaseTrouble.URL_MALFORMED),
                        new Case(settings(url, "", ""), DatabaseTrouble.USER_MISSING),
                        new Case(settings(closed, "u", "p"), DatabaseTrouble.HOST_UNREACHABLE),
                        new Case(
                                settings("jdbc:postgresql://no-such-host.invalid/x", "u", "p"),
                                DatabaseTrouble.HOST_UNREACHABLE),
                        new Case(settings(url, owner, "wrong"), DatabaseTrouble.LOGIN_REFUSED),
                        new Case(settings(url, "nobody_here", "p"), DatabaseTrouble.LOGIN_REFUSED),
                        new Case(
                                settings(elsewhere.server().url("none_such"), owner, "first"),
                                DatabaseTrouble.DATABASE_MISSING))) {
            assertThat(refusal(wrong.settings()).trouble())
                    .as(wrong.settings().toString())
                    .isEqualTo(wrong.expected());
        }
    }

    @Test
    void whatIsNotPostgresqlOrTooOldIsNamed() throws Exception {
        try (FakeServer web = new FakeServer(FakeServer::http);
                FakeServer old = new FakeServer(FakeServer::postgres15)) {
            assertThat(refusal(settings(web.url(), "u", "p")).trouble())
                    .isEqualTo(DatabaseTrouble.NOT_POSTGRESQL);
            DatabaseUnavailable refused = refusal(settings(old.url(), "u", "p"));
            assertThat(refused.trouble()).isEqualTo(DatabaseTrouble.SERVER_TOO_OLD);
            assertThat(refused.arguments()).containsEntry("found", "15");
        }
    }

    @Test
    @Tag("long")
    void aServerThatNeverAnswersIsGivenUp() throws Exception {
        try (FakeServer silent =
                new FakeServer(visitor -> visitor.getInputStream().readAllBytes())) {
            assertThat(refusal(settings(silent.url(), "u", "p")).trouble())
                    .isIn(DatabaseTrouble.HOST_UNREACHABLE, DatabaseTrouble.NOT_POSTGRESQL);
        }
    }

    @Test
    void noSentenceRepeatsAPassword() throws Exception {
        DatabaseUnavailable refused =
                refusal(settings(url + "?password=hunter2 x", owner, "secret"));
        assertThat(refused.getMessage()).doesNotContain("hunter2", "secret");
    }
}
