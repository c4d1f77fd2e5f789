package org.airshed.platform.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.airshed.engine.averaging.MeanWind;
import org.airshed.engine.averaging.NaturalDay;
import org.airshed.engine.averaging.WindHour;
import org.airshed.engine.averaging.WindRose;
import org.airshed.platform.observation.Standing;
import org.airshed.platform.observation.WindReadings;

/**
 * The wind of a city: its days, and the rose of them all. A pure function of the hours; each hour
 * of each station counts the same. See docs/science/wind.md.
 *
 * @param days those of which a speed was read, in order
 * @param period the mean of all their hours
 * @param expected the hours of all days asked for in which stations that read wind stood
 * @param rose the hours by direction and speed
 */
public record WindOfCity(List<Day> days, MeanWind period, int expected, WindRose rose) {
    public WindOfCity {
        days = List.copyOf(days);
    }

    /**
     * One day.
     *
     * @param expected the hours in which stations that read wind stood
     */
    public record Day(LocalDate day, MeanWind wind, int expected) {}

    /** The wind from the first to the last day; the readings must hold all their hours. */
    public static WindOfCity of(
            WindReadings readings, LocalDate firstDay, LocalDate lastDay, ZoneId zone) {
        Map<LocalDate, List<WindHour>> byDay = new HashMap<>();
        for (WindReadings.OfHour hour : readings.hours()) {
            LocalDate day = NaturalDay.ofHourEnd(hour.hourEnd(), zone).date();
            byDay.computeIfAbsent(day, any -> new ArrayList<>()).add(hour.wind());
        }
        List<Day> days = new ArrayList<>();
        List<WindHour> all = new ArrayList<>();
        int expected = 0;
        for (LocalDate day = firstDay; !day.isAfter(lastDay); day = day.plusDays(1)) {
            int ofDay = expected(readings.stations(), new NaturalDay(day, zone));
            expected += ofDay;
            List<WindHour> hours = byDay.getOrDefault(day, List.of());
            MeanWind mean = MeanWind.of(hours);
            if (mean.observed() > 0) {
                days.add(new Day(day, mean, ofDay));
                all.addAll(hours);
            }
        }
        return new WindOfCity(days, MeanWind.of(all), expected, WindRose.of(all));
    }

    private static int expected(List<Standing> standings, NaturalDay day) {
        long hours = 0;
        for (Standing standing : standings) {
            Instant from = later(standing.from(), day.start());
            Instant to = standing.to().filter(end -> end.isBefore(day.end())).orElse(day.end());
            hours += Math.max(0, Duration.between(from, to).toHours());
        }
        return (int) hours;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
