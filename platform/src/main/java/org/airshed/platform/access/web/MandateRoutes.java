package org.airshed.platform.access.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.airshed.platform.access.Bodies;
import org.airshed.platform.access.DataGrant;
import org.airshed.platform.access.Mandate;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Mandates and data grants: what bodies may do and see. */
@RestController
final class MandateRoutes {
    private final Bodies bodies;

    MandateRoutes(Bodies bodies) {
        this.bodies = bodies;
    }

    @ForReaders(Dataset.PEOPLE)
    @GetMapping("/api/v1/mandates")
    @Operation(operationId = "mandates", summary = "The mandates you may see")
    Page<MandateDocument> mandates(Sight sight, Paging paging) {
        Page<Mandate> page = bodies.mandates(paging);
        return new Page<>(page.items().stream().map(MandateRoutes::document).toList(), page.next());
    }

    @ForActors(ActKind.MANAGE_MANDATES)
    @PostMapping("/api/v1/mandates")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "giveMandate",
            summary = "Let a role of a body perform an act, within your own scope")
    MandateDocument give(Authority authority, @Valid @RequestBody MandateEntry entry) {
        return document(
                bodies.giveMandate(
                        authority,
                        entry.body(),
                        entry.role(),
                        Entered.word(ActKind.values(), ActKind::code, entry.act()),
                        Entered.of("scope", entry.scope()),
                        entry.source(),
                        Entered.validityFromNow(entry.from(), entry.to())));
    }

    @ForActors(ActKind.MANAGE_MANDATES)
    @PostMapping("/api/v1/mandates/{mandate}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "endMandate", summary = "End a mandate")
    void end(
            Authority authority,
            @Parameter(description = "The mandate's id") @PathVariable UUID mandate) {
        bodies.endMandate(authority, mandate);
    }

    @ForReaders(Dataset.PEOPLE)
    @GetMapping("/api/v1/data-grants")
    @Operation(operationId = "dataGrants", summary = "The data grants you may see")
    Page<DataGrantDocument> dataGrants(Sight sight, Paging paging) {
        Page<DataGrant> page = bodies.dataGrants(paging);
        return new Page<>(page.items().stream().map(MandateRoutes::document).toList(), page.next());
    }

    @ForActors(ActKind.GRANT_DATA)
    @PostMapping("/api/v1/data-grants")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "grantData",
            summary = "Open a dataset to a body or to the public, within your own scope")
    DataGrantDocument grant(Authority authority, @Valid @RequestBody DataGrantEntry entry) {
        return document(
                bodies.grantData(
                        authority,
                        Optional.ofNullable(entry.body()),
                        Entered.word(Dataset.values(), Dataset::code, entry.dataset()),
                        Entered.of("scope", entry.scope()),
                        entry.source(),
                        Entered.validityFromNow(entry.from(), entry.to())));
    }

    @ForActors(ActKind.GRANT_DATA)
    @PostMapping("/api/v1/data-grants/{grant}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "endDataGrant", summary = "End a data grant")
    void endGrant(
            Authority authority,
            @Parameter(description = "The data grant's id") @PathVariable UUID grant) {
        bodies.endDataGrant(authority, grant);
    }

    private static MandateDocument document(Mandate mandate) {
        return new MandateDocument(
                mandate.id(),
                mandate.body(),
                mandate.role(),
                mandate.act().code(),
                mandate.scope().code(),
                mandate.source(),
                mandate.validity().from(),
                mandate.validity().to());
    }

    private static DataGrantDocument document(DataGrant grant) {
        return new DataGrantDocument(
                grant.id(),
                grant.body(),
                grant.dataset().code(),
                grant.scope().code(),
                grant.source(),
                grant.validity().from(),
                grant.validity().to());
    }

    /** A mandate to be given, as sent. */
    @Schema(name = "MandateEntry", description = "A mandate to be given.")
    record MandateEntry(
            @Schema(description = "The body's code") @NotBlank String body,
            @Schema(description = "The role's code") @NotBlank String role,
            @Schema(description = "The act's code", example = "observation.import") @NotBlank
                    String act,
            @Schema(description = "The jurisdiction it covers with all below; * for all") @NotBlank
                    String scope,
            @Schema(description = "The text that gives it") @NotBlank @Size(max = 1000)
                    String source,
            @Schema(description = "Since when; absent: now") @Nullable Instant from,
            @Schema(description = "Until when") @Nullable Instant to) {}

    /** A mandate, as sent. */
    @Schema(name = "Mandate", description = "What a role of a body may do, and where.")
    record MandateDocument(
            @Schema(description = "The id", requiredMode = Schema.RequiredMode.REQUIRED) UUID id,
            @Schema(description = "The body's code", requiredMode = Schema.RequiredMode.REQUIRED)
                    String body,
            @Schema(description = "The role's code", requiredMode = Schema.RequiredMode.REQUIRED)
                    String role,
            @Schema(description = "The act's code", requiredMode = Schema.RequiredMode.REQUIRED)
                    String act,
            @Schema(description = "What it covers", requiredMode = Schema.RequiredMode.REQUIRED)
                    String scope,
            @Schema(
                            description = "The text that gives it",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String source,
            @Schema(description = "Since when", requiredMode = Schema.RequiredMode.REQUIRED)
                    Instant from,
            @Schema(description = "Until when", type = "string", format = "date-time")
                    Optional<Instant> to) {}

    /** A data grant to be given, as sent. */
    @Schema(name = "DataGrantEntry", description = "A data grant to be given.")
    record DataGrantEntry(
            @Schema(description = "The body's code; absent: the public") @Nullable String body,
            @Schema(description = "The dataset's code", example = "air.published") @NotBlank
                    String dataset,
            @Schema(description = "The jurisdiction it covers with all below; * for all") @NotBlank
                    String scope,
            @Schema(description = "The text that gives it") @NotBlank @Size(max = 1000)
                    String source,
            @Schema(description = "Since when; absent: now") @Nullable Instant from,
            @Schema(description = "Until when") @Nullable Instant to) {}

    /** A data grant, as sent. */
    @Schema(name = "DataGrant", description = "Which data a body or the public may see.")
    record DataGrantDocument(
            @Schema(description = "The id", requiredMode = Schema.RequiredMode.REQUIRED) UUID id,
            @Schema(description = "The body's code; absent: the public", type = "string")
                    Optional<String> body,
            @Schema(description = "The dataset's code", requiredMode = Schema.RequiredMode.REQUIRED)
                    String dataset,
            @Schema(description = "What it covers", requiredMode = Schema.RequiredMode.REQUIRED)
                    String scope,
            @Schema(
                            description = "The text that gives it",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String source,
            @Schema(description = "Since when", requiredMode = Schema.RequiredMode.REQUIRED)
                    Instant from,
            @Schema(description = "Until when", type = "string", format = "date-time")
                    Optional<Instant> to) {}
}
