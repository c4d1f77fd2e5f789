package org.airshed.platform.observation.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.observation.Readings;
import org.junit.jupiter.api.Test;

class SyntheticReadingsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T18:40:00Z");

    @Test
    void theSameSeedMakesTheSameReadings() {
        Readings one = new SyntheticReadings(7).until(NOW, 72);
        Readings two = new SyntheticReadings(7).until(NOW, 72);
        assertThat(everything(two)).isEqualTo(everything(one));
    }

    @Test
    void anotherSeedMakesOthers() {
        Readings one = new SyntheticReadings(7).until(NOW, 72);
        Readings two = new SyntheticReadings(8).until(NOW, 72);
        assertThat(everything(two)).isNotEqualTo(everything(one));
    }

    /** A later look at the same hour shows the same values: they depend on seed, station, hour. */
    @Test
    void anHourStaysWhatItWas() {
        Readings early = new SyntheticReadings(7).until(NOW, 48);
        Readings late = new SyntheticReadings(7).until(NOW.plusSeconds(5 * 3600), 48);
        int earlyHour = early.findHour(early.lastHour()).orElseThrow();
        int lateHour = late.findHour(early.lastHour()).orElseThrow();
        for (int station = 0; station < early.stations().size(); station++) {
            assertThat(late.value_thousandths(Pollutant.PM2_5, lateHour, station))
                    .isEqualTo(early.value_thousandths(Pollutant.PM2_5, earlyHour, station));
        }
    }

    @Test
    void itSaysThatItIsSyntheticAndEndsWithTheLastFullHour() {
        Readings readings = new SyntheticReadings(7).until(NOW, 72);
        assertThat(readings.origin().synthetic()).isTrue();
        assertThat(readings.origin().en()).contains("SYNTHETIC");
        assertThat(readings.lastHour()).isEqualTo(Instant.parse("2026-11-23T18:00:00Z"));
        assertThat(readings.stationsPerCity()).hasSize(32);
    }

    /** Particles of the coarse channel hold the fine ones; values are of a plausible size. */
    @Test
    void theValuesArePlausible() {
        Readings readings = new SyntheticReadings(7).until(NOW, 14 * 24);
        int present = 0;
        int highest = 0;
        for (int hour = 0; hour < readings.hours(); hour++) {
            for (int station = 0; station < readings.stations().size(); station++) {
                int pm2_5 = readings.value_thousandths(Pollutant.PM2_5, hour, station);
                if (pm2_5 != Thousandths.ABSENT) {
                    present++;
                    highest = Math.max(highest, pm2_5);
                    assertThat(pm2_5).isBetween(1_000, 500_000);
                }
            }
        }
        double share = present / (double) (readings.hours() * readings.stations().size());
        assertThat(share).isBetween(0.97, 0.999);
        assertThat(highest).as("a heavy day happens").isGreaterThan(150_000);
    }

    private static String everything(Readings readings) {
        StringBuilder all = new StringBuilder();
        for (Pollutant pollutant : Readings.POLLUTANTS) {
            for (int hour = 0; hour < readings.hours(); hour++) {
                for (int station = 0; station < readings.stations().size(); station++) {
                    all.append(readings.value_thousandths(pollutant, hour, station)).append(' ');
                }
            }
        }
        return all.toString();
    }
}
