package org.airshed.platform.observation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.airshed.platform.access.SystemActor;
import org.airshed.platform.database.OnDatabase;
import org.airshed.platform.database.TestDatabase;
import org.airshed.platform.notary.MerkleRoot;
import org.airshed.platform.observation.ImportReport;
import org.airshed.platform.observation.Imports;
import org.airshed.platform.observation.MappedTable;
import org.airshed.platform.observation.StationRole;
import org.airshed.platform.rights.ActKind;
import org.airshed.platform.server.Refusal;
import org.airshed.stationfiles.Mapping;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Species besides the six go the same way as the six: received, revised, undone, proven. */
@OnDatabase
@SpringBootTest(properties = {"airshed.mode=demo", "airshed.management.port=-1"})
class OtherReadingsTest {
    private static final String SIX = "pm2_5 = PM2.5\nunit.pm2_5 = ug/m3\n";
    private static final String MAPPING =
            """
            station = code
            area.fixed = 保定市
            longitude = x
            latitude = y
            time = time
            time.pattern = yyyy-MM-dd HH:mm
            time.zone = UTC
            time.labels = end
            species.so4 = SO4
            unit.so4 = ug/m3
            species.wind_direction = wd
            unit.wind_direction = compass16
            """;
    private static final String HEADER = "code,x,y,time,PM2.5,SO4,wd\n";

    @Autowired Imports imports;
    @Autowired SystemActor platform;
    @TempDir Path folder;
    private JdbcClient seen;

    @BeforeEach
    void nothingWasImported(TestDatabase database) {
        seen =
                JdbcClient.create(
                        database.application(
                                Map.of("airshed.person", SystemActor.PERSON.toString())));
        JdbcClient.create(database.owner())
                .sql(
                        """
                        truncate observation.station, observation.station_standing, observation.reading,
                            observation.revision, observation.import_batch, observation.import_part,
                            observation.import_reject, quality.flag, evaluation.station_day, evaluation.city_day,
                            observation.other_reading, observation.other_revision
                        """)
                .update();
    }

