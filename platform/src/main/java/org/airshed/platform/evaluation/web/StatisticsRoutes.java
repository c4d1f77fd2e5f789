package org.airshed.platform.evaluation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.airshed.engine.airquality.Gb3095;
import org.airshed.platform.evaluation.DailyAir;
import org.airshed.platform.evaluation.Period;
import org.airshed.platform.evaluation.PlaceDays;
import org.airshed.platform.evaluation.Ranking;
import org.airshed.platform.evaluation.Statistics;
import org.airshed.platform.evaluation.web.StatisticsDocuments.CitiesStatisticsDocument;
import org.airshed.platform.evaluation.web.StatisticsDocuments.CityDayDocument;
import org.airshed.platform.evaluation.web.StatisticsDocuments.DayDocument;
import org.airshed.platform.evaluation.web.StatisticsDocuments.DayOfCitiesDocument;
import org.airshed.platform.evaluation.web.StatisticsDocuments.DaysDocument;
import org.airshed.platform.evaluation.web.StatisticsDocuments.RankingDocument;
import org.airshed.platform.observation.Held;
import org.airshed.platform.rights.Dataset;
import org.airshed.platform.rights.ForReaders;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.rights.Sight;
import org.airshed.platform.server.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Days, statistics of periods and rankings, as far as the asker may see them. */
@RestController
@Tag(name = "evaluation")
final class StatisticsRoutes {
    private static final String PERIOD = AskedDays.PERIOD;
    private static final String PLACES = "Which places are ranked: cities or stations";
    private static final String EVENTS = "true leaves out the days of accepted exceptional events";

    private final AskedDays asked;
    private final DailyAir days;
    private final Statistics statistics;
    private final StatisticsWords words;
    private final AirWords air;

    StatisticsRoutes(
            AskedDays asked,
            DailyAir days,
            Statistics statistics,
            StatisticsWords words,
            AirWords air) {
        this.asked = asked;
        this.days = days;
        this.statistics = statistics;
        this.words = words;
        this.air = air;
    }

    @ForReaders(Dataset.PUBLISHED_AIR)
    @GetMapping("/api/v1/air/days")
    @Operation(operationId = "airDayOfCities", summary = "Every visible city on one day")
    DayOfCitiesDocument day(
            Sight sight,
            @Parameter(
                            description = "The day; the last held when not given",
                            example = "2026-03-12")
                    @RequestParam(required = false)
                    @Nullable String day) {
        DailyAir.Span span = asked.span(sight);
        LocalDate wanted = day == null || day.isBlank() ? span.last() : AskedDays.date("day", day);
        List<CityDayDocument> cities = new ArrayList<>();
        days.cities(sight.jurisdictions(), wanted, wanted)
                .values()
                .forEach(city -> {
                    int at = city.at(wanted);
                    if (city.held(at)) {
                        cities.add(
                                new CityDayDocument(
                                        city.place().value(),
                                        air.name(city.place()),
                                        StatisticsWords.day(city, at)));
                    }
                });
        return new DayOfCitiesDocument(
                wanted,
                air.origin(asked.held(sight).origin()),
                List.of(span.first(), span.last()),
                cities);
    }

    @ForReaders(Dataset.PUBLISHED_AIR)
    @GetMapping("/api/v1/air/cities/{code}/days")
    @Operation(
            operationId = "airDaysOfCity",
            summary = "A city day by day; at most 366 days, usually all held of the last 366")
    DaysDocument daysOfCity(
            Sight sight,
            @Parameter(description = "The city's code", example = "130600") @PathVariable
                    String code,
            @Parameter(description = "The first day", example = "2026-03-01")
                    @RequestParam(required = false)
                    @Nullable String from,
            @Parameter(description = "The last day", example = "2026-03-31")
                    @RequestParam(required = false)
                    @Nullable String to) {
        PlaceDays city = city(sight, code, from, to);
        return new DaysDocument(
                code,
                air.name(city.place()),
                air.origin(asked.held(sight).origin()),
                asked.held(sight).zone().getId(),
                documents(city, asked.days(sight, from, to)));
    }

    @ForReaders(Dataset.PUBLISHED_AIR)
    @GetMapping(value = "/api/v1/air/cities/{code}/days.csv", produces = "text/csv")
    @Operation(operationId = "airDaysOfCityCsv", summary = "A city day by day, as CSV")
    ResponseEntity<String> daysOfCityCsv(
            Sight sight,
            @Parameter(description = "The city's code", example = "130600") @PathVariable
                    String code,
            @Parameter(description = "The first day", example = "2026-03-01")
                    @RequestParam(required = false)
                    @Nullable String from,
            @Parameter(description = "The last day", example = "2026-03-31")
                    @RequestParam(required = false)
                    @Nullable String to) {
        PlaceDays city = city(sight, code, from, to);
        Held held = asked.held(sight);
        return AskedDays.csv(
                held,
                "days-" + code,
                StatisticsCsv.days(
                        code,
                        air.name(city.place()),
                        documents(city, asked.days(sight, from, to)),
                        held));
    }

