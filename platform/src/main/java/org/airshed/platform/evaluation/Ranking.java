package org.airshed.platform.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.airshed.engine.airquality.CityRanking;
import org.airshed.engine.airquality.CompositeIndex;
import org.airshed.platform.rights.JurisdictionCode;

/**
 * Cities ranked by their composite index over a period, the cleanest first. A city that lacks a
 * pollutant or the days a statistic of such a period needs has no rank, and it is said why.
 *
 * @param period the days
 * @param ranked those with a rank, in its order
 * @param unranked those without
 */
public record Ranking(Period period, List<Place> ranked, List<PlaceStatistics> unranked) {
    /** A city with its rank, from 1; cities of the same printed index share one. */
    public record Place(int rank, PlaceStatistics statistics) {}

    public Ranking {
        ranked = List.copyOf(ranked);
        unranked = List.copyOf(unranked);
    }

    /** Ranks these cities; all must be of one period. */
    public static Ranking of(Period period, List<PlaceStatistics> places) {
        Map<String, CompositeIndex.Result> complete = new TreeMap<>();
        Map<String, PlaceStatistics> byCode = new HashMap<>();
        for (PlaceStatistics place : places) {
            byCode.put(place.place().value(), place);
            if (place.complete()) {
                complete.put(place.place().value(), place.composite());
            }
        }
        CityRanking ranking = CityRanking.of(complete);
        List<Place> ranked =
                ranking.ranked().stream()
                        .map(city -> new Place(city.rank(), known(byCode, city.place())))
                        .toList();
        List<PlaceStatistics> unranked =
                places.stream()
                        .filter(place ->
                                !place.complete()
                                        || place.composite()
                                                instanceof CompositeIndex.Result.Missing)
                        .toList();
        return new Ranking(period, ranked, unranked);
    }

    private static PlaceStatistics known(Map<String, PlaceStatistics> byCode, String code) {
        PlaceStatistics found = byCode.get(code);
        if (found == null) {
            throw new IllegalStateException("a place was ranked that was not given: " + code);
        }
        return found;
    }

    /** The rank and statistics of a city; empty when it has no rank. */
    public Optional<Place> find(JurisdictionCode city) {
        return ranked.stream().filter(place -> place.statistics().place().equals(city)).findFirst();
    }
}
