package org.airshed.platform.evaluation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.airshed.platform.server.BilingualText;
import org.jspecify.annotations.Nullable;

/** What the routes of real-time air answer. */
final class AirDocuments {
    private AirDocuments() {}

    @Schema(name = "AirOrigin", description = "Where the readings come from")
    record OriginDocument(
            @Schema(description = "The word for it", example = "cnemc") String code,
            BilingualText label,
            @Schema(description = "Computed rather than measured") boolean synthetic) {}

    @Schema(
            name = "AirHours",
            description = "The unbroken run of hours held, each named by its end")
    record HoursDocument(
            @Schema(description = "The end of the first hour, UTC") Instant firstHour,
            @Schema(description = "The end of the last hour, UTC") Instant lastHour,
            @Schema(description = "How many hours", example = "2284") int hours,
            @Schema(description = "Zone of local hours", example = "Asia/Shanghai") String zone,
            OriginDocument source) {}

    @Schema(name = "AirStandard", description = "The edition of the index in force in the hour")
    record StandardDocument(
            @Schema(description = "The edition", example = "HJ633-2026") String code,
            BilingualText name,
            @Schema(description = "Which report: as the national network publishes it") String form,
            @Schema(description = "Where its rules come from") String source,
            @Schema(description = "First observed day it applies to") @Nullable String validFrom,
            @Schema(description = "Last observed day; none while no end is known")
                    @Nullable String validTo) {}

    @Schema(name = "AirLevel", description = "A level of the index")
    record LevelDocument(
            @Schema(description = "1 for the cleanest, counting up", example = "1") int level,
            @Schema(description = "The level in the standard's own numbering", example = "一级")
                    String number,
            @Schema(description = "Lowest index of the level") int from,
            @Schema(description = "Highest index of the level; none for the last")
                    @Nullable Integer to,
            BilingualText name,
            @Schema(description = "Official colour", example = "#00E400") String colour,
            BilingualText advice) {}

    @Schema(name = "Coverage", description = "How many stations stand behind the values")
    record CoverageDocument(
            @Schema(description = "Stations that should have observed") int expected,
            @Schema(description = "Stations that did") int observed,
            @Schema(description = "Observed of expected, one decimal") BigDecimal percent) {}

    @Schema(name = "AirMissing", description = "Why there is no index")
    record MissingDocument(
            @Schema(description = "The reason", example = "nothing-observed") String code,
            @Schema(description = "The reason in Chinese") String zh,
            @Schema(description = "The reason in English") String en) {}

    @Schema(
            name = "CityAir",
            description = "The air of a city in the hour: means over its stations")
    record CityDocument(
            @Schema(description = "The city's code", example = "130600") String jurisdiction,
            BilingualText name,
            @Schema(description = "Longitude, latitude in degrees, WGS 84") List<Double> position,
            @Schema(description = "The AQI; none when nothing was observed") @Nullable Integer aqi,
            @Schema(description = "The level of the AQI") @Nullable Integer level,
            @Schema(description = "Primary pollutants; empty when the AQI is at most 50")
                    List<String> primary,
            @Nullable MissingDocument missing,
            @Schema(description = "One-hour means, µg/m³; co in mg/m³; null where not observed")
                    Map<String, @Nullable BigDecimal> values,
            @Schema(description = "The individual index of each pollutant")
                    Map<String, @Nullable Integer> indices,
            @Schema(description = "Stations the city has") int stationsExpected,
            @Schema(description = "Stations that observed anything") int stationsObserved) {}

    @Schema(name = "CitiesAir", description = "The air of all visible cities in one hour")
    record CitiesDocument(
            @Schema(description = "The end of the hour, UTC") Instant hour,
            OriginDocument source,
            @Schema(description = "Not yet reviewed, may change") boolean provisional,
            StandardDocument standard,
            @Schema(description = "All levels of the index, the cleanest first")
                    List<LevelDocument> scale,
            CoverageDocument coverage,
            @Schema(description = "In the order of their codes") List<CityDocument> cities) {}

