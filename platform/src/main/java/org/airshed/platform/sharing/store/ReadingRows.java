package org.airshed.platform.sharing.store;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.engine.screening.Flag;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.observation.Observations;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.observation.RevisedHour;
import org.airshed.platform.observation.Station;
import org.airshed.platform.quality.FlaggedValue;
import org.airshed.platform.quality.Quality;
import org.airshed.platform.sharing.ExportQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Hours as they stand, revisions applied, by city, month, station and hour. An hour without any of
 * the values asked for has no row.
 */
@Component
class ReadingRows implements Rows {
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");

    private final Observations observations;
    private final Quality quality;

    ReadingRows(Observations observations, Quality quality) {
        this.observations = observations;
        this.quality = quality;
    }

    @Override
    public long expected(ExportQuery query, Selection selection) {
        return selection.cities().stream()
                .mapToLong(
                        city -> selection.stationHours(city, selection.first(), selection.last()))
                .sum();
    }

    @Override
    public List<Part> parts(ExportQuery query, Selection selection) {
        List<Part> parts = new ArrayList<>();
        for (Selection.City city : selection.cities()) {
            LocalDate from = selection.first();
            while (!from.isAfter(selection.last())) {
                LocalDate end = YearMonth.from(from).atEndOfMonth();
                LocalDate to = end.isAfter(selection.last()) ? selection.last() : end;
                parts.add(new Month(query, selection, city, from, to));
                from = to.plusDays(1);
            }
        }
        return parts;
    }

    /** A value among others. */
    private record At(String station, Instant hourEnd, Pollutant pollutant) {}

    private record StationHour(int station, Instant hourEnd) {}

    /** The days of one city in one month. */
    private final class Month implements Part {
        private final ExportQuery query;
        private final Selection selection;
        private final Selection.City city;
        private final LocalDate from;
        private final LocalDate to;
        private final Map<At, Flag> flags = new HashMap<>();
        private final Map<StationHour, Integer> revisions = new HashMap<>();

        Month(
                ExportQuery query,
                Selection selection,
                Selection.City city,
                LocalDate from,
                LocalDate to) {
            this.query = query;
            this.selection = selection;
            this.city = city;
            this.from = from;
            this.to = to;
        }

        @Override
        public void write(Taker taker) throws IOException {
            Instant first = selection.firstHour(from);
            Instant last = selection.lastHour(to);
            Readings readings = observations.readings(Set.of(city.code()), first, last);
            for (RevisedHour revised : observations.revised(Set.of(city.code()), first, last)) {
                revisions.put(
                        new StationHour(revised.station(), revised.hourEnd()), revised.revision());
            }
            if (query.flags()) {
                for (FlaggedValue value : quality.flagged(Set.of(city.code()), first, last)) {
                    flags.put(
                            new At(value.station(), value.hourEnd(), value.pollutant()),
                            value.flag());
                }
            }
            Hours hours = new Hours(readings);
            Set<String> wanted = city.stations();
            for (int place = 0; place < readings.stations().size(); place++) {
                if (wanted.contains(readings.stations().get(place).code())) {
                    write(readings, hours, place, taker);
                }
            }
            taker.lookedAt(selection.stationHours(city, from, to));
            flags.clear();
            revisions.clear();
        }

        private void write(Readings readings, Hours hours, int place, Taker taker)
                throws IOException {
            Station station = readings.stations().get(place);
            for (int hour = 0; hour < readings.hours(); hour++) {
                if (anything(readings, hour, place)) {
                    taker.row(row(readings, hours, hour, place, station));
                }
            }
        }

        private boolean anything(Readings readings, int hour, int place) {
            for (Pollutant pollutant : query.pollutants()) {
                if (readings.value_thousandths(pollutant, hour, place) != Thousandths.ABSENT) {
                    return true;
                }
            }
            return false;
        }

        private List<@Nullable Object> row(
                Readings readings, Hours hours, int hour, int place, Station station) {
            Instant hourEnd = hours.end(hour);
            List<@Nullable Object> row = new ArrayList<>();
            row.add(station.code());
            row.add(station.name());
            row.add(city.code().value());
            row.add(city.name().zh());
            row.add(city.name().en());
            row.add(Places.degrees(station.longitude_deg()));
            row.add(Places.degrees(station.latitude_deg()));
            row.add(hourEnd);
            row.add(hours.local(hour));
            row.add(selection.zone().getId());
            for (Pollutant pollutant : query.pollutants()) {
                int value_thousandths = readings.value_thousandths(pollutant, hour, place);
                row.add(
                        value_thousandths == Thousandths.ABSENT
                                ? null
                                : Places.plain(Thousandths.decimal(value_thousandths)));
            }
            if (query.flags()) {
                for (Pollutant pollutant : query.pollutants()) {
                    boolean absent =
                            readings.value_thousandths(pollutant, hour, place)
                                    == Thousandths.ABSENT;
                    Flag otherwise = absent ? Flag.MISSING : Flag.GOOD;
                    row.add(
                            word(
                                    flags.getOrDefault(
                                            new At(station.code(), hourEnd, pollutant),
                                            otherwise)));
                }
            }
            row.add((long) revisions.getOrDefault(new StationHour(station.number(), hourEnd), 0));
            DayCells.origin(row, readings.origin());
            return row;
        }
    }

    private static String word(Flag flag) {
        return flag.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The ends of the hours in both times, each written once for all stations. */
    private static final class Hours {
        private final Instant[] ends;
        private final String[] locals;

        Hours(Readings readings) {
            this.ends = new Instant[readings.hours()];
            this.locals = new String[readings.hours()];
            for (int hour = 0; hour < ends.length; hour++) {
                ends[hour] = readings.firstHour().plusSeconds(3600L * hour);
                locals[hour] = LOCAL.format(ends[hour].atZone(readings.zone()));
            }
        }

        Instant end(int hour) {
            return ends[hour];
        }

        String local(int hour) {
            return locals[hour];
        }
    }
}
