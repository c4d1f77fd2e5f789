package org.airshed.platform.access.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.airshed.platform.access.Viewer;
import org.airshed.platform.database.OnDatabase;
import org.airshed.platform.database.TestDatabase;
import org.airshed.platform.rights.Dataset;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What somebody sees is remembered, and never longer than it is true. */
@OnDatabase
class RememberedSightTest {
    private final DataSource ownerSource;
    private final JdbcClient owner;
    private final SqlRights rights;

    RememberedSightTest(TestDatabase database) {
        this.ownerSource = database.owner();
        this.owner = JdbcClient.create(ownerSource);
        this.rights = new SqlRights(JdbcClient.create(database.application(Map.of())));
        RandomRights.write(new RandomRights(1).draw(), owner);
        owner.sql("delete from access.data_grant").update();
    }

    private int seen() {
        return seen(rights);
    }

    private static int seen(SqlRights rights) {
        return rights.sight(new Viewer.Anybody(), Dataset.PUBLISHED_AIR).jurisdictions().size();
    }

    private long count() {
        return owner.sql("select changes from access.rights_count").query(Long.class).single();
    }

    /** A grant to everybody over everything, from now to so many seconds later. */
    private UUID grant(String validFrom, String validTo) {
        UUID id = UUID.randomUUID();
        owner.sql(
                        "insert into access.data_grant (id, dataset, scope, source, valid_from, valid_to) values (:id,"
                                + " 'air.published', '*', 'test', "
                                + validFrom
                                + ", "
                                + validTo
                                + ")")
                .param("id", id)
                .update();
        return id;
    }

    @Test
    void aGrantIsSeenAtOnceAndItsEndToo() {
        assertThat(seen()).isZero();
        UUID grant = grant("now()", "null");
        assertThat(seen()).isPositive();
        owner.sql("update access.data_grant set valid_to = now() where id = :id")
                .param("id", grant)
                .update();
        assertThat(seen()).isZero();
    }

    @Test
    void aGrantThatEndsByItselfEndsInTheMemoryToo() throws Exception {
        grant("now() + interval '0.7 s'", "now() + interval '1.4 s'");
        long changes = count();
        assertThat(seen()).as("not yet").isZero();
        Thread.sleep(900);
        assertThat(seen()).as("begun").isPositive();
        Thread.sleep(900);
        assertThat(seen()).as("ended").isZero();
        assertThat(count()).as("nothing was changed for it").isEqualTo(changes);
    }

    /**
     * What a transaction saw of its own change must not outlive it: the next change counts the
     * same.
     */
    @Test
    void aChangeRolledBackIsNotRemembered() {
        SqlRights own = new SqlRights(owner);
        new TransactionTemplate(new JdbcTransactionManager(ownerSource))
                .executeWithoutResult(status -> {
                    grant("now()", "null");
                    assertThat(seen(own)).as("inside").isPositive();
                    status.setRollbackOnly();
                });
        owner.sql("update access.body set valid_to = valid_to").update();
        assertThat(seen(own)).isZero();
    }

    @Test
    void aJurisdictionThatEndsIsSeenNoLonger() {
        grant("now()", "null");
        int before = seen();
        assertThat(
                        owner.sql(
                                        "update region.jurisdiction set valid_to = :now where code = (select max(code)"
                                                + " from region.jurisdiction where valid_to is null)")
                                .param("now", OffsetDateTime.now())
                                .update())
                .isEqualTo(1);
        assertThat(seen()).isEqualTo(before - 1);
    }

    @Test
    void aChangeThatIsTakenBackCountsNothing() {
        long before = count();
        try {
            owner.sql("insert into access.data_grant (id) values (null)").update();
        } catch (org.springframework.dao.DataAccessException refused) {
            assertThat(count()).isEqualTo(before);
        }
    }
}
