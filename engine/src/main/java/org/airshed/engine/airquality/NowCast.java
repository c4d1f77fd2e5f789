package org.airshed.engine.airquality;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.airshed.engine.averaging.HourlySeries;
import org.airshed.engine.averaging.Rational;
import org.airshed.engine.quantity.Concentration;
import org.airshed.engine.quantity.ConcentrationUnit;
import org.airshed.engine.substance.Pollutant;

/**
 * The NowCast of particles (US EPA): a mean of the last twelve hours that leans towards the newest
 * the more they vary, or the reason why there is none. Computed in exact fractions, cut once.
 * docs/science/nowcast.md.
 */
public sealed interface NowCast {
    /** How many hours it looks back on. */
    int HOURS = 12;

    /**
     * The NowCast.
     *
     * @param concentration cut to 0.1 µg/m³ (PM2.5) or 1 µg/m³ (PM10)
     * @param weight the weight factor w, from 1/2 to 1
     * @param hours how many of the twelve hours have a value
     */
    record Value(Concentration concentration, Rational weight, int hours) implements NowCast {}

    /** Fewer than two of the newest three hours have a value. */
    record TooFewRecentHours(int recent) implements NowCast {}

    /** The NowCast at an hour's end, from the hours of the series up to then, in µg/m³. */
    static NowCast of(Pollutant particles, HourlySeries series, Instant hourEnd) {
        List<Optional<Rational>> newestFirst = new ArrayList<>();
        for (int back = 0; back < HOURS; back++) {
            newestFirst.add(series.find(hourEnd.minusSeconds(3600L * back)));
        }
        return of(particles, newestFirst);
    }

    /** The NowCast of twelve hourly means in µg/m³, the newest first, {@code NaN} where missing. */
    static NowCast ofNewestFirst(Pollutant particles, double[] newestFirst_ugm3) {
        if (newestFirst_ugm3.length != HOURS) {
            throw new IllegalArgumentException(
                    "expected 12 hourly values, got " + newestFirst_ugm3.length);
        }
        HourlySeries series = HourlySeries.of(Instant.EPOCH, newestFirst_ugm3);
        List<Optional<Rational>> newestFirst = new ArrayList<>();
        for (int back = 0; back < HOURS; back++) {
            newestFirst.add(series.find(series.hourEnd(back)));
        }
        return of(particles, newestFirst);
    }

    private static NowCast of(Pollutant particles, List<Optional<Rational>> newestFirst) {
        int decimals =
                switch (particles) {
                    case PM2_5 -> 1;
                    case PM10 -> 0;
                    default ->
                            throw new IllegalArgumentException(
                                    "expected PM2_5 or PM10 for a NowCast, got " + particles);
                };
        List<Rational> present = newestFirst.stream().flatMap(Optional::stream).toList();
        for (Rational value : present) {
            if (value.signum() < 0) {
                throw new IllegalArgumentException(
                        "expected hourly values of at least 0 µg/m³, got " + value.toDouble());
            }
        }
        int recent = (int) newestFirst.stream().limit(3).filter(Optional::isPresent).count();
        if (recent < 2) {
            return new TooFewRecentHours(recent);
        }
        Rational weight = weight(present);
        BigDecimal cut = weightedMean(newestFirst, weight).truncated(decimals);
        return new Value(
                new Concentration(cut, ConcentrationUnit.MICROGRAM_PER_CUBIC_METRE),
                weight,
                present.size());
    }

    /** w = max(1/2, 1 − (max − min) / max); 1 when all hours are zero. */
    private static Rational weight(List<Rational> present) {
        Rational highest = present.stream().max(Rational::compareTo).orElseThrow();
        Rational lowest = present.stream().min(Rational::compareTo).orElseThrow();
        Rational half = Rational.of(1, 2);
        if (highest.signum() == 0) {
            return Rational.of(1, 1);
        }
        Rational steadiness = lowest.dividedBy(highest);
        return steadiness.compareTo(half) > 0 ? steadiness : half;
    }

    /** Σ c·wⁱ / Σ wⁱ over the hours present, i = 0 the newest. */
    private static Rational weightedMean(List<Optional<Rational>> newestFirst, Rational weight) {
        List<Rational> weighted = new ArrayList<>();
        List<Rational> weights = new ArrayList<>();
        Rational power = Rational.of(1, 1);
        for (Optional<Rational> hour : newestFirst) {
            if (hour.isPresent()) {
                weighted.add(hour.get().times(power));
                weights.add(power);
            }
            power = power.times(weight);
        }
        return Rational.sum(weighted).dividedBy(Rational.sum(weights));
    }
}
