package org.airshed.platform.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.airshed.platform.database.ConnectionContext;
import org.airshed.platform.database.OnDatabase;
import org.airshed.platform.database.RoomSchema;
import org.airshed.platform.database.TestDatabase;
import org.airshed.platform.rights.ActKind;
import org.airshed.platform.rights.ActRefused;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.Dataset;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.rights.Sight;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.airshed.platform.server.RequestId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
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
import org.springframework.context.annotation.FilterType;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@OnDatabase
@SpringBootTest(classes = NotaryTest.Rooms.class)
class NotaryTest {
    static final UUID WANG = UUID.fromString("019ab2c4-7d11-7c3e-9a55-3f0d5a2b9e10");
    static final UUID MANDATE = UUID.fromString("019ab2c4-7d11-7c3e-9a55-3f0d5a2b9e11");
    static final JurisdictionCode BAODING = new JurisdictionCode("130600");
    static final JurisdictionCode LANGFANG = new JurisdictionCode("131000");
    static final Sight SIGHT =
            new Sight(Dataset.ACTS, Optional.of(WANG), Set.of(BAODING, LANGFANG));

    /** The rooms the notary stands on; who looks is said by the test. */
    @ComponentScan(
            basePackages = "org.airshed.platform",
            useDefaultFilters = false,
            includeFilters = {
                @ComponentScan.Filter(
                        type = FilterType.ASSIGNABLE_TYPE,
                        classes = {RoomSchema.class, Notary.class}),
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = ".*\\.database\\.DatabaseConfiguration")
            })
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    static class Rooms {
        static final Map<String, String> SETTINGS = new HashMap<>();

        @Bean
        ConnectionContext viewer() {
            return () -> Map.copyOf(SETTINGS);
        }
    }

    @Autowired Notary notary;
    @Autowired JdbcClient jdbc;
    @Autowired DataSource dataSource;
    @Autowired TransactionTemplate transaction;

    @BeforeEach
    void wangLooksAndSeesBothCities(TestDatabase database) {
        Rooms.SETTINGS.clear();
        Rooms.SETTINGS.put("airshed.person", WANG.toString());
        // Room access gives this function its meaning; here Wang is granted both cities.
        JdbcClient.create(database.owner())
                .sql(
                        """
                        create or replace function rights.sees(dataset text) returns text[]
                        language sql stable security definer set search_path = pg_catalog, pg_temp as $$
                            select case when rights.person() = '%s' and dataset = 'notary.acts'
                                        then array['130600', '131000', '*'] else '{}' end
                        $$
                        """
                                .formatted(WANG))
                .update();
    }

    @Test
    void anActStandsInTheRegisterWithItsHash() {
        UUID id = recorded(BAODING, Map.of("members", List.of("130600"), "name", "示范协作区"));

        Act act = notary.findAct(SIGHT, id).orElseThrow();

        assertThat(act.actor()).isEqualTo(WANG);
        assertThat(act.actorKind()).isEqualTo(ActorKind.PERSON);
        assertThat(act.mandate()).isEqualTo(MANDATE);
        assertThat(act.kind()).isEqualTo("region.change");
        assertThat(act.jurisdiction()).isEqualTo("130600");
        assertThat(act.arguments()).containsEntry("name", "示范协作区");
        assertThat(act.content()).isEqualTo("{\"members\":[\"130600\"],\"name\":\"示范协作区\"}");
        assertThat(act.contentHash()).isEqualTo(CanonicalJson.hash(act.content()));
        assertThat(act.sequence()).isEmpty();
        assertThat(id.version()).isEqualTo(7);
    }

    @Test
    void theDatabaseRefusesAHashOfAnotherContent(TestDatabase database) {
        UUID id = recorded(BAODING, Map.of("a", 1));

        assertThatThrownBy(() ->
                        jdbc.sql(
                                        "insert into notary.act select uuidv7(), at, actor, actor_kind,"
                                                + " mandate, kind, jurisdiction, subject, summary,"
                                                + " arguments, '{}', content_hash from notary.act"
                                                + " where id = :id")
                                .param("id", id)
                                .update())
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("act_check");
    }

    @Test
    void anActRolledBackLeavesNoTrace() {
        long before = count();

        transaction.executeWithoutResult(status -> {
            notary.record(draft(BAODING, Map.of("a", 1)));
            assertThat(count()).isEqualTo(before + 1);
            status.setRollbackOnly();
        });

        assertThat(count()).isEqualTo(before);
    }

    @Test
    void outsideATransactionNothingIsRecorded() {
        assertThatThrownBy(() -> notary.record(draft(BAODING, Map.of())))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void theApplicationCanNeitherChangeNorRemoveAnAct() {
        UUID id = recorded(BAODING, Map.of("a", 1));

        for (String change :
                List.of(
                        "update notary.act set subject = 'other' where id = :id",
                        "update notary.act set sequence = 1 where id = :id",
                        "delete from notary.act where id = :id")) {
            assertThatThrownBy(() -> jdbc.sql(change).param("id", id).update())
                    .hasStackTraceContaining("permission denied for table act");
        }
        assertThatThrownBy(() -> jdbc.sql("truncate notary.act").update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void evenTheOwnerOfTheTablesCannotRewriteAnAct(TestDatabase database) {
        UUID id = recorded(BAODING, Map.of("a", 1));
        JdbcClient owner = JdbcClient.create(database.owner());
        owner.sql("alter table notary.act no force row level security").update();

        assertThatThrownBy(() ->
                        owner.sql("update notary.act set subject = 'x' where id = :id")
                                .param("id", id)
                                .update())
                .hasStackTraceContaining("append-only");
        assertThatThrownBy(() ->
                        owner.sql("delete from notary.act where id = :id").param("id", id).update())
                .hasStackTraceContaining("append-only");
        assertThatThrownBy(() -> owner.sql("truncate notary.act").update())
                .hasStackTraceContaining("append-only");
        owner.sql("alter table notary.act force row level security").update();
    }

    @Test
    void nobodyRecordsAnActInAnothersName() {
        Rooms.SETTINGS.put("airshed.person", UUID.randomUUID().toString());

        assertThatThrownBy(() -> recorded(BAODING, Map.of()))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void whoMayNotReadTheRegisterStillRecordsTheirActs(TestDatabase database) {
        UUID li = UUID.randomUUID();
        Rooms.SETTINGS.put("airshed.person", li.toString());
        Authority authority = new Authority(li, ActKind.CHANGE_REGION, Map.of(BAODING, MANDATE));

        UUID id =
                transaction.execute(status ->
                        notary.record(
                                ActDraft.over(authority, BAODING, "s", "c", Map.of(), Map.of())));

        assertThat(notary.findAct(SIGHT, id)).isEmpty();
        Rooms.SETTINGS.put("airshed.person", WANG.toString());
        assertThat(notary.findAct(SIGHT, id)).isPresent();
    }

    @Test
    void thePublicSeesNoActs() {
        UUID id = recorded(BAODING, Map.of());
        Rooms.SETTINGS.clear();

        assertThat(notary.findAct(SIGHT, id)).isEmpty();
        assertThat(count()).isZero();
    }

    @Test
    void anActDoneWithAnApiKeySaysSo() {
        Rooms.SETTINGS.put("airshed.key", UUID.randomUUID().toString());

        assertThat(notary.findAct(SIGHT, recorded(BAODING, Map.of())).orElseThrow().actorKind())
                .isEqualTo(ActorKind.API_KEY);
    }

    @Test
    void anActCarriesTheIdOfItsRequestAndTheLogTheIdOfTheAct() {
        MDC.put(RequestId.LOG_FIELD, "request-0001");
        try {
            UUID id = recorded(BAODING, Map.of());

            assertThat(notary.findAct(SIGHT, id).orElseThrow().requestId())
                    .contains("request-0001");
            assertThat(MDC.get(RequestId.ACT_LOG_FIELD)).isEqualTo(id.toString());
        } finally {
            MDC.clear();
        }
    }

    @Test
    void whereNoMandateReachesNoActIsDrafted() {
        Authority elsewhere = new Authority(WANG, ActKind.CHANGE_REGION, Map.of(LANGFANG, MANDATE));

        assertThatThrownBy(() -> ActDraft.over(elsewhere, BAODING, "s", "c", Map.of(), Map.of()))
                .isInstanceOf(ActRefused.class)
                .hasMessageContaining("130600");
    }

    @Test
    void tooLongAContentIsRefused() {
        assertThatThrownBy(() -> recorded(BAODING, "x".repeat(ActDraft.LONGEST_CONTENT + 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 262144");
    }

    @Test
    void theRegisterIsReadPageByPageTheLatestFirst() {
        String subject = "region.test/" + UUID.randomUUID();
        for (int i = 0; i < 7; i++) {
            int number = i;
            transaction.executeWithoutResult(status ->
                    notary.record(
                            new ActDraft(
                                    WANG,
                                    ActKind.CHANGE_REGION,
                                    MANDATE,
                                    Optional.of(number % 2 == 0 ? BAODING : LANGFANG),
                                    subject,
                                    "region.test",
                                    Map.of("number", String.valueOf(number)),
                                    number)));
        }
        ActFilter filter = new ActFilter(Optional.empty(), Optional.empty(), Optional.of(subject));
        StringBuilder seen = new StringBuilder();
        Optional<List<String>> after = Optional.empty();
        int pages = 0;
        do {
            Page<Act> page = notary.acts(SIGHT, filter, new Paging(3, after, "/api/v1/acts"));
            page.items().forEach(act -> seen.append(act.content()));
            Act last = page.items().getLast();
            after =
                    page.next().isPresent()
                            ? Optional.of(List.of(last.at().toString(), last.id().toString()))
                            : Optional.empty();
            pages++;
        } while (after.isPresent() && pages < 10);

        assertThat(seen.toString()).isEqualTo("6543210");
        assertThat(pages).isEqualTo(3);
        assertThat(
                        notary.acts(
                                        SIGHT,
                                        new ActFilter(
                                                Optional.of(LANGFANG),
                                                Optional.of("region.change"),
                                                Optional.of(subject)),
                                        new Paging(50, Optional.empty(), "/"))
                                .items())
                .hasSize(3);
    }

    private long count() {
        return jdbc.sql("select count(*) from notary.act").query(Long.class).single();
    }

    private UUID recorded(JurisdictionCode where, Object content) {
        UUID id = transaction.execute(status -> notary.record(draft(where, content)));
        return java.util.Objects.requireNonNull(id);
    }

    private static ActDraft draft(JurisdictionCode where, Object content) {
        return new ActDraft(
                WANG,
                ActKind.CHANGE_REGION,
                MANDATE,
                Optional.of(where),
                "region.compact/demonstration",
                "region.act.compact-entered",
                Map.of("name", "示范协作区"),
                content);
    }
}
