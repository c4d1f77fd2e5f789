package org.airshed.platform.observation.store;

import static org.airshed.platform.server.Keyset.column;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.airshed.platform.observation.ChangedStation;
import org.airshed.platform.observation.ImportedFile;
import org.airshed.platform.observation.ImportedFile.Share;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.Keyset;
import org.airshed.platform.server.Keyset.KeyType;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.airshed.stationfiles.Expectation;
import org.airshed.stationfiles.Reject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Imports as they are listed; row-level security leaves out what is not open to the viewer. */
@Component
class ImportLists {
    private static final Keyset LATEST_FIRST =
            Keyset.descending(column("b.number", KeyType.WHOLE_NUMBER));

    /** A line is rejected for one column: the two together are unique within an import. */
    private static final Keyset BY_LINE =
            Keyset.ascending(
                    column("r.line", KeyType.WHOLE_NUMBER), column("r.column_name", KeyType.TEXT));

    /** As the tree of the act has them, whatever the database sorts by. */
    private static final Keyset BY_CODE =
            Keyset.ascending(column("s.code collate \"C\"", KeyType.TEXT));

    private static final String IMPORTS =
            """
            select b.*, coalesce(b.undoes, u.number) as other
            from observation.import_batch b
            left join observation.import_batch u on u.undoes = b.number
            where
            """;

    private static final TypeReference<List<ChangedStation.Period>> PERIODS =
            new TypeReference<>() {};

    private static final TypeReference<Map<String, String>> ARGUMENTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ImportLists(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Page<ImportedFile> imports(Paging paging) {
        List<ImportedFile> rows =
                jdbc.sql(IMPORTS + LATEST_FIRST.where(paging) + LATEST_FIRST.orderAndLimit(paging))
                        .params(LATEST_FIRST.parameters(paging))
                        .query((row, number) -> imported(row))
                        .list();
        return LATEST_FIRST.page(
                withShares(rows), paging, row -> List.of(String.valueOf(row.number())));
    }

    Optional<ImportedFile> imported(int batch) {
        List<ImportedFile> rows =
                jdbc.sql(IMPORTS + " b.number = :batch")
                        .param("batch", batch)
                        .query((row, number) -> imported(row))
                        .list();
        return withShares(rows).stream().findFirst();
    }

    private List<ImportedFile> withShares(List<ImportedFile> rows) {
        Map<Integer, List<Share>> shares = shares(rows);
        return rows.stream()
                .map(row -> with(row, shares.getOrDefault(row.number(), List.of())))
                .toList();
    }

    Page<ChangedStation> stations(int batch, Paging paging) {
        List<ChangedStation> rows =
                jdbc.sql(
                                """
                                select s.code, i.jurisdiction, i.change, i.before, i.after
                                from observation.import_station i
                                join observation.station s on s.number = i.station
                                where i.batch = :batch and
                                """
                                        + BY_CODE.where(paging)
                                        + BY_CODE.orderAndLimit(paging))
                        .param("batch", batch)
                        .params(BY_CODE.parameters(paging))
                        .query((row, number) ->
                                new ChangedStation(
                                        row.getString("code"),
                                        new JurisdictionCode(row.getString("jurisdiction")),
                                        row.getString("change"),
                                        json.readValue(row.getString("before"), PERIODS),
                                        json.readValue(row.getString("after"), PERIODS)))
                        .list();
        return BY_CODE.page(rows, paging, row -> List.of(row.code()));
    }

    private record BatchShare(int batch, Share share) {}

    private Map<Integer, List<Share>> shares(List<ImportedFile> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        """
                        select batch, jurisdiction, rows, root, act, stations, stations_root from observation.import_part
                        where batch in (:batches) order by batch, jurisdiction
                        """)
                .param("batches", rows.stream().map(ImportedFile::number).toList())
                .query((row, number) ->
                        new BatchShare(
                                row.getInt("batch"),
                                new Share(
                                        new JurisdictionCode(row.getString("jurisdiction")),
                                        row.getLong("rows"),
                                        HexFormat.of().formatHex(row.getBytes("root")),
                                        row.getObject("act", UUID.class),
                                        row.getInt("stations"),
                                        Optional.ofNullable(row.getBytes("stations_root"))
                                                .map(HexFormat.of()::formatHex))))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                BatchShare::batch,
                                Collectors.mapping(BatchShare::share, Collectors.toList())));
    }

    private static ImportedFile imported(ResultSet row) throws SQLException {
        boolean undoing = row.getString("kind").equals("undo");
        return new ImportedFile(
                row.getInt("number"),
                undoing,
                row.getString("file"),
                undoing ? Optional.empty() : Optional.of(row.getString("sha256")),
                row.getBoolean("complete"),
                row.getObject("person", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getLong("rows"),
                row.getLong("duplicates"),
                row.getLong("rejected"),
                row.getLong("entered"),
                row.getLong("revised"),
                row.getLong("other_entered"),
                row.getLong("other_revised"),
                Optional.ofNullable(row.getString("mapping_name")),
                Optional.ofNullable(row.getString("mapping_sha256")),
                Optional.ofNullable(row.getObject("other", Integer.class)),
                List.of());
    }

    private static ImportedFile with(ImportedFile row, List<Share> shares) {
        return new ImportedFile(
                row.number(),
                row.undoing(),
                row.file(),
                row.sha256(),
                row.complete(),
                row.person(),
                row.at(),
                row.rows(),
                row.duplicates(),
                row.rejected(),
                row.entered(),
                row.revised(),
                row.otherEntered(),
                row.otherRevised(),
                row.mappingName(),
                row.mappingSha256(),
                row.other(),
                shares);
    }

    /** The text of the mapping by which an import was read; empty when it is not known. */
    Optional<String> mapping(int batch) {
        return jdbc.sql(
                        """
                        select mapping from observation.import_batch where number = :batch and mapping is not null
                        """)
                .param("batch", batch)
                .query(String.class)
                .optional();
    }

    private Expectation expectation(ResultSet row) throws SQLException {
        String sentence = row.getString("expected");
        String code = row.getString("expected_code");
        return code == null
                ? Expectation.inWords(sentence)
                : new Expectation(
                        code,
                        sentence,
                        json.readValue(row.getString("expected_arguments"), ARGUMENTS));
    }

    Page<Reject> rejects(int batch, Paging paging) {
        List<Reject> rows =
                jdbc.sql(
                                """
                                select b.file, r.line, r.column_name, r.value, r.expected, r.expected_code,
                                    r.expected_arguments
                                from observation.import_reject r
                                join observation.import_batch b on b.number = r.batch
                                where r.batch = :batch and
                                """
                                        + BY_LINE.where(paging)
                                        + BY_LINE.orderAndLimit(paging))
                        .param("batch", batch)
                        .params(BY_LINE.parameters(paging))
                        .query((row, number) ->
                                new Reject(
                                        row.getString("file"),
                                        row.getLong("line"),
                                        row.getString("column_name"),
                                        row.getString("value"),
                                        expectation(row)))
                        .list();
        return BY_LINE.page(rows, paging, row -> List.of(String.valueOf(row.line()), row.column()));
    }
}
