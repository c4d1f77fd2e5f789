package org.airshed.platform.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.airshed.engine.airquality.Breakpoint;
import org.airshed.engine.airquality.Hj633;
import org.airshed.engine.airquality.Item;
import org.airshed.engine.airquality.ReportForm;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.evaluation.Explanation.Read;
import org.airshed.platform.evaluation.Explanation.Step;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.observation.Station;
import org.airshed.platform.observation.StationRole;
import org.airshed.platform.rights.JurisdictionCode;

/** Takes a city's index apart into the steps by which it was made. */
public final class Explaining {
    private Explaining() {}

    /** The steps behind one city's air in one hour. */
    public static Explanation of(RealTimeAir air, JurisdictionCode city, Instant hourEnd) {
        RegionAir region = air.at(hourEnd, Set.of(city));
        CityAir result = region.cities().getFirst();
        List<Step> steps = new ArrayList<>();
        for (Pollutant pollutant : Readings.POLLUTANTS) {
            steps.add(step(air.readings(), region, result, pollutant));
        }
        return new Explanation(region, result, steps);
    }

    private static Step step(
            Readings readings, RegionAir region, CityAir city, Pollutant pollutant) {
        List<Read> read = new ArrayList<>();
        int hour = readings.findHour(region.hourEnd()).orElseThrow();
        for (int number = 0; number < readings.stations().size(); number++) {
            Station station = readings.stations().get(number);
            int value_thousandths = readings.value_thousandths(pollutant, hour, number);
            if (readings.role(hour, number) == StationRole.EVALUATION
                    && station.jurisdiction().equals(city.jurisdiction())
                    && value_thousandths != Thousandths.ABSENT) {
                read.add(new Read(station, Thousandths.decimal(value_thousandths)));
            }
        }
        Optional<BigDecimal> used = city.air().mean(pollutant);
        List<Breakpoint> breakpoints = breakpoints(region.standard(), pollutant);
        OptionalInt index = city.air().index(pollutant);
        return new Step(
                pollutant,
                read,
                mean(read),
                used,
                used.flatMap(value -> below(breakpoints, value)),
                used.flatMap(value -> above(breakpoints, value)),
                index.isPresent() ? Optional.of(index.getAsInt()) : Optional.empty());
    }

    private static Optional<BigDecimal> mean(List<Read> read) {
        return read.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        read.stream()
                                .map(Read::value)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .divide(
                                        BigDecimal.valueOf(read.size()),
                                        6,
                                        RoundingMode.HALF_EVEN));
    }

    /** Particles stand on the daily breakpoints, gases on the hourly ones. */
    private static List<Breakpoint> breakpoints(Hj633 standard, Pollutant pollutant) {
        Item hour = Item.hour(pollutant);
        boolean published = standard.items(ReportForm.AS_PUBLISHED_BY_CNEMC).contains(hour);
        if (!published) {
            return List.of();
        }
        return standard.breakpoints(standard.items().contains(hour) ? hour : Item.day(pollutant));
    }

    static Optional<Breakpoint> below(List<Breakpoint> breakpoints, BigDecimal value) {
        Optional<Breakpoint> found = Optional.empty();
        for (Breakpoint breakpoint : breakpoints) {
            if (breakpoint.concentration().value().compareTo(value) < 0 || found.isEmpty()) {
                found = Optional.of(breakpoint);
            }
        }
        return found;
    }

    static Optional<Breakpoint> above(List<Breakpoint> breakpoints, BigDecimal value) {
        return breakpoints.stream()
                .filter(breakpoint -> breakpoint.concentration().value().compareTo(value) >= 0)
                .filter(breakpoint -> breakpoint.index() > 0)
                .findFirst();
    }
}
