package org.airshed.platform.evaluation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.airshed.engine.airquality.Gb3095;
import org.airshed.engine.averaging.Rational;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.evaluation.Period;
import org.airshed.platform.evaluation.PlaceStatistics;
import org.airshed.platform.evaluation.Ranking;
import org.airshed.platform.evaluation.RegionStatistics;
import org.airshed.platform.evaluation.Reported;
import org.airshed.platform.evaluation.Statistics;
import org.airshed.platform.evaluation.web.AirDocuments.MissingDocument;
import org.airshed.platform.evaluation.web.RegionFiguresDocuments.CityIndexDocument;
import org.airshed.platform.evaluation.web.RegionFiguresDocuments.LeftOutDocument;
import org.airshed.platform.evaluation.web.RegionFiguresDocuments.RegionCityDocument;
import org.airshed.platform.evaluation.web.RegionFiguresDocuments.RegionCountDocument;
import org.airshed.platform.evaluation.web.RegionFiguresDocuments.RegionDocument;
import org.airshed.platform.evaluation.web.RegionFiguresDocuments.RegionPollutantDocument;
import org.airshed.platform.evaluation.web.RegionFiguresDocuments.RegionWayDocument;
import org.airshed.platform.rights.Dataset;
import org.airshed.platform.rights.ForReaders;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.rights.Sight;
import org.airshed.platform.server.BilingualText;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures of cities together: what the figures of a bulletin lead to. */
@RestController
@Tag(name = "evaluation")
final class RegionFiguresRoutes {
    private static final int EXACT_DECIMALS = 6;

    private final AskedDays asked;
    private final Statistics statistics;
    private final AirWords words;

    RegionFiguresRoutes(AskedDays asked, Statistics statistics, AirWords words) {
        this.asked = asked;
        this.statistics = statistics;
        this.words = words;
    }

    @ForReaders(Dataset.PUBLISHED_AIR)
    @GetMapping("/api/v1/air/region")
    @Operation(
            operationId = "airRegion",
            summary =
                    "Cities together over a period, with and without events: means, changes since the"
                            + " year before, days by level, and which cities they are made of")
    RegionDocument region(
            Sight sight,
            @Parameter(description = AskedDays.PERIOD, example = "2026-03")
                    @RequestParam(required = false)
                    @Nullable String period,
            @Parameter(
                            description =
                                    "Only these cities, codes between commas; every visible city"
                                            + " with a valid day when not given",
                            example = "130100,130600")
                    @RequestParam(required = false)
                    @Nullable String cities) {
        Period over = asked.period(sight, period);
        RegionStatistics region = statistics.region(cities(sight, cities, over), over);
        return new RegionDocument(
                StatisticsWords.period(over),
                StatisticsWords.period(over.yearBefore()),
                words.origin(asked.held(sight).origin()),
                Gb3095.findInForce(over.last()).map(Gb3095::id).orElse(null),
                new RegionCountDocument(
                        region.withValidDays(),
                        region.made().size(),
                        region.ranking().ranked().size()),
                way(region.raw()),
                way(region.adjusted()),
                region.cleanest().stream().map(this::ranked).toList(),
                region.mostPolluted().stream().map(this::ranked).toList(),
                region.highest().stream()
                        .map(city ->
                                new CityIndexDocument(
                                        city.place().value(), words.name(city.place()), city.aqi()))
                        .toList(),
                region.made().stream().map(city -> city(city, region.ranking())).toList(),
                new TreeMap<>(region.leftOut())
                        .entrySet().stream()
                                .map(city -> leftOut(city.getKey(), city.getValue()))
                                .toList());
    }

    private Set<JurisdictionCode> cities(Sight sight, @Nullable String cities, Period period) {
        if (cities == null || cities.isBlank()) {
            return statistics.of(sight.jurisdictions(), period).stream()
                    .map(city -> city.raw().place())
                    .collect(Collectors.toUnmodifiableSet());
        }
        return Stream.of(cities.split(","))
                .map(code -> AskedDays.seen(sight, code.strip()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static RegionWayDocument way(RegionStatistics.Way way) {
        return new RegionWayDocument(
                way.pollutants().stream().map(RegionFiguresRoutes::pollutant).toList(),
                way.index().days(),
                way.index().attained(),
                way.attainmentPercent().orElse(null),
                way.attainmentChange().orElse(null),
                way.index().perLevel(),
                way.heavyDays());
    }

    private static RegionPollutantDocument pollutant(RegionStatistics.OfPollutant line) {
        return new RegionPollutantDocument(
                line.pollutant().code(),
                line.pollutant() == Pollutant.CO ? "mg/m3" : "ug/m3",
                Reported.usesPercentile(line.pollutant()) ? "percentile" : "mean",
                line.reported().orElse(null),
                exact(line.value()),
                line.cities(),
                line.changePercent().orElse(null),
                line.compared());
    }

    private static @Nullable BigDecimal exact(Optional<Rational> value) {
        return value.map(exact -> exact.halfToEven(EXACT_DECIMALS)).orElse(null);
    }

    private RegionCityDocument ranked(Ranking.Place place) {
        return document(place.statistics(), place.rank());
    }

    private RegionCityDocument city(PlaceStatistics city, Ranking ranking) {
        return document(city, ranking.find(city).map(Ranking.Place::rank).orElse(null));
    }

    private RegionCityDocument document(PlaceStatistics city, @Nullable Integer rank) {
        return new RegionCityDocument(
                city.place().value(),
                words.name(city.place()),
                rank,
                Reported.composite(city).orElse(null));
    }

    private LeftOutDocument leftOut(JurisdictionCode city, RegionStatistics.LeftOut why) {
        BilingualText said = words.bilingual("evaluation.left-out." + why.code());
        return new LeftOutDocument(
                city.value(),
                words.name(city),
                new MissingDocument(why.code(), said.zh(), said.en()));
    }
}
