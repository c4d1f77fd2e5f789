package org.airshed.stationfiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.airshed.engine.airquality.HourlyIndex;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.realdata.NeedsRealData;
import org.airshed.realdata.RealData;
import org.junit.jupiter.api.Test;

@NeedsRealData
class MappedRealFilesTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @Test
    void theBeijingFilesAreReadToTheLastValue() throws IOException {
        long[] counts = new long[HourlyIndex.WIDTH];
        long[] sums_thousandths = new long[HourlyIndex.WIDTH];
        long[] otherCounts = new long[6];
        long[] otherSums = new long[6];
        Set<String> stations = new TreeSet<>();
        long[] span = {Long.MAX_VALUE, Long.MIN_VALUE};
        Path file = RealData.file("prsa-beijing/hourly-20130301-20160831.csv.gz");
        FileEnd end =
                read(
                        file,
                        "prsa",
                        row -> {
                            stations.add(row.stationCode());
                            for (int place = 0; place < otherSums.length; place++) {
                                long value = row.otherValue(place);
                                if (value != HourlyRow.NO_VALUE) {
                                    otherCounts[place]++;
                                    otherSums[place] += value;
                                }
                            }
                            span[0] = Math.min(span[0], row.hourEnd_s());
                            span[1] = Math.max(span[1], row.hourEnd_s());
                            for (int column = 0; column < HourlyIndex.WIDTH; column++) {
                                int value = row.hourly_thousandths(column);
                                if (value != Thousandths.ABSENT) {
                                    counts[column]++;
                                    sums_thousandths[column] += value;
                                }
                            }
                        });
        assertThat(end).isEqualTo(new FileEnd.Complete(368_640, 0));
        assertThat(stations).hasSize(12).contains("Aotizhongxin", "Wanshouxigong");
        assertThat(Instant.ofEpochSecond(span[0])).isEqualTo("2013-02-28T16:00:00Z");
        assertThat(Instant.ofEpochSecond(span[1])).isEqualTo("2016-08-31T15:00:00Z");
        // Counted independently of this reader, over the unpacked file; each value rounded half to
        // even to thousandths.
        assertThat(counts).containsExactly(360_557, 357_670, 349_179, 356_862, 362_993, 360_966);
        assertThat(sums_thousandths)
                .containsExactly(
                        5_902_533_732L,
                        17_682_795_258L,
                        413_513_243,
                        21_756_631_161L,
                        37_570_956_900L,
                        28_170_354_400L);
        // Temperature, pressure, dew point, rain, wind speed and direction, in thousandths; north
        // is 360.
        assertThat(otherCounts)
                .containsExactly(368_461, 368_460, 368_456, 368_464, 368_462, 367_828);
        assertThat(otherSums)
                .containsExactly(
                        5_344_481_387L,
                        372_046_624_307L,
                        1_215_872_500L,
                        24_871_000L,
                        640_300_900L,
                        68_164_605_000L);
    }

    @Test
    void theNationalNetworkIsReadAsByItsOwnReader() throws IOException {
        Path file = RealData.file("cnemc-2026/hourly-20260226-20260531.csv.gz");
        List<Integer> own = new ArrayList<>();
        CnemcFile.read(file, each(row -> own.add(digest(row))).forCnemc());
        int[] place = {0};
        FileEnd end =
                read(file, "cnemc", row -> assertThat(digest(row)).isEqualTo(own.get(place[0]++)));
        assertThat(end).isEqualTo(new FileEnd.Complete(518_492, 0));
    }

    private static int digest(HourlyRow row) {
        return row.kept().hashCode();
    }

    private static FileEnd read(Path file, String mapping, Consumer<HourlyRow> taking)
            throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return MappedFile.read(
                    file.getFileName() + "", in, Mapping.shipped(mapping), NOW, each(taking));
        }
    }

    private static HourlyVisitor each(Consumer<HourlyRow> taking) {
        return new HourlyVisitor() {
            @Override
            public void row(HourlyRow row) {
                taking.accept(row);
            }

            @Override
            public void reject(Reject reject) {
                throw new AssertionError(reject.message());
            }
        };
    }
}
