package org.airshed.stationfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.stationfiles.HourlyRowTest.Gathered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappedFileTest {
    static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z"); // 08:00 in Beijing
    static final Charset GBK = Charset.forName("GB18030");
    static final String HEADER = "code,name,time,PM2.5\n";
    static final String ROW = "S1,红庙街,2026-02-28 01:00,35\n";
    static final String NAMED = MappingTest.GOOD + "station.name = name\n";

    private final Gathered gathered = new Gathered();

    private FileEnd read(String mapping, String table) throws IOException {
        return read(mapping, table.getBytes(StandardCharsets.UTF_8));
    }

    private FileEnd read(String mapping, byte[] table) throws IOException {
        return MappedFile.read(
                "a.csv",
                new ByteArrayInputStream(table),
                MappingTest.mapping(mapping),
                NOW,
                gathered);
    }

    @Test
    void aRowIsReadExactly() throws IOException {
        assertThat(read(NAMED, "\uFEFF" + (HEADER + "\n" + ROW).replace("\n", "\r\n")))
                .isEqualTo(new FileEnd.Complete(1, 0));
        KeptRow row = gathered.rows.getFirst();
        assertThat(row.line()).isEqualTo(3);
        assertThat(row.stationCode()).isEqualTo("S1");
        assertThat(row.stationName()).isEqualTo("红庙街");
        assertThat(row.area()).isEmpty();
        assertThat(row.longitude_deg()).isNaN();
        assertThat(row.hourEnd()).isEqualTo("2026-02-27T17:00:00Z");
        assertThat(row.means_thousandths())
                .containsExactly(
                        Thousandths.ABSENT,
                        Thousandths.ABSENT,
                        Thousandths.ABSENT,
                        Thousandths.ABSENT,
                        Thousandths.ABSENT,
                        35_000);
    }

    @Test
    void anHourNamedByItsStartEndsAnHourLater() throws IOException {
        read(NAMED.replace("= end", "= start"), HEADER + ROW);
        assertThat(gathered.rows.getFirst().hourEnd()).isEqualTo("2026-02-27T18:00:00Z");
    }

    @Test
    void hourTwentyFourIsTheNextDaysMidnight() throws IOException {
        read(NAMED, HEADER + ROW.replace("02-28 01:00", "02-27 24:00"));
        assertThat(gathered.rows.getFirst().hourEnd()).isEqualTo("2026-02-27T16:00:00Z");
    }

    /** The good row's part replaced, and where and why it is rejected. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "35|-1|PM2.5|PM2_5 in ug/m3, a decimal from 0 to 1000000, or nothing, /, NA",
                "35|1000000.0006|PM2.5|PM2_5 in ug/m3",
                "35|35 ug/m3|PM2.5|PM2_5 in ug/m3",
                "35|1e999999999|PM2.5|PM2_5 in ug/m3",
                "35|N/A|PM2.5|PM2_5 in ug/m3",
                "S1|''|code|a code of 1 to 32 characters",
                "S1|xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx|code|at most 32 characters",
                "01:00|01:30|time|a full hour like yyyy-MM-dd HH:mm, end of an hour in Asia/Shanghai",
                "01:00|25:00|time|a full hour",
                "02-28 01:00|02-30 01:00|time|a full hour",
                "2026-02-28|28.02.2026|time|a full hour",
                "2026-|1926-|time|a full hour",
                "2026-02-28 01:00|NA|time|a full hour",
                "02-28 01:00|03-01 10:00|time|an hour that ends by 2026-03-01T01:00:00Z",
                "35|35,7|line|4 fields as in the header, not 5"
            })
    void aBadFieldRejectsItsRowByName(String good, String bad, String column, String expected)
            throws IOException {
        String changed = bad.equals("''") ? "" : bad;
        assertThat(read(NAMED, HEADER + ROW.replace(good, changed) + ROW))
                .isEqualTo(new FileEnd.Complete(1, 1));
        Reject reject = gathered.rejects.getFirst();
        assertThat(reject.file()).isEqualTo("a.csv");
        assertThat(reject.line()).isEqualTo(2);
        assertThat(reject.column()).isEqualTo(column);
        assertThat(reject.expected()).startsWith(expected);
    }

    @Test
    void anHourFromNowIsNotYetTheFuture() throws IOException {
        assertThat(read(NAMED, HEADER + ROW.replace("02-28 01:00", "03-01 09:00")))
                .isEqualTo(new FileEnd.Complete(1, 0));
    }

    @Test
    void aTimeThatClocksShowTwiceOrNeverIsRejected() throws IOException {
        String berlin = NAMED.replace("Asia/Shanghai", "Europe/Berlin");
        String table =
                HEADER
                        + ROW.replace("2026-02-28 01:00", "2025-03-30 02:00")
                        + ROW.replace("2026-02-28 01:00", "2025-10-26 02:00")
                        + ROW;
        assertThat(read(berlin, table)).isEqualTo(new FileEnd.Complete(1, 2));
        assertThat(gathered.rejects.getFirst().expected())
                .isEqualTo("a time that occurs once in Europe/Berlin, where clocks change");
    }

    @ParameterizedTest
    @CsvSource({
        "pm2_5,ug/m3,2.8560,2856",
        "pm2_5,ug/m3,2.8565,2856",
        "pm2_5,ug/m3,2.8575,2858",
        "pm2_5,mg/m3,0.035,35000",
        "pm2_5,ug/m3,4.0999999999999996E0,4100",
        "co,ug/m3,300,300",
        "co,mg/m3,0.3,300",
        "co,ppm,1,1145",
        "o3,ppb,50,98100",
        "no2,ppb,0.5,940"
    })
    void valuesBecomeThousandthsOfTheProductsUnit(
            String pollutant, String unit, String value, int thousandths) throws IOException {
        String mapping =
                NAMED.replace("unit.pm2_5 = ug/m3", "unit.pm2_5 = " + unit)
                        .replace("pm2_5 =", pollutant + " =");
        read(mapping, HEADER + ROW.replace("35", value));
        assertThat(gathered.rejects).isEmpty();
        assertThat(gathered.rows.getFirst().means_thousandths()).contains(thousandths);
    }

    @Test
    void carbonMonoxideInMicrogramsReadAsMilligramsIsRejected() throws IOException {
        String mapping =
                NAMED.replace("pm2_5 = PM2.5", "co = PM2.5").replace("pm2_5 = ug", "co = mg");
        assertThat(read(mapping, HEADER + ROW.replace("35", "300")))
                .isEqualTo(new FileEnd.Complete(0, 1));
        assertThat(gathered.rejects.getFirst().expected())
                .startsWith("CO in mg/m3, a decimal from 0 to 150");
    }

    @Test
    void aMeanThatNoAirHasCastsDoubtOnTheUnit() throws IOException {
        read(NAMED.replace("= ug/m3", "= mg/m3"), HEADER + ROW.repeat(24));
        assertThat(gathered.notes)
                .containsExactly(
                        "the mean of 24 values of PM2_5 in a.csv is 3.500e+04 ug/m3: is"
                                + " unit.pm2_5 = mg/m3 right?");
        gathered.notes.clear();
        read(NAMED, HEADER + ROW.repeat(24));
        assertThat(gathered.notes).isEmpty();
    }

    @Test
    void aHeaderThatNamesAnotherUnitIsRefused() {
        String mapping = NAMED.replace("= PM2.5", "= PM2.5(mg/m³)");
        assertThatThrownBy(() -> read(mapping, HEADER.replace("PM2.5", "PM2.5(mg/m³)") + ROW))
                .hasMessage(
                        "expected the unit of the column 'PM2.5(mg/m³)' of a.csv, the mapping says"
                                + " unit.pm2_5 = ug/m3");
    }

    @Test
    void semicolonsDecimalCommasOwnWordsAndTitlesAboveTheHeaderAreUnderstood() throws IOException {
        String mapping =
                """
                station.fixed = Z9
                area.fixed = 410500
                longitude = lon
                latitude = lat
                time.year = y
                time.month = m
                time.day = d
                time.hour = h
                time.zone = +08:00
                time.labels = end
                so2 = so2
                unit.so2 = ug/m3
                pm10 = "pm10"
                unit.pm10 = mg/m3
                separator = semicolon
                decimal = comma
                missing = -, 缺
                header.line = 3
                """
                        .replace("\"", "");
        String table =
                "Title\n\"a;b\nSO2;Y;M;D;H;PM10;lat;lon\n"
                        + "\"1,5\";2026;2;7;24;缺;36,1;-114,25\n-;2026;02;08;0;0,1;;\n";
        assertThat(read(mapping, table)).isEqualTo(new FileEnd.Complete(2, 0));
        KeptRow row = gathered.rows.getFirst();
        assertThat(row.stationCode()).isEqualTo("Z9");
        assertThat(row.area()).isEqualTo("410500");
        assertThat(row.hourEnd()).isEqualTo("2026-02-07T16:00:00Z");
        assertThat(row.longitude_deg()).isEqualTo(-114.25);
        assertThat(row.means_thousandths()).contains(1500);
        assertThat(gathered.rows.get(1).hourEnd()).isEqualTo(row.hourEnd());
        assertThat(gathered.rows.get(1).longitude_deg()).isNaN();
        assertThat(gathered.rows.get(1).means_thousandths()).contains(100_000);
    }

    @Test
    void aFileInGbkIsRecognisedAndSaidSo() throws IOException {
        assertThat(read(NAMED, (HEADER + ROW).getBytes(GBK))).isEqualTo(new FileEnd.Complete(1, 0));
        assertThat(gathered.rows.getFirst().stationName()).isEqualTo("红庙街");
        assertThat(gathered.notes)
                .containsExactly(
                        "line 2 of a.csv is not UTF-8: the file was read as GB18030 (GBK)");
    }

    @Test
    void aShortGbkWordThatLooksLikeUtf8IsJudgedByItsLine() throws IOException {
        // 联通 in GBK is well-formed UTF-8; the header beside it is not.
        String mapping = NAMED.replace("= name", "= 联通站");
        assertThat(read(mapping, (HEADER + ROW).replace("name", "联通站").getBytes(GBK)))
                .isEqualTo(new FileEnd.Complete(1, 0));
    }

    @Test
    void gbkReadAsUtf8IsRefusedWithTheLineAndTheRemedy() {
        String message =
                "expected UTF-8, line %d of a.csv is GBK: say charset = GB18030 in the mapping";
        assertThatThrownBy(() -> read(NAMED + "charset = UTF-8", (HEADER + ROW).getBytes(GBK)))
                .hasMessage(message.formatted(2));
        assertThatThrownBy(() ->
                        read(
                                NAMED.replace("= name", "= 站名") + "charset = UTF-8",
                                (HEADER.replace("name", "站名") + ROW).getBytes(GBK)))
                .hasMessage(message.formatted(1));
    }

    @Test
    void utf8ReadAsGbkIsNoted() throws IOException {
        read(NAMED + "charset = GBK", HEADER + ROW);
        assertThat(gathered.notes.getFirst()).startsWith("line 2 of a.csv reads as UTF-8");
    }

    @Test
    void missingAndDoubledColumnsAreNamed() throws IOException {
        assertThatThrownBy(() -> read(NAMED, "code,Time,x\n"))
                .hasMessage(
                        "expected the columns name, PM2.5 that the mapping names, line 1 of a.csv"
                                + " has none: code, Time, x");
        assertThatThrownBy(() -> read(NAMED, "code,time,TIME,name,PM2.5\n"))
                .hasMessage(
                        "expected the column 'time' once, line 1 of a.csv names it more than once");
        read(NAMED, "code,name,time,PM2.5,note,note\n");
        assertThat(gathered.notes.getFirst()).endsWith("the mapping does not use: note");
        assertThatThrownBy(() -> read(NAMED + "header.line = 4", HEADER + ROW))
                .hasMessage("expected a header in line 4, a.csv ends after line 2");
    }

    @Test
    void aCutGzipGivesItsGoodRows() throws IOException {
        StringBuilder table = new StringBuilder(HEADER);
        Random random = new Random(7);
        for (int row = 0; row < 5000; row++) {
            table.append(ROW.replace("35", random.nextInt(1000) + ""));
        }
        byte[] zipped = CnemcFileTest.gzip(table.toString());
        FileEnd end = read(NAMED, Arrays.copyOf(zipped, zipped.length / 2));
        assertThat(end).isInstanceOf(FileEnd.BrokenOff.class);
        assertThat(end.rows()).isBetween(1L, 4999L);
        assertThat(gathered.rows).hasSize((int) end.rows());
    }

    @Test
    @Timeout(60)
    void aGzipThatExpandsWithoutEndIsBrokenOff() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write((HEADER + ROW).getBytes(StandardCharsets.UTF_8));
            byte[] empty = new byte[1 << 20];
            Arrays.fill(empty, (byte) '\n');
            for (int mebibyte = 0; mebibyte < 200; mebibyte++) {
                zip.write(empty);
            }
        }
        FileEnd end = read(NAMED, bytes.toByteArray());
        assertThat(end.rows()).isEqualTo(1);
        assertThat(((FileEnd.BrokenOff) end).why())
                .endsWith("it expands more than 200-fold, as no readings do");
    }

    @Test
    @Timeout(60)
    void anEndlessLineIsRejectedWithoutBeingKept() throws IOException {
        InputStream endless =
                new SequenceInputStream(
                        new ByteArrayInputStream((HEADER + ROW).getBytes(StandardCharsets.UTF_8)),
                        new Repeated(2L << 30));
        assertThat(MappedFile.read("a.csv", endless, MappingTest.mapping(NAMED), NOW, gathered))
                .isEqualTo(new FileEnd.Complete(1, 1));
        assertThat(gathered.rejects.getFirst().expected()).isEqualTo("a line of at most 1 MiB");
    }

    @Test
    void aPreviewShowsTheFirstRowsTheRejectsAndTheHeader() throws IOException {
        Preview preview =
                MappedFile.preview(
                        "a.csv",
                        CnemcFileTest.stream(HEADER + ROW + ROW.replace("35", "x") + ROW + "x\n"),
                        MappingTest.mapping(NAMED),
                        NOW,
                        2);
        assertThat(preview.header()).containsExactly("code", "name", "time", "PM2.5");
        assertThat(preview.rows()).hasSize(2);
        assertThat(preview.rows().getLast().line()).isEqualTo(4);
        assertThat(preview.rejects()).extracting(Reject::line).containsExactly(3L);
        assertThat(preview.end()).isEqualTo(new FileEnd.Complete(2, 1));
        assertThatThrownBy(() ->
                        MappedFile.preview(
                                "a",
                                InputStream.nullInputStream(),
                                MappingTest.mapping(NAMED),
                                NOW,
                                0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** So many bytes 'x', made when asked for. */
    private static final class Repeated extends InputStream {
        private long left;

        Repeated(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(length, left);
            Arrays.fill(into, offset, offset + count, (byte) 'x');
            left -= count;
            return count;
        }
    }
}
