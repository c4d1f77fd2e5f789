package org.airshed.platform.evaluation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.airshed.platform.evaluation.web.AirDocuments.MissingDocument;
import org.airshed.platform.evaluation.web.AirDocuments.OriginDocument;
import org.airshed.platform.server.BilingualText;
import org.jspecify.annotations.Nullable;

/** What the API says of days, periods and rankings. */
final class StatisticsDocuments {
    private StatisticsDocuments() {}

    @Schema(name = "AirPeriod", description = "A run of days, both ends included")
    record PeriodDocument(
            @Schema(description = "As asked for", example = "2026-03") String text,
            @Schema(description = "day, week, month, quarter, year or span", example = "month")
                    String kind,
            @Schema(description = "The first day") LocalDate first,
            @Schema(description = "The last day") LocalDate last,
            @Schema(description = "How many days", example = "31") int days) {}

    @Schema(name = "AirDays", description = "A city's days; local days of the zone")
    record DaysDocument(
            @Schema(description = "The city's code", example = "130600") String jurisdiction,
            BilingualText name,
            OriginDocument source,
            @Schema(description = "The zone of the days", example = "Asia/Shanghai") String zone,
            @Schema(description = "The days that are held, in order") List<DayDocument> days) {}

    @Schema(name = "AirDay", description = "One city on one day")
    record DayDocument(
            @Schema(description = "The day") LocalDate day,
            @Schema(description = "The daily AQI; none where the standard allows none")
                    @Nullable Integer aqi,
            @Schema(description = "Its level, 1 to 6") @Nullable Integer level,
            @Schema(description = "The primary pollutants") List<String> primary,
            @Schema(
                            description =
                                    "Daily means, of ozone the highest eight-hour mean, as reported:"
                                            + " µg/m³ without decimals, CO in mg/m³ with one")
                    Map<String, @Nullable BigDecimal> values,
            @Schema(description = "Evaluation points with a valid day, of each pollutant")
                    Map<String, Integer> stations,
            @Schema(description = "Evaluation points that stood") int stationsExpected) {}

    @Schema(name = "AirStationDays", description = "A station's days; local days of the zone")
    record StationDaysDocument(
            @Schema(description = "The station's code", example = "1051A") String station,
            @Schema(description = "Its name, as it stood last") String stationName,
            @Schema(description = "The code of its city", example = "130600") String jurisdiction,
            BilingualText name,
            @Schema(
                            description =
                                    "What it is for, as it stood last; only evaluation points make"
                                            + " their city's value",
                            example = "evaluation")
                    String role,
            OriginDocument source,
            @Schema(description = "The zone of the days", example = "Asia/Shanghai") String zone,
            @Schema(description = "The days with some hour, in order")
                    List<StationDayDocument> days) {}

    @Schema(name = "AirStationDay", description = "One station on one day")
    record StationDayDocument(
            @Schema(description = "The day") LocalDate day,
            @Schema(description = "The edition of the index in force on it", example = "HJ633-2026")
                    @Nullable String standard,
            @Schema(description = "The daily AQI; none where the standard allows none")
                    @Nullable Integer aqi,
            @Schema(description = "Its level, 1 to 6") @Nullable Integer level,
            @Schema(description = "The primary pollutants") List<String> primary,
            @Schema(
                            description =
                                    "Daily means, of ozone the highest eight-hour mean, as reported:"
                                            + " µg/m³ without decimals, CO in mg/m³ with one")
                    Map<String, @Nullable BigDecimal> values,
            @Schema(description = "The individual index of each pollutant that has one")
                    Map<String, @Nullable Integer> indices,
            @Schema(
                            description =
                                    "Hours with a usable value, of each pollutant; of ozone the"
                                            + " eight-hour windows that count")
                    Map<String, Integer> hours,
            @Schema(description = "Hours of the day") int hoursExpected) {}

    @Schema(name = "AirCityDay", description = "One city on the day asked for")
    record CityDayDocument(
            @Schema(description = "The city's code", example = "130600") String jurisdiction,
            BilingualText name,
            DayDocument day) {}

    @Schema(name = "AirDayOfCities", description = "Every visible city on one day")
    record DayOfCitiesDocument(
            @Schema(description = "The day") LocalDate day,
            OriginDocument source,
            @Schema(description = "The first and the last day that are held") List<LocalDate> held,
            @Schema(description = "The cities by code") List<CityDayDocument> cities) {}

