package org.airshed.platform.notary.store;

import static org.airshed.platform.server.Keyset.column;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.airshed.platform.notary.Act;
import org.airshed.platform.notary.ActDraft;
import org.airshed.platform.notary.ActFilter;
import org.airshed.platform.notary.ActorKind;
import org.airshed.platform.notary.CanonicalJson;
import org.airshed.platform.notary.Notary;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.rights.Sight;
import org.airshed.platform.server.Keyset;
import org.airshed.platform.server.Keyset.KeyType;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.airshed.platform.server.RequestId;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The register in table {@code notary.act}. */
@Repository
class SqlNotary implements Notary {
    private static final String EVERYWHERE = "*";
    private static final String COLUMNS =
            "id, at, actor, actor_kind, mandate, kind, jurisdiction, subject, summary,"
                    + " arguments::text as arguments, content, content_hash, request_id, sequence ";
    private static final Keyset LATEST_FIRST =
            Keyset.descending(column("at", KeyType.INSTANT), column("id", KeyType.UUID));
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    SqlNotary(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID record(ActDraft draft) {
        String content = CanonicalJson.write(draft.content());
        if (content.length() > ActDraft.LONGEST_CONTENT) {
            throw new IllegalArgumentException(
                    "expected content of at most %d characters, got %d (%s)"
                            .formatted(
                                    ActDraft.LONGEST_CONTENT, content.length(), draft.subject()));
        }
        // Not by "returning": who records an act may be nobody who may read the register.
        UUID id = jdbc.sql("select uuidv7()").query(UUID.class).single();
        jdbc.sql(
                        """
                        insert into notary.act (id, at, actor, actor_kind, mandate, kind, jurisdiction,
                                                subject, summary, arguments, content, content_hash,
                                                request_id)
                        values (:id, now(), :actor,
                                case when :actor = cast('00000000-0000-7000-8000-000000000001' as uuid)
                                          then 'platform'
                                     when nullif(current_setting('airshed.key', true), '') is not null
                                          then 'api-key'
                                     else 'person' end,
                                :mandate, :kind, :jurisdiction, :subject, :summary,
                                cast(:arguments as jsonb), :content, decode(:hash, 'hex'), :request)
                        """)
                .param("id", id)
                .param("actor", draft.actor())
                .param("mandate", draft.mandate())
                .param("kind", draft.kind().code())
                .param(
                        "jurisdiction",
                        draft.jurisdiction().map(JurisdictionCode::value).orElse(EVERYWHERE))
                .param("subject", draft.subject())
                .param("summary", draft.summary())
                .param("arguments", CanonicalJson.write(draft.arguments()))
                .param("content", content)
                .param("hash", CanonicalJson.hash(content))
                .param("request", RequestId.current().orElse(null))
                .update();
        MDC.put(RequestId.ACT_LOG_FIELD, id.toString());
        return id;
    }

    @Override
    public Page<Act> acts(Sight sight, ActFilter filter, Paging paging) {
        List<Act> rows =
                jdbc.sql(
                                "select "
                                        + COLUMNS
                                        + """
                                        from notary.act
                                        where (jurisdiction = any (:visible) or jurisdiction = '*')
                                          and (cast(:jurisdiction as text) is null
                                               or jurisdiction = :jurisdiction)
                                          and (cast(:kind as text) is null or kind = :kind)
                                          and (cast(:subject as text) is null or subject = :subject)
                                          and
                                        """
                                        + LATEST_FIRST.where(paging)
                                        + LATEST_FIRST.orderAndLimit(paging))
                        .param("visible", visible(sight))
                        .param(
                                "jurisdiction",
                                filter.jurisdiction().map(JurisdictionCode::value).orElse(null))
                        .param("kind", filter.kind().orElse(null))
                        .param("subject", filter.subject().orElse(null))
                        .params(LATEST_FIRST.parameters(paging))
                        .query(SqlNotary::act)
                        .list();
        return LATEST_FIRST.page(
                rows, paging, act -> List.of(act.at().toString(), act.id().toString()));
    }

    @Override
    public Optional<Act> findAct(Sight sight, UUID id) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + "from notary.act where id = :id"
                                + " and (jurisdiction = any (:visible) or jurisdiction = '*')")
                .param("id", id)
                .param("visible", visible(sight))
                .query(SqlNotary::act)
                .optional();
    }

    private static String[] visible(Sight sight) {
        return sight.jurisdictions().stream().map(JurisdictionCode::value).toArray(String[]::new);
    }

    private static Act act(ResultSet row, int number) throws SQLException {
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        Long sequence = row.getObject("sequence", Long.class);
        return new Act(
                row.getObject("id", UUID.class),
                at,
                row.getObject("actor", UUID.class),
                ActorKind.of(row.getString("actor_kind")),
                row.getObject("mandate", UUID.class),
                row.getString("kind"),
                row.getString("jurisdiction"),
                row.getString("subject"),
                row.getString("summary"),
                JSON.readValue(row.getString("arguments"), TEXTS),
                row.getString("content"),
                HexFormat.of().formatHex(row.getBytes("content_hash")),
                Optional.ofNullable(row.getString("request_id")),
                sequence == null ? OptionalLong.empty() : OptionalLong.of(sequence));
    }
}
