package org.airshed.engine.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.airshed.engine.BeijingHours;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.engine.substance.Pollutant;
import org.airshed.realdata.NeedsRealData;
import org.junit.jupiter.api.Test;

/**
 * Twelve real stations over three and a half years (UCI Beijing Multi-Site): how much is flagged.
 */
@NeedsRealData
class ScreeningBeijingTest {
    /** In the order of {@link BeijingHours#ITEMS}. */
    private static final List<Pollutant> COLUMNS =
            List.of(
                    Pollutant.PM2_5,
                    Pollutant.PM10,
                    Pollutant.SO2,
                    Pollutant.NO2,
                    Pollutant.CO,
                    Pollutant.O3);

    /** Each station's columns; CO comes in µg/m³, whole thousandths of mg/m³. */
    private static Map<String, Map<Pollutant, int[]>> stations() throws IOException {
        Map<String, Map<Pollutant, int[]>> stations = new HashMap<>();
        BeijingHours.stations()
                .forEach((key, values) -> {
                    String[] words = key.split(" ", -1); // "Aotizhongxin PM2.5"
                    Pollutant pollutant = COLUMNS.get(BeijingHours.ITEMS.indexOf(words[1]));
                    double perUnit = pollutant == Pollutant.CO ? 1 : Thousandths.PER_UNIT;
                    stations.computeIfAbsent(words[0], any -> new EnumMap<>(Pollutant.class))
                            .put(
                                    pollutant,
                                    Arrays.stream(values)
                                            .mapToInt(value ->
                                                    Double.isNaN(value)
                                                            ? Thousandths.ABSENT
                                                            : (int)
                                                                    StrictMath.rint(
                                                                            value * perUnit))
                                            .toArray());
                });
        return stations;
    }

    @Test
    void fewValuesOfRealAirAreFlagged() throws IOException {
        Map<String, Map<Pollutant, int[]>> stations = stations();
        ScreeningRules rules = ScreeningRules.named("house-2026");
        Map<Pollutant, long[]> counts = new EnumMap<>(Pollutant.class); // [flag]
        long start_ns = System.nanoTime();
        for (Map<Pollutant, int[]> station : stations.values()) {
            Screening screening = Screening.of(rules, station);
            for (Pollutant pollutant : COLUMNS) {
                long[] of =
                        counts.computeIfAbsent(pollutant, any -> new long[Flag.values().length]);
                for (int hour = 0; hour < BeijingHours.HOURS; hour++) {
                    of[screening.flag(pollutant, hour).ordinal()]++;
                }
            }
        }
        double seconds = (System.nanoTime() - start_ns) / 1e9;

        counts.forEach((pollutant, of) -> {
            long present = 12L * BeijingHours.HOURS - of[Flag.MISSING.ordinal()];
            long flagged = of[Flag.SUSPECT.ordinal()] + of[Flag.BAD.ordinal()];
            System.out.printf(
                    "screening %s present=%d suspect=%d bad=%d not_evaluated=%d%n",
                    pollutant.code(),
                    present,
                    of[Flag.SUSPECT.ordinal()],
                    of[Flag.BAD.ordinal()],
                    of[Flag.NOT_EVALUATED.ordinal()]);
            assertThat(flagged / (double) present)
                    .as(
                            "share of %s flagged; Wu et al. (2018) flag 0.65 to 5.68 %% in all",
                            pollutant)
                    .isLessThan(0.06);
        });
        System.out.printf(
                "screening values=%d seconds=%.2f%n", 12L * BeijingHours.HOURS * 6, seconds);
    }
}
