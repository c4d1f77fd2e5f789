package org.airshed.platform.observation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.airshed.platform.access.SystemActor;
import org.airshed.platform.database.OnDatabase;
import org.airshed.platform.database.TestDatabase;
import org.airshed.platform.notary.MerkleRoot;
import org.airshed.platform.observation.ImportReport;
import org.airshed.platform.observation.Imports;
import org.airshed.platform.observation.RunningImport;
import org.airshed.platform.observation.RunningImport.Stage;
import org.airshed.platform.rights.ActKind;
import org.airshed.platform.rights.ActRefused;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.Refusal;
import org.airshed.realdata.NeedsRealData;
import org.airshed.realdata.RealData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files into tables, on a real database with the real rights. */
@OnDatabase
@SpringBootTest(properties = {"airshed.mode=demo", "airshed.management.port=-1"})
class ImportsTest {
    private static final String HEADER =
            "timepoint,stationcode,positionname,area,longitude,latitude,so2,no2,co,o3,pm10,pm2_5,aqi,primarypollutant";
    private static final String BEIJING =
            "2026-03-01T0100,1001A,万寿西宫,北京市,116.36,39.88,3,20,0.5,40,60,30,60,颗粒物(PM10)";
    private static final String BAODING =
            "2026-03-01T0100,1051A,游泳馆,保定市,115.49,38.86,9,30,NA,20,150,80,140,颗粒物(PM10)";

