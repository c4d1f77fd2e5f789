package org.airshed.engine.airquality;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Places ranked by a composite index: the smallest first, equal published values share a rank and
 * the next rank counts them all (1, 2, 2, 4). docs/science/hj663.md.
 *
 * @param ranked the places with an index, best first
 * @param unranked the places without one, and why
 */
public record CityRanking(List<Ranked> ranked, List<Unranked> unranked) {

    /** A place with its rank, from 1. */
    public record Ranked(int rank, String place, CompositeIndex.Result.Value index) {}

    /** A place that has no composite index. */
    public record Unranked(String place, CompositeIndex.Result.Missing reason) {}

    public CityRanking {
        ranked = List.copyOf(ranked);
        unranked = List.copyOf(unranked);
    }

    /** Ranks places by their published values; among equals the order is that of their names. */
    public static CityRanking of(Map<String, CompositeIndex.Result> places) {
        List<Unranked> unranked = new ArrayList<>();
        List<Ranked> unsorted = new ArrayList<>();
        places.forEach((place, result) -> {
            switch (result) {
                case CompositeIndex.Result.Value value -> unsorted.add(new Ranked(1, place, value));
                case CompositeIndex.Result.Missing missing ->
                        unranked.add(new Unranked(place, missing));
            }
        });
        unsorted.sort(
                Comparator.comparing((Ranked city) -> city.index().reported())
                        .thenComparing(Ranked::place));
        unranked.sort(Comparator.comparing(Unranked::place));
        return new CityRanking(withRanks(unsorted), unranked);
    }

    private static List<Ranked> withRanks(List<Ranked> sorted) {
        List<Ranked> ranked = new ArrayList<>();
        for (int place = 0; place < sorted.size(); place++) {
            Ranked city = sorted.get(place);
            BigDecimal reported = city.index().reported();
            boolean tied =
                    place > 0 && sorted.get(place - 1).index().reported().compareTo(reported) == 0;
            int rank = tied ? ranked.getLast().rank() : place + 1;
            ranked.add(new Ranked(rank, city.place(), city.index()));
        }
        return ranked;
    }
}
