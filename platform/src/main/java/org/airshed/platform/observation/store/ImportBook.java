package org.airshed.platform.observation.store;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.Refusal;
import org.airshed.stationfiles.Mapping;
import org.airshed.stationfiles.Reject;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The list of imports, their parts and their rejects. */
@Component
class ImportBook {
    /** Any number nobody else locks by. */
    private static final long LOCK = 0x0B5E_47A7_10A1L;

    private final JdbcClient jdbc;
    private final JdbcTemplate many;
    private final JsonMapper json;

    ImportBook(JdbcClient jdbc, JdbcTemplate many, JsonMapper json) {
        this.json = json;
        this.jdbc = jdbc;
        this.many = many;
    }

    /** What an import is. */
    record Heading(
            String kind,
            String file,
            String sha256,
            String origin,
            boolean complete,
            Optional<Integer> undoes,
            Optional<Mapping> mapping) {}

    /** What its file held. */
    record Counts(long rows, long duplicates, long rejected) {}

    /** One import at a time: each compares with what the one before it left. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(row -> {});
    }

    /** Opens the import's line; {@link #close} has the last word in the same transaction. */
    int open(Heading heading, Counts counts) {
        return jdbc.sql(
                        """
                        insert into observation.import_batch (kind, file, sha256, origin, complete, person, rows,
                            duplicates, rejected, entered, revised, undoes, mapping, mapping_name, mapping_sha256)
                        values (:kind, :file, :sha256, :origin, :complete, rights.person(), :rows, :duplicates,
                            :rejected, 0, 0, :undoes, :mapping, :mappingName,
                            encode(sha256(convert_to(:mapping, 'UTF8')), 'hex'))
                        returning number
                        """)
                .param("kind", heading.kind())
                .param("file", heading.file())
                .param("sha256", heading.sha256())
                .param("origin", heading.origin())
                .param("complete", heading.complete())
                .param("rows", counts.rows())
                .param("duplicates", counts.duplicates())
                .param("rejected", counts.rejected())
                .param("mapping", heading.mapping().map(Mapping::text).orElse(null), Types.VARCHAR)
                .param(
                        "mappingName",
                        heading.mapping().flatMap(Mapping::shippedName).orElse(null),
                        Types.VARCHAR)
                .param("undoes", heading.undoes().orElse(null), Types.INTEGER)
                .query(Integer.class)
                .single();
    }

    /** What an import wrote: rows of the six, values of other species. */
    record Written(long entered, long revised, OtherChanges.Written others) {}

    void close(int batch, Written written, int parts, List<Reject> rejects) {
        jdbc.sql(
                        """
                        update observation.import_batch
                        set entered = :entered, revised = :revised, other_entered = :otherEntered,
                            other_revised = :otherRevised, parts = :parts
                        where number = :batch
                        """)
                .param("entered", written.entered())
                .param("revised", written.revised())
                .param("otherEntered", written.others().entered())
                .param("otherRevised", written.others().revised())
                .param("parts", parts)
                .param("batch", batch)
                .update();
        keep(batch, rejects);
    }

    /** What was expected is kept as words too, for whoever reads the table without this program. */
    private void keep(int batch, List<Reject> rejects) {
        many.batchUpdate(
                "insert into observation.import_reject (batch, line, column_name, value, expected,"
                        + " expected_code, expected_arguments) values (?, ?, ?, ?, ?, ?, cast(? as jsonb))",
                rejects,
                500,
                (statement, reject) -> {
                    statement.setInt(1, batch);
                    statement.setLong(2, reject.line());
                    statement.setString(3, reject.column());
                    statement.setString(4, withoutNul(reject.value()));
                    statement.setString(5, withoutNul(reject.expected()));
                    statement.setString(6, reject.expectation().code());
                    Map<String, String> arguments = new TreeMap<>();
                    reject.expectation()
                            .arguments()
                            .forEach((name, value) -> arguments.put(name, withoutNul(value)));
                    statement.setString(7, json.writeValueAsString(arguments));
                });
    }

    /** PostgreSQL has no text with a NUL in it. */
    private static String withoutNul(String text) {
        return text.replace('\0', '␀');
    }

    void parts(int batch, List<ImportActs.Part> parts, Map<JurisdictionCode, UUID> acts) {
        many.batchUpdate(
                "insert into observation.import_part (batch, jurisdiction, rows, root, act, stations,"
                        + " stations_root) values (?, ?, ?, ?, ?, ?, ?)",
                parts,
                500,
                (statement, part) -> {
                    statement.setInt(1, batch);
                    statement.setString(2, part.jurisdiction().value());
                    statement.setLong(3, part.rows());
                    statement.setBytes(4, part.root());
                    statement.setObject(5, Objects.requireNonNull(acts.get(part.jurisdiction())));
                    statement.setInt(
                            6, part.stations().map(ImportActs.StationsPart::count).orElse(0));
                    statement.setBytes(
                            7, part.stations().map(ImportActs.StationsPart::root).orElse(null));
                });
    }

    /** Whether readings of this hour or a later one are held. */
    boolean reaches(Instant hourEnd) {
        return jdbc.sql("select exists (select from observation.reading where hour_end >= :hour)")
                .param("hour", hourEnd.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** An import that can be undone. */
    record Undoable(String file, String origin, boolean others) {}

    /** Whether a file of these bytes was ever imported; one that was undone stays undone. */
    boolean knows(String sha256) {
        return jdbc.sql(
                        """
                        select exists (select from observation.import_batch b where b.sha256 = :sha256)
                        """)
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }

    /**
     * The import that can be undone. Who sees but some of its parts cannot: an undoing is of all of
     * it or none, and what they do not see they would leave standing.
     */
    Undoable undoable(int batch) {
        record Line(
                String kind,
                String file,
                String origin,
                boolean undone,
                boolean whole,
                boolean others) {}
        Line line =
                jdbc.sql(
                                """
                                select kind, file, origin, exists (
                                    select from observation.import_batch u where u.undoes = b.number) as undone,
                                    b.parts = (select count(*) from observation.import_part p
                                               where p.batch = b.number) as whole,
                                    b.other_entered + b.other_revised > 0 as others
                                from observation.import_batch b where number = :batch
                                """)
                        .param("batch", batch)
                        .query(Line.class)
                        .optional()
                        .orElseThrow(() ->
                                Refusal.notFound(
                                        "observation.import-unknown",
                                        Map.of("value", String.valueOf(batch))));
        if (line.kind().equals("undo") || line.undone()) {
            throw Refusal.conflict(
                    "observation.import-not-undoable", Map.of("value", String.valueOf(batch)));
        }
        if (!line.whole()) {
            throw Refusal.forbidden(
                    "observation.import-reaches-further", Map.of("value", String.valueOf(batch)));
        }
        return new Undoable(line.file(), line.origin(), line.others());
    }
}
