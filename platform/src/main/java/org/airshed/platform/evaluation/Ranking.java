package org.airshed.platform.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.airshed.engine.airquality.CityRanking;
import org.airshed.engine.airquality.CompositeIndex;

/**
 * Places ranked by their composite index over a period, the cleanest first. A place that lacks a
 * pollutant or the days a statistic of such a period needs has no rank, and it is said why.
 *
 * @param period the days
 * @param ranked those with a rank, in its order
 * @param unranked those without
 * @param byId those with a rank by {@link PlaceStatistics#id}
 */
public record Ranking(
        Period period,
        List<Place> ranked,
        List<PlaceStatistics> unranked,
        Map<String, Place> byId) {
    /** A place with its rank, from 1; places of the same printed index share one. */
    public record Place(int rank, PlaceStatistics statistics) {}

    public Ranking {
        ranked = List.copyOf(ranked);
        unranked = List.copyOf(unranked);
        byId = Map.copyOf(byId);
    }

    /** Ranks these cities; all must be of one period. */
    public static Ranking of(Period period, List<PlaceStatistics> places) {
        Map<String, CompositeIndex.Result> complete = new TreeMap<>();
        Map<String, PlaceStatistics> byCode = new HashMap<>();
        for (PlaceStatistics place : places) {
            byCode.put(place.id(), place);
            if (place.complete()) {
                complete.put(place.id(), place.composite());
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
        return new Ranking(
                period,
                ranked,
                unranked,
                ranked.stream()
                        .collect(
                                Collectors.toMap(
                                        place -> place.statistics().id(), place -> place)));
    }

    private static PlaceStatistics known(Map<String, PlaceStatistics> byCode, String code) {
        PlaceStatistics found = byCode.get(code);
        if (found == null) {
            throw new IllegalStateException("a place was ranked that was not given: " + code);
        }
        return found;
    }

    /** The rank and statistics of a place; empty when it has no rank. */
    public Optional<Place> find(PlaceStatistics other) {
        return Optional.ofNullable(byId.get(other.id()));
    }
}
