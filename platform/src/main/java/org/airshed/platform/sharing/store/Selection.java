package org.airshed.platform.sharing.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.airshed.platform.observation.Held;
import org.airshed.platform.observation.Standing;
import org.airshed.platform.observation.StationRole;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.BilingualText;

/**
 * What of a query is open to somebody and held.
 *
 * @param zone the zone of the days
 * @param first the first day of which something is held
 * @param last the last one
 * @param cities in the order of their codes
 * @param leftOut cities that were asked for and are not open
 */
record Selection(
        ZoneId zone,
        LocalDate first,
        LocalDate last,
        List<City> cities,
        Set<JurisdictionCode> leftOut) {
    Selection {
        cities = List.copyOf(cities);
        leftOut = Set.copyOf(leftOut);
    }

    /**
     * A city and its stations that were asked for, period by period.
     *
     * @param held the hours of it that are open
     */
    record City(JurisdictionCode code, BilingualText name, Held held, List<Standing> standings) {
        City {
            standings = List.copyOf(standings);
        }

        Set<String> stations() {
            return standings.stream()
                    .map(Standing::code)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** Each station as it stood last. */
        TreeMap<String, Standing> lastStandings() {
            TreeMap<String, Standing> last = new TreeMap<>();
            standings.stream()
                    .sorted(Comparator.comparing(Standing::from))
                    .forEach(standing -> last.put(standing.code(), standing));
            return last;
        }

        /** The points whose middle is shown as the city's place. */
        List<Standing> evaluationPoints() {
            return lastStandings().values().stream()
                    .filter(standing -> standing.role() == StationRole.EVALUATION)
                    .toList();
        }
    }

    Set<JurisdictionCode> places() {
        return cities.stream().map(City::code).collect(Collectors.toUnmodifiableSet());
    }

    /** The end of the first hour of a day. */
    Instant firstHour(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().plus(Duration.ofHours(1));
    }

    /** The end of the last hour of a day. */
    Instant lastHour(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** In how many hours of these days stations of the city stood and something is held. */
    long stationHours(City city, LocalDate from, LocalDate to) {
        Instant start = later(firstHour(from), city.held().firstHour()).minus(Duration.ofHours(1));
        Instant end = earlier(lastHour(to), city.held().lastHour());
        return city.standings().stream()
                .mapToLong(standing -> {
                    Instant begun = later(start, standing.from());
                    Instant ended = earlier(end, standing.to().orElse(end));
                    return Math.max(0, Math.ceilDiv(begun.until(ended, ChronoUnit.SECONDS), 3600));
                })
                .sum();
    }

    /** On how many of these days stations of the city stood and something is held. */
    long stationDays(City city, LocalDate from, LocalDate to) {
        Instant start = later(firstHour(from), city.held().firstHour()).minus(Duration.ofHours(1));
        Instant end = earlier(lastHour(to), city.held().lastHour());
        return city.standings().stream()
                .mapToLong(standing -> {
                    Instant begun = later(start, standing.from());
                    Instant ended = earlier(end, standing.to().orElse(end));
                    return begun.isBefore(ended) ? daysTouched(begun, ended) : 0;
                })
                .sum();
    }

    /** Of how many of these days something of the city is held. */
    long cityDays(City city, LocalDate from, LocalDate to) {
        Instant start = later(firstHour(from), city.held().firstHour()).minus(Duration.ofHours(1));
        Instant end = earlier(lastHour(to), city.held().lastHour());
        return start.isBefore(end) ? daysTouched(start, end) : 0;
    }

    /** Days of which at least a part lies between two moments. */
    private long daysTouched(Instant start, Instant end) {
        return ChronoUnit.DAYS.between(
                        LocalDate.ofInstant(start, zone),
                        LocalDate.ofInstant(end.minusSeconds(1), zone))
                + 1;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