    @Schema(name = "AirPollutantStatistics", description = "One pollutant over a period")
    record PollutantDocument(
            @Schema(description = "The pollutant", example = "pm2_5") String pollutant,
            @Schema(description = "Its unit", example = "ug/m3") String unit,
            @Schema(description = "Mean of the daily values, as reported")
                    @Nullable BigDecimal mean,
            @Schema(description = "The same to six decimals, to recompute from")
                    @Nullable BigDecimal meanExact,
            @Schema(description = "Which percentile", example = "95") int percentile,
            @Schema(description = "That percentile of the daily values, as reported")
                    @Nullable BigDecimal atPercentile,
            @Schema(description = "Days with a value") int validDays,
            @Schema(description = "Days such a period needs; 1 where no rule is known")
                    int neededDays,
            @Schema(description = "Whether the period has the days it needs") boolean complete,
            @Schema(description = "Days above the daily limit") int exceedingDays,
            @Schema(description = "The daily limit of class 2") @Nullable BigDecimal dailyLimit,
            @Schema(description = "The annual limit of class 2") @Nullable BigDecimal annualLimit,
            @Schema(description = "(mean − annual limit) / annual limit, where above it")
                    @Nullable BigDecimal exceedanceMultiple) {}

    @Schema(name = "AirDayCoverage", description = "How many of the days have a value")
    record DayCoverageDocument(
            @Schema(description = "Days of the period") int expected,
            @Schema(description = "Days with a value of some pollutant") int observed,
            @Schema(description = "Observed of expected, one decimal") BigDecimal percent) {}

    @Schema(name = "AirStatistics", description = "A city over a period, one way")
    record StatisticsDocument(
            @Schema(description = "Whether every pollutant has the days it needs") boolean complete,
            DayCoverageDocument coverage,
            @Schema(description = "The six pollutants in report order")
                    List<PollutantDocument> pollutants,
            @Schema(description = "Days with an AQI of at most 100") int attainedDays,
            @Schema(description = "Their share of the days with an AQI, percent")
                    @Nullable BigDecimal attainmentPercent,
            @Schema(description = "Days of each level, from the cleanest") List<Integer> perLevel,
            @Schema(description = "How many days each pollutant was primary")
                    Map<String, Integer> primaryDays,
            @Schema(description = "The composite index; smaller is better")
                    @Nullable BigDecimal composite) {}

    @Schema(
            name = "AirStatisticsOfCity",
            description = "A city over a period: of all days, and without exceptional events")
    record CityStatisticsDocument(
            @Schema(description = "The city's code", example = "130600") String jurisdiction,
            BilingualText name,
            StatisticsDocument raw,
            StatisticsDocument adjusted,
            @Schema(description = "Whether accepted events took days away")
                    boolean eventsRemoved) {}

    @Schema(name = "AirStatisticsOfCities", description = "Every visible city over a period")
    record CitiesStatisticsDocument(
            PeriodDocument period,
            OriginDocument source,
            @Schema(description = "The edition of the limits, in force on the last day")
                    @Nullable String limits,
            @Schema(description = "The cities by code") List<CityStatisticsDocument> cities) {}

    @Schema(name = "AirRanking", description = "Cities ranked by their composite index")
    record RankingDocument(
            PeriodDocument period,
            PeriodDocument previous,
            PeriodDocument yearBefore,
            OriginDocument source,
            @Schema(description = "The edition of the limits, in force on the last day")
                    @Nullable String limits,
            @Schema(description = "Whether days of accepted events were left out")
                    boolean eventsRemoved,
            @Schema(description = "Cities with a rank, the cleanest first")
                    List<RankDocument> ranked,
            @Schema(description = "Cities without one, and why") List<UnrankedDocument> unranked) {}

    @Schema(name = "AirRank", description = "A ranked city")
    record RankDocument(
            @Schema(description = "From 1; equal indices share a rank") int rank,
            @Schema(description = "The station's code, when stations are ranked", example = "1051A")
                    @Nullable String station,
            @Schema(description = "The city's code", example = "130600") String jurisdiction,
            BilingualText name,
            StatisticsDocument statistics,
            @Schema(description = "The single index of each pollutant, two decimals")
                    Map<String, BigDecimal> singles,
            @Schema(description = "The same city in the period before")
                    @Nullable ThenDocument previous,
            @Schema(description = "The same city a year before")
                    @Nullable ThenDocument yearBefore) {}

    @Schema(name = "AirRankThen", description = "Where a city stood in another period")
    record ThenDocument(
            @Schema(description = "Its rank; none when it had none") @Nullable Integer rank,
            @Schema(description = "Its composite index") @Nullable BigDecimal composite,
            @Schema(description = "Change of the composite index since, percent")
                    @Nullable BigDecimal changePercent) {}

    @Schema(name = "AirUnranked", description = "A city without a rank")
    record UnrankedDocument(
            @Schema(description = "The station's code, when stations are ranked", example = "1051A")
                    @Nullable String station,
            @Schema(description = "The city's code", example = "133100") String jurisdiction,
            BilingualText name,
            MissingDocument why,
            StatisticsDocument statistics) {}
}
