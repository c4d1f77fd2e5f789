package org.airshed.platform.evaluation.web;

import java.util.List;
import java.util.stream.Collectors;
import org.airshed.documents.table.CsvCell;
import org.airshed.engine.airquality.Hj633;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.evaluation.web.AirDocuments.OriginDocument;
import org.airshed.platform.evaluation.web.StatisticsDocuments.CitiesStatisticsDocument;
import org.airshed.platform.evaluation.web.StatisticsDocuments.CityStatisticsDocument;
import org.airshed.platform.evaluation.web.StatisticsDocuments.DayDocument;
import org.airshed.platform.evaluation.web.StatisticsDocuments.PollutantDocument;
import org.airshed.platform.evaluation.web.StatisticsDocuments.RankDocument;
import org.airshed.platform.evaluation.web.StatisticsDocuments.RankingDocument;
import org.airshed.platform.evaluation.web.StatisticsDocuments.StationDayDocument;
import org.airshed.platform.evaluation.web.StatisticsDocuments.StationDaysDocument;
import org.airshed.platform.evaluation.web.StatisticsDocuments.StatisticsDocument;
import org.airshed.platform.evaluation.web.StatisticsDocuments.ThenDocument;
import org.airshed.platform.evaluation.web.WindDocuments.CityWindDocument;
import org.airshed.platform.evaluation.web.WindDocuments.MeanWindDocument;
import org.airshed.platform.evaluation.web.WindDocuments.WindDayDocument;
import org.airshed.platform.observation.Held;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.server.BilingualText;
import org.jspecify.annotations.Nullable;

/**
 * Days, wind and rankings as CSV: units in the names of the columns, an empty cell where none is.
 */
final class StatisticsCsv {
    private static final int LEVELS = Hj633.scale().levels().size();

    private StatisticsCsv() {}

    private static String unit(Pollutant pollutant) {
        return pollutant == Pollutant.CO ? "_mgm3" : "_ugm3";
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : CsvCell.quoted(value.toString());
    }

    static String days(String code, BilingualText name, List<DayDocument> days, Held held) {
        StringBuilder table =
                new StringBuilder("day,zone,jurisdiction,name_zh,name_en,aqi,level,primary");
        for (Pollutant pollutant : Readings.POLLUTANTS) {
            String statistic = pollutant == Pollutant.O3 ? "_max8h" : "_mean24h";
            table.append(',').append(pollutant.code()).append(statistic).append(unit(pollutant));
        }
        for (Pollutant pollutant : Readings.POLLUTANTS) {
            table.append(',').append(pollutant.code()).append("_stations");
        }
        table.append(",stations_expected,origin,origin_zh,origin_en,synthetic\r\n");
        for (DayDocument day : days) {
            table.append(day.day()).append(',').append(held.zone().getId()).append(',');
            table.append(code).append(',').append(text(name.zh())).append(',');
            table.append(text(name.en())).append(',').append(text(day.aqi())).append(',');
            table.append(text(day.level())).append(',').append(String.join(" ", day.primary()));
            for (Pollutant pollutant : Readings.POLLUTANTS) {
                table.append(',').append(text(day.values().get(pollutant.code())));
            }
            for (Pollutant pollutant : Readings.POLLUTANTS) {
                table.append(',').append(text(day.stations().get(pollutant.code())));
            }
            table.append(',').append(day.stationsExpected()).append(',');
            table.append(held.origin().code()).append(',');
            table.append(text(held.origin().zh())).append(',');
            table.append(text(held.origin().en())).append(',');
            table.append(held.origin().synthetic()).append("\r\n");
        }
        return table.toString();
    }

    /** Days of a station; an individual index and the hours behind it stand beside each value. */
    static String days(StationDaysDocument station) {
        StringBuilder table =
                new StringBuilder(
                        "day,zone,station,station_name,jurisdiction,name_zh,name_en,role,standard,aqi,level,primary");
        for (Pollutant pollutant : Readings.POLLUTANTS) {
            String statistic = pollutant == Pollutant.O3 ? "_max8h" : "_mean24h";
            String code = pollutant.code();
            table.append(',').append(code).append(statistic).append(unit(pollutant));
            table.append(',').append(code).append("_iaqi,").append(code).append("_hours");
        }
        table.append(",hours_expected,origin,origin_zh,origin_en,synthetic\r\n");
        for (StationDayDocument day : station.days()) {
            table.append(day.day()).append(',').append(station.zone()).append(',');
            table.append(text(station.station())).append(',');
            table.append(text(station.stationName())).append(',');
            table.append(station.jurisdiction()).append(',');
            table.append(text(station.name().zh())).append(',');
            table.append(text(station.name().en())).append(',');
            table.append(station.role()).append(',').append(text(day.standard())).append(',');
            table.append(text(day.aqi())).append(',').append(text(day.level())).append(',');
            table.append(String.join(" ", day.primary()));
            for (Pollutant pollutant : Readings.POLLUTANTS) {
                table.append(',').append(text(day.values().get(pollutant.code())));
                table.append(',').append(text(day.indices().get(pollutant.code())));
                table.append(',').append(text(day.hours().get(pollutant.code())));
            }
            table.append(',').append(day.hoursExpected());
            source(table, station.source());
        }
        return table.toString();
    }

