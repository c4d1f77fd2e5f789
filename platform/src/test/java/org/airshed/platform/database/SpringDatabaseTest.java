package org.airshed.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OnDatabase
@SpringBootTest(classes = SpringDatabaseTest.Rooms.class)
class SpringDatabaseTest {
    /** The database room and what every room may expect beside it. */
    @Configuration
    @ComponentScan(
            basePackages = "org.airshed.platform",
            useDefaultFilters = false,
            includeFilters = {
                @ComponentScan.Filter(
                        type = FilterType.ASSIGNABLE_TYPE,
                        classes = {RoomSchema.class, DatabaseConfiguration.class})
            })
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    static class Rooms {
        static final ThreadLocal<String> PERSON = ThreadLocal.withInitial(() -> "");

        @Bean
        ConnectionContext viewer() {
            return () ->
                    PERSON.get().isEmpty()
                            ? java.util.Map.of()
                            : java.util.Map.of("airshed.person", PERSON.get());
        }
    }

    private static final String VIEWER =
            "select coalesce(current_setting('airshed.person', true), '')";

    @Autowired DataSource dataSource;
    @Autowired List<DataSource> dataSources;
    @Autowired JdbcClient client;
    @Autowired TransactionTemplate transaction;

    @Test
    void theOneDataSourceWorksAsTheApplicationRole(TestDatabase database) {
        assertThat(dataSources).hasSize(1);
        assertThat(client.sql("select current_user").query(String.class).single())
                .isEqualTo(database.appLogin().user());
        assertThat(client.sql("select current_database()").query(String.class).single())
                .isEqualTo(database.name());
    }

    @Test
    void everyCheckoutCarriesTheViewerOfItsMoment() {
        for (String person : List.of("first", "", "second")) {
            Rooms.PERSON.set(person);
            assertThat(client.sql(VIEWER).query(String.class).single()).isEqualTo(person);
        }
        Rooms.PERSON.remove();
    }

    @Test
    void aRolledBackTransactionLeavesNoViewerBehind() {
        Rooms.PERSON.set("first");
        transaction.executeWithoutResult(status -> {
            assertThat(client.sql(VIEWER).query(String.class).single()).isEqualTo("first");
            status.setRollbackOnly();
        });
        Rooms.PERSON.remove();
        for (int checkout = 0; checkout < 10; checkout++) {
            assertThat(client.sql(VIEWER).query(String.class).single()).isEmpty();
        }
    }

    @Test
    void aConnectionLeftInAFailedTransactionIsClearedToo() throws Exception {
        Rooms.PERSON.set("first");
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> connection.createStatement().execute("select 1/0"))
                    .hasMessageContaining("division by zero");
        }
        Rooms.PERSON.remove();
        assertThat(client.sql(VIEWER).query(String.class).single()).isEmpty();
    }

    /** What a connection carries is known of the connection, whoever it is handed out by. */
    @Test
    void twoSourcesOverOnePoolDoNotShareAViewer(TestDatabase database) {
        for (int round = 0; round < 3; round++) {
            assertThat(
                            JdbcClient.create(
                                            database.application(Map.of("airshed.person", "first")))
                                    .sql(VIEWER)
                                    .query(String.class)
                                    .single())
                    .isEqualTo("first");
            assertThat(database.client().sql(VIEWER).query(String.class).single()).isEmpty();
        }
    }

    /** Many at once, some in transactions that fail or are rolled back: each sees itself only. */
    @Test
    void whoeverComesNextSeesNothingOfWhoWasBefore() throws Exception {
        List<Callable<List<String>>> work = new ArrayList<>();
        for (int thread = 0; thread < 6; thread++) {
            long seed = thread;
            work.add(() -> wronglySeen(new Random(seed)));
        }
        List<String> wrong = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var done : threads.invokeAll(work)) {
                wrong.addAll(done.get());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private List<String> wronglySeen(Random random) {
        List<String> wrong = new ArrayList<>();
        for (int round = 0; round < 150; round++) {
            String person = random.nextInt(3) == 0 ? "" : "person " + random.nextInt(4);
            Rooms.PERSON.set(person);
            switch (random.nextInt(4)) {
                case 0 -> see(person, wrong);
                case 1 ->
                        transaction.executeWithoutResult(status -> {
                            see(person, wrong);
                            status.setRollbackOnly();
                        });
                case 2 ->
                        assertThatThrownBy(() ->
                                        transaction.executeWithoutResult(status -> {
                                            see(person, wrong);
                                            client.sql("select 1/0").query(Integer.class).single();
                                        }))
                                .hasStackTraceContaining("division by zero");
                default -> {
                    Rooms.PERSON.set("\0"); // a setting that cannot be made
                    assertThatThrownBy(() -> client.sql(VIEWER).query(String.class).single())
                            .hasStackTraceContaining("0x00");
                }
            }
        }
        Rooms.PERSON.remove();
        return wrong;
    }

    private void see(String person, List<String> wrong) {
        String seen = client.sql(VIEWER).query(String.class).single();
        if (!seen.equals(person)) {
            wrong.add("as '%s' saw '%s'".formatted(person, seen));
        }
    }

    @Test
    void nobodyConnectsAroundTheViewer() {
        assertThatThrownBy(() -> dataSource.getConnection("airshed_owner", "anything"))
                .hasMessageContaining("application role only");
    }
}