    private ImportReport take(String mapping, String... lines) {
        try {
            Path file = folder.resolve("hours.csv");
            Files.writeString(file, HEADER + String.join("\n", lines) + "\n");
            Mapping read =
                    Mapping.read(
                            "own",
                            new ByteArrayInputStream(mapping.getBytes(StandardCharsets.UTF_8)));
            return platform.act(
                    ActKind.IMPORT_OBSERVATIONS,
                    authority ->
                            imports.importMapped(
                                    authority,
                                    "hours.csv",
                                    file,
                                    new MappedTable(
                                            read, "own", Optional.of(StationRole.SUPERSTATION))));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private ImportReport undo(int batch) {
        return platform.act(
                ActKind.IMPORT_OBSERVATIONS, authority -> imports.undo(authority, batch));
    }

    private static String line(String code, int hour, Object pm, Object so4, Object wd) {
        return "%s,115.5,38.9,2026-03-01 %02d:00,%s,%s,%s".formatted(code, hour, pm, so4, wd);
    }

    private List<String> now() {
        return seen.sql(
                        """
                        select s.code || ' ' || to_char(n.hour_end at time zone 'UTC', 'HH24') || ' ' || n.species || ' '
                               || n.value || coalesce(' ' || n.word, '')
                        from observation.other_reading_now n join observation.station s on s.number = n.station
                        where n.value is not null order by 1
                        """)
                .query(String.class)
                .list();
    }

    private List<String> six() {
        return seen.sql(
                        """
                        select s.code || ' ' || to_char(n.hour_end at time zone 'UTC', 'HH24') || ' '
                               || coalesce(n.pm2_5::text, '-')
                        from observation.reading_now n join observation.station s on s.number = n.station order by 1
                        """)
                .query(String.class)
                .list();
    }

    private long count(String table) {
        return seen.sql("select count(*) from observation." + table).query(Long.class).single();
    }

    @Test
    void aRowBecomesReadingsOfTheSixAndOfOthers() {
        ImportReport report =
                take(MAPPING + SIX, line("S1", 1, 35, 12.5, "NNW"), line("S1", 2, 36, "NA", "N"));

        assertThat(report.entered()).isEqualTo(2);
        assertThat(report.otherEntered()).isEqualTo(3);
        assertThat(now())
                .containsExactly(
                        "S1 01 so4 12500",
                        "S1 01 wind_direction 337500 NNW",
                        "S1 02 wind_direction 360000 N");
        assertThat(take(MAPPING + SIX, line("S1", 1, 35, 12.5, "NNW")).batch())
                .as("again changes nothing")
                .isEmpty();
    }

    @Test
    void anotherValueOrNoneIsARevisionBesideWhatWasReceived() {
        take(MAPPING + SIX, line("S1", 1, 35, 12.5, "NNW"), line("S1", 2, 35, 13, "N"));

        ImportReport later =
                take(MAPPING + SIX, line("S1", 1, 35, 12.6, "NNW"), line("S1", 2, 35, "NA", "N"));

        assertThat(later.revised()).isZero();
        assertThat(later.otherRevised()).isEqualTo(2);
        assertThat(now())
                .containsExactly(
                        "S1 01 so4 12600",
                        "S1 01 wind_direction 337500 NNW",
                        "S1 02 wind_direction 360000 N");
        assertThat(count("other_reading")).isEqualTo(4);
        undo(later.batch().orElseThrow());
        assertThat(now()).contains("S1 01 so4 12500", "S1 02 so4 13000");
    }

    /** A file that does not hold the six says nothing of them. */
    @Test
    void aFileOfOtherSpeciesOnlyLeavesTheSixAlone() {
        take(MAPPING + SIX, line("S1", 1, 35, 12.5, "NNW"));

        ImportReport report =
                take(MAPPING, line("S1", 1, 99, 14, "NNW"), line("S1", 3, 99, 15, ""));

        assertThat(report.entered() + report.revised() + report.unchanged()).isZero();
        assertThat(report.otherRevised()).isEqualTo(1);
        assertThat(report.otherEntered()).isEqualTo(1);
        assertThat(six()).containsExactly("S1 01 35000");
    }

    /** Drawn imports: each undone and brought again leaves what it left the first time. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void importUndoImportIsImport(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 6; round++) {
            List<String> before = both();
            String[] file = drawn(random);
            Optional<Integer> batch = take(MAPPING + SIX, file).batch();
            List<String> after = both();
            if (batch.isPresent()) {
                undo(batch.get());
                assertThat(both()).as("undone").isEqualTo(before);
                take(MAPPING + SIX, file);
                assertThat(both()).as("brought again").isEqualTo(after);
            }
        }
        assertThat(now()).isNotEmpty();
    }

    private List<String> both() {
        List<String> both = new ArrayList<>(now());
        both.addAll(six());
        return both;
    }

    private static String[] drawn(Random random) {
        List<String> lines = new ArrayList<>();
        for (int hour = 0; hour < 8; hour++) {
            if (random.nextInt(3) > 0) {
                lines.add(
                        line(
                                "S" + random.nextInt(2),
                                hour,
                                random.nextInt(4) == 0 ? "NA" : random.nextInt(50),
                                random.nextInt(3) == 0 ? "NA" : random.nextInt(4),
                                random.nextInt(3) == 0 ? "" : random.nextBoolean() ? "N" : "SSE"));
            }
        }
        return lines.toArray(String[]::new);
    }

    @Test
    void theRootOfAPartCoversTheOthersBehindTheSix() {
        ImportReport report =
                take(
                        MAPPING + SIX,
                        line("S2", 1, 35, 12.5, "NNW"),
                        line("S1", 2, 36, "NA", "N"),
                        line("S1", 1, "NA", 11, "NA"));

        MerkleRoot root = new MerkleRoot();
        root.append("S1|2026-03-01T01:00:00Z||||||");
        root.append("S1|2026-03-01T02:00:00Z||||||36000");
        root.append("S2|2026-03-01T01:00:00Z||||||35000");
        root.append("S1|2026-03-01T01:00:00Z|so4=11000");
        root.append("S1|2026-03-01T02:00:00Z|wind_direction=360000 N");
        root.append("S2|2026-03-01T01:00:00Z|so4=12500|wind_direction=337500 NNW");
        assertThat(roots(report)).containsExactly(root.root());

        MerkleRoot undone = new MerkleRoot();
        undone.append("S1|2026-03-01T01:00:00Z|||||||withdrawn");
        undone.append("S1|2026-03-01T02:00:00Z|||||||withdrawn");
        undone.append("S2|2026-03-01T01:00:00Z|||||||withdrawn");
        undone.append("S1|2026-03-01T01:00:00Z|so4=withdrawn");
        undone.append("S1|2026-03-01T02:00:00Z|wind_direction=withdrawn");
        undone.append("S2|2026-03-01T01:00:00Z|so4=withdrawn|wind_direction=withdrawn");
        assertThat(roots(undo(report.batch().orElseThrow()))).containsExactly(undone.root());
    }

    private List<byte[]> roots(ImportReport report) {
        return seen.sql("select root from observation.import_part where batch = :batch")
                .param("batch", report.batch().orElseThrow())
                .query((row, number) -> row.getBytes(1))
                .list();
    }

    @Test
    void theMappingIsKeptWithTheImport() {
        int batch = take(MAPPING + SIX, line("S1", 1, 35, 12.5, "NNW")).batch().orElseThrow();

        assertThat(platform.see(() -> imports.mapping(batch))).isEqualTo(MAPPING + SIX);
        assertThat(
                        seen.sql(
                                        """
                                        select content::jsonb ->> 'mapping' || (content::jsonb ->> 'otherEntered')
                                        from notary.act where subject = 'observation.import/' || :batch
                                        """)
                                .param("batch", batch)
                                .query(String.class)
                                .single())
                .isEqualTo(MAPPING + SIX + "2");
    }

    /** The wind is published with the air (WindOverHttpTest). */
    @Test
    void onlyWhoMaySeeReadingsSeesThem(TestDatabase database) {
        take(MAPPING + SIX, line("S1", 1, 35, 12.5, "NNW"));
        take(MAPPING + SIX, line("S1", 1, 35, 12.6, "NNW"));
        JdbcClient outside = JdbcClient.create(database.application(Map.of("airshed.person", "")));
        for (String table : List.of("other_reading", "other_revision", "other_reading_now")) {
            assertThat(
                            outside.sql(
                                            "select count(*) from observation."
                                                    + table
                                                    + " where species not like 'wind%'")
                                    .query(Long.class)
                                    .single())
                    .as(table + " to the public")
                    .isZero();
        }
        assertThat(count("other_revision")).isEqualTo(1);
    }

    /**
     * A mapping that does not name a pollutant knows nothing of it, and must not end its values.
     */
    @Test
    void aFileOfSomeOfTheSixDoesNotEndValuesOfTheRest() {
        String base = MAPPING.replaceAll("(?m)^(species|unit)[.].*\n", "");
        String both = base + SIX + "o3 = SO4\nunit.o3 = ug/m3\n";
        take(both, line("S1", 1, 35, 12.5, ""), line("S1", 2, 36, "NA", ""));

        assertThatThrownBy(() -> take(base + SIX, line("S1", 1, 40, "", "")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("observation.mapping-ends-values")
                .hasMessageContaining("o3")
                .hasMessageContaining("S1");
        assertThat(take(base + SIX, line("S1", 1, 35, "", ""), line("S1", 2, 37, "", "")).revised())
                .as("values that agree, and another where nothing else stands")
                .isEqualTo(1);
        assertThat(take(both, line("S1", 1, 35, "NA", "")).revised())
                .as("a file that says there is none")
                .isEqualTo(1);
    }
}
