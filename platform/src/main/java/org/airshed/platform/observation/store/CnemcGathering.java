package org.airshed.platform.observation.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.airshed.engine.airquality.HourlyIndex;
import org.airshed.platform.observation.Origin;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.observation.Station;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.stationfiles.CnemcRow;
import org.airshed.stationfiles.CnemcVisitor;
import org.airshed.stationfiles.Reject;

/**
 * Gathers the rows of files in one pass, before it is known which hours and stations they hold. A
 * station keeps the position of its first row; a repeated station-hour keeps its last.
 */
final class CnemcGathering implements CnemcVisitor {
    private static final int SHOWN_REJECTS = 5;

    /** A year of hours: more belongs into the database of issue B. */
    private static final int MOST_HOURS = 366 * 24;

    private static final int WIDTH = 2 + HourlyIndex.WIDTH; // station, hour, six means

    /** A station as its file describes it, its city by name. */
    private record Described(
            String code, String name, String area, double longitude_deg, double latitude_deg) {}

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Described> described = new ArrayList<>();
    private final List<String> firstRejects = new ArrayList<>();
    private int[] rows = new int[1 << 16];
    private int used;
    private int firstHour = Integer.MAX_VALUE; // hours since 1970 UTC
    private int lastHour = Integer.MIN_VALUE;

    @Override
    public void row(CnemcRow row) {
        int station = number(row);
        if (used + WIDTH > rows.length) {
            rows = Arrays.copyOf(rows, rows.length * 2);
        }
        int hour = Math.toIntExact(row.hourEnd_s() / 3600);
        rows[used] = station;
        rows[used + 1] = hour;
        row.copyHourly_thousandths(rows, used + 2);
        used += WIDTH;
        firstHour = Math.min(firstHour, hour);
        lastHour = Math.max(lastHour, hour);
    }

    private int number(CnemcRow row) {
        Integer known = numbers.get(row.stationCode());
        if (known != null) {
            return known;
        }
        numbers.put(row.stationCode(), described.size());
        described.add(
                new Described(
                        row.stationCode(),
                        row.stationName(),
                        row.area(),
                        row.longitude_deg(),
                        row.latitude_deg()));
        return described.size() - 1;
    }

    @Override
    public void reject(Reject reject) {
        if (firstRejects.size() < SHOWN_REJECTS) {
            firstRejects.add(reject.message());
        }
    }

    boolean isEmpty() {
        return used == 0;
    }

    List<String> firstRejects() {
        return firstRejects;
    }

    /** The names of areas for which no jurisdiction is known. */
    Set<String> unknownAreas(AreaCodes areas) {
        Set<String> unknown = new TreeSet<>();
        described.forEach(station -> unknown.add(station.area()));
        unknown.removeIf(area -> areas.findByName(area).isPresent());
        return unknown;
    }

    /** The rows as one set, without the stations of unknown areas. */
    Readings readings(Origin origin, AreaCodes areas) {
        List<Station> stations = new ArrayList<>();
        int[] place = places(areas, stations);
        int hours = lastHour - firstHour + 1;
        if (hours > MOST_HOURS) {
            throw new IllegalStateException(
                    "expected files that span at most %d hours, got %d (from %s)"
                            .formatted(
                                    MOST_HOURS, hours, Instant.ofEpochSecond(firstHour * 3600L)));
        }
        var filling =
                new Readings.Filling(
                        origin,
                        SyntheticReadings.ZONE,
                        Instant.ofEpochSecond(firstHour * 3600L),
                        hours,
                        stations);
        int[] means_thousandths = new int[HourlyIndex.WIDTH];
        for (int row = 0; row < used; row += WIDTH) {
            System.arraycopy(rows, row + 2, means_thousandths, 0, HourlyIndex.WIDTH);
            if (place[rows[row]] >= 0) {
                filling.put(rows[row + 1] - firstHour, place[rows[row]], means_thousandths);
            }
        }
        return filling.readings();
    }

    /** Where each described station stands among those with a jurisdiction; -1 for the others. */
    private int[] places(AreaCodes areas, List<Station> stations) {
        Map<String, Optional<JurisdictionCode>> codes = new HashMap<>();
        int[] place = new int[described.size()];
        for (int number = 0; number < place.length; number++) {
            Described station = described.get(number);
            Optional<JurisdictionCode> city =
                    codes.computeIfAbsent(station.area(), areas::findByName);
            place[number] = city.isPresent() ? stations.size() : -1;
            city.ifPresent(code ->
                    stations.add(
                            new Station(
                                    station.code(),
                                    station.name(),
                                    code,
                                    station.longitude_deg(),
                                    station.latitude_deg())));
        }
        return place;
    }
}
