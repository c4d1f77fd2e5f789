package org.airshed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.airshed.realdata.NeedsRealData;
import org.airshed.realdata.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCommandsTest {
    private static final String ENDPOINTS =
            "date,hour.inc,lat,lon,pm25\n"
                    + "2026-01-01,0,39.9,116.4,80\n2026-01-01,-1,39.6,115.4,80\n"
                    + "2026-01-02,0,39.9,116.4,20\n2026-01-02,-1,41.2,116.3,20\n";

    @TempDir private Path folder;

    @Test
    void cellsComeAsCsvJsonAndGeoJson() throws IOException {
        String file = write("endpoints.csv", ENDPOINTS);
        Console csv = Console.run("cwt", file, "--weights", "none");
        assertThat(csv.exitCode()).isZero();
        assertThat(csv.lines())
                .containsExactly(
                        "lon,lat,endpoints,value,unweighted,weight",
                        "115.0,40.0,1,80.0,80.0,1.0",
                        "116.0,40.0,2,50.0,50.0,1.0",
                        "116.0,41.0,1,20.0,20.0,1.0");
        assertThat(csv.err()).contains("trajectories=2 left_out=0 endpoints=4 cells=3");
        assertThat(Console.run("pscf", file, "--threshold", "50", "--json").out())
                .contains("{\"lon\":115.0,\"lat\":40.0,\"endpoints\":1,\"value\":0.5,");
        Path out = folder.resolve("cells.geojson");
        Console written =
                Console.run("pscf", file, "--geojson", "--weights", "2n:1,0.5", "--out", out + "");
        assertThat(written.out()).isEmpty();
        assertThat(Files.readString(out)).contains("[[[114.5,39.5],[115.5,39.5],");
    }

    @Test
    void whatCannotBeUsedIsRefusedWithASentence() throws IOException {
        String file = write("bad.csv", ENDPOINTS.replace("41.2", "x"));
        Console console = Console.run("pscf", file);
        assertThat(console.exitCode()).isEqualTo(2);
        assertThat(console.err())
                .contains("expected a number of at most 1e50, got 'x'")
                .contains("bad.csv, line 5, column lat");
        assertThat(Console.run("cwt", write("good.csv", ENDPOINTS), "--value", "so2").err())
                .contains("expected a column so2");
        assertThat(
                        Console.run("cwt", write("hour.csv", ENDPOINTS.replace("-1,41.2", ",41.2")))
                                .err())
                .contains("expected a whole number of hours of 0 or less, got nothing");
        assertThat(Console.run("cwt", "nowhere.csv").err()).contains("found none");
        assertThat(Console.run("cwt", file, "--weights", "a:b").err())
                .contains("expected weights such as");
        assertThat(Console.run("trend", write("t.csv", "year,month,PM2.5\n2020,13,1\n")).err())
                .contains("expected a month of 1 to 12, got '13'")
                .contains("t.csv, line 2, column month");
    }

    @Test
    void factorsNameTheRowThatIsRefused() throws IOException {
        String v = write("v.csv", "day,a,b,c\nmon,1,2,3\ntue,4,,6\nwed,2,3,1\n");
        String u = write("u.csv", "day,a,b,c\nmon,1,1,1\ntue,1,1,1\nwed,1,1,1\n");
        assertThat(Console.run("pmf", v, u, "--factors", "1").err())
                .contains("expected a concentration of 0 or more, got nothing")
                .contains("v.csv, line 3, column b");
        Console dropped =
                Console.run("pmf", v, u, "--factors", "1", "--starts", "2", "--drop-incomplete");
        assertThat(dropped.exitCode()).isZero();
        assertThat(dropped.err())
                .contains("left out: 1")
                .contains("start [####################] 2/2");
        assertThat(dropped.lines().getFirst()).isEqualTo("factor,a,b,c");
    }

    @Test
    void endpointsThatAreNoTrajectoriesAreRefused() throws IOException {
        String again = ENDPOINTS + "2026-01-01,-2,39,115,80\n";
        assertThat(Console.run("cwt", write("again.csv", again)).err())
                .contains("expected the endpoints of one date in successive rows, got '2026-01-01'")
                .contains("again.csv, line 6, column date");
        String twice = ENDPOINTS + "2026-01-02,-1,41.2,116.3,20\n";
        assertThat(Console.run("cwt", write("twice.csv", twice)).err())
                .contains("expected an hour before that of the row above, got '-1'");
        String other = ENDPOINTS + "2026-01-02,-2,41.2,116.3,21\n";
        assertThat(Console.run("cwt", write("other.csv", other)).err())
                .contains("expected what the first endpoint of the trajectory has, '20', got '21'");
    }

    @Test
    void bothFilesOfPmfNameTheSameSamples() throws IOException {
        String v = write("v.csv", "day,a,b,c\nmon,1,2,3\ntue,4,5,6\n");
        String u = write("u.csv", "day,a,b,c\ntue,1,1,1\nmon,1,1,1\n");
        assertThat(Console.run("pmf", v, u, "--factors", "1").err())
                .contains("expected the sample 'mon' of line 2")
                .contains("got 'tue'")
                .contains("u.csv, line 2, column day");
    }

    @Test
    @NeedsRealData
    void realHoursGiveAPlotAndATrend() {
        String file = RealData.file("prsa-beijing/case-20161118-20161124.csv").toString();
        Console plot = Console.run("polar", file, "--station", "Tiantan", "--json");
        assertThat(plot.exitCode()).as(plot.err()).isZero();
        assertThat(plot.out()).startsWith("{\"hours\":").contains("\"high\":");
        Console trend =
                Console.run(
                        "trend",
                        RealData.file("prsa-beijing/hourly-20130301-20160831.csv.gz").toString(),
                        "--station",
                        "Wanshouxigong",
                        "--json");
        assertThat(trend.exitCode()).as(trend.err()).isZero();
        assertThat(trend.out()).contains("\"months\":42").contains("\"pettitt_from\":\"201");
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
