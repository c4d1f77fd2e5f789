package org.airshed.platform.sharing.store;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.airshed.engine.airquality.Gb3095;
import org.airshed.engine.averaging.Rational;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.evaluation.Period;
import org.airshed.platform.evaluation.PlaceStatistics;
import org.airshed.platform.evaluation.Reported;
import org.airshed.platform.evaluation.Statistics;
import org.airshed.platform.observation.Standing;
import org.airshed.platform.sharing.ExportQuery;
import org.airshed.platform.sharing.ExportedTable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Statistics of a period: a row per place and pollutant, of cities one of all days and one without
 * accepted events. Events are claimed of cities, so that stations have the first only.
 */
@Component
class StatisticsRows implements Rows {
    private static final int DECIMALS_OF_SHARES = 1;
    private static final int DECIMALS_OF_MULTIPLES = 2;

    private final Statistics statistics;

    StatisticsRows(Statistics statistics) {
        this.statistics = statistics;
    }

    private static boolean ofStations(ExportQuery query) {
        return query.of() == ExportedTable.STATION_STATISTICS;
    }

    @Override
    public long expected(ExportQuery query, Selection selection) {
        long places =
                ofStations(query)
                        ? selection.cities().stream()
                                .mapToLong(city -> city.stations().size())
                                .sum()
                        : 2L * selection.cities().size();
        return places * query.pollutants().size();
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
        Period period = Period.ofDays(query.first(), query.last());
        Writing writing = new Writing(query, selection, city, taker);
        if (ofStations(query)) {
            Map<String, Standing> stations = city.lastStandings();
            for (PlaceStatistics station : statistics.ofStations(Set.of(city.code()), period)) {
                Standing standing = stations.get(station.id());
                if (standing != null) {
                    writing.place(Optional.of(standing), station, "all");
                }
            }
            taker.lookedAt((long) city.stations().size() * query.pollutants().size());
        } else {
            for (Statistics.Both both : statistics.of(Set.of(city.code()), period)) {
                writing.place(Optional.empty(), both.raw(), "all");
                writing.place(Optional.empty(), both.adjusted(), "without-events");
            }
            taker.lookedAt(2L * query.pollutants().size());
        }
    }

    /** Writes the rows of a city and its stations in the order of the columns. */
    private record Writing(
            ExportQuery query, Selection selection, Selection.City city, Rows.Taker taker) {

        void place(Optional<Standing> station, PlaceStatistics place, String days)
                throws IOException {
            for (PlaceStatistics.OfPollutant line : place.pollutants()) {
                if (query.pollutants().contains(line.pollutant())) {
                    taker.row(row(station, place, line, days));
                }
            }
        }

        private List<@Nullable Object> row(
                Optional<Standing> station,
                PlaceStatistics place,
                PlaceStatistics.OfPollutant line,
                String days) {
            List<@Nullable Object> row = new ArrayList<>();
            where(row, station);
            when(row, place.period());
            row.add(days);
            pollutant(row, line);
            index(row, place);
            row.add(Gb3095.findInForce(place.period().last()).map(Gb3095::id).orElse(null));
            DayCells.origin(row, city.held().origin());
            return row;
        }

        private void where(List<@Nullable Object> row, Optional<Standing> station) {
            station.ifPresent(standing -> {
                row.add(standing.code());
                row.add(standing.name());
            });
            row.add(city.code().value());
            row.add(city.name().zh());
            row.add(city.name().en());
            List<Standing> points = station.map(List::of).orElseGet(city::evaluationPoints);
            List<BigDecimal> middle = points.isEmpty() ? List.of() : Places.middle(points);
            row.add(middle.isEmpty() ? null : middle.getFirst());
            row.add(middle.isEmpty() ? null : middle.getLast());
        }

        private void when(List<@Nullable Object> row, Period period) {
            row.add(period.text());
            row.add(period.first());
            row.add(period.last());
            row.add(period.first().atStartOfDay(selection.zone()).toInstant());
            row.add(period.last().plusDays(1).atStartOfDay(selection.zone()).toInstant());
            row.add(selection.zone().getId());
        }

        private static void pollutant(
                List<@Nullable Object> row, PlaceStatistics.OfPollutant line) {
            int decimals = Reported.decimals(line.pollutant());
            row.add(line.pollutant().code());
            row.add(line.pollutant() == Pollutant.CO ? "mg/m3" : "ug/m3");
            row.add(rounded(line.mean(), decimals));
            row.add((long) line.percentile().percent());
            row.add(rounded(line.atPercentile(), decimals));
            row.add((long) line.validDays());
            row.add((long) line.neededDays());
            row.add(line.complete());
            row.add((long) line.exceedingDays());
            row.add(line.dailyLimit().orElse(null));
            row.add(line.annualLimit().orElse(null));
            row.add(rounded(line.exceedanceMultiple(), DECIMALS_OF_MULTIPLES));
        }

        /** Stations have no index of a day that the service derives: their cells are empty. */
        private static void index(List<@Nullable Object> row, PlaceStatistics place) {
            int days = place.index().days();
            boolean none = place.station().isPresent() || days == 0;
            row.add(none ? null : (Object) (long) days);
            row.add(none ? null : (Object) (long) place.index().attained());
            row.add(
                    none
                            ? null
                            : Rational.of(100L * place.index().attained(), days)
                                    .halfToEven(DECIMALS_OF_SHARES));
            row.add(Reported.composite(place).orElse(null));
        }

        private static @Nullable BigDecimal rounded(Optional<Rational> value, int decimals) {
            return value.map(exact -> exact.halfToEven(decimals)).orElse(null);
        }
    }
}
