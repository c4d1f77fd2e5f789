package org.airshed.platform.observation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.airshed.engine.substance.Species;
import org.airshed.platform.observation.Observations;
import org.airshed.platform.rights.Dataset;
import org.airshed.platform.rights.ForReaders;
import org.airshed.platform.rights.OpenToAll;
import org.airshed.platform.rights.Sight;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.airshed.platform.server.Refusal;
import org.airshed.platform.server.ServiceSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Species besides the six, and what stations read of them. */
@RestController
@Tag(name = "observation")
final class SpeciesRoutes {
    private final Observations observations;
    private final ServiceSettings service;

    SpeciesRoutes(Observations observations, ServiceSettings service) {
        this.observations = observations;
        this.service = service;
    }

    @OpenToAll
    @GetMapping("/api/v1/species")
    @Operation(
            operationId = "species",
            summary = "What stations may read besides the six pollutants, with units and ranges")
    Page<SpeciesDocument> species() {
        return new Page<>(
                Species.all().stream().map(SpeciesDocument::of).toList(), Optional.empty());
    }

    @ForReaders(Dataset.READINGS)
    @GetMapping("/api/v1/readings/other")
    @Operation(
            operationId = "otherReadings",
            summary =
                    "What a station read of other species than the six, as it stands, the latest hour"
                            + " first")
    Page<SpeciesDocument.Read> readings(
            Sight sight,
            Paging paging,
            @Parameter(description = "The station's code", example = "1051A") @RequestParam
                    String station,
            @Parameter(description = "Only of this species", example = "so4")
                    @RequestParam(required = false)
                    @Nullable String species,
            @Parameter(description = "End of the first hour, UTC", example = "2026-03-10T13:00:00Z")
                    @RequestParam(required = false)
                    @Nullable String from,
            @Parameter(description = "End of the last hour, UTC", example = "2026-03-12T12:00:00Z")
                    @RequestParam(required = false)
                    @Nullable String to) {
        var page =
                observations.otherHours(
                        station,
                        Optional.ofNullable(species).map(SpeciesRoutes::known),
                        StationRoutes.instant("from", from, Instant.EPOCH),
                        StationRoutes.instant("to", to, Instant.now().plusSeconds(86_400)),
                        paging);
        return new Page<>(
                page.items().stream()
                        .map(hour -> SpeciesDocument.Read.of(hour, service.zone()))
                        .toList(),
                page.next());
    }

    private static Species known(String code) {
        return Species.findByCode(code)
                .orElseThrow(() ->
                        Refusal.badInput("observation.species-unknown", Map.of("value", code)));
    }
}
