package org.airshed.stationfiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.airshed.realdata.NeedsRealData;
import org.airshed.realdata.RealData;
import org.junit.jupiter.api.Test;

@NeedsRealData
class RealFilesTest {

    @Test
    void threeMonthsOfTheNationalNetworkAreReadWithoutAReject() throws IOException {
        Set<String> stations = new HashSet<>();
        Set<String> areas = new HashSet<>();
        long[] hours = {Long.MAX_VALUE, Long.MIN_VALUE, 0};
        FileEnd end =
                CnemcFile.read(
                        RealData.file("cnemc-2026/hourly-20260226-20260531.csv.gz"),
                        new CnemcVisitor() {
                            @Override
                            public void row(CnemcRow row) {
                                stations.add(row.stationCode());
                                areas.add(row.area());
                                hours[0] = Math.min(hours[0], row.hourEnd_s());
                                hours[1] = Math.max(hours[1], row.hourEnd_s());
                                hours[2] += row.findPublishedAqi().isPresent() ? 1 : 0;
                            }

                            @Override
                            public void reject(Reject reject) {
                                throw new AssertionError(reject.message());
                            }
                        });
        assertThat(end).isEqualTo(new FileEnd.Complete(518_492, 0));
        assertThat(stations).hasSize(239);
        assertThat(areas).hasSize(32);
        assertThat(hours[2]).isEqualTo(496_791);
        assertThat(Instant.ofEpochSecond(hours[0])).isEqualTo("2026-02-26T12:00:00Z");
        assertThat(Instant.ofEpochSecond(hours[1])).isEqualTo("2026-05-31T15:00:00Z");
    }

    @Test
    void theStationListNamesEveryStation() throws IOException {
        Listing<ListedStation> listing =
                StationListFile.read(RealData.file("cnemc-2026/stations.csv"));
        assertThat(listing.rejects()).isEmpty();
        assertThat(listing.rows()).hasSize(239);
    }

    @Test
    void theCensusCountsThirtyTwoCities() throws IOException {
        Listing<ResidentPopulation> listing =
                PopulationFile.read(RealData.file("population/prefecture-census-2020.csv"));
        assertThat(listing.rejects()).isEmpty();
        assertThat(listing.rows()).hasSize(32);
        assertThat(listing.rows().getFirst().residents()).isEqualTo(21_893_095);
    }
}
