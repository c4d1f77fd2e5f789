package org.airshed.platform.evaluation.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.evaluation.Explaining;
import org.airshed.platform.evaluation.RealTimeAir;
import org.airshed.platform.evaluation.RealTimeAir.HourOfCity;
import org.airshed.platform.evaluation.RegionAir;
import org.airshed.platform.evaluation.web.AirDocuments.CitiesDocument;
import org.airshed.platform.evaluation.web.AirDocuments.ExplanationDocument;
import org.airshed.platform.evaluation.web.AirDocuments.HoursDocument;
import org.airshed.platform.evaluation.web.AirDocuments.SeriesDocument;
import org.airshed.platform.evaluation.web.AirDocuments.StationsDocument;
import org.airshed.platform.observation.Held;
import org.airshed.platform.observation.Observations;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.quality.Quality;
import org.airshed.platform.rights.Dataset;
import org.airshed.platform.rights.ForReaders;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.rights.Sight;
import org.airshed.platform.server.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Real-time air of cities and stations, as far as the asker may see it. */
@RestController
@Tag(name = "evaluation")
final class AirRoutes {
    private static final int LONGEST_SERIES_H = 31 * 24;
    private static final int USUAL_SERIES_H = 48;
    private static final String HOUR = "The end of the hour, UTC; the latest when not given";
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final Observations observations;
    private final Quality quality;
    private final AirWords words;
    private final LimitLines limits;

    private final JsonMapper json;

    /** A map is asked for by many at once; what it depends on is its key. */
    private record MapQuestion(Set<JurisdictionCode> of, Instant hourEnd, long changes) {}

    /**
     * The answers as they are sent: to write one takes longer than everything else of a request.
     */
    private final Cache<MapQuestion, byte[]> maps =
            Caffeine.newBuilder()
                    .maximumSize(256)
                    .expireAfterWrite(
                            Duration.ofMinutes(1)) // names of cities change without readings
                    .build();

    AirRoutes(
            Observations observations,
            Quality quality,
            AirWords words,
            LimitLines limits,
            JsonMapper json) {
        this.json = json;
        this.observations = observations;
        this.quality = quality;
        this.words = words;
        this.limits = limits;
    }

    @ForReaders(Dataset.PUBLISHED_AIR)
    @GetMapping("/api/v1/air/hours")
    @Operation(operationId = "airHours", summary = "Which hours are held, and where they come from")
    HoursDocument hours(Sight sight) {
        Held held = held(sight);
        return new HoursDocument(
                held.firstHour(),
                held.lastHour(),
                (int) Duration.between(held.firstHour(), held.lastHour()).toHours() + 1,
                held.zone().getId(),
                words.origin(held.origin()));
    }

