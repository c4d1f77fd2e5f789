package org.airshed.engine.airquality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.airshed.engine.averaging.HourlySeries;
import org.airshed.engine.averaging.Rational;
import org.airshed.engine.substance.Pollutant;
import org.junit.jupiter.api.Test;

class NowCastTest {
    private static final double NONE = Double.NaN;

    private static NowCast pm2_5(double... newestFirst) {
        return NowCast.ofNewestFirst(Pollutant.PM2_5, newestFirst);
    }

    private static NowCast.Value value(NowCast cast) {
        return (NowCast.Value) cast;
    }

    @Test
    void twelveEqualHoursAreTheirOwnNowCast() {
        NowCast.Value value = value(pm2_5(10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10));

        assertThat(value.concentration().value()).isEqualByComparingTo("10.0");
        assertThat(value.weight()).isEqualTo(Rational.of(1, 1));
    }

    @Test
    void steadyHoursWeighByTheirSteadiness() {
        NowCast.Value value = value(pm2_5(50, 45, 40, 38, 36, 34, 33, 32, 31, 30, 30, 29));

        assertThat(value.weight()).isEqualTo(Rational.of("0.58"));
        assertThat(value.concentration().value()).isEqualByComparingTo("44.6");
    }

    @Test
    void aSteepRiseHalvesTheWeightEachHour() {
        NowCast.Value value = value(pm2_5(64.7, 53, 49.5, 36, 30, 26, 21, 21, 16, 14, 12, 13));

        assertThat(value.weight()).isEqualTo(Rational.of(1, 2));
        assertThat(value.concentration().value()).isEqualByComparingTo("55.6");
    }

    @Test
    void missingHoursAreSkippedInBothSums() {
        NowCast.Value value = value(pm2_5(NONE, 30, 28, NONE, 25, 25, 25, 25, 25, 25, 25, 25));

        assertThat(value.concentration().value()).isEqualByComparingTo("26.6");
        assertThat(value.hours()).isEqualTo(10);
    }

    @Test
    void oneOfTheNewestThreeHoursIsTooFew() {
        assertThat(pm2_5(NONE, NONE, 28, 25, 25, 25, 25, 25, 25, 25, 25, 25))
                .isEqualTo(new NowCast.TooFewRecentHours(1));
    }

    @Test
    void coarseParticlesAreCutToWholeMicrograms() {
        double[] hours = {50, 45, 40, 38, 36, 34, 33, 32, 31, 30, 30, 29};

        assertThat(value(NowCast.ofNewestFirst(Pollutant.PM10, hours)).concentration().value())
                .isEqualByComparingTo("44");
    }

    @Test
    void cleanAirHasANowCastOfZero() {
        assertThat(value(pm2_5(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)).concentration().value())
                .isEqualByComparingTo("0");
    }

    @Test
    void aSeriesIsReadBackwardsFromTheHour() {
        Instant first = Instant.parse("2026-03-01T01:00:00Z");
        double[] oldestFirst = {29, 30, 30, 31, 32, 33, 34, 36, 38, 40, 45, 50, 999};
        HourlySeries series = HourlySeries.of(first, oldestFirst);

        assertThat(
                        value(
                                        NowCast.of(
                                                Pollutant.PM2_5,
                                                series,
                                                Instant.parse("2026-03-01T12:00:00Z")))
                                .concentration()
                                .value())
                .isEqualByComparingTo("44.6");
        assertThat(NowCast.of(Pollutant.PM2_5, series, Instant.parse("2026-03-02T12:00:00Z")))
                .isEqualTo(new NowCast.TooFewRecentHours(0));
    }

    @Test
    void whatIsNoTwelveHoursOfParticlesIsRefused() {
        assertThatThrownBy(() -> pm2_5(1, 2)).hasMessageContaining("got 2");
        assertThatThrownBy(() -> NowCast.ofNewestFirst(Pollutant.O3, new double[12]))
                .hasMessageContaining("got O3");
        double[] negative = new double[12];
        negative[4] = -1;
        assertThatThrownBy(() -> pm2_5(negative)).hasMessageContaining("got -1.0");
    }

    @Property
    void theNowCastLiesAmongItsHours(
            @ForAll @Size(12) List<@IntRange(min = 0, max = 900) Integer> hours) {
        double[] newestFirst = hours.stream().mapToDouble(hour -> hour).toArray();
        double cast = value(pm2_5(newestFirst)).concentration().value().doubleValue();

        assertThat(cast).isLessThanOrEqualTo(Arrays.stream(newestFirst).max().orElseThrow());
        assertThat(cast).isGreaterThanOrEqualTo(Arrays.stream(newestFirst).min().orElseThrow());
    }
}
