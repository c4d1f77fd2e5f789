package org.airshed.platform.observation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.airshed.engine.airquality.HourlyIndex;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.rights.JurisdictionCode;

/**
 * Hourly readings of a set of stations over an unbroken run of hours, held compactly. Every hour is
 * named by its end. Values are thousandths of µg/m³ (CO: of mg/m³), {@link Thousandths#ABSENT}
 * where nothing was observed.
 */
public final class Readings {
    /** The six criteria pollutants, in the order in which reports list them. */
    public static final List<Pollutant> POLLUTANTS = HourlyIndex.POLLUTANTS;

    private final Origin origin;
    private final ZoneId zone;
    private final Instant firstHour;
    private final int hours;
    private final List<Station> stations;
    private final int[][] values_thousandths; // [pollutant][hour × stations + station]

    /** Of a station whose role changed within the hours: from which hour on it had which. */
    private final Map<Integer, NavigableMap<Integer, StationRole>> roles;

    private Readings(Filling filling) {
        this.origin = filling.origin;
        this.zone = filling.zone;
        this.firstHour = filling.firstHour;
        this.hours = filling.hours;
        this.stations = filling.stations;
        this.values_thousandths = filling.values_thousandths;
        this.roles = filling.roles;
    }

    public Origin origin() {
        return origin;
    }

    /** The zone in which the hours are read locally. */
    public ZoneId zone() {
        return zone;
    }

    /** The end of the first hour. */
    public Instant firstHour() {
        return firstHour;
    }

    /** The end of the last hour. */
    public Instant lastHour() {
        return firstHour.plus(Duration.ofHours(hours - 1L));
    }

    public int hours() {
        return hours;
    }

    public List<Station> stations() {
        return stations;
    }

    /** Whether the hour that ends then is held. */
    public boolean covers(Instant hourEnd) {
        return findHour(hourEnd).isPresent();
    }

    /** The number of the hour that ends then, counted from the first; empty when it is not held. */
    public Optional<Integer> findHour(Instant hourEnd) {
        long elapsed_s = Duration.between(firstHour, hourEnd).getSeconds();
        if (hourEnd.getNano() != 0 || elapsed_s < 0 || elapsed_s % 3600 != 0) {
            return Optional.empty();
        }
        long hour = elapsed_s / 3600;
        return hour < hours ? Optional.of((int) hour) : Optional.empty();
    }

    /** One station's value; hour and station are the numbers in this set. */
    public int value_thousandths(Pollutant pollutant, int hour, int station) {
        return values_thousandths[POLLUTANTS.indexOf(pollutant)][hour * stations.size() + station];
    }

    /** One station's values hour by hour, a copy. */
    public int[] series_thousandths(Pollutant pollutant, int station) {
        int[] all = values_thousandths[POLLUTANTS.indexOf(pollutant)];
        int[] series = new int[hours];
        for (int hour = 0; hour < hours; hour++) {
            series[hour] = all[hour * stations.size() + station];
        }
        return series;
    }

    /** What a station was for in an hour; hour and station are the numbers in this set. */
    public StationRole role(int hour, int station) {
        NavigableMap<Integer, StationRole> changes = roles.get(station);
        if (changes == null) {
            return stations.get(station).role();
        }
        var change = changes.floorEntry(hour);
        return (change == null ? changes.firstEntry() : change).getValue();
    }

    /** Whether a station made its city's value in some of the hours. */
    public boolean everEvaluationPoint(int station) {
        NavigableMap<Integer, StationRole> changes = roles.get(station);
        return stations.get(station).role() == StationRole.EVALUATION
                || (changes != null && changes.containsValue(StationRole.EVALUATION));
    }

    /** Takes values in any order and then makes the set. */
    public static final class Filling {
        private final Origin origin;
        private final ZoneId zone;
        private final Instant firstHour;
        private final int hours;
        private final List<Station> stations;
        private final int[][] values_thousandths; // [pollutant][hour × stations + station]
        private final Map<Integer, NavigableMap<Integer, StationRole>> roles = new HashMap<>();

        /** An empty set: every value is absent. */
        public Filling(
                Origin origin, ZoneId zone, Instant firstHour, int hours, List<Station> stations) {
            if (hours < 1) {
                throw new IllegalArgumentException("expected at least one hour, got " + hours);
            }
            this.origin = origin;
            this.zone = zone;
            this.firstHour = firstHour;
            this.hours = hours;
            this.stations = List.copyOf(stations);
            this.values_thousandths = new int[POLLUTANTS.size()][hours * stations.size()];
            for (int[] values : values_thousandths) {
                Arrays.fill(values, Thousandths.ABSENT);
            }
        }

        /** The same set once more, to change it. */
        public Filling(Readings readings) {
            this(
                    readings.origin,
                    readings.zone,
                    readings.firstHour,
                    readings.hours,
                    readings.stations);
            for (int pollutant = 0; pollutant < values_thousandths.length; pollutant++) {
                values_thousandths[pollutant] = readings.values_thousandths[pollutant].clone();
            }
            roles.putAll(readings.roles);
        }

        /** Puts one station's values of one hour, in the order of {@link #POLLUTANTS}. */
        public void put(int hour, int station, int[] values) {
            for (int pollutant = 0; pollutant < values_thousandths.length; pollutant++) {
                values_thousandths[pollutant][hour * stations.size() + station] = values[pollutant];
            }
        }

        /** Says what a station was for from an hour on, where that changed. */
        public void putRole(int fromHour, int station, StationRole role) {
            roles.computeIfAbsent(station, any -> new TreeMap<>()).put(fromHour, role);
        }

        /** Takes one value away. */
        public void clear(Pollutant pollutant, int hour, int station) {
            values_thousandths[POLLUTANTS.indexOf(pollutant)][hour * stations.size() + station] =
                    Thousandths.ABSENT;
        }

        public Readings readings() {
            return new Readings(this);
        }
    }

    /** How many stations each city has. */
    public Map<JurisdictionCode, Long> stationsPerCity() {
        return stations.stream()
                .collect(
                        java.util.stream.Collectors.groupingBy(
                                Station::jurisdiction,
                                java.util.TreeMap::new,
                                java.util.stream.Collectors.counting()));
    }
}
