package org.airshed.platform.sharing.store;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.airshed.platform.evaluation.DailyAir;
import org.airshed.platform.evaluation.DailyIndex;
import org.airshed.platform.evaluation.StationDay;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.observation.Standing;
import org.airshed.platform.sharing.ExportQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Days of stations, by city, year, station and day; a day without any hour has no row. */
@Component
class StationDayRows implements Rows {
    private final DailyAir days;

    StationDayRows(DailyAir days) {
        this.days = days;
    }

    @Override
    public long expected(ExportQuery query, Selection selection) {
        return selection.cities().stream()
                .mapToLong(city -> selection.stationDays(city, selection.first(), selection.last()))
                .sum();
    }

    @Override
    public List<Part> parts(ExportQuery query, Selection selection) {
        List<Part> parts = new ArrayList<>();
        for (Selection.City city : selection.cities()) {
            LocalDate from = selection.first();
            while (!from.isAfter(selection.last())) {
                LocalDate end = LocalDate.of(from.getYear(), 12, 31);
                LocalDate first = from;
                LocalDate last = end.isAfter(selection.last()) ? selection.last() : end;
                parts.add(taker -> write(query, selection, city, first, last, taker));
                from = last.plusDays(1);
            }
        }
        return parts;
    }

    private void write(
            ExportQuery query,
            Selection selection,
            Selection.City city,
            LocalDate first,
            LocalDate last,
            Rows.Taker taker)
            throws IOException {
        Map<String, Standing> stations = city.lastStandings();
        for (StationDay day : days.stationDays(city.code(), first, last)) {
            Standing station = stations.get(day.station());
            if (station != null) {
                taker.row(row(query, selection, city, station, day));
            }
        }
        taker.lookedAt(selection.stationDays(city, first, last));
    }

    private static List<@Nullable Object> row(
            ExportQuery query,
            Selection selection,
            Selection.City city,
            Standing station,
            StationDay day) {
        long[] values_trillionths =
                day.values_trillionths().stream().mapToLong(Long::longValue).toArray();
        DailyIndex index = DailyIndex.of(day.day(), values_trillionths);
        List<@Nullable Object> row = new ArrayList<>();
        row.add(station.code());
        row.add(station.name());
        row.add(city.code().value());
        row.add(city.name().zh());
        row.add(city.name().en());
        row.add(Places.degrees(station.longitude_deg()));
        row.add(Places.degrees(station.latitude_deg()));
        DayCells cells = new DayCells(row);
        cells.day(day.day(), selection.zone());
        cells.values(
                query.pollutants(),
                pollutant -> values_trillionths[Readings.POLLUTANTS.indexOf(pollutant)]);
        cells.index(index.aqi(), index.primary());
        cells.coverage(
                query.pollutants(),
                pollutant -> day.hours().get(Readings.POLLUTANTS.indexOf(pollutant)),
                hours(day.day(), selection));
        cells.source(day.day(), city.held().origin());
        return row;
    }

    /** 24, but where clocks are changed. */
    private static int hours(LocalDate day, Selection selection) {
        return (int)
                Duration.between(
                                day.atStartOfDay(selection.zone()),
                                day.plusDays(1).atStartOfDay(selection.zone()))
                        .toHours();
    }
}
