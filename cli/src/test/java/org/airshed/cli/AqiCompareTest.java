package org.airshed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.airshed.realdata.NeedsRealData;
import org.airshed.realdata.RealData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AqiCompareTest {
    private static final String HEADER =
            "timepoint,stationcode,longitude,latitude,area,positionname,primarypollutant,aqi,pm10,"
                    + "pm2_5,o3,no2,so2,co\n";

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void nameAFile() {
        file = folder.resolve("hours.csv");
    }

    @Test
    void equalRowsOfBothEditionsEndWithZero() throws IOException {
        // PM2.5 of 60 is 82 until the hour that ends February 2026 and 100 from the next one on.
        Files.writeString(
                file,
                HEADER + row("2026-03-01T0000", "82", "60") + row("2026-03-01T0100", "100", "60"));
        Console console = Console.run("aqi", "compare", file.toString());
        assertThat(console.exitCode()).isZero();
        assertThat(console.lines().getLast()).isEqualTo("aqi compared=2 equal=2");
        assertThat(console.lines().get(1)).matches("elapsed_s=\\d+\\.\\d peak_memory_MiB=\\d+");
    }

    @Test
    void anUnknownDifferenceIsListedWithItsDecidingValueAndEndsWithOne() throws IOException {
        Files.writeString(
                file,
                HEADER + row("2026-03-01T0100", "99", "60") + row("2026-03-01T0200", "100", "60"));
        Console console = Console.run("aqi", "compare", file.toString());
        assertThat(console.exitCode()).isOne();
        assertThat(console.lines().getFirst())
                .isEqualTo(
                        "differs hours.csv:2 station=1001A hour=2026-03-01T01:00+08:00 published=99"
                                + " computed=100 by pm2_5=60");
        assertThat(console.lines().getLast()).isEqualTo("aqi compared=2 equal=1");
    }

    @Test
    void aKnownDeviationOfThePublisherIsMarkedAndEndsWithZero() throws IOException {
        String known = "2026-05-03T0100,1063A,117.9,40.9,承德市,中国银行,,5,6,3,15,10,1,0.2\n";
        Files.writeString(file, HEADER + known);
        Console console = Console.run("aqi", "compare", file.toString());
        assertThat(console.exitCode()).isZero();
        assertThat(console.lines().getFirst()).startsWith("known   hours.csv:2 station=1063A");
        assertThat(console.lines()).contains("rejects=0 unknown=0");
        assertThat(console.lines().getLast()).isEqualTo("aqi compared=1 equal=0");

        Files.writeString(file, HEADER + known.replace(",5,6,3,", ",4,6,3,"));
        assertThat(Console.run("aqi", "compare", file.toString()).exitCode()).isOne();
    }

    @Test
    void aPublishedIndexWithoutAnyConcentrationDiffers() throws IOException {
        Files.writeString(
                file,
                HEADER
                        + row("2026-03-01T0100", "40", "NA")
                                .replace(",30,NA,15,10,1,0.2", ",NA,NA,,,/,NA"));
        Console console = Console.run("aqi", "compare", file.toString());
        assertThat(console.exitCode()).isOne();
        assertThat(console.out()).contains("computed=none by no value");
    }

    @Test
    void rowsThatCannotBeReadAreCountedAndTwentyOfThemListed() throws IOException {
        Files.writeString(
                file,
                HEADER
                        + row("2026-03-01T0100", "100", "6x").repeat(30)
                        + row("2026-03-01T0100", "100", "60"));
        Console console = Console.run("aqi", "compare", file.toString());
        assertThat(console.exitCode()).isZero();
        assertThat(console.lines().stream().filter(line -> line.startsWith("reject  hours.csv")))
                .hasSize(20);
        assertThat(console.lines()).contains("rejects=30 unknown=0");
    }

    @Test
    void theListOfDifferencesHasTheLengthAskedFor() throws IOException {
        Files.writeString(file, HEADER + row("2026-03-01T0100", "99", "60").repeat(5));
        Console console = Console.run("aqi", "compare", "--list", "2", file.toString());
        assertThat(console.lines().stream().filter(line -> line.startsWith("differs"))).hasSize(2);
        assertThat(console.lines()).contains("rejects=0 unknown=5");
        assertThat(Console.run("aqi", "compare", "--list", "-1", file.toString()).exitCode())
                .isEqualTo(2);
    }

    @Test
    void aFileThatBreaksOffEndsWithTwoAndASentence() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StringBuilder text = new StringBuilder(HEADER);
        for (int station = 0; station < 9000; station++) {
            text.append(row("2026-03-01T0100", "100", "60").replace("1001A", station + "B"));
        }
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        Files.write(file, Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
        Console console = Console.run("aqi", "compare", file.toString());
        assertThat(console.exitCode()).isEqualTo(2);
        assertThat(console.err()).startsWith("airshed: hours.csv breaks off after line ");
        assertThat(console.lines().getLast()).matches("aqi compared=[1-9]\\d* equal=[1-9]\\d*");
    }

    @Test
    void unusableInputEndsWithTwoAndASentence() throws IOException {
        Files.write(
                file,
                (HEADER + row("2026-03-01T0100", "100", "60")).getBytes(Charset.forName("GBK")));
        Console console = Console.run("aqi", "compare", file.toString());
        assertThat(console.exitCode()).isEqualTo(2);
        assertThat(console.err()).contains("is GBK");

        Files.writeString(file, "a,b\n1,2\n");
        assertThat(Console.run("aqi", "compare", file.toString()).err())
                .contains("has no timepoint, stationcode");
        assertThat(Console.run("aqi", "compare", folder.resolve("x").toString()).err())
                .contains("found none");
        assertThat(Console.run("aqi", "compare").exitCode()).isEqualTo(2);
    }

    @Test
    void aFileWithNothingToCompareProvesNothing() throws IOException {
        Files.writeString(file, HEADER + row("2026-03-01T0100", "NA", "60"));
        Console console = Console.run("aqi", "compare", file.toString());
        assertThat(console.exitCode()).isEqualTo(2);
        assertThat(console.err()).contains("expected rows with a published AQI, found none");

        Files.writeString(file, HEADER + row("2015-03-01T0100", "100", "60"));
        assertThat(Console.run("aqi", "compare", file.toString()).out())
                .contains("1 rows were observed on days no edition of HJ 633 covers");
    }

    @Test
    @NeedsRealData
    void threePublishedMonthsAreReproducedButForFourKnownRows() {
        String months = RealData.file("cnemc-2026/hourly-20260226-20260531.csv.gz").toString();
        Console console = Console.run("aqi", "compare", months);
        List<String> lines = console.lines();
        assertThat(lines.getLast()).isEqualTo("aqi compared=496791 equal=496787");
        assertThat(lines.stream().filter(line -> line.startsWith("known  "))).hasSize(4);
        assertThat(lines).contains("rejects=0 unknown=0").hasSize(7);
        assertThat(console.exitCode()).isZero();
    }

    private static String row(String time, String aqi, String pm25) {
        return "%s,1001A,116.3611,39.8786,北京市,万寿西宫,,%s,30,%s,15,10,1,0.2\n"
                .formatted(time, aqi, pm25);
    }
}