    @Schema(name = "StationAir", description = "The air at a station in the hour")
    record StationDocument(
            @Schema(description = "The network's code", example = "1001A") String code,
            @Schema(description = "Its name in the network") String name,
            @Schema(description = "Its city's code", example = "110000") String jurisdiction,
            @Schema(description = "Longitude, latitude in degrees, WGS 84") List<Double> position,
            @Schema(description = "The AQI; none when nothing was observed") @Nullable Integer aqi,
            @Schema(description = "The level of the AQI") @Nullable Integer level,
            @Schema(description = "Primary pollutants; empty when the AQI is at most 50")
                    List<String> primary,
            @Schema(description = "One-hour means, µg/m³; co in mg/m³; null where not observed")
                    Map<String, @Nullable BigDecimal> values) {}

    @Schema(name = "StationsAir", description = "The air at all visible stations in one hour")
    record StationsDocument(
            @Schema(description = "The end of the hour, UTC") Instant hour,
            OriginDocument source,
            @Schema(description = "Every visible station") List<StationDocument> stations) {}

    @Schema(name = "StationReading", description = "What one station read in the hour")
    record ReadDocument(
            @Schema(description = "The station's code", example = "1001A") String station,
            @Schema(description = "The station's name") String name,
            @Schema(description = "What it read, in the unit of the step") BigDecimal value) {}

    @Schema(name = "IndexPoint", description = "A breakpoint: this concentration has this index")
    record PointDocument(
            @Schema(description = "In the unit of the step") BigDecimal concentration,
            @Schema(description = "The index there") int index) {}

    @Schema(name = "AirStep", description = "One pollutant from its readings to its index")
    record StepDocument(
            @Schema(description = "Which pollutant", example = "pm2_5") String pollutant,
            @Schema(description = "Unit of its concentrations", example = "ug/m3") String unit,
            @Schema(description = "What every station that observed it read")
                    List<ReadDocument> readings,
            @Schema(description = "Their mean before rounding") @Nullable BigDecimal mean,
            @Schema(description = "The mean rounded by GB/T 8170") @Nullable BigDecimal used,
            @Nullable PointDocument low,
            @Nullable PointDocument high,
            @Schema(description = "Interpolated between them, rounded up")
                    @Nullable Integer index) {}

    @Schema(name = "AirExplanation", description = "How a city's index came about, step by step")
    record ExplanationDocument(
            @Schema(description = "The end of the hour, UTC") Instant hour,
            OriginDocument source,
            StandardDocument standard,
            CityDocument city,
            @Schema(description = "The equation of every step, in plain notation") String equation,
            @Schema(description = "One per pollutant, in report order") List<StepDocument> steps) {}

    @Schema(name = "LimitLine", description = "A limit to draw beside a series")
    record LimitDocument(
            @Schema(description = "Which pollutant", example = "pm2_5") String pollutant,
            @Schema(description = "The mean it limits", example = "24h") String averaging,
            @Schema(description = "The limit for class 2 areas") BigDecimal limit,
            @Schema(description = "Its unit", example = "ug/m3") String unit,
            @Schema(description = "Where it stands", example = "GB3095-2026-transition")
                    String standard) {}

    @Schema(name = "CitySeries", description = "The air of a city hour by hour")
    record SeriesDocument(
            @Schema(description = "The city's code", example = "130600") String jurisdiction,
            BilingualText name,
            OriginDocument source,
            @Schema(description = "The ends of the hours, UTC") List<Instant> hours,
            @Schema(description = "The AQI of each hour; null where there is none")
                    List<@Nullable Integer> aqi,
            @Schema(description = "One-hour means of each pollutant, µg/m³; co in mg/m³")
                    Map<String, List<@Nullable BigDecimal>> values,
            @Schema(description = "Limits in force at the end of the series")
                    List<LimitDocument> limits) {}
}
