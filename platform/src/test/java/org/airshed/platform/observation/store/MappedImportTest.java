package org.airshed.platform.observation.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.airshed.platform.access.SystemActor;
import org.airshed.platform.database.OnDatabase;
import org.airshed.platform.database.TestDatabase;
import org.airshed.platform.observation.ImportReport;
import org.airshed.platform.observation.Imports;
import org.airshed.platform.observation.MappedTable;
import org.airshed.platform.observation.StationRole;
import org.airshed.platform.rights.ActKind;
import org.airshed.realdata.NeedsRealData;
import org.airshed.realdata.RealData;
import org.airshed.stationfiles.Mapping;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables of any shape into the same tables of readings, by a mapping. */
@OnDatabase
@SpringBootTest(properties = {"airshed.mode=demo", "airshed.management.port=-1"})
class MappedImportTest {
    @Autowired Imports imports;
    @Autowired SystemActor platform;
    @TempDir Path folder;
    private JdbcClient seen;

    @BeforeEach
    void seen(TestDatabase database) {
        seen =
                JdbcClient.create(
                        database.application(
                                Map.of("airshed.person", SystemActor.PERSON.toString())));
    }

    private ImportReport take(Path file, Mapping mapping, String network) {
        return platform.act(
                ActKind.IMPORT_OBSERVATIONS,
                authority ->
                        imports.importMapped(
                                authority,
                                file.getFileName() + "",
                                file,
                                new MappedTable(
                                        mapping, network, Optional.of(StationRole.ROADSIDE))));
    }

    /** A city's own table in its own charset, stations named with their place. */
    @Test
    void aTableInGb18030WithItsOwnColumns() throws Exception {
        Mapping mapping =
                Mapping.read(
                        "own",
                        new ByteArrayInputStream(
                                """
                                station = 站点
                                station.name = 名称
                                area = 城市
                                longitude = 经度
                                latitude = 纬度
                                time = 时间
                                time.pattern = yyyy/MM/dd HH:mm
                                time.zone = Asia/Shanghai
                                time.labels = start
                                pm2_5 = 细颗粒物
                                unit.pm2_5 = ug/m3
                                co = 一氧化碳
                                unit.co = mg/m3
                                missing = 缺
                                """
                                        .getBytes(StandardCharsets.UTF_8)));
        Path file = folder.resolve("own.csv");
        Files.write(
                file,
                """
                站点,名称,城市,经度,纬度,时间,细颗粒物,一氧化碳
                X1,甲,保定市,115.5,38.9,2026/03/01 00:00,35,0.8
                X1,甲,保定市,115.5,38.9,2026/03/01 01:00,缺,0.9
                X2,乙,130600,115.6,38.8,2026/03/01 00:00,40,1.1
                X3,丙,,115.7,38.7,2026/03/01 00:00,41,1.1
                X4,丁,保定市,115.7,38.7,2026/03/01 00:00,高,1.1
                """
                        .getBytes(Charset.forName("GB18030")));

        ImportReport report = take(file, mapping, "own");

        assertThat(report.entered()).isEqualTo(3);
        assertThat(report.rejected()).isEqualTo(2);
        assertThat(report.rejects().toString()).contains("高").contains("area");
        assertThat(
                        seen.sql(
                                        """
                                        select s.code || ' ' || (n.hour_end at time zone 'UTC')::text || ' ' || s.network
                                               || ' ' || coalesce(n.pm2_5::text, '-') || ' ' || n.co
                                        from observation.reading_now n join observation.station s on s.number = n.station
                                        where s.network = 'own' order by 1
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly(
                        "X1 2026-02-28 17:00:00 own 35000 800",
                        "X1 2026-02-28 18:00:00 own - 900",
                        "X2 2026-02-28 17:00:00 own 40000 1100");
    }

    /**
     * Twelve Beijing stations over three and a half years, with and without the weather beside
     * their readings; the clean reference makes no city value.
     */
    @Test
    @NeedsRealData
    void theBeijingFilesOfUci(TestDatabase database) throws Exception {
        Path file =
                RealData.findFolder()
                        .orElseThrow()
                        .resolve("prsa-beijing/hourly-20130301-20160831.csv.gz");
        Mapping prsa = Mapping.shipped("prsa");
        String sixOnly =
                prsa.text().replaceAll("(?m)^species[.].*\n", "").replaceAll(WEATHER_UNITS, "");
        Mapping six =
                Mapping.read(
                        "six", new ByteArrayInputStream(sixOnly.getBytes(StandardCharsets.UTF_8)));
        assertThat(timed("six", file, six).entered()).isEqualTo(368_640);
        JdbcClient.create(database.owner())
                .sql(
                        """
                        truncate observation.station, observation.station_standing, observation.reading,
                            observation.revision, observation.import_batch, observation.import_part,
                            observation.import_reject, quality.flag, evaluation.station_day, evaluation.city_day,
                            observation.other_reading, observation.other_revision
                        """)
                .update();

        ImportReport report = timed("six and weather", file, prsa);

        assertThat(report.rows()).isEqualTo(368_640);
        assertThat(report.entered()).isEqualTo(368_640);
        assertThat(report.rejected()).isZero();
        assertThat(report.otherEntered())
                .isEqualTo(368_461 + 368_460 + 368_456 + 368_464 + 368_462 + 367_828);
        assertThat(
                        seen.sql(
                                        """
                                        select max(pm2_5_stations) from evaluation.city_day
                                        where jurisdiction = '110000' and day < '2017-01-01'
                                        """)
                                .query(Integer.class)
                                .single())
                .isEqualTo(11);
        assertThat(
                        seen.sql(
                                        """
                                        select species || ' ' || value || coalesce(' ' || word, '')
                                        from observation.other_reading_now n join observation.station s on s.number = n.station
                                        where s.code = 'Aotizhongxin' and hour_end = '2013-02-28T16:00:00Z' order by 1
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly(
                        "dew_point -18800",
                        "pressure 1023000",
                        "rain 0",
                        "temperature -700",
                        "wind_direction 337500 NNW",
                        "wind_speed 4400");
        assertThat(timed("again", file, prsa).batch()).as("again changes nothing").isEmpty();
    }

    private static final String WEATHER_UNITS =
            "(?m)^unit[.](temperature|pressure|dew_point|rain|wind_.*) = .*\n";

    private ImportReport timed(String what, Path file, Mapping mapping) {
        long start = System.nanoTime();
        ImportReport report = take(file, mapping, "prsa");
        System.out.printf(
                "%s: rows=%d others=%d seconds=%.1f%n",
                what, report.rows(), report.otherEntered(), (System.nanoTime() - start) / 1e9);
        return report;
    }
}
