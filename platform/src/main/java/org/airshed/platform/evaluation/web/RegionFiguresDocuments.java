package org.airshed.platform.evaluation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.airshed.platform.evaluation.web.AirDocuments.MissingDocument;
import org.airshed.platform.evaluation.web.AirDocuments.OriginDocument;
import org.airshed.platform.evaluation.web.StatisticsDocuments.PeriodDocument;
import org.airshed.platform.server.BilingualText;
import org.jspecify.annotations.Nullable;

/** What the API says of several cities together over a period. */
final class RegionFiguresDocuments {
    private RegionFiguresDocuments() {}

    @Schema(
            name = "AirRegion",
            description = "Cities together over a period, as bulletins print their figures")
    record RegionDocument(
            PeriodDocument period,
            PeriodDocument yearBefore,
            OriginDocument source,
            @Schema(description = "The edition of the limits, in force on the last day")
                    @Nullable String limits,
            RegionCountDocument count,
            @Schema(description = "Of all days") RegionWayDocument raw,
            @Schema(description = "Without the days of accepted exceptional events")
                    RegionWayDocument adjusted,
            @Schema(description = "The first five of the ranking")
                    List<RegionCityDocument> cleanest,
            @Schema(description = "The last five of the ranking, the last first")
                    List<RegionCityDocument> mostPolluted,
            @Schema(
                            description =
                                    "Of a single day the five highest AQI, the highest first; empty"
                                            + " for longer periods")
                    List<CityIndexDocument> highest,
            @Schema(description = "The cities the figures are made of, by code")
                    List<RegionCityDocument> made,
            @Schema(description = "The cities that are not in the figures, by code, and why")
                    List<LeftOutDocument> leftOut) {}

    @Schema(name = "AirRegionCount", description = "How many cities stand behind the figures")
    record RegionCountDocument(
            @Schema(description = "Cities with a valid day in the period") int withValidDays,
            @Schema(description = "Cities the figures are made of") int made,
            @Schema(description = "Cities with a rank") int ranked) {}

    @Schema(name = "AirRegionWay", description = "The figures, one way to count the days")
    record RegionWayDocument(
            @Schema(description = "The six pollutants in report order")
                    List<RegionPollutantDocument> pollutants,
            @Schema(description = "Days with an AQI, of all cities together") int indexDays,
            @Schema(description = "Those with an AQI of at most 100") int attainedDays,
            @Schema(description = "Their share, percent, one decimal")
                    @Nullable BigDecimal attainmentPercent,
            @Schema(
                            description =
                                    "Change of the share since the year before, percentage points,"
                                            + " over the cities that are in both years")
                    @Nullable BigDecimal attainmentChange,
            @Schema(description = "Days of each level, from the cleanest") List<Integer> perLevel,
            @Schema(description = "Days with an AQI above 200") int heavyDays) {}

    @Schema(name = "AirRegionPollutant", description = "One pollutant over the cities")
    record RegionPollutantDocument(
            @Schema(description = "The pollutant", example = "pm2_5") String pollutant,
            @Schema(description = "Its unit", example = "ug/m3") String unit,
            @Schema(
                            description =
                                    "What the mean is taken of: mean or percentile of a city's daily"
                                            + " values",
                            example = "mean")
                    String statistic,
            @Schema(description = "Mean over the cities, to one decimal more than a city's value")
                    @Nullable BigDecimal value,
            @Schema(description = "The same to six decimals, to recompute from")
                    @Nullable BigDecimal valueExact,
            @Schema(description = "How many cities it is the mean of") int cities,
            @Schema(description = "Change since the year before, percent, one decimal")
                    @Nullable BigDecimal changePercent,
            @Schema(description = "Cities that are in both years with this pollutant")
                    int compared) {}

    @Schema(name = "AirRegionCity", description = "A city the figures are made of")
    record RegionCityDocument(
            @Schema(description = "The city's code", example = "130600") String jurisdiction,
            BilingualText name,
            @Schema(description = "Its rank; none when it has none") @Nullable Integer rank,
            @Schema(description = "Its composite index") @Nullable BigDecimal composite) {}

    @Schema(name = "AirCityIndex", description = "A city's AQI of a day")
    record CityIndexDocument(
            @Schema(description = "The city's code", example = "130600") String jurisdiction,
            BilingualText name,
            @Schema(description = "Its AQI") int aqi) {}

    @Schema(name = "AirRegionLeftOut", description = "A city that is not in the figures")
    record LeftOutDocument(
            @Schema(description = "The city's code", example = "133100") String jurisdiction,
            BilingualText name,
            MissingDocument why) {}
}