    @ForReaders(Dataset.PUBLISHED_AIR)
    @GetMapping("/api/v1/air/statistics")
    @Operation(
            operationId = "airStatistics",
            summary = "Statistics of every visible city over a period, with and without events")
    CitiesStatisticsDocument statistics(
            Sight sight,
            @Parameter(description = PERIOD, example = "2026-03") @RequestParam(required = false)
                    @Nullable String period,
            @Parameter(description = "Only this city", example = "130600")
                    @RequestParam(required = false)
                    @Nullable String city) {
        Period over = asked.period(sight, period);
        Set<JurisdictionCode> of =
                city == null || city.isBlank()
                        ? sight.jurisdictions()
                        : Set.of(AskedDays.seen(sight, city));
        return new CitiesStatisticsDocument(
                StatisticsWords.period(over),
                air.origin(asked.held(sight).origin()),
                Gb3095.findInForce(over.last()).map(Gb3095::id).orElse(null),
                statistics.of(of, over).stream().map(words::city).toList());
    }

    @ForReaders(Dataset.PUBLISHED_AIR)
    @GetMapping(value = "/api/v1/air/statistics.csv", produces = "text/csv")
    @Operation(
            operationId = "airStatisticsCsv",
            summary =
                    "Statistics of every visible city over a period as CSV: a row of all days and one"
                            + " without accepted events")
    ResponseEntity<String> statisticsCsv(
            Sight sight,
            @Parameter(description = PERIOD, example = "2026-03") @RequestParam(required = false)
                    @Nullable String period,
            @Parameter(description = "Only this city", example = "130600")
                    @RequestParam(required = false)
                    @Nullable String city) {
        CitiesStatisticsDocument found = statistics(sight, period, city);
        return AskedDays.csv(
                asked.held(sight),
                "statistics-" + found.period().text().replace('/', '_'),
                StatisticsCsv.statistics(found));
    }

    @ForReaders(Dataset.PUBLISHED_AIR)
    @GetMapping("/api/v1/air/ranking")
    @Operation(
            operationId = "airRanking",
            summary =
                    "Visible cities ranked by their composite index over a period, with the period"
                            + " before and the year before beside it")
    RankingDocument ranking(
            Sight sight,
            @Parameter(description = PERIOD, example = "2026-03") @RequestParam(required = false)
                    @Nullable String period,
            @Parameter(description = EVENTS) @RequestParam(defaultValue = "false")
                    boolean withoutEvents,
            @Parameter(description = PLACES) @RequestParam(defaultValue = "cities") String of) {
        Period over = asked.period(sight, period);
        Ranking now = ranking(sight, over, withoutEvents, of);
        Ranking previous = ranking(sight, over.previous(), withoutEvents, of);
        // Of a year they are the same.
        Ranking yearBefore =
                over.yearBefore().equals(over.previous())
                        ? previous
                        : ranking(sight, over.yearBefore(), withoutEvents, of);
        return new RankingDocument(
                StatisticsWords.period(over),
                StatisticsWords.period(over.previous()),
                StatisticsWords.period(over.yearBefore()),
                air.origin(asked.held(sight).origin()),
                Gb3095.findInForce(over.last()).map(Gb3095::id).orElse(null),
                withoutEvents,
                now.ranked().stream()
                        .map(place -> words.rank(place, previous, yearBefore))
                        .toList(),
                now.unranked().stream().map(words::unranked).toList());
    }

    @ForReaders(Dataset.PUBLISHED_AIR)
    @GetMapping(value = "/api/v1/air/ranking.csv", produces = "text/csv")
    @Operation(operationId = "airRankingCsv", summary = "The ranking of a period, as CSV")
    ResponseEntity<String> rankingCsv(
            Sight sight,
            @Parameter(description = PERIOD, example = "2026-03") @RequestParam(required = false)
                    @Nullable String period,
            @Parameter(description = EVENTS) @RequestParam(defaultValue = "false")
                    boolean withoutEvents,
            @Parameter(description = PLACES) @RequestParam(defaultValue = "cities") String of) {
        RankingDocument ranking = ranking(sight, period, withoutEvents, of);
        return AskedDays.csv(
                asked.held(sight),
                "ranking-" + ranking.period().text().replace('/', '_'),
                StatisticsCsv.ranking(ranking));
    }

    /** Events are claimed of cities, so that of stations there is one ranking only. */
    private Ranking ranking(Sight sight, Period period, boolean withoutEvents, String of) {
        if (of.equals("stations") && withoutEvents) {
            throw Refusal.badInput("evaluation.stations-have-no-events", Map.of());
        }
        return switch (of) {
            case "cities" -> statistics.ranking(sight.jurisdictions(), period, withoutEvents);
            case "stations" -> statistics.rankingOfStations(sight.jurisdictions(), period);
            default -> throw Refusal.badInput("evaluation.places-unreadable", Map.of("value", of));
        };
    }

    private PlaceDays city(Sight sight, String code, @Nullable String from, @Nullable String to) {
        DailyAir.Span span = asked.days(sight, from, to);
        JurisdictionCode city = AskedDays.seen(sight, code);
        PlaceDays found = days.cities(Set.of(city), span.first(), span.last()).get(city);
        if (found == null) {
            throw AskedDays.unknown(code);
        }
        return found;
    }

    private static List<DayDocument> documents(PlaceDays city, DailyAir.Span span) {
        List<DayDocument> documents = new ArrayList<>();
        for (LocalDate day = span.first(); !day.isAfter(span.last()); day = day.plusDays(1)) {
            int at = city.at(day);
            if (at >= 0 && city.held(at)) {
                documents.add(StatisticsWords.day(city, at));
            }
        }
        return documents;
    }
}
