package org.airshed.documents.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read again by programs that are not ours. */
class TablesTest {
    private static final Instant HOUR = Instant.parse("2026-03-12T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 12);

    private static final Heading HEADING =
            new Heading(
                    "读数 Readings",
                    List.of(
                            new Field("station", Field.Kind.TEXT),
                            new Field("longitude", Field.Kind.DECIMAL),
                            new Field("latitude", Field.Kind.DECIMAL),
                            new Field("hour_end_utc", Field.Kind.MOMENT),
                            new Field("day", Field.Kind.DAY),
                            new Field("co_mgm3", Field.Kind.DECIMAL),
                            new Field("revision", Field.Kind.WHOLE),
                            new Field("synthetic", Field.Kind.YES_NO)),
                    notes());

    private static Map<String, String> notes() {
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put("hours", "小时以结束时刻命名 \"hour-ending\"");
        notes.put("origin", "SYNTHETIC");
        return notes;
    }

    private static final List<List<@Nullable Object>> ROWS =
            List.of(
                    Arrays.asList(
                            "游泳馆, \"1051A\"",
                            new BigDecimal("115.49"),
                            new BigDecimal("38.86"),
                            HOUR,
                            DAY,
                            new BigDecimal("0.7"),
                            2L,
                            true),
                    Arrays.asList(
                            "=1+1", null, null, HOUR.plusSeconds(3600), null, null, null, false),
                    Arrays.asList(null, null, null, null, null, null, null, null));

    private static byte[] written(TableFormat format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        TableWriter table = format.begin(bytes, HEADING);
        for (List<@Nullable Object> row : ROWS) {
            table.row(row);
        }
        table.finish();
        return bytes.toByteArray();
    }

    @Test
    void aCsvIsAHeaderAndRowsAndNothingElse() throws IOException {
        assertThat(new String(written(TableFormat.CSV), StandardCharsets.UTF_8))
                .isEqualTo(
                        "station,longitude,latitude,hour_end_utc,day,co_mgm3,revision,synthetic\r\n"
                                + "\"游泳馆, \"\"1051A\"\"\",115.49,38.86,2026-03-12T12:00:00Z,2026-03-12,0.7,2,true\r\n"
                                + "'=1+1,,,2026-03-12T13:00:00Z,,,,false\r\n"
                                + ",,,,,,,\r\n");
    }

    @Test
    void aFeatureHasItsPlaceAndTheCollectionItsNotes() throws IOException {
        assertThat(new String(written(TableFormat.GEOJSON), StandardCharsets.UTF_8))
                .startsWith(
                        "{\"type\":\"FeatureCollection\",\"about\":{\"title\":\"读数 Readings\",\"hours\":\"小时以结束时刻命名 \\\"hour-ending\\\"\",\"origin\":\"SYNTHETIC\"},\"features\":[\n"
                                + "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[115.49,38.86]},\"properties\":{\"station\":\"游泳馆, \\\"1051A\\\"\",\"hour_end_utc\":\"2026-03-12T12:00:00Z\",\"day\":\"2026-03-12\",\"co_mgm3\":0.7,\"revision\":2,\"synthetic\":true}},\n"
                                + "{\"type\":\"Feature\",\"geometry\":null,")
                .endsWith("\n]}\n");
    }

    @Test
    void aWorkbookHasTheNotesFirstAndDatesAsDates() throws IOException {
        try (var workbook =
                new ReadableWorkbook(new ByteArrayInputStream(written(TableFormat.XLSX)))) {
            var sheets = workbook.getSheets().toList();
            assertThat(sheets)
                    .extracting(sheet -> sheet.getName())
                    .containsExactly("说明 About", "数据 Data");
            assertThat(sheets.get(0).read().toString()).contains("hour-ending", "SYNTHETIC");
            List<Row> rows = sheets.get(1).read();
            assertThat(rows.get(0).getCellText(0)).isEqualTo("station");
            assertThat(rows.get(1).getCellText(0)).isEqualTo("游泳馆, \"1051A\"");
            assertThat(rows.get(1).getCellAsDate(3)).contains(LocalDateTime.of(2026, 3, 12, 12, 0));
            assertThat(rows.get(1).getCellAsNumber(5)).contains(new BigDecimal("0.7"));
            assertThat(rows.get(2).getCellText(0)).isEqualTo("=1+1");
        }
    }

    @Test
    void aParquetFileIsReadByAReaderThatIsNotOurs() throws IOException {
        try (var file =
                ParquetFileReader.open(
                        InputFile.of(ByteBuffer.wrap(written(TableFormat.PARQUET))))) {
            assertThat(file.getFileMetaData().numRows()).isEqualTo(3);
            assertThat(file.getFileMetaData().keyValueMetadata())
                    .containsEntry("title", "读数 Readings")
                    .containsEntry("origin", "SYNTHETIC");
            try (var rows = file.rowReader()) {
                rows.next();
                assertThat(rows.getString("station")).isEqualTo("游泳馆, \"1051A\"");
                assertThat(rows.getTimestamp("hour_end_utc")).isEqualTo(HOUR);
                assertThat(rows.getDate("day")).isEqualTo(DAY);
                assertThat(rows.getDouble("co_mgm3")).isEqualTo(0.7);
                assertThat(rows.getLong("revision")).isEqualTo(2);
                assertThat(rows.getBoolean("synthetic")).isTrue();
                rows.next();
                assertThat(rows.isNull("longitude")).isTrue();
                assertThat(rows.getBoolean("synthetic")).isFalse();
                rows.next();
                assertThat(rows.isNull("station")).isTrue();
                assertThat(rows.hasNext()).isFalse();
            }
        }
    }

    /** Around the sizes of a byte of levels and of a row group. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 49_999, 50_000, 50_001, 120_003})
    void rowGroupsFollowOneAnother(int count) throws IOException {
        Heading heading =
                new Heading(
                        "numbers",
                        List.of(
                                new Field("number", Field.Kind.WHOLE),
                                new Field("even", Field.Kind.YES_NO),
                                new Field("third", Field.Kind.TEXT)),
                        Map.of());
        var bytes = new ByteArrayOutputStream();
        TableWriter table = TableFormat.PARQUET.begin(bytes, heading);
        for (long number = 0; number < count; number++) {
            table.row(
                    Arrays.asList(number, number % 2 == 0, number % 3 == 0 ? "三" + number : null));
        }
        table.finish();

        long next = 0;
        try (var file = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(bytes.toByteArray())));
                var rows = file.rowReader()) {
            assertThat(file.getFileMetaData().rowGroups()).hasSize(Math.ceilDiv(count, 50_000));
            while (rows.hasNext()) {
                rows.next();
                if (rows.getLong("number") != next
                        || rows.getBoolean("even") != (next % 2 == 0)
                        || rows.isNull("third") != (next % 3 != 0)
                        || (next % 3 == 0 && !rows.getString("third").equals("三" + next))) {
                    throw new AssertionError("row " + next + " of " + count);
                }
                next++;
            }
        }
        assertThat(next).isEqualTo(count);
    }

    /** Half a million rows of every form within what a much shorter table takes. */
    @Test
    void memoryDoesNotGrowWithTheRows() throws IOException {
        for (TableFormat format : TableFormat.values()) {
            TableWriter table = format.begin(OutputStream.nullOutputStream(), HEADING);
            List<Long> used_MiB = new ArrayList<>();
            for (int row = 1; row <= 500_000; row++) {
                table.row(ROWS.get(0));
                if (row % 100_000 == 0) {
                    System.gc();
                    Runtime runtime = Runtime.getRuntime();
                    used_MiB.add(runtime.totalMemory() - runtime.freeMemory() >> 20);
                }
            }
            table.finish();
            System.out.println("tables " + format.code() + " used_MiB=" + used_MiB);
            assertThat(used_MiB.getLast() - used_MiB.getFirst()).as(format.code()).isLessThan(16);
        }
    }

    @Test
    void whatDoesNotFitIsRefused() throws IOException {
        TableWriter table = TableFormat.CSV.begin(OutputStream.nullOutputStream(), HEADING);
        assertThatThrownBy(() -> table.row(List.of("one"))).hasMessage("expected 8 cells, got 1");
        assertThatThrownBy(() -> new Field("PM2.5", Field.Kind.DECIMAL))
                .hasMessageContaining("PM2.5");
        var field = new Field("a", Field.Kind.TEXT);
        assertThatThrownBy(() -> new Heading("", List.of(field, field), Map.of()))
                .hasMessageContaining("each column once");
        assertThat(TableFormat.find("pdf")).isEmpty();
        assertThat(TableFormat.XLSX.mostRows()).isEqualTo(1_048_575);
    }

    /** For other readers by hand: -Dtables.sample=file.parquet. */
    @Test
    void aSampleIsLeftWhereAskedFor() throws IOException {
        String sample = System.getProperty("tables.sample", "");
        if (!sample.isEmpty()) {
            Files.write(Path.of(sample), written(TableFormat.PARQUET));
        }
    }
}
