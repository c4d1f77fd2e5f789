package org.airshed.platform.observation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.airshed.platform.observation.Instruments;
import org.airshed.platform.rights.ActKind;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.Dataset;
import org.airshed.platform.rights.ForActors;
import org.airshed.platform.rights.ForReaders;
import org.airshed.platform.rights.Sight;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Instruments of stations: listed, entered, ended. */
@RestController
@Tag(name = "observation")
final class InstrumentRoutes {
    private final Instruments instruments;

    InstrumentRoutes(Instruments instruments) {
        this.instruments = instruments;
    }

    @ForReaders(Dataset.PUBLISHED_AIR)
    @GetMapping("/api/v1/instruments")
    @Operation(
            operationId = "instruments",
            summary = "Instruments by station; those in force at a moment, or all there ever were")
    Page<InstrumentDocument> instruments(
            Sight sight,
            Paging paging,
            @Parameter(description = "Only of this station", example = "1051A")
                    @RequestParam(required = false)
                    @Nullable String station,
            @Parameter(
                            description = "Only those in force at this moment, UTC",
                            example = "2026-03-12T12:00:00Z")
                    @RequestParam(required = false)
                    @Nullable String at) {
        Optional<Instant> moment =
                Optional.ofNullable(at)
                        .map(text -> StationRoutes.instant("at", text, Instant.EPOCH));
        var page = instruments.instruments(Optional.ofNullable(station), moment, paging);
        return new Page<>(page.items().stream().map(InstrumentDocument::of).toList(), page.next());
    }

    @ForActors(ActKind.KEEP_STATIONS)
    @PostMapping("/api/v1/stations/{code}/instruments")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "enterInstrument", summary = "Enters an instrument of a station")
    InstrumentDocument enter(
            Authority authority,
            @Parameter(description = "The station's code", example = "1051A") @PathVariable
                    String code,
            @Valid @RequestBody InstrumentDocument.EntryRequest request) {
        return InstrumentDocument.of(instruments.enter(authority, code, request.entry()));
    }

    @ForActors(ActKind.KEEP_STATIONS)
    @PostMapping("/api/v1/instruments/{instrument}/end")
    @Operation(operationId = "endInstrument", summary = "Ends an instrument")
    InstrumentDocument end(
            Authority authority,
            @Parameter(description = "The instrument's id") @PathVariable UUID instrument,
            @Valid @RequestBody InstrumentDocument.EndRequest request) {
        return InstrumentDocument.of(
                instruments.end(
                        authority,
                        instrument,
                        StationRoutes.possible("at", request.at()),
                        request.source()));
    }
}
