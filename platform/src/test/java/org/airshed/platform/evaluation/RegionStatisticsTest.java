package org.airshed.platform.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.rights.JurisdictionCode;
import org.junit.jupiter.api.Test;

/** Cities together. */
class RegionStatisticsTest {
    private static final long ONE = 1_000_000_000_000L; // in trillionths
    private static final Period DAY = Period.find("2026-03-05").orElseThrow();

    /** A city on one day, its PM₂.₅ void or not. */
    private static Statistics.Both city(String code, Period day, int value, boolean pm2_5) {
        var filling =
                new PlaceDays.Filling(
                        Optional.empty(), new JurisdictionCode(code), day.first(), day.last());
        for (int column = 0; column < Readings.POLLUTANTS.size(); column++) {
            if (pm2_5 || Readings.POLLUTANTS.get(column) != Pollutant.PM2_5) {
                filling.put(0, column, value * ONE, 1);
            }
        }
        filling.putIndex(0, value, List.of());
        var statistics = PlaceStatistics.of(filling.ofCity(new int[] {1}), day, Map.of());
        return new Statistics.Both(statistics, statistics);
    }

    /** A void day of one city must not look like cleaner air of the region. */
    @Test
    void aPollutantIsComparedOverTheCitiesThatHaveItInBothYears() {
        Period before = DAY.yearBefore();

        RegionStatistics region =
                RegionStatistics.of(
                        DAY,
                        Set.of(new JurisdictionCode("130100"), new JurisdictionCode("130200")),
                        List.of(city("130100", DAY, 40, true), city("130200", DAY, 400, false)),
                        List.of(
                                city("130100", before, 50, true),
                                city("130200", before, 500, true)),
                        List.of());

        for (RegionStatistics.OfPollutant line : region.raw().pollutants()) {
            assertThat(line.changePercent())
                    .as(line.pollutant().code())
                    .contains(new BigDecimal("-20.0"));
            assertThat(line.compared())
                    .as(line.pollutant().code())
                    .isEqualTo(line.pollutant() == Pollutant.PM2_5 ? 1 : 2);
        }
    }
}
