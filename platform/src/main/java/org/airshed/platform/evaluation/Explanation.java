package org.airshed.platform.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.airshed.engine.airquality.Breakpoint;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.observation.Station;

/**
 * How the index of a city in an hour came about, step by step, so that anybody can recompute it by
 * hand: the readings of its stations, their mean, the rounding, the breakpoints, the index.
 *
 * @param city the result explained
 * @param steps one per pollutant, in report order
 */
public record Explanation(RegionAir region, CityAir city, List<Step> steps) {
    public Explanation {
        steps = List.copyOf(steps);
    }

    /**
     * One pollutant.
     *
     * @param pollutant which
     * @param readings what each station that observed it read
     * @param mean their mean before rounding, to six decimals; empty when nobody observed it
     * @param used the mean rounded by GB/T 8170
     * @param low the breakpoint below the value, the first one for a value of zero
     * @param high the breakpoint at or above it; empty above the last one
     * @param index the individual index, rounded up
     */
    public record Step(
            Pollutant pollutant,
            List<Read> readings,
            Optional<BigDecimal> mean,
            Optional<BigDecimal> used,
            Optional<Breakpoint> low,
            Optional<Breakpoint> high,
            Optional<Integer> index) {
        public Step {
            readings = List.copyOf(readings);
        }
    }

    /** What one station read. */
    public record Read(Station station, BigDecimal value) {}
}
