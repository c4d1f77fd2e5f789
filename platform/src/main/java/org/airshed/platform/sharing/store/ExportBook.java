package org.airshed.platform.sharing.store;

import static org.airshed.platform.server.Keyset.column;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.airshed.documents.table.TableFormat;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.access.Viewer;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.Keyset;
import org.airshed.platform.server.Keyset.KeyType;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.airshed.platform.sharing.Export;
import org.airshed.platform.sharing.ExportAbout.Note;
import org.airshed.platform.sharing.ExportQuery;
import org.airshed.platform.sharing.ExportedTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the rows of exports as their askers know them. */
@Component
class ExportBook {
    private static final Keyset LATEST_FIRST =
            Keyset.descending(column("e.asked_at", KeyType.INSTANT), column("e.id", KeyType.UUID));

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    ExportBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the end of the transaction this person asks for nothing else. */
    void lock(UUID person) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('sharing.export ' || :person, 0))")
                .param("person", person.toString())
                .query(row -> {});
    }

    /** How many of a person's exports are not complete. */
    int unfinished(UUID person) {
        return jdbc.sql(
                        """
                        select count(*) from sharing.export where person = :person and state in ('queued', 'running')
                        """)
                .param("person", person)
                .query(Integer.class)
                .single();
    }

    void insert(UUID id, Viewer viewer, ExportQuery query, long rowsExpected) {
        jdbc.sql(
                        """
                        insert into sharing.export (id, person, key, table_name, format, cities, stations, pollutants,
                            first_day, last_day, flags, rows_expected)
                        values (:id, :person, :key, :table, :format, :cities, :stations, :pollutants, :first, :last,
                            :flags, :expected)
                        """)
                .param("id", id)
                .param("person", viewer.findPerson().orElseThrow())
                .param("key", viewer.findKey().orElse(null), java.sql.Types.OTHER)
                .param("table", query.of().code())
                .param("format", query.format().code())
                .param("cities", texts(query.cities().stream().map(JurisdictionCode::value)))
                .param("stations", texts(query.stations().stream()))
                .param("pollutants", texts(query.pollutants().stream().map(Pollutant::code)))
                .param("first", query.first())
                .param("last", query.last())
                .param("flags", query.flags())
                .param("expected", rowsExpected)
                .update();
    }

    private static String[] texts(Stream<String> texts) {
        return texts.toArray(String[]::new);
    }

    Page<Export> list(UUID person, Paging paging) {
        List<Export> rows =
                jdbc.sql(
                                "select * from sharing.export e where e.person = :person and not e.hidden and "
                                        + LATEST_FIRST.where(paging)
                                        + LATEST_FIRST.orderAndLimit(paging))
                        .params(LATEST_FIRST.parameters(paging))
                        .param("person", person)
                        .query((row, at) -> export(row))
                        .list();
        return LATEST_FIRST.page(
                rows,
                paging,
                export -> List.of(export.askedAt().toString(), export.id().toString()));
    }

    Optional<Export> find(UUID person, UUID id) {
        return jdbc.sql(
                        """
                        select * from sharing.export where id = :id and person = :person and not hidden
                        """)
                .param("id", id)
                .param("person", person)
                .query((row, at) -> export(row))
                .optional();
    }

    /** Whose rows are in the file. */
    Set<JurisdictionCode> places(UUID id) {
        return jdbc
                .sql("select unnest(places) from sharing.export where id = :id")
                .param("id", id)
                .query(String.class)
                .list()
                .stream()
                .map(JurisdictionCode::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What was said of the file when it was written; empty before. */
    List<Note> notes(UUID id) {
        return jdbc.sql("select notes from sharing.export where id = :id and notes is not null")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, new TypeReference<List<Note>>() {}))
                .orElse(List.of());
    }

    /** Ends an export that waits or is being written; false when it has ended. */
    boolean cancel(UUID id) {
        return jdbc.sql(
                                """
                                update sharing.export set state = 'cancelled', ended_at = now()
                                where id = :id and state in ('queued', 'running')
                                """)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Takes an ended export off its person's list; it stays on record. */
    void hide(UUID id) {
        jdbc.sql(
                        """
                        update sharing.export set hidden = true,
                            removed_at = case when state = 'done' then coalesce(removed_at, now()) end
                        where id = :id and state in ('done', 'failed', 'cancelled')
                        """)
                .param("id", id)
                .update();
    }

    void fetched(UUID id, Viewer viewer) {
        jdbc.sql("insert into sharing.departure (export, person, key) values (:id, :person, :key)")
                .param("id", id)
                .param("person", viewer.findPerson().orElseThrow())
                .param("key", viewer.findKey().orElse(null), java.sql.Types.OTHER)
                .update();
    }

    /** The query of a row. */
    static ExportQuery query(ResultSet row) throws SQLException {
        return new ExportQuery(
                ExportedTable.find(row.getString("table_name")).orElseThrow(),
                TableFormat.find(row.getString("format")).orElseThrow(),
                texts(row, "cities").stream()
                        .map(JurisdictionCode::new)
                        .collect(Collectors.toUnmodifiableSet()),
                Set.copyOf(texts(row, "stations")),
                texts(row, "pollutants").stream()
                        .map(code -> Pollutant.findByCode(code).orElseThrow())
                        .toList(),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getBoolean("flags"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        List<String> texts = new ArrayList<>();
        for (Object text : (Object[]) array.getArray()) {
            texts.add((String) text);
        }
        return texts;
    }

    private Export export(ResultSet row) throws SQLException {
        return new Export(
                row.getObject("id", UUID.class),
                query(row),
                instant(row, "asked_at"),
                row.getLong("rows_expected"),
                state(row));
    }

    private Export.State state(ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case "queued" -> new Export.Queued();
            case "running" ->
                    new Export.Running(
                            instant(row, "started_at"),
                            row.getLong("looked_at"),
                            row.getLong("rows"));
            case "done" ->
                    new Export.Done(
                            instant(row, "started_at"),
                            instant(row, "ended_at"),
                            row.getLong("rows"),
                            row.getLong("bytes"),
                            row.getString("sha256"),
                            instant(row, "expires_at"),
                            row.getObject("removed_at") == null
                                    && instant(row, "expires_at").isAfter(Instant.now()),
                            row.getBoolean("synthetic"));
            case "failed" ->
                    new Export.Failed(
                            instant(row, "ended_at"),
                            row.getString("reason"),
                            json.readValue(
                                    row.getString("arguments"),
                                    new TypeReference<Map<String, String>>() {}));
            case "cancelled" -> new Export.Cancelled(instant(row, "ended_at"));
            default -> throw new IllegalStateException("no state " + row.getString("state"));
        };
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A moment as the database takes it. */
    static OffsetDateTime after(Instant now, Duration wait) {
        return now.plus(wait).atOffset(ZoneOffset.UTC);
    }
}
