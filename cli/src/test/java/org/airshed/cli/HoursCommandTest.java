package org.airshed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoursCommandTest {
    private static final String HEADER = "year,month,day,hour,PM2.5,WSPM,wd,station\n";
    private static final String TWO_STATIONS =
            HEADER + "2026,1,1,0,80,2,N,east\n2026,1,1,0,10,2,E,west\n2026,1,1,1,20,2,E,east\n";

    @TempDir private Path folder;

    @Test
    void severalStationsAreNeverTakenAsOne() throws IOException {
        String file = write("two.csv", TWO_STATIONS);
        for (String command : new String[] {"polar", "cpf", "trend"}) {
            Console console = Console.run(command, file);
            assertThat(console.exitCode()).isEqualTo(2);
            assertThat(console.out()).isEmpty();
            assertThat(console.err())
                    .contains("expected one station or --station NAME, got rows of east, west")
                    .contains("two.csv");
        }
        assertThat(Console.run("cpf", file, "--station", "north").err())
                .contains("expected rows of station 'north', got rows of east, west");
        assertThat(Console.run("cpf", file, "--station", "a", "--station-column", "site").err())
                .contains("expected a column site");
    }

    @Test
    void theHoursOfTheStationAloneCount() throws IOException {
        Console east =
                Console.run(
                        "cpf",
                        write("two.csv", TWO_STATIONS),
                        "--station",
                        "east",
                        "--sectors",
                        "4",
                        "--threshold",
                        "50");
        assertThat(east.err()).contains("threshold=50.0 hours=2 left_out=0");
        assertThat(east.lines()).element(1).asString().startsWith("0.0,1,1,1.0,0.2065");
        assertThat(east.lines()).element(2).asString().startsWith("90.0,1,0,0.0,");
        assertThat(east.lines()).contains("180.0,0,0,,,").last().isEqualTo("calm,0,0,,,");
    }

    @Test
    void calmAndPercentileAreTheCallers() throws IOException {
        String file =
                write("one.csv", "PM2.5,WSPM,wd\n10,1,N\n20,1,N\n30,3,N\n40,3,S\n50,3,S\n,3,S\n");
        Console usual = Console.run("cpf", file, "--percentile", "50", "--sectors", "4", "--json");
        assertThat(usual.out())
                .startsWith("{\"threshold\":30.0,\"hours\":5,\"left_out\":0,")
                .contains("{\"from_deg\":0.0,\"hours\":3,\"above\":0,")
                .contains("{\"from_deg\":\"calm\",\"hours\":0,\"above\":0,\"probability\":null");
        assertThat(Console.run("cpf", file, "--calm", "2", "--sectors", "4").lines())
                .last()
                .asString()
                .startsWith("calm,2,0,");
        assertThat(Console.run("cpf", file, "--calm", "-1").err())
                .contains("expected a speed of 0 or more as the threshold of calm, got -1.0");
        assertThat(Console.run("cpf", file, "--sectors", "3").err())
                .contains("expected 4 to 360 sectors");
        assertThat(Console.run("cpf", file, "--percentile", "101").err())
                .contains("expected 0 to 100 percent");
    }

    @Test
    void hoursTwiceOrOutOfOrderAreRefused() throws IOException {
        String twice = HEADER + "2026,1,1,0,80,2,N,a\n2026,1,1,0,10,2,E,a\n";
        for (String command : new String[] {"polar", "cpf", "trend"}) {
            assertThat(Console.run(command, write("twice.csv", twice)).err())
                    .contains(
                            "expected every hour once and in order, got 2026-01-01 00:00 after 2026-01-01 00:00")
                    .contains("twice.csv, lines 3 and 2");
        }
        assertThat(Console.run("cpf", write("hour.csv", twice.replace("1,0,10", "1,25,10"))).err())
                .contains("expected an hour of 0 to 24, got '25'");
    }

    @Test
    void theMethodOfATrendIsTheCallers() throws IOException {
        StringBuilder rows = new StringBuilder("year,month,PM2.5\n");
        for (int month = 0; month < 48; month++) {
            int wave = (month / 6) % 2 == 0 ? 9 : 0;
            rows.append("%d,%d,%d\n".formatted(2020 + month / 12, month % 12 + 1, month + wave));
        }
        String file = write("months.csv", rows.toString());
        String usual = Console.run("trend", file, "--least", "1", "--json").out();
        assertThat(usual).contains("\"method\":\"hamed-rao\",\"deseasonalise\":\"monthly-means\"");
        assertThat(usual).contains("\"slope_per_year\":12.0,");
        String with = run(file, "hamed-rao");
        String plain = run(file, "plain");
        String white = run(file, "prewhitened");
        assertThat(plain).contains("\"deseasonalise\":\"none\"").contains("\"inflation\":1.0");
        assertThat(p(with)).isGreaterThan(p(plain));
        assertThat(p(white)).isNotEqualTo(p(plain));
        assertThat(Console.run("trend", file, "--method", "guess").err())
                .contains("expected hamed-rao or prewhitened or plain, got 'guess'");
        String short1 = write("short.csv", rows.substring(0, rows.indexOf("2021,")));
        assertThat(Console.run("trend", short1, "--least", "1").err())
                .contains("expected at least two years")
                .contains("short.csv");
        assertThat(run(short1, "plain")).contains("\"seasonal_p\":null");
    }

    private static String run(String file, String method) {
        return Console.run(
                        "trend",
                        file,
                        "--least",
                        "1",
                        "--json",
                        "--deseasonalise",
                        "none",
                        "--method",
                        method)
                .out();
    }

    private static double p(String json) {
        return Double.parseDouble(json.replaceAll("(?s).*\"p\":([^,]*),.*", "$1"));
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
