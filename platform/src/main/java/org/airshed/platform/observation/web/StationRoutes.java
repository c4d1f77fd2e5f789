package org.airshed.platform.observation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.airshed.platform.observation.Observations;
import org.airshed.platform.rights.Dataset;
import org.airshed.platform.rights.ForReaders;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.rights.Sight;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.airshed.platform.server.Refusal;
import org.airshed.platform.server.ServiceSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stations, and what they read with its revisions. */
@RestController
@Tag(name = "observation")
final class StationRoutes {
    private final Observations observations;
    private final ServiceSettings service;

    StationRoutes(Observations observations, ServiceSettings service) {
        this.observations = observations;
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

    private static Instant instant(String parameter, @Nullable String text, Instant otherwise) {
        try {
            return text == null || text.isBlank() ? otherwise : Instant.parse(text);
        } catch (DateTimeException unreadable) {
            throw Refusal.badInput(
                    "observation.time-unreadable", Map.of("parameter", parameter, "value", text));
        }
    }
}
