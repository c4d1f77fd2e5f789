package org.airshed.engine.averaging;

import java.util.Optional;
import org.airshed.engine.geography.Bearing;
import org.airshed.engine.quantity.Thousandths;

/**
 * The mean wind of many hours: scalar mean speed, calm hours included, and the direction of the
 * mean vector, calm hours left out. See docs/science/wind.md.
 *
 * @param observed hours with a speed
 * @param calm how many of them were calm
 * @param directed how many of them had a direction
 * @param speed the mean speed, m/s; empty without an observed hour
 * @param from where the mean vector comes from; empty where no hour had a direction or the hours
 *     cancel each other
 * @param resultant the length of the mean vector, m/s, over the hours with a direction: close to
 *     the speed for a steady wind, close to 0 for a turning one
 */
public record MeanWind(
        int observed,
        int calm,
        int directed,
        Optional<Rational> speed,
        Optional<Bearing> from,
        Optional<Rational> resultant) {

    /** Components are summed as whole micrometres per second, so that order changes nothing. */
    private static final int MICRO_PER_THOUSANDTH = 1000;

    /** A shorter mean vector has no direction but what rounding left: 0.001 m/s. */
    private static final long SHORTEST_MICRO = 1000;

    /** The mean of these hours, of one station or of several, each hour counting the same. */
    public static MeanWind of(Iterable<WindHour> hours) {
        int observed = 0;
        int calm = 0;
        int directed = 0;
        long speeds_thousandths = 0;
        long east_micro = 0;
        long north_micro = 0;
        for (WindHour hour : hours) {
            if (!hour.observed()) {
                continue;
            }
            observed++;
            speeds_thousandths += hour.speed_thousandths();
            calm += hour.calm() ? 1 : 0;
            if (hour.directed()) {
                directed++;
                double from_rad = StrictMath.toRadians(hour.from_thousandths() / 1000.0);
                double speed_micro = (double) hour.speed_thousandths() * MICRO_PER_THOUSANDTH;
                east_micro += StrictMath.round(speed_micro * StrictMath.sin(from_rad));
                north_micro += StrictMath.round(speed_micro * StrictMath.cos(from_rad));
            }
        }
        long length_micro =
                directed == 0
                        ? 0
                        : StrictMath.round(StrictMath.hypot(east_micro, north_micro) / directed);
        boolean blows = length_micro >= SHORTEST_MICRO;
        return new MeanWind(
                observed,
                calm,
                directed,
                observed == 0
                        ? Optional.empty()
                        : Optional.of(
                                Rational.of(
                                        speeds_thousandths,
                                        (long) observed * Thousandths.PER_UNIT)),
                blows ? Optional.of(direction(east_micro, north_micro)) : Optional.empty(),
                directed == 0
                        ? Optional.empty()
                        : Optional.of(Rational.of(length_micro, 1_000_000)));
    }

    private static Bearing direction(long east_micro, long north_micro) {
        return Bearing.ofAnyDegrees(
                StrictMath.toDegrees(StrictMath.atan2(east_micro, north_micro)));
    }
}
