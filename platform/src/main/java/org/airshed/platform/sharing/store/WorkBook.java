package org.airshed.platform.sharing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.airshed.platform.access.SystemActor;
import org.airshed.platform.access.Viewer;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.sharing.ExportAbout.Note;
import org.airshed.platform.sharing.ExportQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same rows as the platform works on them: claimed by one worker at a time, kept alive by its
 * heartbeat, ended once. A worker whose attempt is not the last one any more is told so.
 */
@Component
class WorkBook {
    /** Without a heartbeat for so long, who was writing has died. */
    static final Duration SILENCE = Duration.ofSeconds(30);

    /** After so many deaths of their writers an export is given up. */
    static final int MOST_ATTEMPTS = 3;

    private final JdbcClient jdbc;
    private final SystemActor platform;
    private final JsonMapper json = JsonMapper.builder().build();

    WorkBook(JdbcClient jdbc, SystemActor platform) {
        this.jdbc = jdbc;
        this.platform = platform;
    }

    /** An export to be written, by whom it was asked, and which attempt this is. */
    record Claimed(UUID id, int attempt, Viewer viewer, ExportQuery query) {}

    /** Takes the next export to be written, if there is one. */
    Optional<Claimed> claim() {
        return platform.see(() ->
                jdbc.sql(
                                """
                                update sharing.export set state = 'running', attempt = attempt + 1, heartbeat = now(),
                                    started_at = now(), looked_at = 0, rows = 0
                                where id = (
                                    select id from sharing.export
                                    where state = 'queued'
                                       or state = 'running' and heartbeat < now() - make_interval(secs => :silence)
                                    order by asked_at limit 1 for update skip locked)
                                returning *
                                """)
                        .param("silence", SILENCE.toSeconds())
                        .query(WorkBook::claimed)
                        .optional());
    }

    private static Claimed claimed(ResultSet row, int at) throws SQLException {
        UUID person = row.getObject("person", UUID.class);
        UUID key = row.getObject("key", UUID.class);
        return new Claimed(
                row.getObject("id", UUID.class),
                row.getInt("attempt"),
                key == null ? new Viewer.SignedIn(person) : new Viewer.ByKey(person, key),
                ExportBook.query(row));
    }

    /** Says how far the work is; false when it is not this worker's any more. */
    boolean beat(Claimed claimed, long lookedAt, long rows) {
        return platform.see(() ->
                jdbc.sql(
                                        """
                                        update sharing.export set heartbeat = now(), looked_at = :looked, rows = :rows
                                        where id = :id and attempt = :attempt and state = 'running'
                                        """)
                                .param("looked", lookedAt)
                                .param("rows", rows)
                                .param("id", claimed.id())
                                .param("attempt", claimed.attempt())
                                .update()
                        == 1);
    }

    /** How many rows there will be at most, as it stands when the writing begins. */
    void expect(Claimed claimed, long rows) {
        platform.see(() ->
                jdbc.sql("update sharing.export set rows_expected = :rows where id = :id")
                        .param("rows", rows)
                        .param("id", claimed.id())
                        .update());
    }

    /** What was written. */
    record Written(
            long rows,
            long bytes,
            String sha256,
            Set<JurisdictionCode> places,
            boolean synthetic,
            List<Note> notes) {}

    /** Whether it was cancelled. */
    boolean cancelled(UUID export) {
        return platform.see(() ->
                jdbc.sql(
                                "select exists (select from sharing.export where id = :id and state = 'cancelled')")
                        .param("id", export)
                        .query(Boolean.class)
                        .single());
    }

    /** Ends it as complete; false when it is not this worker's any more. */
    boolean done(Claimed claimed, Written written, Duration keep) {
        return platform.see(() ->
                jdbc.sql(
                                        """
                                        update sharing.export set state = 'done', ended_at = now(), looked_at = rows_expected,
                                            rows = :rows, bytes = :bytes, sha256 = :sha256, places = :places,
                                            synthetic = :synthetic, notes = cast(:notes as jsonb), expires_at = :expires
                                        where id = :id and attempt = :attempt and state = 'running'
                                        """)
                                .param("rows", written.rows())
                                .param("bytes", written.bytes())
                                .param("sha256", written.sha256())
                                .param(
                                        "places",
                                        written.places().stream()
                                                .map(JurisdictionCode::value)
                                                .sorted()
                                                .toArray(String[]::new))
                                .param("synthetic", written.synthetic())
                                .param("notes", json.writeValueAsString(written.notes()))
                                .param("expires", ExportBook.after(Instant.now(), keep))
                                .param("id", claimed.id())
                                .param("attempt", claimed.attempt())
                                .update()
                        == 1);
    }

    void failed(Claimed claimed, String reason, Map<String, String> arguments) {
        platform.see(() ->
                jdbc.sql(
                                """
                                update sharing.export set state = 'failed', ended_at = now(), reason = :reason,
                                    arguments = cast(:arguments as jsonb)
                                where id = :id and attempt = :attempt and state = 'running'
                                """)
                        .param("reason", reason)
                        .param("arguments", json.writeValueAsString(arguments))
                        .param("id", claimed.id())
                        .param("attempt", claimed.attempt())
                        .update());
    }

    /** Gives it back to be written anew: this server is stopping. */
    void giveBack(Claimed claimed) {
        platform.see(() ->
                jdbc.sql(
                                """
                                update sharing.export set state = 'queued', attempt = attempt - 1, heartbeat = null
                                where id = :id and attempt = :attempt and state = 'running'
                                """)
                        .param("id", claimed.id())
                        .param("attempt", claimed.attempt())
                        .update());
    }

    /** How much the files that are held take together. */
    long held_bytes() {
        return platform.<Long>see(() ->
                jdbc.sql(
                                """
                                select coalesce(sum(bytes), 0)::int8 from sharing.export
                                where state = 'done' and removed_at is null
                                """)
                        .query(Long.class)
                        .single());
    }

    /** Complete exports whose time is over. */
    List<UUID> expired() {
        return platform.see(() ->
                jdbc.sql(
                                """
                                select id from sharing.export
                                where state = 'done' and removed_at is null and expires_at < now() limit 1000
                                """)
                        .query(UUID.class)
                        .list());
    }

    void removed(UUID id) {
        platform.see(() ->
                jdbc.sql("update sharing.export set removed_at = now() where id = :id")
                        .param("id", id)
                        .update());
    }
}
