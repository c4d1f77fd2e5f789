package org.airshed.platform.evaluation;

import java.math.BigDecimal;
import java.util.Optional;
import org.airshed.engine.airquality.CompositeIndex;
import org.airshed.engine.averaging.Rational;
import org.airshed.engine.substance.Pollutant;

/** How values are printed: rounded once from their exact value. */
public final class Reported {
    private Reported() {}

    /** Decimals of a concentration: none in µg/m³, one of CO in mg/m³ (HJ 633-2026, 4.2). */
    public static int decimals(Pollutant pollutant) {
        return pollutant == Pollutant.CO ? 1 : 0;
    }

    /**
     * What the ranking of a city uses of a pollutant: a percentile of CO and ozone, else the mean.
     */
    public static Optional<BigDecimal> ranked(PlaceStatistics.OfPollutant line) {
        return rankedExact(line).map(value -> value.halfToEven(decimals(line.pollutant())));
    }

    /** The same, not rounded. */
    static Optional<Rational> rankedExact(PlaceStatistics.OfPollutant line) {
        return usesPercentile(line.pollutant()) ? line.atPercentile() : line.mean();
    }

    /** Whether the ranking uses a percentile of it. */
    public static boolean usesPercentile(Pollutant pollutant) {
        return pollutant == Pollutant.CO || pollutant == Pollutant.O3;
    }

    /** The composite index to two decimals; empty when a pollutant is missing. */
    public static Optional<BigDecimal> composite(PlaceStatistics place) {
        return place.composite() instanceof CompositeIndex.Result.Value value
                ? Optional.of(value.reported())
                : Optional.empty();
    }
}
