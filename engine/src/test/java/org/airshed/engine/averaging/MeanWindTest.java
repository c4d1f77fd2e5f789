package org.airshed.engine.averaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.airshed.engine.quantity.Thousandths;
import org.junit.jupiter.api.Test;

class MeanWindTest {
    private static WindHour wind(double speed_ms, double from_deg) {
        return new WindHour((int) Math.round(speed_ms * 1000), (int) Math.round(from_deg * 1000));
    }

    private static double from_deg(List<WindHour> hours) {
        return MeanWind.of(hours).from().orElseThrow().degrees();
    }

    /** The mean of 350° and 10° is north, not 180° (the case EPA-454/R-99-005, 6.2, warns of). */
    @Test
    void directionsAreMeantAcrossNorth() {
        assertThat(from_deg(List.of(wind(2, 350), wind(2, 10)))).isCloseTo(0, within(1e-6));
        assertThat(from_deg(List.of(wind(2, 360)))).isCloseTo(0, within(1e-6));
    }

    /** Worked by hand: 3 m/s from the east and 4 m/s from the north. */
    @Test
    void theStrongerWindTurnsTheMeanTowardsItself() {
        MeanWind mean = MeanWind.of(List.of(wind(3, 90), wind(4, 360)));

        assertThat(mean.speed()).contains(Rational.of("3.5"));
        assertThat(mean.from().orElseThrow().degrees()).isCloseTo(36.8698976, within(1e-6));
        assertThat(mean.resultant()).contains(Rational.of("2.5"));
    }

    @Test
    void calmCountsForTheSpeedOnly() {
        MeanWind mean = MeanWind.of(List.of(wind(2, 90), wind(0.2, 270), wind(0, 0), wind(1, 0)));

        assertThat(mean.observed()).isEqualTo(4);
        assertThat(mean.calm()).isEqualTo(3);
        assertThat(mean.speed()).contains(Rational.of("0.8"));
        assertThat(mean.from().orElseThrow().degrees()).isCloseTo(90, within(1e-6));
    }

    @Test
    void withoutWindThereIsNoDirection() {
        assertThat(MeanWind.of(List.of()).speed()).isEmpty();
        MeanWind still = MeanWind.of(List.of(wind(0, 0), wind(0.1, 45)));
        assertThat(still.from()).isEmpty();
        assertThat(still.resultant()).isEmpty();
        MeanWind opposed = MeanWind.of(List.of(wind(3, 45), wind(3, 225)));
        assertThat(opposed.from()).isEmpty();
        assertThat(opposed.speed()).contains(Rational.of("3"));
        assertThat(MeanWind.of(List.of(new WindHour(Thousandths.ABSENT, 90_000))).observed())
                .isZero();
        assertThat(MeanWind.of(List.of(new WindHour(2000, Thousandths.ABSENT))).from()).isEmpty();
    }

    /** Law: a turned wind turns the mean by the same angle and leaves its speed. */
    @Property(tries = 200)
    void aTurnedWindTurnsTheMean(
            @ForAll @IntRange(min = 1, max = 359) int turn_deg,
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 180) Integer> from_deg) {
        List<WindHour> hours = from_deg.stream().map(from -> wind(2, from)).toList();
        List<WindHour> turned =
                from_deg.stream().map(from -> wind(2, (from + turn_deg - 1) % 360 + 1)).toList();
        MeanWind before = MeanWind.of(hours);
        MeanWind after = MeanWind.of(turned);
        assertThat(after.speed()).isEqualTo(before.speed());
        if (before.resultant().orElseThrow().toDouble() > 0.1) {
            double angle =
                    after.from().orElseThrow().degrees() - before.from().orElseThrow().degrees();
            assertThat(Math.abs(Math.IEEEremainder(angle - turn_deg, 360))).isLessThan(0.01);
        }
    }

    /** Law: the mean vector is never longer than the mean speed, and order changes nothing. */
    @Property(tries = 50)
    void theVectorIsNoLongerThanTheSpeedAndOrderDoesNotMatter(@ForAll long seed) {
        Random random = new Random(seed);
        List<WindHour> hours =
                new ArrayList<>(
                        IntStream.range(0, 48)
                                .mapToObj(hour ->
                                        new WindHour(
                                                300 + random.nextInt(12_000),
                                                1 + random.nextInt(360_000)))
                                .toList());
        MeanWind mean = MeanWind.of(hours);
        assertThat(mean.resultant().orElseThrow().toDouble())
                .isLessThanOrEqualTo(mean.speed().orElseThrow().toDouble() + 1e-6);
        Collections.shuffle(hours, random);
        assertThat(MeanWind.of(hours)).isEqualTo(mean);
    }

    /** Law: every hour with a speed is in the rose once. */
    @Test
    void theRoseHoldsEveryHourOnce() {
        WindRose rose =
                WindRose.of(
                        List.of(
                                wind(1, 360),
                                wind(1, 11.249),
                                wind(1, 11.25),
                                wind(1.6, 348.75),
                                wind(9, 348.749),
                                wind(0.29, 90),
                                new WindHour(3000, Thousandths.ABSENT),
                                new WindHour(Thousandths.ABSENT, 1000)));

        assertThat(rose.hours(0, 0)).isEqualTo(2);
        assertThat(rose.hours(1, 0)).isEqualTo(1);
        assertThat(rose.hours(0, 1)).isEqualTo(1);
        assertThat(rose.hours(15, 4)).isEqualTo(1);
        assertThat(rose.calm()).isEqualTo(1);
        assertThat(rose.undirected()).isEqualTo(1);
    }

    @Test
    void whatNoVaneSaysIsRefused() {
        assertThatThrownBy(() -> new WindHour(1000, 360_001)).hasMessageContaining("0 to 360");
        assertThatThrownBy(() -> new WindHour(-1, 90_000)).hasMessageContaining("0 or more");
    }
}
