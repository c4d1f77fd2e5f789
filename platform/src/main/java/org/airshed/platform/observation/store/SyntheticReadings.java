package org.airshed.platform.observation.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.observation.Station;
import org.airshed.platform.observation.StationRole;
import org.airshed.platform.rights.JurisdictionCode;

/**
 * A seeded set of invented readings for the cities of the demonstration compact: a plume of haze
 * that crosses the region about once in six days, the daily course of each pollutant, and noise.
 * Nothing in it is measured; it lets the pages be seen without data, and every page and export says
 * so. The value of a station in an hour depends on the seed, the station and the hour alone.
 */
final class SyntheticReadings {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final double HAZE_PERIOD_H = 140;
    private static final double MISSING_SHARE = 0.012;

    private record City(
            JurisdictionCode code,
            double longitude_deg,
            double latitude_deg,
            int stations,
            double burden) {}

    private final long seed;

    SyntheticReadings(long seed) {
        this.seed = seed;
    }

    /**
     * The readings of the given number of hours up to the hour that ended last before {@code now}.
     */
    Readings until(Instant now, int hours) {
        Instant last = now.truncatedTo(ChronoUnit.HOURS);
        Instant first = last.minus(Duration.ofHours(hours - 1L));
        List<City> cities = cities();
        List<Station> stations = new ArrayList<>();
        List<City> cityOf = new ArrayList<>();
        for (City city : cities) {
            for (int number = 1; number <= city.stations(); number++) {
                stations.add(station(city, number));
                cityOf.add(city);
            }
        }
        var filling = new Readings.Filling(Origins.SYNTHETIC, ZONE, first, hours, stations);
        for (int hour = 0; hour < hours; hour++) {
            Instant end = first.plus(Duration.ofHours(hour));
            for (int station = 0; station < stations.size(); station++) {
                filling.put(
                        hour,
                        station,
                        values(stations.get(station), cityOf.get(station).burden(), end));
            }
        }
        return filling.readings();
    }

    private Station station(City city, int number) {
        String code = "S" + city.code() + "-" + number;
        double east = 0.24 * (chance(code, 0, 1) - 0.5);
        double north = 0.18 * (chance(code, 0, 2) - 0.5);
        return new Station(
                number,
                code,
                "合成点位 Synthetic " + number,
                city.code(),
                StationRole.EVALUATION,
                rounded(city.longitude_deg() + east),
                rounded(city.latitude_deg() + north));
    }

    /** The six values of an hour in thousandths, in the order of {@link Readings#POLLUTANTS}. */
    private int[] values(Station station, double burden, Instant hourEnd) {
        long hour = hourEnd.getEpochSecond() / 3600;
        double haze = haze(station, hour);
        double localHour = hourEnd.atZone(ZONE).getHour();
        double night = 0.5 + 0.5 * StrictMath.cos(2 * Math.PI * (localHour - 3) / 24);
        double rush = bump(localHour, 8, 2) + bump(localHour, 19, 2.5);
        double sun = bump(localHour, 15, 3.2);
        double pm2_5 = burden * (14 + 120 * haze) * (0.8 + 0.45 * night) * noise(station, hour, 3);
        double pm10 = pm2_5 * 1.35 + burden * (18 + 14 * rush) * noise(station, hour, 4);
        double no2 =
                burden * (10 + 16 * night + 20 * rush) * (0.6 + haze) * noise(station, hour, 5);
        double o3 = (22 + 112 * sun * (1.1 - 0.5 * haze)) * noise(station, hour, 6);
        double so2 = burden * (5 + 7 * haze) * noise(station, hour, 7);
        double co_mgm3 = burden * (0.25 + 0.9 * haze + 0.15 * rush) * noise(station, hour, 8);
        double[] values = {so2, no2, co_mgm3, o3, pm10, pm2_5};
        int[] thousandths = new int[values.length];
        for (int pollutant = 0; pollutant < values.length; pollutant++) {
            boolean missing = chance(station.code(), hour, 20 + pollutant) < MISSING_SHARE;
            boolean carbonMonoxide = pollutant == 2;
            thousandths[pollutant] =
                    missing
                            ? Thousandths.ABSENT
                            : carbonMonoxide
                                    ? (int) (Math.max(1, Math.rint(values[pollutant] * 10)) * 100)
                                    : (int) (Math.max(1, Math.rint(values[pollutant])) * 1000);
        }
        return thousandths;
    }

    /** 0 to 1: how deep the station lies in the plume that drifts from the south-west. */
    private static double haze(Station station, long hour) {
        double along = 0.55 * (station.latitude_deg() - 36) + 0.3 * (station.longitude_deg() - 115);
        double phase = 2 * Math.PI * (hour / HAZE_PERIOD_H - along / 5.2);
        double wave = 0.5 + 0.5 * StrictMath.sin(phase);
        double slow = 0.7 + 0.3 * StrictMath.sin(2 * Math.PI * hour / 331.0 + 1);
        return wave * wave * wave * slow;
    }

    private static double bump(double localHour, double centre, double width_h) {
        double away = Math.abs(localHour - centre);
        double around = Math.min(away, 24 - away) / width_h;
        return StrictMath.exp(-0.5 * around * around);
    }

    /** A factor around one that wanders: the mean of this hour's noise and its neighbours'. */
    private double noise(Station station, long hour, int stream) {
        double sum = 0;
        for (int before = 0; before < 3; before++) {
            sum += chance(station.code(), hour - before, stream);
        }
        return 0.72 + 0.56 * sum / 3;
    }

    /**
     * A number in [0, 1) that depends on its arguments and the seed alone (SplitMix64's mixing).
     */
    private double chance(String station, long hour, int stream) {
        long mixed = seed ^ (long) station.hashCode() * 0x9E3779B97F4A7C15L;
        mixed = mix(mixed + hour * 0xBF58476D1CE4E5B9L);
        mixed = mix(mixed + stream * 0x94D049BB133111EBL);
        return (mixed >>> 11) * 0x1.0p-53;
    }

    private static long mix(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    private static double rounded(double degrees) {
        return Math.rint(degrees * 1e4) / 1e4;
    }

    private static List<City> cities() {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        SyntheticReadings.class.getResourceAsStream(
                                                "/observation/synthetic-cities.csv"),
                                        "resource observation/synthetic-cities.csv is missing"),
                                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("code,"))
                    .map(SyntheticReadings::city)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static City city(String line) {
        String[] cells = line.split(",", -1);
        return new City(
                new JurisdictionCode(cells[0]),
                Double.parseDouble(cells[1]),
                Double.parseDouble(cells[2]),
                Integer.parseInt(cells[3]),
                Double.parseDouble(cells[4]));
    }
}