    @ForReaders(Dataset.PUBLISHED_AIR)
    @GetMapping("/api/v1/air/cities")
    @Operation(operationId = "airOfCities", summary = "The air of every visible city in one hour")
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = CitiesDocument.class)))
    ResponseEntity<byte[]> cities(
            Sight sight,
            @Parameter(description = HOUR, example = "2026-03-12T12:00:00Z")
                    @RequestParam(required = false)
                    @Nullable String hour) {
        Held held = held(sight);
        Instant hourEnd = instant("hour", hour, held.lastHour());
        byte[] answer =
                maps.get(
                        new MapQuestion(sight.jurisdictions(), hourEnd, held.changes()),
                        any -> json.writeValueAsBytes(cities(hourEnd, held, sight)));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(answer);
    }

    private CitiesDocument cities(Instant hourEnd, Held held, Sight sight) {
        RegionAir air = at(hourEnd, held, sight);
        return new CitiesDocument(
                air.hourEnd(),
                words.origin(air.origin()),
                air.origin().provisional(),
                words.standard(air.standard()),
                words.scale(),
                words.coverage(air),
                air.cities().stream().map(words::city).toList());
    }

    @ForReaders(Dataset.PUBLISHED_AIR)
    @GetMapping(value = "/api/v1/air/cities.csv", produces = "text/csv")
    @Operation(
            operationId = "airOfCitiesCsv",
            summary = "The air of every visible city in one hour, as CSV")
    ResponseEntity<String> citiesCsv(
            Sight sight,
            @Parameter(description = HOUR, example = "2026-03-12T12:00:00Z")
                    @RequestParam(required = false)
                    @Nullable String hour) {
        Held held = held(sight);
        RegionAir air = at(instant("hour", hour, held.lastHour()), held, sight);
        String label = air.origin().synthetic() ? "SYNTHETIC-" : "";
        String name =
                "airshed-" + label + "cities-" + air.hourEnd().toString().replace(":", "") + ".csv";
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(AirCsv.cities(air, held.zone(), words));
    }

    @ForReaders(Dataset.PUBLISHED_AIR)
    @GetMapping("/api/v1/air/stations")
    @Operation(operationId = "airOfStations", summary = "The air at every visible station")
    StationsDocument stations(
            Sight sight,
            @Parameter(description = HOUR, example = "2026-03-12T12:00:00Z")
                    @RequestParam(required = false)
                    @Nullable String hour) {
        Readings readings = quality.usable(hourOf(hour, sight, sight.jurisdictions()));
        return new StationsDocument(
                readings.firstHour(),
                words.origin(readings.origin()),
                new RealTimeAir(readings)
                        .stationsAt(readings.firstHour(), sight.jurisdictions()).stream()
                                .map(words::station)
                                .toList());
    }

    @ForReaders(Dataset.PUBLISHED_AIR)
    @GetMapping("/api/v1/air/cities/{code}/series")
    @Operation(
            operationId = "airSeriesOfCity",
            summary = "The air of one city hour by hour; at most 31 days, usually the last 48 h")
    SeriesDocument series(
            Sight sight,
            @Parameter(description = "The city's code", example = "130600") @PathVariable
                    String code,
            @Parameter(description = "End of the first hour, UTC", example = "2026-03-10T13:00:00Z")
                    @RequestParam(required = false)
                    @Nullable String from,
            @Parameter(description = "End of the last hour, UTC", example = "2026-03-12T12:00:00Z")
                    @RequestParam(required = false)
                    @Nullable String to) {
        JurisdictionCode city = city(code, sight);
        Held held = held(sight);
        Instant last = instant("to", to, held.lastHour());
        Instant first = instant("from", from, last.minus(Duration.ofHours(USUAL_SERIES_H - 1L)));
        requireReasonable(first, last);
        first = first.isBefore(held.firstHour()) ? held.firstHour() : first;
        last = last.isAfter(held.lastHour()) ? held.lastHour() : last;
        if (first.isAfter(last)) {
            throw hourNotHeld(first, held);
        }
        Readings readings = quality.usable(observations.readings(Set.of(city), first, last));
        return series(city, airOf(city, readings).series(city, first, last), readings);
    }

    @ForReaders(Dataset.PUBLISHED_AIR)
    @GetMapping("/api/v1/air/cities/{code}/explanation")
    @Operation(
            operationId = "explainAirOfCity",
            summary = "How the index of a city in an hour came about, step by step")
    ExplanationDocument explanation(
            Sight sight,
            @Parameter(description = "The city's code", example = "130600") @PathVariable
                    String code,
            @Parameter(description = HOUR, example = "2026-03-12T12:00:00Z")
                    @RequestParam(required = false)
                    @Nullable String hour) {
        JurisdictionCode city = city(code, sight);
        Readings readings = quality.usable(hourOf(hour, sight, Set.of(city)));
        return words.explanation(Explaining.of(airOf(city, readings), city, readings.firstHour()));
    }

    private SeriesDocument series(
            JurisdictionCode city, List<HourOfCity> series, Readings readings) {
        List<@Nullable Integer> aqi = new ArrayList<>();
        Map<String, List<@Nullable BigDecimal>> values = new LinkedHashMap<>();
        Readings.POLLUTANTS.forEach(
                pollutant -> values.put(pollutant.code(), new ArrayList<>(series.size())));
        for (HourOfCity hour : series) {
            aqi.add(AirWords.boxed(hour.city().air().aqi()));
            for (Pollutant pollutant : Readings.POLLUTANTS) {
                List<@Nullable BigDecimal> column = values.get(pollutant.code());
                if (column != null) {
                    column.add(hour.city().air().mean(pollutant).orElse(null));
                }
            }
        }
        return new SeriesDocument(
                city.value(),
                words.name(city),
                words.origin(readings.origin()),
                series.stream().map(HourOfCity::hourEnd).toList(),
                aqi,
                values,
                series.isEmpty() ? List.of() : limits.at(series.getLast().hourEnd()));
    }

    private RegionAir at(Instant hourEnd, Held held, Sight sight) {
        if (!held.covers(hourEnd)) {
            throw hourNotHeld(hourEnd, held);
        }
        Readings readings =
                quality.usable(observations.readings(sight.jurisdictions(), hourEnd, hourEnd));
        return new RealTimeAir(readings).at(readings.firstHour(), sight.jurisdictions());
    }

    /** The readings of one hour: the one asked for, or the last that is held. */
    private Readings hourOf(@Nullable String hour, Sight sight, Set<JurisdictionCode> of) {
        Held held = held(sight);
        Instant hourEnd = instant("hour", hour, held.lastHour());
        if (!held.covers(hourEnd)) {
            throw hourNotHeld(hourEnd, held);
        }
        return observations.readings(of, hourEnd, hourEnd);
    }

    private static Refusal hourNotHeld(Instant hourEnd, Held held) {
        return Refusal.notFound(
                "evaluation.hour-not-held",
                Map.of(
                        "hour", hourEnd.toString(),
                        "first", held.firstHour().toString(),
                        "last", held.lastHour().toString()));
    }

    private Held held(Sight sight) {
        return observations
                .findHeld(sight.jurisdictions())
                .orElseThrow(() -> Refusal.notFound("evaluation.no-readings", Map.of()));
    }

    private static JurisdictionCode city(String code, Sight sight) {
        return sight.jurisdictions().stream()
                .filter(city -> city.value().equals(code))
                .findFirst()
                .orElseThrow(() -> cityUnknown(code));
    }

    /** A jurisdiction without evaluation points, a province say, has no air of its own. */
    private static RealTimeAir airOf(JurisdictionCode city, Readings readings) {
        RealTimeAir air = new RealTimeAir(readings);
        if (!air.cities().contains(city)) {
            throw cityUnknown(city.value());
        }
        return air;
    }

    private static Refusal cityUnknown(String code) {
        return Refusal.notFound("evaluation.city-unknown", Map.of("city", code));
    }

    private static void requireReasonable(Instant first, Instant last) {
        if (first.isAfter(last)) {
            throw Refusal.badInput(
                    "evaluation.period-reversed",
                    Map.of("from", first.toString(), "to", last.toString()));
        }
        long hours = Duration.between(first, last).toHours() + 1;
        if (hours > LONGEST_SERIES_H) {
            throw Refusal.badInput(
                    "evaluation.period-too-long",
                    Map.of(
                            "maximum", String.valueOf(LONGEST_SERIES_H),
                            "hours", String.valueOf(hours),
                            "from", first.toString(),
                            "to", last.toString()));
        }
    }

    private static Instant instant(String parameter, @Nullable String value, Instant otherwise) {
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        try {
            Instant hourEnd = Instant.parse(value);
            if (hourEnd.getEpochSecond() % 3600 == 0 && hourEnd.getNano() == 0) {
                return hourEnd;
            }
        } catch (DateTimeParseException unreadable) {
            // refused below, as an hour that does not end on the hour is
        }
        throw Refusal.badInput(
                "evaluation.time-unreadable", Map.of("parameter", parameter, "value", value));
    }
}
