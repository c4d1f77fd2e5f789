package org.airshed.engine.averaging;

import java.util.List;
import org.airshed.engine.edition.Confidence;

/**
 * The mean over a city's stations, or the reason why there is none. See docs/science/averaging.md.
 */
public sealed interface CityMean {
    /** The exact mean of the stations with a value. */
    record Valid(Rational mean, int stations) implements CityMean {}

    /** Fewer stations with a value than needed. */
    record TooFewStations(int stations, int needed, int all) implements CityMean {}

    /** How many of a city's stations must have a value. */
    enum Rule {
        /** One suffices: the default while no rule has been read. */
        ANY_STATION(Confidence.X) {
            @Override
            int needed(int all) {
                return 1;
            }
        },
        /** 75 % of the stations, 50 % of fewer than four: remembered from HJ 663-2013, not read. */
        HJ_663_2013_UNVERIFIED(Confidence.M) {
            @Override
            int needed(int all) {
                return all < 4 ? Math.ceilDiv(all, 2) : Math.ceilDiv(3 * all, 4);
            }
        };

        private final Confidence confidence;

        Rule(Confidence confidence) {
            this.confidence = confidence;
        }

        /** How sure we are of the rule. */
        public Confidence confidence() {
            return confidence;
        }

        abstract int needed(int all);
    }

    /**
     * The mean of the stations that have a value.
     *
     * @param values of the stations that have one
     * @param stations how many stations the city has
     */
    static CityMean of(List<Rational> values, int stations, Rule rule) {
        if (values.size() > stations || stations < 1) {
            throw new IllegalArgumentException(
                    "expected at most as many values as the city has stations, got %d of %d"
                            .formatted(values.size(), stations));
        }
        int needed = rule.needed(stations);
        return Rational.findMean(values)
                .filter(_ -> values.size() >= needed)
                .<CityMean>map(mean -> new Valid(mean, values.size()))
                .orElseGet(() -> new TooFewStations(values.size(), needed, stations));
    }
}
