package org.airshed.platform.evaluation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.airshed.engine.averaging.NaturalDay;
import org.airshed.platform.evaluation.DailyAir;
import org.airshed.platform.evaluation.WindOfCity;
import org.airshed.platform.evaluation.web.WindDocuments.CityWindDocument;
import org.airshed.platform.evaluation.web.WindDocuments.MeanWindDocument;
import org.airshed.platform.evaluation.web.WindDocuments.RoseDocument;
import org.airshed.platform.observation.Held;
import org.airshed.platform.observation.Observations;
import org.airshed.platform.observation.WindReadings;
import org.airshed.platform.rights.Dataset;
import org.airshed.platform.rights.ForReaders;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.rights.Sight;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The wind beside a city's days, where some station reads it. */
@RestController
@Tag(name = "evaluation")
final class WindRoutes {
    private static final int HOUR_S = 3600;

    private final Observations observations;
    private final AskedDays asked;
    private final AirWords words;

    WindRoutes(Observations observations, AskedDays asked, AirWords words) {
        this.observations = observations;
        this.asked = asked;
        this.words = words;
    }

    @ForReaders(Dataset.PUBLISHED_AIR)
    @GetMapping("/api/v1/air/cities/{code}/wind")
    @Operation(
            operationId = "airWindOfCity",
            summary =
                    "The wind of a city day by day and as a rose; at most 366 days, usually the last"
                            + " 366 held")
    CityWindDocument wind(
            Sight sight,
            @Parameter(description = "The city's code", example = "110000") @PathVariable
                    String code,
            @Parameter(description = "The first day", example = "2016-03-01")
                    @RequestParam(required = false)
                    @Nullable String from,
            @Parameter(description = "The last day", example = "2016-03-31")
                    @RequestParam(required = false)
                    @Nullable String to) {
        Held held = asked.held(sight);
        JurisdictionCode city = AskedDays.seen(sight, code);
        WindOfCity wind = wind(city, asked.days(sight, from, to), held);
        return new CityWindDocument(
                code,
                words.name(city),
                words.origin(held.origin()),
                held.zone().getId(),
                WindDocuments.days(wind),
                MeanWindDocument.of(wind.period(), wind.expected()),
                RoseDocument.of(wind.rose()));
    }

    @ForReaders(Dataset.PUBLISHED_AIR)
    @GetMapping(value = "/api/v1/air/cities/{code}/wind.csv", produces = "text/csv")
    @Operation(operationId = "airWindOfCityCsv", summary = "The wind of a city day by day, as CSV")
    ResponseEntity<String> windCsv(
            Sight sight,
            @Parameter(description = "The city's code", example = "110000") @PathVariable
                    String code,
            @Parameter(description = "The first day", example = "2016-03-01")
                    @RequestParam(required = false)
                    @Nullable String from,
            @Parameter(description = "The last day", example = "2016-03-31")
                    @RequestParam(required = false)
                    @Nullable String to) {
        CityWindDocument wind = wind(sight, code, from, to);
        return AskedDays.csv(asked.held(sight), "wind-" + code, StatisticsCsv.wind(wind));
    }

    private WindOfCity wind(JurisdictionCode city, DailyAir.Span span, Held held) {
        WindReadings readings =
                observations.wind(
                        city,
                        new NaturalDay(span.first(), held.zone()).start().plusSeconds(HOUR_S),
                        new NaturalDay(span.last(), held.zone()).end());
        return WindOfCity.of(readings, span.first(), span.last(), held.zone());
    }
}
