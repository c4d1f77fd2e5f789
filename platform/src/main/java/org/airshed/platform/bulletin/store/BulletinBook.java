package org.airshed.platform.bulletin.store;

import static org.airshed.platform.server.Keyset.column;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.airshed.platform.bulletin.Bulletin;
import org.airshed.platform.bulletin.Bulletin.State;
import org.airshed.platform.bulletin.Content;
import org.airshed.platform.bulletin.Template;
import org.airshed.platform.evaluation.Period;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.Keyset;
import org.airshed.platform.server.Keyset.KeyType;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.airshed.platform.server.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the rows of bulletins. */
@Component
class BulletinBook {
    private static final long LOCK = 0x0B01_1E71_4001L;
    private static final Keyset LATEST_FIRST =
            Keyset.descending(
                    column("b.drafted_at", KeyType.INSTANT), column("b.id", KeyType.UUID));
    private static final String SELECT =
            """
            select b.*, (select count(*) from bulletin.acknowledgement a where a.bulletin = b.id) as read_by
            from bulletin.bulletin b where
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    BulletinBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new draft. */
    record Entry(
            UUID id,
            UUID series,
            int version,
            Template template,
            Period period,
            Set<JurisdictionCode> places,
            Content content,
            UUID draftedBy) {}

    /** One numbering at a time. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(row -> {});
    }

    Page<Bulletin> list(Paging paging) {
        List<Bulletin> rows =
                jdbc.sql(SELECT + LATEST_FIRST.where(paging) + LATEST_FIRST.orderAndLimit(paging))
                        .params(LATEST_FIRST.parameters(paging))
                        .query(this::bulletin)
                        .list();
        return LATEST_FIRST.page(
                rows, paging, row -> List.of(row.draftedAt().toString(), row.id().toString()));
    }

    Optional<Bulletin> find(UUID id) {
        return jdbc.sql(SELECT + "b.id = :id").param("id", id).query(this::bulletin).optional();
    }

    boolean hasVersion(UUID series, int version) {
        return jdbc.sql(
                        """
                        select exists (select from bulletin.bulletin where series = :series and version = :version)
                        """)
                .param("series", series)
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    /** The next number of a year; numbers of a year have no gaps. */
    int nextNumber(int year) {
        return 1
                + jdbc.sql(
                                """
                                select count(*) from bulletin.bulletin where number like :pattern
                                """)
                        .param("pattern", "%〔" + year + "〕%")
                        .query(Integer.class)
                        .single();
    }

    void insert(Entry entry) {
        jdbc.sql(
                        """
                        insert into bulletin.bulletin (id, series, version, template, period, places, content, drafted_by)
                        values (:id, :series, :version, :template, :period, :places, cast(:content as jsonb), :by)
                        """)
                .param("id", entry.id())
                .param("series", entry.series())
                .param("version", entry.version())
                .param("template", entry.template().code())
                .param("period", entry.period().text())
                .param(
                        "places",
                        entry.places().stream()
                                .map(JurisdictionCode::value)
                                .sorted()
                                .toArray(String[]::new))
                .param("content", json.writeValueAsString(entry.content()))
                .param("by", entry.draftedBy())
                .update();
    }

    /** Keeps others from changing it until the end of the transaction. */
    void hold(UUID id) {
        jdbc.sql("select from bulletin.bulletin where id = :id for update")
                .param("id", id)
                .query(row -> {});
    }

    /** Those of these jurisdictions whose published air the viewer sees. */
    Set<JurisdictionCode> visible(Set<JurisdictionCode> of) {
        return jdbc
                .sql("select unnest(rights.sees('air.published'))")
                .query(String.class)
                .list()
                .stream()
                .map(JurisdictionCode::new)
                .filter(of::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    void rewrite(UUID id, Content content, UUID by) {
        one(
                jdbc.sql(
                                """
                                update bulletin.bulletin set content = cast(:content as jsonb), edited_by =
                                    case when :by = drafted_by or :by = any (edited_by) then edited_by
                                    else edited_by || cast(:by as uuid) end
                                where id = :id and state = 'draft'
                                """)
                        .param("content", json.writeValueAsString(content))
                        .param("by", by)
                        .param("id", id)
                        .update(),
                id);
    }

    /** A row that is not there, or past the state, is another's doing: nothing of ours happens. */
    private static void one(int rows, UUID id) {
        if (rows != 1) {
            throw Refusal.conflict("bulletin.changed-since", Map.of("value", id.toString()));
        }
    }

    void givenBack(UUID id) {
        one(
                jdbc.sql(
                                """
                                update bulletin.bulletin set state = 'draft', reviewed_by = null, reviewed_at = null
                                where id = :id and state = 'reviewed'
                                """)
                        .param("id", id)
                        .update(),
                id);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    void reviewed(UUID id, UUID by) {
        int rows =
                jdbc.sql(
                                """
                                update bulletin.bulletin set state = 'reviewed', reviewed_by = :by, reviewed_at = now()
                                where id = :id and state = 'draft'
                                """)
                        .param("by", by)
                        .param("id", id)
                        .update();
        one(rows, id);
    }

    void issued(Bulletin bulletin, UUID by, String number, UUID act) {
        jdbc.sql(
                        """
                        update bulletin.bulletin set state = 'superseded'
                        where series = :series and version < :version and state = 'issued'
                        """)
                .param("series", bulletin.series())
                .param("version", bulletin.version())
                .update();
        int rows =
                jdbc.sql(
                                """
                                update bulletin.bulletin set state = 'issued', issued_by = :by, issued_at = now(),
                                    number = :number, issue_act = :act
                                where id = :id and state = 'reviewed'
                                """)
                        .param("by", by)
                        .param("number", number)
                        .param("act", act)
                        .param("id", bulletin.id())
                        .update();
        one(rows, bulletin.id());
    }

    void acknowledge(UUID id, UUID person) {
        jdbc.sql(
                        """
                        insert into bulletin.acknowledgement (bulletin, person) values (:id, :person)
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("person", person)
                .update();
    }

    private Bulletin bulletin(ResultSet row, int at) throws SQLException {
        String template = row.getString("template");
        String period = row.getString("period");
        return new Bulletin(
                row.getObject("id", UUID.class),
                row.getObject("series", UUID.class),
                row.getInt("version"),
                Template.find(template)
                        .orElseThrow(() -> new IllegalStateException("no template " + template)),
                Period.find(period)
                        .orElseThrow(() -> new IllegalStateException("no period " + period)),
                Arrays.stream((String[]) row.getArray("places").getArray())
                        .map(JurisdictionCode::new)
                        .collect(Collectors.toUnmodifiableSet()),
                json.readValue(row.getString("content"), Content.class),
                sha256(row.getString("content")),
                row.getObject("drafted_by", UUID.class),
                Arrays.stream((Object[]) row.getArray("edited_by").getArray())
                        .map(UUID.class::cast)
                        .collect(Collectors.toUnmodifiableSet()),
                instant(row, "drafted_at"),
                state(row),
                row.getInt("read_by"));
    }

    private static State state(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return switch (state) {
            case "draft" -> new State.Draft();
            case "reviewed" ->
                    new State.Reviewed(
                            row.getObject("reviewed_by", UUID.class), instant(row, "reviewed_at"));
            default ->
                    new State.Issued(
                            row.getString("number"),
                            row.getObject("issued_by", UUID.class),
                            instant(row, "issued_at"),
                            row.getObject("issue_act", UUID.class),
                            state.equals("superseded"));
        };
    }

    private static Instant instant(ResultSet row, String name) throws SQLException {
        return row.getObject(name, OffsetDateTime.class).toInstant();
    }
}
