package org.airshed.engine.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.engine.substance.Pollutant;
import org.airshed.realdata.NeedsRealData;
import org.airshed.realdata.RealData;
import org.junit.jupiter.api.Test;

/**
 * Twelve real stations over three and a half years (UCI Beijing Multi-Site): how much is flagged.
 */
@NeedsRealData
class ScreeningBeijingTest {
    private static final LocalDateTime FIRST = LocalDateTime.of(2013, 3, 1, 0, 0);
    private static final int HOURS = 30_720;
    private static final List<Pollutant> COLUMNS =
            List.of(
                    Pollutant.PM2_5,
                    Pollutant.PM10,
                    Pollutant.SO2,
                    Pollutant.NO2,
                    Pollutant.CO,
                    Pollutant.O3);

    private static Map<String, Map<Pollutant, int[]>> stations() throws IOException {
        Map<String, Map<Pollutant, int[]>> stations = new HashMap<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(
                                        Files.newInputStream(
                                                RealData.file(
                                                        "prsa-beijing/hourly-20130301-20160831.csv.gz"))),
                                StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split(",", -1);
                Map<Pollutant, int[]> station =
                        stations.computeIfAbsent(fields[17], any -> absent());
                LocalDateTime hour =
                        LocalDateTime.of(
                                Integer.parseInt(fields[1]),
                                Integer.parseInt(fields[2]),
                                Integer.parseInt(fields[3]),
                                Integer.parseInt(fields[4]),
                                0);
                int index = (int) Duration.between(FIRST, hour).toHours();
                for (int column = 0; column < COLUMNS.size(); column++) {
                    put(station, COLUMNS.get(column), index, fields[5 + column]);
                }
            }
        }
        return stations;
    }

    private static Map<Pollutant, int[]> absent() {
        Map<Pollutant, int[]> station = new EnumMap<>(Pollutant.class);
        for (Pollutant pollutant : COLUMNS) {
            int[] values = new int[HOURS];
            Arrays.fill(values, Thousandths.ABSENT);
            station.put(pollutant, values);
        }
        return station;
    }

    /** CO comes in µg/m³ and is screened in mg/m³. */
    private static void put(
            Map<Pollutant, int[]> station, Pollutant pollutant, int hour, String text) {
        int[] values = station.get(pollutant);
        if (values != null && !text.isBlank() && !text.equals("NA")) {
            BigDecimal value = new BigDecimal(text);
            values[hour] =
                    Thousandths.nearest(pollutant == Pollutant.CO ? value.movePointLeft(3) : value);
        }
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
                for (int hour = 0; hour < HOURS; hour++) {
                    of[screening.flag(pollutant, hour).ordinal()]++;
                }
            }
        }
        double seconds = (System.nanoTime() - start_ns) / 1e9;

        counts.forEach((pollutant, of) -> {
            long present = 12L * HOURS - of[Flag.MISSING.ordinal()];
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
        System.out.printf("screening values=%d seconds=%.2f%n", 12L * HOURS * 6, seconds);
    }
}
