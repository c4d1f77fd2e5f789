package org.airshed.engine.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.airshed.engine.geography.Position;
import org.airshed.engine.meteorology.MetLabel;
import org.junit.jupiter.api.Test;

class TrajectoryFilesTest {
    private static final Instant ARRIVAL = Instant.parse("2016-11-21T06:00:00Z");
    private static final TrajectoryText TEXT = new TrajectoryText(ZoneId.of("Asia/Shanghai"));

    /** A backward path that goes so many degrees a point. */
    static Trajectory path(double east_deg, double north_deg, int points, End end) {
        List<TrajectoryPoint> list = new ArrayList<>();
        for (int k = 0; k < points; k++) {
            double longitude = 116.4 + k * east_deg;
            list.add(
                    new TrajectoryPoint(
                            ARRIVAL.minusSeconds(3600L * k),
                            -k,
                            new Position(
                                    longitude > 180 ? longitude - 360 : longitude,
                                    39.9 + k * north_deg),
                            500 + 10.0 * k,
                            955.5 - k));
        }
        return new Trajectory(
                new TrajectoryStart(list.getFirst().place(), 500, ARRIVAL),
                list,
                end,
                Set.of(MetLabel.SINGLE_LEVEL, MetLabel.EXTRAPOLATED_WIND));
    }

    @Test
    void whatIsWrittenAsTdumpIsReadBack() {
        var written = List.of(path(0.7, 0.2, 7, End.NONE), path(-1, 0, 4, End.LEFT_DOMAIN));
        String text = TdumpFile.write(written, Motion.KINEMATIC);
        assertThat(text.lines().skip(2).limit(2))
                .containsExactly(
                        "     2 BACKWARD OMEGA   ",
                        "    16    11    21     6   39.900  116.400   500.0");
        assertThat(text)
                .contains(
                        "     1     1    16    11    21     5     0     0    -1.0   40.100  117.100    510.0    954.5\n");
        List<Trajectory> read = TdumpFile.read(text.lines().toList(), "tdump");
        assertThat(read).hasSize(2);
        for (int k = 0; k < 2; k++) {
            assertThat(read.get(k).points()).hasSize(written.get(k).points().size());
            TrajectoryPoint there = read.get(k).points().getLast();
            TrajectoryPoint here = written.get(k).points().getLast();
            assertThat(there.time()).isEqualTo(here.time());
            assertThat(there.age_h()).isEqualTo(here.age_h());
            assertThat(there.place().distanceTo(here.place()).metres()).isLessThan(100);
            assertThat(there.pressure_hPa()).isCloseTo(here.pressure_hPa(), within(0.051));
        }
    }

    /** The layout of HYSPLIT's own files: two grids, forecast hours, an old year, no pressure. */
    @Test
    void aFileOfHysplitItselfIsRead() {
        String text =
                """
                     2     1
                    NARR    99    12    30     0     0
                    NARR    99    12    31     0     3
                     1 BACKWARD OMEGA
                    99    12    31     2   36.500 -104.500   500.0
                     2 PRESSURE AIR_TEMP
                     1     1    99    12    31     2     0     2     0.0   36.500 -104.500    500.0    785.6    271.0
                     1     1    99    12    31     1    30     1    -0.5   36.412 -104.603    498.1    786.0    271.2

                """;
        Trajectory path = TdumpFile.read(text.lines().toList(), "tdump").getFirst();
        assertThat(path.points().getLast().time()).isEqualTo(Instant.parse("1999-12-31T01:30:00Z"));
        assertThat(path.points().getLast().pressure_hPa()).isEqualTo(786.0);
        assertThat(path.hours()).isEqualTo(0.5);
    }

    @Test
    void damagedFilesAreRefusedWithTheirLine() {
        String whole = TdumpFile.write(List.of(path(1, 0, 3, End.NONE)), Motion.ISOBARIC);
        assertThatThrownBy(() -> read(whole.replace("116.400", "916.400")))
                .hasMessage("t line 6: expected a number from -180.0 to 180.0, got '916.400'");
        assertThatThrownBy(() -> read(whole.replace("    11    21     5", "    11    31     5")))
                .hasMessageContaining("expected a day of the calendar");
        assertThatThrownBy(() -> read("     1     1\n"))
                .hasMessage("t line 1: expected a meteorological grid, got 'the end of the file'");
        assertThatThrownBy(() -> read("x\n")).hasMessageContaining("expected a whole number");
        assertThatThrownBy(() -> read(whole.lines().limit(5).reduce("", (a, b) -> a + b + "\n")))
                .hasMessageContaining("expected endpoints of every trajectory");
        assertThatThrownBy(() -> read(whole.replace("   NaN", "") + "     1     1    16\n"))
                .hasMessageContaining("an endpoint of 12 values or more");
    }

    private static List<Trajectory> read(String text) {
        return TdumpFile.read(text.lines().toList(), "t");
    }

    @Test
    void tablesHaveBothTimesTheEndAndTheLabels() {
        String csv = TEXT.csv(List.of(path(1, 0, 2, End.LEFT_DOMAIN)));
        assertThat(csv.lines().toList().get(2))
                .isEqualTo(
                        "1,2016-11-21T05:00:00Z,2016-11-21T13:00:00+08:00,-1.000,117.40000,39.90000,510.0,954.50,LEFT_DOMAIN,SINGLE_LEVEL EXTRAPOLATED_WIND");
    }

    @Test
    void aLineThatCrossesTheDateLineIsCutThere() {
        String json = TEXT.geoJson(List.of(path(30, 0, 4, End.NONE)));
        assertThat(json)
                .contains(
                        "[[116.40000,39.90000,500.0],[146.40000,39.90000,510.0],[176.40000,39.90000,520.0]],[[-153.60000,39.90000,530.0],[-153.60000,39.90000,530.0]]")
                .contains("\"labels\":\"SINGLE_LEVEL EXTRAPOLATED_WIND\"");
    }

    @Test
    void kmlLinesFollowTheGroundAndSayWhen() {
        assertThat(TEXT.kml(List.of(path(1, 0, 2, End.NONE))))
                .contains("<begin>2016-11-21T05:00:00Z</begin><end>2016-11-21T06:00:00Z</end>")
                .contains("relativeToGround")
                .contains("116.40000,39.90000,500.0 117.40000,39.90000,510.0")
                .endsWith("</kml>\n");
    }
}
