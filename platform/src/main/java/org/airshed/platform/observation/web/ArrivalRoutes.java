package org.airshed.platform.observation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.airshed.platform.observation.ArrivalTable;
import org.airshed.platform.observation.DataArrival;
import org.airshed.platform.observation.Held;
import org.airshed.platform.observation.Observations;
import org.airshed.platform.observation.Standing;
import org.airshed.platform.region.Jurisdiction;
import org.airshed.platform.region.Jurisdictions;
import org.airshed.platform.rights.Dataset;
import org.airshed.platform.rights.ForReaders;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.rights.Sight;
import org.airshed.platform.server.BilingualText;
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

/**
 * What has arrived, what is missing and how late. When a reading was received belongs to the
 * dataset of readings, not to published air (decision 0071).
 */
@RestController
@Tag(name = "observation")
final class ArrivalRoutes {
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final int USUAL_DAYS = 31;
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final String FROM = "The first local day; usually 31 days up to the last";
    private static final String TO = "The last local day, at most 92 on; usually the last held";

    private final Observations observations;
    private final DataArrival arrival;
    private final Jurisdictions jurisdictions;
    private final Clock clock = Clock.systemUTC();

    ArrivalRoutes(Observations observations, DataArrival arrival, Jurisdictions jurisdictions) {
        this.observations = observations;
        this.arrival = arrival;
        this.jurisdictions = jurisdictions;
    }

    /** The days asked for. */
    private record Days(LocalDate first, LocalDate last) {}

    @ForReaders(Dataset.READINGS)
    @GetMapping("/api/v1/arrivals")
    @Operation(
            operationId = "arrivals",
            summary = "City by city and day by day: hours expected and received, and how late")
    ArrivalDocument cities(
            Sight sight,
            @Parameter(description = FROM, example = "2026-03-01") @RequestParam(required = false)
                    @Nullable String from,
            @Parameter(description = TO, example = "2026-03-31") @RequestParam(required = false)
                    @Nullable String to) {
        Held held = held(sight);
        Days days = days(held, from, to);
        ArrivalTable table = arrival.cities(sight.jurisdictions(), days.first(), days.last());
        Map<String, BilingualText> names = names();
        return ArrivalDocument.of(
                table,
                held,
                table.places().stream()
                        .map(place ->
                                ArrivalDocument.Place.of(
                                        place, name(names, place.jurisdiction().value())))
                        .toList());
    }

    @ForReaders(Dataset.READINGS)
    @GetMapping(value = "/api/v1/arrivals.csv", produces = "text/csv")
    @Operation(operationId = "arrivalsCsv", summary = "The same as CSV, a row per city and day")
    ResponseEntity<String> citiesCsv(
            Sight sight,
            @Parameter(description = FROM, example = "2026-03-01") @RequestParam(required = false)
                    @Nullable String from,
            @Parameter(description = TO, example = "2026-03-31") @RequestParam(required = false)
                    @Nullable String to) {
        return csv("arrival", cities(sight, from, to));
    }

    @ForReaders(Dataset.READINGS)
    @GetMapping("/api/v1/arrivals/{city}")
    @Operation(
            operationId = "arrivalsOfCity",
            summary = "Station by station of a city: hours expected and received, gaps, how late")
    ArrivalDocument stations(
            Sight sight,
            @Parameter(description = "The city's code", example = "130600") @PathVariable
                    String city,
            @Parameter(description = FROM, example = "2026-03-01") @RequestParam(required = false)
                    @Nullable String from,
            @Parameter(description = TO, example = "2026-03-31") @RequestParam(required = false)
                    @Nullable String to) {
        JurisdictionCode seen = seen(sight, city);
        Held held = held(sight);
        Days days = days(held, from, to);
        ArrivalTable table =
                arrival.stations(seen, sight.jurisdictions(), days.first(), days.last());
        return ArrivalDocument.of(
                table,
                held,
                table.places().stream()
                        .map(place ->
                                ArrivalDocument.Place.of(
                                        place,
                                        name(
                                                Map.of(),
                                                place.station().map(Standing::name).orElse(city))))
                        .toList());
    }

    @ForReaders(Dataset.READINGS)
    @GetMapping(value = "/api/v1/arrivals/{city}/stations.csv", produces = "text/csv")
    @Operation(
            operationId = "arrivalsOfCityCsv",
            summary = "The same as CSV, a row per station and day")
    ResponseEntity<String> stationsCsv(
            Sight sight,
            @Parameter(description = "The city's code", example = "130600") @PathVariable
                    String city,
            @Parameter(description = FROM, example = "2026-03-01") @RequestParam(required = false)
                    @Nullable String from,
            @Parameter(description = TO, example = "2026-03-31") @RequestParam(required = false)
                    @Nullable String to) {
        return csv("arrival-" + seen(sight, city).value(), stations(sight, city, from, to));
    }

    private static ResponseEntity<String> csv(String name, ArrivalDocument arrival) {
        String label = arrival.source().synthetic() ? "SYNTHETIC-" : "";
        String file =
                "airshed-%s%s-%s_%s.csv"
                        .formatted(
                                label, name, arrival.days().getFirst(), arrival.days().getLast());
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file).build().toString())
                .body(ArrivalCsv.of(arrival));
    }

    private Held held(Sight sight) {
        return observations
                .findHeld(sight.jurisdictions())
                .orElseThrow(() -> Refusal.notFound("observation.no-readings", Map.of()));
    }

    private static JurisdictionCode seen(Sight sight, String city) {
        return sight.jurisdictions().stream()
                .filter(one -> one.value().equals(city))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.notFound("observation.city-unknown", Map.of("city", city)));
    }

    private static Days days(Held held, @Nullable String from, @Nullable String to) {
        Instant lastHour = held.lastHour();
        LocalDate last =
                to == null || to.isBlank() ? ArrivalDocument.day(held, lastHour) : day("to", to);
        LocalDate first =
                from == null || from.isBlank()
                        ? last.minusDays(USUAL_DAYS - 1L)
                        : day("from", from);
        if (first.isAfter(last) || first.isBefore(last.minusDays(DataArrival.MOST_DAYS - 1L))) {
            throw Refusal.badInput(
                    "observation.days-out-of-range",
                    Map.of(
                            "maximum", String.valueOf(DataArrival.MOST_DAYS),
                            "from", first.toString(),
                            "to", last.toString()));
        }
        return new Days(first, last);
    }

    private static LocalDate day(String parameter, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isBefore(EARLIEST) && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeException unreadable) {
            // refused below, as a day nobody measured by the hour on is
        }
        throw Refusal.badInput(
                "observation.day-unreadable", Map.of("parameter", parameter, "value", text));
    }

    private Map<String, BilingualText> names() {
        return jurisdictions.jurisdictions(clock.instant()).stream()
                .collect(Collectors.toMap(one -> one.code().value(), Jurisdiction::name));
    }

    /** What has no other name is called as it is written. */
    private static BilingualText name(Map<String, BilingualText> names, String written) {
        BilingualText known = names.get(written);
        return known == null ? new BilingualText(written, written) : known;
    }
}
