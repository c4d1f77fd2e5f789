package org.airshed.platform.evaluation;

import java.time.Instant;
import java.util.List;
import org.airshed.engine.airquality.Hj633;
import org.airshed.platform.observation.Origin;

/**
 * The air of all cities somebody may see, in one hour.
 *
 * @param hourEnd the end of the hour
 * @param origin where the readings come from
 * @param standard the edition of the index in force in that hour
 * @param cities in the order of their codes
 */
public record RegionAir(Instant hourEnd, Origin origin, Hj633 standard, List<CityAir> cities) {
    public RegionAir {
        cities = List.copyOf(cities);
    }

    /** How many stations should have observed. */
    public int stationsExpected() {
        return cities.stream().mapToInt(CityAir::stationsExpected).sum();
    }

    /** How many did. */
    public int stationsObserved() {
        return cities.stream().mapToInt(CityAir::stationsObserved).sum();
    }
}