    /** Days of a city's wind. */
    static String wind(CityWindDocument city) {
        StringBuilder table =
                new StringBuilder(
                        "day,zone,jurisdiction,name_zh,name_en,wind_speed_ms,wind_from_deg,resultant_ms,");
        table.append(
                "calm_hours,directed_hours,hours_observed,hours_expected,origin,origin_zh,origin_en,synthetic\r\n");
        for (WindDayDocument day : city.days()) {
            MeanWindDocument wind = day.wind();
            table.append(day.day()).append(',').append(city.zone()).append(',');
            table.append(city.jurisdiction()).append(',').append(text(city.name().zh()));
            table.append(',').append(text(city.name().en())).append(',');
            table.append(text(wind.speed())).append(',').append(text(wind.fromDegrees()));
            table.append(',').append(text(wind.resultant())).append(',');
            table.append(wind.calmHours()).append(',').append(wind.directedHours()).append(',');
            table.append(wind.coverage().observed()).append(',');
            table.append(wind.coverage().expected());
            source(table, city.source());
        }
        return table.toString();
    }

    /** The last columns of every row: where its readings come from. */
    private static void source(StringBuilder table, OriginDocument source) {
        table.append(',').append(source.code());
        table.append(',').append(text(source.label().zh()));
        table.append(',').append(text(source.label().en()));
        table.append(',').append(source.synthetic()).append("\r\n");
    }

    /** Statistics of a period: of each city a row of all days and one without accepted events. */
    static String statistics(CitiesStatisticsDocument found) {
        StringBuilder table =
                new StringBuilder(
                        "jurisdiction,name_zh,name_en,days,composite_index,attained_days,attainment_percent");
        for (int level = 1; level <= LEVELS; level++) {
            table.append(",level_").append(level).append("_days");
        }
        for (Pollutant pollutant : Readings.POLLUTANTS) {
            String code = pollutant.code();
            table.append(',').append(code).append("_mean").append(unit(pollutant));
            table.append(',').append(code).append("_percentile,");
            table.append(code).append("_at_percentile").append(unit(pollutant));
            table.append(',').append(code).append("_valid_days,");
            table.append(code).append("_needed_days,").append(code).append("_exceeding_days");
        }
        table.append(
                ",complete,coverage_percent,period,limits,origin,origin_zh,origin_en,synthetic\r\n");
        for (CityStatisticsDocument city : found.cities()) {
            row(table, city, "all", city.raw(), found);
            row(table, city, "without-events", city.adjusted(), found);
        }
        return table.toString();
    }

    private static void row(
            StringBuilder table,
            CityStatisticsDocument city,
            String days,
            StatisticsDocument of,
            CitiesStatisticsDocument found) {
        table.append(city.jurisdiction()).append(',').append(text(city.name().zh()));
        table.append(',').append(text(city.name().en())).append(',').append(days);
        table.append(',').append(text(of.composite())).append(',').append(of.attainedDays());
        table.append(',').append(text(of.attainmentPercent()));
        of.perLevel().forEach(count -> table.append(',').append(count));
        for (PollutantDocument line : of.pollutants()) {
            table.append(',').append(text(line.mean())).append(',').append(line.percentile());
            table.append(',').append(text(line.atPercentile())).append(',');
            table.append(line.validDays()).append(',').append(line.neededDays());
            table.append(',').append(line.exceedingDays());
        }
        table.append(',').append(of.complete()).append(',').append(of.coverage().percent());
        table.append(',').append(found.period().text()).append(',').append(text(found.limits()));
        source(table, found.source());
    }

    static String ranking(RankingDocument ranking) {
        StringBuilder table =
                new StringBuilder(
                        "rank,station,jurisdiction,name_zh,name_en,composite_index,attainment_percent");
        for (Pollutant pollutant : Readings.POLLUTANTS) {
            String statistic =
                    pollutant == Pollutant.CO
                            ? "_p95"
                            : pollutant == Pollutant.O3 ? "_p90" : "_mean";
            table.append(',').append(pollutant.code()).append(statistic).append(unit(pollutant));
        }
        table.append(
                ",coverage_percent,previous_rank,previous_index,year_before_rank,year_before_index");
        table.append(",period,limits,without_events,origin,origin_zh,origin_en,synthetic\r\n");
        for (RankDocument row : ranking.ranked()) {
            table.append(row.rank()).append(',').append(text(row.station())).append(',');
            table.append(row.jurisdiction()).append(',');
            table.append(text(row.name().zh()))
                    .append(',')
                    .append(text(row.name().en()))
                    .append(',');
            table.append(text(row.statistics().composite())).append(',');
            table.append(text(row.statistics().attainmentPercent())).append(',');
            table.append(
                    row.statistics().pollutants().stream()
                            .map(StatisticsCsv::ranked)
                            .collect(Collectors.joining(",")));
            table.append(',').append(row.statistics().coverage().percent());
            then(table, row.previous());
            then(table, row.yearBefore());
            table.append(',').append(ranking.period().text()).append(',');
            table.append(text(ranking.limits())).append(',').append(ranking.eventsRemoved());
            source(table, ranking.source());
        }
        return table.toString();
    }

    /** What the ranking uses: percentiles of CO and ozone, means of the others. */
    private static String ranked(PollutantDocument line) {
        boolean percentile = line.pollutant().equals("co") || line.pollutant().equals("o3");
        return text(percentile ? line.atPercentile() : line.mean());
    }

    private static void then(StringBuilder table, @Nullable ThenDocument then) {
        table.append(',').append(then == null ? "" : text(then.rank()));
        table.append(',').append(then == null ? "" : text(then.composite()));
    }
}
