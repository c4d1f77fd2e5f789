package org.airshed.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnDatabase
class OnDatabaseTest {
    private final TestDatabase database;

    OnDatabaseTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void theApplicationRoleOwnsNothing() {
        Long owned =
                JdbcClient.create(database.owner())
                        .sql(
                                """
                                select (select count(*) from pg_class c
                                        where c.relowner = r.oid)
                                     + (select count(*) from pg_namespace n
                                        where n.nspowner = r.oid)
                                     + (select count(*) from pg_proc p where p.proowner = r.oid)
                                from pg_roles r where r.rolname = :app
                                """)
                        .param("app", database.appLogin().user())
                        .query(Long.class)
                        .single();
        assertThat(owned).isZero();
    }

    @Test
    void everyTableWithAJurisdictionIsGuardedByForcedRowLevelSecurity() {
        var unguarded =
                JdbcClient.create(database.owner())
                        .sql(
                                """
                                select c.oid::regclass::text
                                from pg_class c
                                join pg_namespace n on n.oid = c.relnamespace
                                join pg_attribute a on a.attrelid = c.oid
                                where c.relkind in ('r', 'p') and a.attname = 'jurisdiction'
                                  and not a.attisdropped
                                  and n.nspname not in ('pg_catalog', 'information_schema')
                                  and not (c.relrowsecurity and c.relforcerowsecurity
                                           and exists (select from pg_policy p
                                                       where p.polrelid = c.oid))
                                """)
                        .query(String.class)
                        .list();
        assertThat(unguarded).isEmpty();
    }

    @Test
    void theViewerIsOnTheConnectionAndGoneAfterwards() {
        JdbcClient viewing =
                JdbcClient.create(database.application(Map.of("airshed.person", "somebody")));
        String question = "select current_setting('airshed.person', true)";
        assertThat(viewing.sql(question).query(String.class).single()).isEqualTo("somebody");
        assertThat(database.client().sql(question).query(String.class).optional().orElse(""))
                .isEmpty();
    }

    @Test
    void theApplicationRoleCannotChangeWhatHasBeenMigrated() {
        assertThatThrownBy(() -> database.client().sql("delete from database.migrated").update())
                .hasStackTraceContaining("permission denied for table migrated");
    }

    @Test
    void aFurtherDatabaseIsClonedInLittleTime() {
        Instant begin = Instant.now();
        try (TestDatabase another = TestServer.running().newDatabase()) {
            Duration took = Duration.between(begin, Instant.now());
            assertThat(another.name()).isNotEqualTo(database.name());
            System.out.println("clone_ms=" + took.toMillis());
            assertThat(took).isLessThan(Duration.ofSeconds(2));
        }
    }
}
