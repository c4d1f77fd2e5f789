package org.airshed.platform.observation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airshed.platform.observation.Observations;
import org.airshed.platform.observation.Standing;
import org.airshed.platform.observation.Stations;
import org.airshed.platform.rights.ActKind;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.Dataset;
import org.airshed.platform.rights.ForActors;
import org.airshed.platform.rights.ForReaders;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.rights.Sight;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.airshed.platform.server.Refusal;
import org.airshed.platform.server.ServiceSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stations, and what they read with its revisions. */
@RestController
@Tag(name = "observation")
final class StationRoutes {
    private final Observations observations;
    private final Stations register;
    private final ServiceSettings service;
    private final Clock clock = Clock.systemUTC();

    StationRoutes(Observations observations, Stations register, ServiceSettings service) {
        this.observations = observations;
        this.register = register;
        this.service = service;
    }

    @ForReaders(Dataset.PUBLISHED_AIR)
    @GetMapping("/api/v1/stations")
    @Operation(operationId = "stations", summary = "Stations by code, each as it stood last")
    Page<StationDocument> stations(
            Sight sight,
            Paging paging,
            @Parameter(description = "Only of this city", example = "130600")
                    @RequestParam(required = false)
                    @Nullable String jurisdiction) {
        var page =
                observations.stations(
                        Optional.ofNullable(jurisdiction).map(StationRoutes::code), paging);
        return new Page<>(page.items().stream().map(StationDocument::of).toList(), page.next());
    }

    @ForReaders(Dataset.PUBLISHED_AIR)
    @GetMapping("/api/v1/stations/{code}/standings")
    @Operation(
            operationId = "stationStandings",
            summary = "What a station was, period by period, the first first")
    Page<StationDocument> standings(
            Sight sight,
            @Parameter(description = "The station's code", example = "1051A") @PathVariable
                    String code) {
        return documents(register.standings(code));
    }

    @ForActors(ActKind.KEEP_STATIONS)
    @PostMapping("/api/v1/stations/{code}/standings")
    @Operation(
            operationId = "correctStanding",
            summary =
                    "Corrects what a station is from a day on; the city's days are derived anew where"
                            + " its role changed")
    Page<StationDocument> correct(
            Authority authority,
            @Parameter(description = "The station's code", example = "1051A") @PathVariable
                    String code,
            @Valid @RequestBody StandingRequest request) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), service.zone());
        return documents(register.correct(authority, code, request.correction(today)));
    }

    private static Page<StationDocument> documents(List<Standing> standings) {
        return new Page<>(standings.stream().map(StationDocument::of).toList(), Optional.empty());
    }

    private static JurisdictionCode code(String text) {
        try {
            return new JurisdictionCode(text);
        } catch (IllegalArgumentException misshapen) {
            throw Refusal.badInput("observation.jurisdiction-misshapen", Map.of("value", text));
        }
    }

    @ForReaders(Dataset.READINGS)
    @GetMapping("/api/v1/readings")
    @Operation(
            operationId = "readings",
            summary =
                    "The hours of a station as they stand, the latest first, with what was received"
                            + " before a revision")
    Page<StationDocument.Read> readings(
            Sight sight,
            Paging paging,
            @Parameter(description = "The station's code", example = "1051A") @RequestParam
                    String station,
            @Parameter(description = "End of the first hour, UTC", example = "2026-03-10T13:00:00Z")
                    @RequestParam(required = false)
                    @Nullable String from,
            @Parameter(description = "End of the last hour, UTC", example = "2026-03-12T12:00:00Z")
                    @RequestParam(required = false)
                    @Nullable String to) {
        var page =
                observations.hours(
                        station,
                        instant("from", from, Instant.EPOCH),
                        instant("to", to, Instant.now().plusSeconds(86_400)),
                        paging);
        return new Page<>(
                page.items().stream()
                        .map(hour -> StationDocument.Read.of(hour, service.zone()))
                        .toList(),
                page.next());
    }

    static Instant instant(String parameter, @Nullable String text, Instant otherwise) {
        try {
            return text == null || text.isBlank()
                    ? otherwise
                    : possible(parameter, Instant.parse(text));
        } catch (DateTimeException unreadable) {
            throw Refusal.badInput(
                    "observation.time-unreadable", Map.of("parameter", parameter, "value", text));
        }
    }

    /** Refuses years without four digits: the database knows fewer moments than an instant. */
    static Instant possible(String parameter, Instant moment) {
        int year = moment.atOffset(ZoneOffset.UTC).getYear();
        if (year < 1 || year > 9999) {
            throw Refusal.badInput(
                    "observation.time-impossible",
                    Map.of("parameter", parameter, "value", moment.toString()));
        }
        return moment;
    }
}
