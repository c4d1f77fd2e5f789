package org.airshed.platform.sharing.store;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.airshed.engine.quantity.Trillionths;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.evaluation.DailyAir;
import org.airshed.platform.evaluation.PlaceDays;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.observation.Standing;
import org.airshed.platform.sharing.ExportQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Days of cities, by city and day; a day on which no station had a valid day has no row. */
@Component
class CityDayRows implements Rows {
    private final DailyAir days;

    CityDayRows(DailyAir days) {
        this.days = days;
    }

    @Override
    public long expected(ExportQuery query, Selection selection) {
        return selection.cities().stream()
                .mapToLong(city -> selection.cityDays(city, selection.first(), selection.last()))
                .sum();
    }

    @Override
    public List<Part> parts(ExportQuery query, Selection selection) {
        List<Part> parts = new ArrayList<>();
        selection
                .cities()
                .forEach(city -> parts.add(taker -> write(query, selection, city, taker)));
        return parts;
    }

    private void write(
            ExportQuery query, Selection selection, Selection.City city, Rows.Taker taker)
            throws IOException {
        PlaceDays known =
                days.cities(Set.of(city.code()), selection.first(), selection.last())
                        .get(city.code());
        if (known != null) {
            for (LocalDate day = selection.first();
                    !day.isAfter(selection.last());
                    day = day.plusDays(1)) {
                int at = known.at(day);
                if (at >= 0 && anything(query.pollutants(), known, at)) {
                    taker.row(row(query, selection, city, known, at));
                }
            }
        }
        taker.lookedAt(selection.cityDays(city, selection.first(), selection.last()));
    }

    private static boolean anything(List<Pollutant> pollutants, PlaceDays days, int at) {
        return pollutants.stream()
                .anyMatch(pollutant ->
                        days.column(pollutant).value_trillionths(at) != Trillionths.ABSENT);
    }

    private static List<@Nullable Object> row(
            ExportQuery query, Selection selection, Selection.City city, PlaceDays days, int at) {
        LocalDate day = days.firstDay().plusDays(at);
        List<Standing> points = city.evaluationPoints();
        List<BigDecimal> middle = points.isEmpty() ? List.of() : Places.middle(points);
        List<@Nullable Object> row = new ArrayList<>();
        row.add(city.code().value());
        row.add(city.name().zh());
        row.add(city.name().en());
        row.add(middle.isEmpty() ? null : middle.getFirst());
        row.add(middle.isEmpty() ? null : middle.getLast());
        DayCells cells = new DayCells(row);
        cells.day(day, selection.zone());
        cells.values(query.pollutants(), pollutant -> days.column(pollutant).value_trillionths(at));
        cells.index(days.aqi(day), days.primary(at));
        cells.coverage(
                query.pollutants(),
                pollutant -> days.valid(at, Readings.POLLUTANTS.indexOf(pollutant)),
                days.expected(at));
        cells.source(day, city.held().origin());
        return row;
    }
}