    @Autowired Imports imports;
    @Autowired SystemActor platform;
    @TempDir Path folder;
    private JdbcClient
            seen; // as the platform itself sees it: row-level security binds even the owner

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
                            observation.import_reject
                        """)
                .update();
    }

    private ImportReport take(String... lines) {
        return take(write("hours.csv", lines));
    }

    private ImportReport take(Path file) {
        return platform.act(
                ActKind.IMPORT_OBSERVATIONS,
                authority -> imports.importCnemc(authority, file.getFileName() + "", file));
    }

    private ImportReport undo(int batch) {
        return platform.act(
                ActKind.IMPORT_OBSERVATIONS, authority -> imports.undo(authority, batch));
    }

    private Path write(String name, String... lines) {
        try {
            Path file = folder.resolve(name);
            return Files.writeString(file, HEADER + "\n" + String.join("\n", lines) + "\n");
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    /** {@code code hour pm10 pm2_5} of all that holds now. */
    private List<String> now() {
        return seen.sql(
                        """
                        select s.code || ' ' || to_char(n.hour_end at time zone 'UTC', 'MM-DD HH24') || ' '
                               || coalesce(n.pm10::text, '-') || ' ' || coalesce(n.pm2_5::text, '-')
                        from observation.reading_now n join observation.station s on s.number = n.station
                        order by s.code, n.hour_end
                        """)
                .query(String.class)
                .list();
    }

    private long count(String table) {
        return seen.sql("select count(*) from observation." + table).query(Long.class).single();
    }

    private long acts() {
        return seen.sql("select count(*) from notary.act where subject like 'observation.import/%'")
                .query(Long.class)
                .single();
    }

    @Test
    void aFileBecomesReadingsStationsAndOneAct() {
        long before = acts();

        ImportReport report = take(BEIJING, BAODING);

        assertThat(report.entered()).isEqualTo(2);
        assertThat(report.values()).isEqualTo(11);
        assertThat(report.rejected()).isZero();
        assertThat(now())
                .containsExactly("1001A 02-28 17 60000 30000", "1051A 02-28 17 150000 80000");
        assertThat(acts()).isEqualTo(before + 1);
        assertThat(
                        seen.sql("select jurisdiction from notary.act order by id desc limit 1")
                                .query(String.class)
                                .single())
                .as("the smallest jurisdiction above both cities")
                .isEqualTo("*");
    }

    @Test
    void theSameFileAgainChangesNothing() {
        take(BEIJING, BAODING);
        long before = acts();

        ImportReport again = take(BEIJING, BAODING);

        assertThat(again.batch()).isEmpty();
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(acts()).isEqualTo(before);
        assertThat(count("import_batch")).isEqualTo(1);
        assertThat(count("station_standing")).isEqualTo(2);
    }

    @Test
    void anotherValueIsARevisionBesideWhatWasReceived() {
        take(BEIJING);

        ImportReport later = take(BEIJING.replace(",60,30,", ",NA,31,"));

        assertThat(later.entered()).isZero();
        assertThat(later.revised()).isEqualTo(1);
        assertThat(now()).containsExactly("1001A 02-28 17 - 31000");
        assertThat(seen.sql("select pm2_5 from observation.reading").query(Integer.class).single())
                .isEqualTo(30000);
        assertThat(seen.sql("select person from observation.revision").query(UUID.class).single())
                .isEqualTo(SystemActor.PERSON);
    }

    @Test
    void anUndoneImportLeavesWhatWasThereBefore() {
        take(BEIJING);
        ImportReport later = take(BEIJING.replace(",60,30,", ",61,31,"), BAODING);

        ImportReport undone = undo(later.batch().orElseThrow());

        assertThat(undone.revised()).isEqualTo(2);
        assertThat(now()).containsExactly("1001A 02-28 17 60000 30000");
        assertThat(count("reading")).as("nothing is deleted").isEqualTo(2);
        assertThat(take(BAODING).revised()).as("it can be imported again").isEqualTo(1);
        assertThat(now()).hasSize(2);
    }

    @Test
    void anImportIsUndoneOnceAndAnUndoingNever() {
        int first = take(BEIJING).batch().orElseThrow();
        int undoing = undo(first).batch().orElseThrow();

        assertThat(now()).isEmpty();
        assertThatThrownBy(() -> undo(first)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> undo(undoing)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> undo(99999)).isInstanceOf(Refusal.class);
    }

    @Test
    void whatWasUndoneInBetweenDoesNotComeBack() {
        int first = take(BEIJING).batch().orElseThrow();
        int second = take(BEIJING.replace(",60,30,", ",61,31,")).batch().orElseThrow();

        undo(first);
        assertThat(now())
                .as("the later value stands")
                .containsExactly("1001A 02-28 17 61000 31000");
        undo(second);
        assertThat(now()).isEmpty();
    }

    @Test
    void badRowsAreListedAndTheRestIsImported() {
        String future =
                DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH'00'")
                        .withZone(ZoneId.of("Asia/Shanghai"))
                        .format(Instant.now().plusSeconds(7200));

        ImportReport report =
                take(
                        BEIJING,
                        BAODING.replace("保定市", "亚特兰蒂斯"),
                        BEIJING.replace("2026-03-01T0100", future),
                        BEIJING.replace(",60,30,", ",99,99,"),
                        BEIJING.replace("2026-03-01T0100", "2026-02-01T0100"),
                        BEIJING.replace(",60,30,", ",many,30,"));

        assertThat(report.entered()).isEqualTo(2);
        assertThat(report.rejected()).isEqualTo(3);
        assertThat(report.duplicates()).isEqualTo(1);
        assertThat(report.rejects())
                .extracting(reject -> reject.line() + " " + reject.column())
                .containsExactly("3 area", "4 timepoint", "5 stationcode", "7 pm10");
        assertThat(count("import_reject")).isEqualTo(4);
        assertThat(now())
                .containsExactly("1001A 01-31 17 60000 30000", "1001A 02-28 17 60000 30000");
    }

    @Test
    void aTruncatedGzipGivesItsGoodRowsAndSaysSo() throws IOException {
        StringBuilder text = new StringBuilder(HEADER + "\n");
        for (int hour = 0; hour < 2000; hour++) {
            Instant end = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(hour * 3600L);
            String local =
                    DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH'00'")
                            .withZone(ZoneId.of("Asia/Shanghai"))
                            .format(end);
            text.append(BEIJING.replace("2026-03-01T0100", local).replace(",60,", "," + hour + ","))
                    .append('\n');
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        Path file = folder.resolve("cut.csv.gz");
        Files.write(file, Arrays.copyOf(packed.toByteArray(), packed.size() * 2 / 3));

        ImportReport report = take(file);

        assertThat(report.brokenOff()).isPresent();
        assertThat(report.entered()).isBetween(100L, 1999L);
        assertThat(count("reading")).isEqualTo(report.entered());
        assertThat(
                        seen.sql("select complete from observation.import_batch")
                                .query(Boolean.class)
                                .single())
                .isFalse();
    }

    @Test
    void anUnusableFileIsRefusedWithItsName() {
        assertThatThrownBy(() -> take(Files.writeString(folder.resolve("x.csv"), "a,b\n1,2\n")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("x.csv");
        assertThat(count("import_batch")).isZero();
    }

    @Test
    void whoMayNotImportForACityImportsNothingOfTheFile() {
        Path file = write("hours.csv", BEIJING, BAODING);

        assertThatThrownBy(() ->
                        platform.act(
                                ActKind.IMPORT_OBSERVATIONS,
                                authority -> {
                                    JurisdictionCode baoding = new JurisdictionCode("130600");
                                    Authority narrow =
                                            new Authority(
                                                    authority.actor(),
                                                    authority.kind(),
                                                    Map.of(baoding, authority.mandate(baoding)));
                                    return imports.importCnemc(narrow, "hours.csv", file);
                                }))
                .isInstanceOf(ActRefused.class);
        assertThat(count("reading")).isZero();
        assertThat(count("station")).isZero();
    }

    @Test
    void aStationThatMovedHasTwoStandings() {
        take(BEIJING);
        take(BEIJING.replace("2026-03-01T0100", "2026-04-01T0100").replace("116.36", "116.37"));
        take(BEIJING.replace("2026-03-01T0100", "2026-02-01T0100"));

        assertThat(
                        seen.sql(
                                        """
                                        select longitude_deg || ' ' || to_char(valid_from at time zone 'UTC', 'MM-DD') || ' '
                                               || coalesce(to_char(valid_to at time zone 'UTC', 'MM-DD'), 'on')
                                        from observation.station_standing order by valid_from
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly("116.36 01-31 03-31", "116.37 03-31 on");
    }

    @Test
    void theRootOfAPartIsThatOfItsRowsInOrder() {
        take(
                BEIJING.replace("1001A", "1002A"),
                BEIJING.replace("2026-03-01T0100", "2026-03-01T0200"),
                BEIJING,
                BAODING);

        MerkleRoot beijing = new MerkleRoot();
        beijing.append("1001A|2026-02-28T17:00:00Z|3000|20000|500|40000|60000|30000");
        beijing.append("1001A|2026-02-28T18:00:00Z|3000|20000|500|40000|60000|30000");
        beijing.append("1002A|2026-02-28T17:00:00Z|3000|20000|500|40000|60000|30000");
        MerkleRoot baoding = new MerkleRoot();
        baoding.append("1051A|2026-02-28T17:00:00Z|9000|30000||20000|150000|80000");
        assertThat(
                        seen.sql("select root from observation.import_part order by jurisdiction")
                                .query((row, number) -> row.getBytes(1))
                                .list())
                .containsExactly(beijing.root(), baoding.root());
    }

    private ImportReport brought(int pm10) {
        return take(BEIJING.replace(",60,30,", "," + pm10 + ",30,"));
    }

    private List<String> onlyPm10() {
        return now().stream().map(line -> line.split(" ")[3]).toList();
    }

    /**
     * What an undoing put back was brought by an import of before, and goes when that is undone.
     */
    @Test
    void whatAnUndoingPutBackGoesWithTheImportThatHadBroughtIt() {
        int first = brought(60).batch().orElseThrow();
        int second = brought(61).batch().orElseThrow();
        undo(second);
        assertThat(onlyPm10()).containsExactly("60000");
        int third = brought(62).batch().orElseThrow();

        undo(first);
        assertThat(onlyPm10()).as("what came later stays").containsExactly("62000");
        undo(third);
        assertThat(now()).as("nothing before it stands").isEmpty();
    }

    /** Undone imports are stepped over on the way back to one that stands. */
    @Test
    void theWayBackEndsAtTheLastImportThatStands() {
        brought(60);
        int second = brought(61).batch().orElseThrow();
        int third = brought(62).batch().orElseThrow();
        undo(second);
        assertThat(onlyPm10()).containsExactly("62000");

        undo(third);

        assertThat(onlyPm10()).containsExactly("60000");
    }

    /** A file may list its hours in any order: its stations stand from the earliest on. */
    @Test
    void aStationStandsFromItsEarliestHourWhateverTheOrder() {
        take(
                BEIJING.replace("2026-03-01T0100", "2026-03-05T0100"),
                BEIJING.replace("2026-03-01T0100", "2026-03-02T0100"));
        assertThat(
                        seen.sql(
                                        "select min(valid_from) = '2026-03-01T16:00:00Z' from observation.station_standing")
                                .query(Boolean.class)
                                .single())
                .isTrue();
    }

    @Test
    void aRowThatPutsAStationIntoAnotherCityThanItsFirstRowIsRejected() {
        ImportReport report =
                take(
                        BEIJING,
                        BEIJING.replace("北京市", "保定市")
                                .replace("2026-03-01T0100", "2026-03-01T0200"));
        assertThat(report.entered()).isEqualTo(1);
        assertThat(report.rejects().toString()).contains("area", "保定市");
    }

    @Test
    void theTablesShowEachViewerOnlyWhatIsOpenToThem(TestDatabase database) {
        take(BEIJING, BAODING);
        take(BEIJING.replace(",60,30,", ",61,30,"), BAODING);
        take(BEIJING.replace(",60,30,", ",62,30,"), BAODING);
        JdbcClient outside = JdbcClient.create(database.application(Map.of("airshed.person", "")));
        // Published air is made of the values that stand: these are open, their history is not.
        Map<String, Long> open =
                Map.of(
                        "reading", 2L,
                        "reading_now", 2L,
                        "revision", 1L,
                        "import_part", 0L,
                        "import_batch", 0L,
                        "import_reject", 0L);
        open.forEach((table, rows) ->
                assertThat(
                                outside.sql("select count(*) from observation." + table)
                                        .query(Long.class)
                                        .single())
                        .as(table + " to the public")
                        .isEqualTo(rows));
        assertThat(count("revision")).isEqualTo(2);
        assertThatThrownBy(() ->
                        database.client()
                                .sql("select count(*) from observation.reading_202602")
                                .query(Long.class)
                                .single())
                .as("a partition has no door of its own")
                .hasStackTraceContaining("permission denied");
    }

    /** The three published months: every row there, nothing twice, taken back and brought again. */
    @Test
    @NeedsRealData
    void theThreePublishedMonths() {
        Path file =
                RealData.findFolder()
                        .orElseThrow()
                        .resolve("cnemc-2026/hourly-20260226-20260531.csv.gz");
        var watching = CompletableFuture.supplyAsync(this::watched);
        long start = System.nanoTime();

        ImportReport report = take(file);

        System.out.printf(
                "import rows=%d rejected=%d values=%d seconds=%.1f%n",
                report.rows(),
                report.rejected(),
                report.values(),
                (System.nanoTime() - start) / 1e9);
        watchedInOrder(watching.join());
        assertThat(report.rows()).isEqualTo(518492);
        assertThat(report.entered() + report.duplicates()).isEqualTo(518492);
        assertThat(count("station")).isEqualTo(239);
        assertThat(count("import_part")).isEqualTo(32);
        assertThat(count("reading_now")).isEqualTo(report.entered());
        assertThat(take(file).batch()).isEmpty();
    }

    /** What is told of an import that works, ten times a second until it is done. */
    private List<RunningImport> watched() {
        List<RunningImport> seen = new ArrayList<>();
        for (List<RunningImport> now = List.of(); seen.isEmpty() || !now.isEmpty(); ) {
            now = platform.act(ActKind.IMPORT_OBSERVATIONS, imports::running);
            seen.addAll(now);
            LockSupport.parkNanos(100_000_000);
        }
        return seen;
    }

    private void watchedInOrder(List<RunningImport> seen) {
        assertThat(seen).extracting(RunningImport::share).isSorted();
        assertThat(seen)
                .extracting(RunningImport::stage)
                .isSorted()
                .contains(Stage.READING, Stage.COMPARING, Stage.STORING, Stage.DERIVING);
        assertThat(seen.getLast().rows()).isEqualTo(518492);
        assertThat(seen.getLast().secondsLeft(Instant.now())).isPresent();
        assertThat(
                        imports.running(
                                new Authority(
                                        UUID.randomUUID(), ActKind.IMPORT_OBSERVATIONS, Map.of())))
                .as("those of somebody else")
                .isEmpty();
    }
}
