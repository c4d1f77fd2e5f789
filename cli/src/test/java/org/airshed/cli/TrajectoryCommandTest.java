package org.airshed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.airshed.engine.geography.Position;
import org.airshed.realdata.NeedsRealData;
import org.airshed.realdata.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrajectoryCommandTest {
    private static Console synthetic(String... more) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "trajectory",
                                "--synthetic",
                                "7",
                                "--at",
                                "116.4,39.9",
                                "--time",
                                "2016-11-22T00:00:00Z"));
        arguments.addAll(List.of(more));
        return Console.run(arguments.toArray(String[]::new));
    }

    @Test
    void syntheticWeatherGivesTrajectoriesThatSaySo() {
        Console console = synthetic("--hours", "-12", "--height", "100,500");
        assertThat(console.err()).isEmpty();
        assertThat(console.exitCode()).isZero();
        assertThat(console.lines()).hasSize(1 + 2 * 13);
        assertThat(console.lines().get(13))
                .startsWith("1,2016-11-21T12:00:00Z,2016-11-21T20:00:00+08:00,-12.000,");
        assertThat(console.lines().get(13)).endsWith(",NONE,SYNTHETIC");
    }

    @Test
    void whatTdumpHoldsIsClustered(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("tdump");
        Console written =
                synthetic(
                        "--hours",
                        "-6",
                        "--format",
                        "TDUMP",
                        "--height",
                        "50,100,200,400",
                        "--out",
                        file + "");
        assertThat(written.exitCode()).isZero();
        Console clusters = Console.run("cluster", "--clusters", "2", file + "");
        assertThat(clusters.lines().getLast())
                .startsWith("clusters=2 trajectories=4 left_out=0 explained=0.");
        assertThat(Console.run("cluster", "--json", file + "").out())
                .contains("\"centres\":[[[116.40000,39.90000]");
        Files.writeString(file, "no tdump\n");
        Console refused = Console.run("cluster", file + "");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("tdump line 1: expected a whole number");
    }

    @Test
    void badInputIsRefusedInASentence() {
        assertThat(synthetic("--hours", "0").err()).contains("expected a length of 1 s to 60 days");
        assertThat(synthetic("--at", "116.4").err()).contains("expected --at LON,LAT");
        assertThat(synthetic("--at", "10,50", "--hours", "-3").err())
                .contains("expected a begin inside the wind's domain");
        assertThat(synthetic("--time", "yesterday").err()).contains("expected --time in UTC");
        assertThat(Console.run("trajectory", "--at", "1,1", "--time", "x").err())
                .contains("expected files of the weather, or --synthetic");
    }

    /** Two days before 22 November 2016, 00 UTC: one level, so extrapolated and labelled. */
    @Test
    @NeedsRealData
    void windOfOneLevelIsLabelledExtrapolated() {
        var arguments = new ArrayList<>(List.of("trajectory"));
        for (String time :
                List.of("2000", "2006", "2012", "2018", "2100", "2106", "2112", "2118", "2200")) {
            arguments.add(RealData.file("gfs-wind-20161120/201611" + time + ".png") + "");
        }
        arguments.addAll(
                List.of(
                        "--at",
                        "116.4,39.9",
                        "--time",
                        "2016-11-22T00:00:00Z",
                        "--time",
                        "2016-11-20T06:00:00Z",
                        "--hours",
                        "-48"));
        Console console = Console.run(arguments.toArray(String[]::new));
        assertThat(console.exitCode()).as(console.err()).isZero();
        assertThat(console.lines().get(49))
                .startsWith("1,2016-11-20T00:00:00Z,")
                .endsWith("NONE,SINGLE_LEVEL EXTRAPOLATED_WIND");
        assertThat(console.err()).contains("trajectory 2 ends after 6.0 of 48 h: NO_MORE_WIND");
        double north = Double.parseDouble(console.lines().get(49).split(",")[5]);
        assertThat(north).as("northerly air on 22 November").isGreaterThan(41);
    }

    /**
     * Two hours of ERA5 over the Alps' foreland: steps of 180 s against an adaptive fifth order.
     */
    @Test
    @NeedsRealData
    void stepsOfThreeMinutesAreMetresFromTheHighOrderReference() {
        double worst_m = 0;
        for (String height : List.of("100", "1000", "3000")) {
            Position here = era5("MIDPOINT", "180", height);
            worst_m = Math.max(worst_m, here.distanceTo(era5("ADAPTIVE", "10", height)).metres());
        }
        System.out.printf(
                Locale.ROOT, "era5 two hours: midpoint from adaptive max_m=%.2f%n", worst_m);
        assertThat(worst_m).isLessThan(11);
    }

    private static Position era5(String method, String step, String height) {
        Console console =
                Console.run(
                        "trajectory",
                        RealData.file("era5-utm32/era5_utm32_2025_05_01_00.nc") + "",
                        RealData.file("era5-utm32/era5_utm32_2025_05_01_01.nc") + "",
                        RealData.file("era5-utm32/era5_utm32_2025_05_01_02.nc") + "",
                        "--at",
                        "10.5,47.8",
                        "--time",
                        "2025-05-01T00:00:00Z",
                        "--hours",
                        "2",
                        "--height",
                        height,
                        "--method",
                        method,
                        "--step",
                        step,
                        "--tolerance",
                        "0.001");
        assertThat(console.exitCode()).as(console.err()).isZero();
        assertThat(console.err()).isEmpty();
        String[] last = console.lines().getLast().split(",");
        return new Position(Double.parseDouble(last[4]), Double.parseDouble(last[5]));
    }
}
