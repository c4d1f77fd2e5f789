package org.airshed.stationfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.airshed.engine.airquality.HourlyIndex;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.engine.substance.Pollutant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CnemcFileTest {
    static final String HEADER =
            "timepoint,stationcode,longitude,latitude,area,positionname,primarypollutant,aqi,pm10,"
                    + "pm2_5,o3,o3_8h,no2,so2,co\n";
    static final String GOOD =
            "2026-03-01T0100,1819A,114.3552,36.1017,安阳市,红庙街,细颗粒物(PM2.5),53,38,37,NA,43,25,/,0.3\n";

    private final List<String> rows = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();
    private final CnemcVisitor visitor =
            new CnemcVisitor() {
                @Override
                public void row(CnemcRow row) {
                    rows.add(row.stationCode() + " " + row.hourEnd());
                }

                @Override
                public void reject(Reject reject) {
                    rejects.add(reject);
                }
            };

    @Test
    void aRowIsReadExactly() throws IOException {
        List<CnemcRow> seen = new ArrayList<>();
        CnemcFile.read("a.csv", stream(HEADER + GOOD), collecting(seen));
        CnemcRow row = seen.getFirst();
        assertThat(row.line()).isEqualTo(2);
        assertThat(row.hourEnd()).isEqualTo(Instant.parse("2026-02-28T17:00:00Z"));
        assertThat(row.stationName()).isEqualTo("红庙街");
        assertThat(row.area()).isEqualTo("安阳市");
        assertThat(row.longitude_deg()).isEqualTo(114.3552);
        assertThat(row.latitude_deg()).isEqualTo(36.1017);
        int[] means_thousandths = new int[HourlyIndex.WIDTH];
        row.copyHourly_thousandths(means_thousandths, 0);
        assertThat(means_thousandths)
                .containsExactly(
                        Thousandths.ABSENT, 25_000, 300, Thousandths.ABSENT, 38_000, 37_000);
        assertThat(row.o3EightHours_thousandths()).isEqualTo(43_000);
        assertThat(row.pm10Day_thousandths()).isEqualTo(Thousandths.ABSENT);
        assertThat(row.findPublishedAqi()).hasValue(53);
        assertThat(row.publishedPrimary()).containsExactly(Pollutant.PM2_5);
    }

    @Test
    void placesAsProgramsPrintThemAreRead() throws IOException {
        List<CnemcRow> seen = new ArrayList<>();
        String printed =
                GOOD.replace("114.3552", "114.35520000000001")
                        .replace("36.1017", "9.1234567890123456");
        CnemcFile.read("a.csv", stream(HEADER + printed), collecting(seen));
        assertThat(seen.getFirst().longitude_deg()).isEqualTo(114.3552);
        assertThat(seen.getFirst().latitude_deg()).isEqualTo(9.123456789012);
    }

    @Test
    void quotedWordsMayHoldCommas() throws IOException {
        List<CnemcRow> seen = new ArrayList<>();
        String tied = GOOD.replace("细颗粒物(PM2.5)", "\"颗粒物(PM10),细颗粒物(PM2.5)\"");
        CnemcFile.read("a.csv", stream(HEADER + tied), collecting(seen));
        assertThat(seen.getFirst().publishedPrimary())
                .containsExactly(Pollutant.PM10, Pollutant.PM2_5);
    }

    @Test
    void columnsAreKnownByTheirNames() throws IOException {
        String file =
                "co,so2,no2,o3,pm2_5,pm10,aqi,primarypollutant,area,positionname,latitude,"
                        + "longitude,stationcode,timepoint,later\n"
                        + "0.3,1,2,3,4,5,6,,安阳市,红庙街,36.1,114.3,1819A,2026-03-01T0000,x\n";
        List<CnemcRow> seen = new ArrayList<>();
        CnemcFile.read("a.csv", stream(file), collecting(seen));
        assertThat(seen.getFirst().hourly_thousandths(4)).isEqualTo(5_000);
        assertThat(seen.getFirst().hourEnd()).isEqualTo(Instant.parse("2026-02-28T16:00:00Z"));
    }

    @Test
    void windowsLineEndsAByteOrderMarkAndAMissingLastLineEndAreUnderstood() throws IOException {
        String file = "\uFEFF" + (HEADER + GOOD + "\n" + GOOD.strip()).replace("\n", "\r\n");
        assertThat(CnemcFile.read("a.csv", stream(file), visitor))
                .isEqualTo(new FileEnd.Complete(2, 0));
    }

    @Test
    void gzipIsKnownByItsContent() throws IOException {
        byte[] zipped = gzip(HEADER + GOOD);
        assertThat(CnemcFile.read("a.csv", new ByteArrayInputStream(zipped), visitor))
                .isEqualTo(new FileEnd.Complete(1, 0));
    }

    /** One column of the good row replaced, and what the refusal names. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-01T0100,2026-03-01 01:00,timepoint",
        "2026-03-01T0100,2026-02-30T0100,timepoint",
        "2026-03-01T0100,2026-03-01T2400,timepoint",
        "2026-03-01T0100,2026-03-01T0130,timepoint",
        "2026-03-01T0100,NA,timepoint",
        "1819A,'',stationcode",
        "114.3552,214.3552,longitude",
        "114.3552,NA,longitude",
        "36.1017,north,latitude",
        "'53,38','x,38',aqi",
        "'53,38','-1,38',aqi",
        "'53,38','5000,38',aqi",
        "'53,38','53,-38',pm10",
        "'53,38','53,1e3',pm10",
        "'53,38','53,1000001',pm10",
        "'53,38','53,3.8.1',pm10",
        "'53,38','53,.',pm10",
        "0.3,0.3001,co",
        "0.3,NaN,co",
        "细颗粒物(PM2.5),粉尘,primarypollutant"
    })
    void aBadFieldRejectsItsRowByName(String good, String bad, String column) throws IOException {
        String file = HEADER + GOOD.replace(good, bad) + GOOD;
        assertThat(CnemcFile.read("a.csv", stream(file), visitor))
                .isEqualTo(new FileEnd.Complete(1, 1));
        Reject reject = rejects.getFirst();
        assertThat(reject.line()).isEqualTo(2);
        assertThat(reject.column()).isEqualTo(column);
        assertThat(reject.message()).startsWith("a.csv line 2, " + column + ": expected ");
        assertThat(bad).contains(reject.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"too,few,fields\n", "\"never closed\n", "\"a\"b,c\n"})
    void aLineOfAnotherShapeIsRejected(String line) throws IOException {
        assertThat(CnemcFile.read("a.csv", stream(HEADER + line + GOOD), visitor))
                .isEqualTo(new FileEnd.Complete(1, 1));
        assertThat(rejects.getFirst().column()).isEqualTo("line");
    }

    @Test
    void trailingZerosBeyondThreeDecimalsAreHarmless() throws IOException {
        assertThat(
                        CnemcFile.read(
                                "a.csv", stream(HEADER + GOOD.replace("0.3", "0.30000")), visitor))
                .isEqualTo(new FileEnd.Complete(1, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {(1 << 20) + 1, (1 << 20) + (1 << 18), 5 << 20})
    void aLineBeyondOneMebibyteIsRejectedAndTheNextOneRead(int length) throws IOException {
        String endless = "x".repeat(length);
        assertThat(CnemcFile.read("a.csv", stream(HEADER + endless + "\n" + GOOD), visitor))
                .isEqualTo(new FileEnd.Complete(1, 1));
        assertThat(rejects.getFirst().expected()).isEqualTo("a line of at most 1 MiB");
        assertThat(rejects.getFirst().value()).hasSize(61);
        rows.clear();
        assertThat(CnemcFile.read("a.csv", stream(HEADER + GOOD + endless), visitor))
                .isEqualTo(new FileEnd.Complete(1, 1));
    }

    @Test
    void aCutGzipGivesItsGoodRowsAndSaysWhereItBreaksOff() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int hour = 0; hour < 24; hour++) {
            for (int station = 1000; station < 1200; station++) {
                text.append(
                        GOOD.replace("T0100", "T%02d00".formatted(hour))
                                .replace("1819A", station + "A"));
            }
        }
        byte[] zipped = gzip(text.toString());
        byte[] cut = Arrays.copyOf(zipped, zipped.length / 2);
        FileEnd end = CnemcFile.read("a.csv.gz", new ByteArrayInputStream(cut), visitor);
        assertThat(end).isInstanceOf(FileEnd.BrokenOff.class);
        assertThat(end.rows()).isBetween(1L, 4799L);
        assertThat(rows).hasSize((int) end.rows());
        assertThat(end.rejects()).isZero();
        assertThat(((FileEnd.BrokenOff) end).why())
                .startsWith("a.csv.gz breaks off after line " + (end.rows() + 1));
    }

    @Test
    void aFileInGbkIsRefusedWithTheCommandThatConvertsIt() {
        byte[] gbk = (HEADER + GOOD).getBytes(Charset.forName("GB18030"));
        assertThatThrownBy(() -> CnemcFile.read("a.csv", new ByteArrayInputStream(gbk), visitor))
                .isInstanceOf(UnusableFileException.class)
                .hasMessage(
                        "expected UTF-8, line 2 of a.csv is GBK: convert it with iconv -f GB18030"
                                + " -t UTF-8");
        assertThat(rows).isEmpty();
    }

    @Test
    void oneDamagedRowInAGoodFileIsOnlyARejectedRow() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((HEADER + GOOD).getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(GOOD.replace("红庙街", "银杏").getBytes(Charset.forName("GB18030")));
        assertThat(CnemcFile.read("a.csv", new ByteArrayInputStream(bytes.toByteArray()), visitor))
                .isEqualTo(new FileEnd.Complete(1, 1));
        assertThat(rejects.getFirst().expected()).isEqualTo("UTF-8");
    }

    @Test
    void aBadFirstRowInUtf8IsNotMistakenForGbk() throws IOException {
        String file = HEADER + GOOD.replace("2026-03-01T0100", "yesterday") + GOOD;
        assertThat(CnemcFile.read("a.csv", stream(file), visitor))
                .isEqualTo(new FileEnd.Complete(1, 1));
    }

    @Test
    void missingColumnsAreNamedTogether() {
        assertThatThrownBy(() ->
                        CnemcFile.read(
                                "a.csv",
                                stream(HEADER.replace("pm10,", "").replace(",co", "")),
                                visitor))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageEndingWith("a.csv has no co, pm10");
    }

    @Test
    void aColumnNamedTwiceIsRefused() {
        assertThatThrownBy(() ->
                        CnemcFile.read("a.csv", stream(HEADER.replace("so2", "no2")), visitor))
                .hasMessage("expected each column once, a.csv names 'no2' twice");
    }

    @Test
    void emptyZippedForeignAndAbsentFilesAreRefusedInASentence(@TempDir Path folder) {
        assertThatThrownBy(() -> CnemcFile.read("a.csv", stream(""), visitor))
                .hasMessageEndingWith("a.csv is empty");
        assertThatThrownBy(() -> CnemcFile.read("a.zip", stream("PK\u0003\u0004x"), visitor))
                .hasMessage("expected plain text or gzip, a.zip is a zip archive: unpack it first");
        byte[] wide = ("\uFEFF" + HEADER).getBytes(StandardCharsets.UTF_16LE);
        assertThatThrownBy(() -> CnemcFile.read("a.csv", new ByteArrayInputStream(wide), visitor))
                .hasMessageContaining("is UTF-16");
        assertThatThrownBy(() -> CnemcFile.read(folder.resolve("none.csv"), visitor))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageEndingWith("none.csv, found none");
        assertThatThrownBy(() -> CnemcFile.read(folder, visitor))
                .hasMessageStartingWith("expected a file, got the folder ");
    }

    @Test
    void aFileOfOnlyAHeaderHasNoRows() throws IOException {
        assertThat(CnemcFile.read("a.csv", stream(HEADER), visitor))
                .isEqualTo(new FileEnd.Complete(0, 0));
    }

    static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static CnemcVisitor collecting(List<CnemcRow> rows) {
        return new CnemcVisitor() {
            @Override
            public void row(CnemcRow row) {
                rows.add(row);
            }

            @Override
            public void reject(Reject reject) {
                throw new AssertionError(reject.message());
            }
        };
    }
}
