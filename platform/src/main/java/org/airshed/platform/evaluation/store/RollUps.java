package org.airshed.platform.evaluation.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.airshed.engine.quantity.Trillionths;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.evaluation.DailyIndex;
import org.airshed.platform.evaluation.DaysOfCity;
import org.airshed.platform.observation.Observations;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.observation.StandingsChanged;
import org.airshed.platform.quality.Quality;
import org.airshed.platform.quality.ReadingsScreened;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.ServiceSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps daily values in step with the readings: whatever changed, its days are computed anew. */
@Component
class RollUps {
    private static final int WIDTH = Readings.POLLUTANTS.size();

    private static final int LONGEST_RUN = 31;

    /** Days around a run whose hours its values need: running means reach over midnight. */
    private static final int REACH_DAYS = 2;

    private final JdbcTemplate jdbc;
    private final Observations observations;
    private final Quality quality;
    private final ZoneId zone;

    RollUps(
            JdbcTemplate jdbc,
            Observations observations,
            Quality quality,
            ServiceSettings service) {
        this.jdbc = jdbc;
        this.observations = observations;
        this.quality = quality;
        this.zone = service.zone();
    }

    @EventListener
    void derive(ReadingsScreened news) {
        derive(news.jurisdiction(), news.usable(), news.firstDay(), news.lastDay());
    }

    /** Flags do not ask what a station is for: only the days are derived anew. */
    @EventListener
    void derive(StandingsChanged news) {
        List<LocalDate> days =
                jdbc.queryForList(
                        "select day from evaluation.city_day where jurisdiction = ? and day >= ? order by day",
                        LocalDate.class,
                        news.jurisdiction().value(),
                        news.firstDay());
        for (int at = 0; at < days.size(); ) {
            LocalDate first = days.get(at);
            LocalDate last = first;
            while (at < days.size() && days.get(at).isBefore(first.plusDays(LONGEST_RUN))) {
                last = days.get(at++);
            }
            Readings readings =
                    observations.readings(
                            Set.of(news.jurisdiction()),
                            first.minusDays(REACH_DAYS)
                                    .atStartOfDay(zone)
                                    .toInstant()
                                    .plusSeconds(3600),
                            last.plusDays(REACH_DAYS + 1).atStartOfDay(zone).toInstant());
            derive(news.jurisdiction(), quality.usable(readings), first, last);
        }
    }

    private void derive(
            JurisdictionCode place, Readings usable, LocalDate firstDay, LocalDate lastDay) {
        DaysOfCity days = DaysOfCity.of(usable, firstDay, lastDay);
        String jurisdiction = place.value();
        clear("station_day", jurisdiction, firstDay, lastDay);
        clear("city_day", jurisdiction, firstDay, lastDay);
        insertStations(jurisdiction, days);
        insertCity(jurisdiction, days);
    }

    private void clear(String table, String jurisdiction, LocalDate first, LocalDate last) {
        jdbc.update(
                "delete from evaluation."
                        + table
                        + " where jurisdiction = ? and day between ? and ?",
                jurisdiction,
                first,
                last);
    }

    /** A station on a day, by their numbers. */
    private record StationDay(int station, int day) {}

    private void insertStations(String jurisdiction, DaysOfCity days) {
        List<StationDay> rows = new ArrayList<>();
        for (int station = 0; station < days.stations().size(); station++) {
            for (int day = 0; day < days.days(); day++) {
                if (days.anything(station, day)) {
                    rows.add(new StationDay(station, day));
                }
            }
        }
        var columns = new Columns<>(rows);
        columns.add("station", "int4", row -> days.stations().get(row.station()).number());
        columns.add("day", "date", row -> days.date(row.day()).toString());
        columns.addSix(
                "",
                "int8",
                column -> row -> value(days.station_trillionths(column, row.station(), row.day())));
        columns.addSix(
                "_hours",
                "int2",
                column -> row -> (short) days.hours(column, row.station(), row.day()));
        insert("station_day", jurisdiction, columns);
    }

    private void insertCity(String jurisdiction, DaysOfCity days) {
        List<Integer> rows =
                IntStream.range(0, days.days())
                        .filter(day ->
                                IntStream.range(0, days.stations().size())
                                        .anyMatch(station -> days.anything(station, day)))
                        .boxed()
                        .toList();
        List<DailyIndex> indices = new ArrayList<>();
        for (int day = 0; day < days.days(); day++) {
            int at = day;
            indices.add(
                    DailyIndex.of(
                            days.date(day),
                            IntStream.range(0, WIDTH)
                                    .mapToLong(column -> days.city_trillionths(column, at))
                                    .toArray()));
        }
        var columns = new Columns<>(rows);
        columns.add("day", "date", day -> days.date(day).toString());
        columns.addSix("", "int8", column -> day -> value(days.city_trillionths(column, day)));
        columns.addSix(
                "_stations", "int2", column -> day -> (short) days.validStations(column, day));
        columns.add("standard", "text", day -> indices.get(day).standard().orElse(null));
        columns.add(
                "aqi",
                "int2",
                day -> {
                    var aqi = indices.get(day).aqi();
                    return aqi.isPresent() ? (short) aqi.getAsInt() : null;
                });
        columns.add(
                "primary_pollutants",
                "text",
                day ->
                        indices.get(day).primary().stream()
                                .map(Pollutant::code)
                                .collect(Collectors.joining(" ")));
        insert("city_day", jurisdiction, columns);
    }

    private static @Nullable Long value(long value_trillionths) {
        return value_trillionths == Trillionths.ABSENT ? null : value_trillionths;
    }

    private <R> void insert(String table, String jurisdiction, Columns<R> columns) {
        if (columns.rows.isEmpty()) {
            return;
        }
        jdbc.update(connection -> {
            PreparedStatement statement =
                    connection.prepareStatement(
                            "insert into evaluation.%s (jurisdiction, %s) select ?, v.* from unnest(%s) as v"
                                    .formatted(table, columns.names(), columns.placeholders()));
            statement.setString(1, jurisdiction);
            columns.bind(connection, statement);
            return statement;
        });
    }

    /** Rows to insert, column by column: one array per column crosses to the server. */
    private static final class Columns<R> {
        private record Column<R>(
                String name, String type, Function<R, ? extends @Nullable Object> value) {}

        private final List<R> rows;
        private final List<Column<R>> columns = new ArrayList<>();

        Columns(List<R> rows) {
            this.rows = rows;
        }

        void add(String name, String type, Function<R, ? extends @Nullable Object> value) {
            columns.add(new Column<>(name, type, value));
        }

        void addSix(
                String suffix,
                String type,
                IntFunction<Function<R, ? extends @Nullable Object>> value) {
            for (int column = 0; column < WIDTH; column++) {
                add(Readings.POLLUTANTS.get(column).code() + suffix, type, value.apply(column));
            }
        }

        String names() {
            return columns.stream().map(Column::name).collect(Collectors.joining(", "));
        }

        String placeholders() {
            return columns.stream()
                    .map(column -> "?::" + column.type() + "[]")
                    .collect(Collectors.joining(", "));
        }

        void bind(Connection connection, PreparedStatement statement) throws SQLException {
            for (int column = 0; column < columns.size(); column++) {
                Column<R> bound = columns.get(column);
                @Nullable Object[] values = new @Nullable Object[rows.size()];
                for (int row = 0; row < values.length; row++) {
                    values[row] = bound.value().apply(rows.get(row));
                }
                Array array = connection.createArrayOf(bound.type(), values);
                statement.setArray(2 + column, array);
            }
        }
    }
}
