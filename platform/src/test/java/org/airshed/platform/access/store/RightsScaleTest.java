package org.airshed.platform.access.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.airshed.platform.database.OnDatabase;
import org.airshed.platform.database.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Prints what rights cost at the size of a country: decision 0045 rests on these figures. */
@Tag("long")
@OnDatabase
class RightsScaleTest {
    private static final UUID SEES_ALL = new UUID(7, 1);
    private static final UUID SEES_ONE = new UUID(7, 2);
    private static final int ROUNDS = 3;
    private final TestDatabase database;
    private final JdbcClient owner;

    RightsScaleTest(TestDatabase database) {
        this.database = database;
        this.owner = JdbcClient.create(database.owner());
    }

    /**
     * A root, 34 provinces and 3,365 counties; somebody who sees all of them, and one who sees one.
     */
    private void country() {
        owner.sql(
                        """
                        insert into region.jurisdiction
                            (code, parent, level, zh_name, en_name, zone, source, valid_from)
                        select 'J' || n, case when n = 0 then null when n < 35 then 'J0'
                                              else 'J' || (1 + n % 34) end,
                               'county', '地', 'Place', 'UTC', 'test', '2000-01-01Z'
                        from generate_series(0, 3399) n
                        on conflict (code) do nothing
                        """)
                .update();
    }

    private void viewer(UUID person, String scope) {
        owner.sql(
                        """
                        insert into access.person (id, login, zh_name, en_name, jurisdiction)
                        values (:id, 'v' || :id, '人', 'Person', 'J0')
                        """)
                .param("id", person)
                .update();
        owner.sql(
                        """
                        insert into access.body
                            (id, code, zh_name, en_name, kind, jurisdiction, valid_from)
                        values (:id, 'v' || :id, '会', 'Body', 'office', 'J0', '2000-01-01Z')
                        """)
                .param("id", person)
                .update();
        owner.sql("insert into access.body_role values (:id, 'head', '职', 'Head')")
                .param("id", person)
                .update();
        owner.sql(
                        """
                        insert into access.seat (id, person, body, role, jurisdiction, valid_from)
                        values (:id, :id, :id, 'head', 'J0', '2000-01-01Z')
                        """)
                .param("id", person)
                .update();
        owner.sql(
                        """
                        insert into access.data_grant
                            (id, body, dataset, scope, source, valid_from)
                        values (:id, :id, 'observation.readings', :scope, 'test', '2000-01-01Z')
                        """)
                .param("id", person)
                .param("scope", scope)
                .update();
    }

    @Test
    void aMillionRowsUnderEachFormOfThePolicy() {
        country();
        viewer(SEES_ALL, "J0");
        viewer(SEES_ONE, "J3000");
        String sees = "rights.sees('observation.readings')";
        String listed = "jurisdiction = any ((select %s)::text[])".formatted(sees);
        String hashed = "jurisdiction in (select unnest(%s))".formatted(sees);
        form("listed_indexed", listed, true);
        form("hashed_indexed", hashed, true);
        form("listed_bare", listed, false);
        form("hashed_bare", hashed, false);
        for (String table :
                List.of("listed_indexed", "hashed_indexed", "listed_bare", "hashed_bare")) {
            System.out.printf(
                    "policy_%s sees_all_ms=%d sees_one_ms=%d%n",
                    table, count_ms(table, SEES_ALL, 1_000_000), count_ms(table, SEES_ONE, 294));
        }
    }

    private void form(String table, String policy, boolean indexed) {
        owner.sql("create table access.%s (jurisdiction text, value real)".formatted(table))
                .update();
        owner.sql(
                        """
                        insert into access.%s
                        select 'J' || (n %% 3400), n from generate_series(1, 1000000) n
                        """
                                .formatted(table))
                .update();
        if (indexed) {
            owner.sql("create index on access.%s (jurisdiction)".formatted(table)).update();
        }
        owner.sql("vacuum analyze access." + table).update();
        owner.sql("create policy p on access.%s using (%s)".formatted(table, policy)).update();
        owner.sql("alter table access.%s enable row level security".formatted(table)).update();
    }

    private long count_ms(String table, UUID person, long expected) {
        JdbcClient rows =
                JdbcClient.create(
                        database.application(Map.of("airshed.person", person.toString())));
        return fastest_ms(() -> {
            long seen =
                    rows.sql("select count(value) from access." + table).query(Long.class).single();
            assertThat(seen).isBetween(expected, expected + 1);
        });
    }

    @Test
    void aHundredThousandMandates() {
        country();
        owner.sql(
                        """
                        insert into access.person (id, login, zh_name, en_name, jurisdiction)
                        select md5('p' || n)::uuid, 'many' || n, '人', 'Person', 'J0'
                        from generate_series(0, 999) n
                        """)
                .update();
        owner.sql(
                        """
                        insert into access.body
                            (id, code, zh_name, en_name, kind, jurisdiction, valid_from)
                        select md5('p' || n)::uuid, 'many' || n, '会', 'Body', 'office', 'J0',
                               '2000-01-01Z'
                        from generate_series(0, 999) n
                        """)
                .update();
        owner.sql(
                        """
                        insert into access.body_role
                        select md5('p' || n)::uuid, 'head', '职', 'Head' from generate_series(0, 999) n
                        """)
                .update();
        owner.sql(
                        """
                        insert into access.seat (id, person, body, role, jurisdiction, valid_from)
                        select md5('p' || n)::uuid, md5('p' || n)::uuid, md5('p' || n)::uuid, 'head',
                               'J0', '2000-01-01Z'
                        from generate_series(0, 999) n
                        """)
                .update();
        owner.sql(
                        """
                        insert into access.mandate
                            (id, body, role, act, scope, source, valid_from)
                        select gen_random_uuid(), md5('p' || n % 1000)::uuid, 'head',
                               'observation.import', 'J' || (n * 7 % 3400), 'test', '2000-01-01Z'
                        from generate_series(0, 99999) n
                        """)
                .update();
        owner.sql("analyze").update();
        long of_ms =
                fastest_ms(() ->
                        answers(
                                "access.entitlement_of(md5('p7')::uuid, null, 'act',"
                                        + " 'observation.import', now())"));
        long over_ms =
                fastest_ms(() ->
                        answers(
                                "access.entitlement_over('J3000', 'act', 'observation.import',"
                                        + " now())"));
        System.out.printf("rights mandates=100000 of_ms=%d over_ms=%d%n", of_ms, over_ms);
        assertThat(of_ms).isLessThan(1000);
        assertThat(over_ms).isLessThan(1000);
    }

    private void answers(String question) {
        long found = owner.sql("select count(*) from " + question).query(Long.class).single();
        assertThat(found).isPositive();
    }

    private static long fastest_ms(Runnable work) {
        long fastest_ns = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long begin_ns = System.nanoTime();
            work.run();
            fastest_ns = Math.min(fastest_ns, System.nanoTime() - begin_ns);
        }
        return fastest_ns / 1_000_000;
    }
}
