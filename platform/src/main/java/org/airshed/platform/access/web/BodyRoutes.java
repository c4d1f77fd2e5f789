package org.airshed.platform.access.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.airshed.platform.access.Bodies;
import org.airshed.platform.access.Body;
import org.airshed.platform.access.NewBody;
import org.airshed.platform.access.Seat;
import org.airshed.platform.rights.ActKind;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.Dataset;
import org.airshed.platform.rights.ForActors;
import org.airshed.platform.rights.ForReaders;
import org.airshed.platform.rights.Sight;
import org.airshed.platform.server.BilingualText;
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

/** Bodies and the seats in them. */
@RestController
final class BodyRoutes {
    private final Bodies bodies;

    BodyRoutes(Bodies bodies) {
        this.bodies = bodies;
    }

    @ForReaders(Dataset.PEOPLE)
    @GetMapping("/api/v1/bodies")
    @Operation(operationId = "bodies", summary = "The bodies you may see, by code")
    Page<BodyDocument> bodies(Sight sight, Paging paging) {
        Page<Body> page = bodies.bodies(paging);
        return new Page<>(page.items().stream().map(BodyRoutes::document).toList(), page.next());
    }

    @ForActors(ActKind.MANAGE_MANDATES)
    @PostMapping("/api/v1/bodies")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "setUpBody", summary = "Set up a body with its roles")
    BodyDocument setUp(Authority authority, @Valid @RequestBody BodyEntry entry) {
        return document(
                bodies.setUp(
                        authority,
                        new NewBody(
                                entry.code(),
                                entry.zhName(),
                                entry.enName(),
                                entry.kind(),
                                Entered.of("jurisdiction", entry.jurisdiction()),
                                Entered.validity(entry.from(), entry.to()),
                                entry.roles().stream()
                                        .map(role ->
                                                new Body.Role(
                                                        role.code(),
                                                        role.name().zh(),
                                                        role.name().en()))
                                        .toList())));
    }

    @ForActors(ActKind.MANAGE_MANDATES)
    @PostMapping("/api/v1/bodies/{body}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "closeBody", summary = "End a body and what its seats give")
    void close(
            Authority authority,
            @Parameter(description = "The body's code", example = "joint-office") @PathVariable
                    String body) {
        bodies.close(authority, body);
    }

    @ForReaders(Dataset.PEOPLE)
    @GetMapping("/api/v1/seats")
    @Operation(operationId = "seats", summary = "The seats you may see")
    Page<SeatDocument> seats(Sight sight, Paging paging) {
        Page<Seat> page = bodies.seats(paging);
        return new Page<>(page.items().stream().map(BodyRoutes::document).toList(), page.next());
    }

    @ForActors(ActKind.MANAGE_MANDATES)
    @PostMapping("/api/v1/seats")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "giveSeat", summary = "Seat a person in a body")
    SeatDocument giveSeat(Authority authority, @Valid @RequestBody SeatEntry entry) {
        return document(
                bodies.giveSeat(
                        authority,
                        entry.person(),
                        entry.body(),
                        entry.role(),
                        Optional.ofNullable(entry.deputyOf()),
                        Entered.validityFromNow(entry.from(), entry.to())));
    }

    @ForActors(ActKind.MANAGE_MANDATES)
    @PostMapping("/api/v1/seats/{seat}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "endSeat", summary = "End a seat")
    void endSeat(
            Authority authority,
            @Parameter(description = "The seat's id") @PathVariable UUID seat) {
        bodies.endSeat(authority, seat);
    }

    private static BodyDocument document(Body body) {
        return new BodyDocument(
                body.code(),
                new BilingualText(body.zhName(), body.enName()),
                body.kind(),
                body.jurisdiction().code(),
                body.validity().from(),
                body.validity().to(),
                body.roles().stream()
                        .map(role ->
                                new RoleDocument(
                                        role.code(),
                                        new BilingualText(role.zhName(), role.enName())))
                        .toList());
    }

    private static SeatDocument document(Seat seat) {
        return new SeatDocument(
                seat.id(),
                seat.person(),
                seat.body(),
                seat.role(),
                seat.deputyOf(),
                seat.validity().from(),
                seat.validity().to());
    }

    /** A role within a body, as sent. */
    @Schema(name = "BodyRole", description = "What somebody can be within a body.")
    record RoleDocument(
            @Schema(description = "The code", requiredMode = Schema.RequiredMode.REQUIRED) @NotBlank
                    String code,
            @Schema(description = "The name", requiredMode = Schema.RequiredMode.REQUIRED) @NotNull
                    BilingualText name) {}

    /** A body to be set up, as sent. */
    @Schema(name = "BodyEntry", description = "A body to be set up.")
    record BodyEntry(
            @Schema(description = "The code", example = "joint-office") @NotBlank @Size(max = 64)
                    String code,
            @Schema(description = "The name in Chinese") @NotBlank @Size(max = 200) String zhName,
            @Schema(description = "The name in English") @NotBlank @Size(max = 200) String enName,
            @Schema(description = "What sort of body", example = "office") @NotBlank @Size(max = 64)
                    String kind,
            @Schema(description = "Where it belongs; * for nowhere in particular") @NotBlank
                    String jurisdiction,
            @Schema(description = "Since when; absent: now") @Nullable Instant from,
            @Schema(description = "Until when") @Nullable Instant to,
            @Schema(description = "Its roles") @NotEmpty @Valid List<RoleDocument> roles) {}

    /** A body, as sent. */
    @Schema(name = "Body", description = "A body that holds mandates.")
    record BodyDocument(
            @Schema(description = "The code", requiredMode = Schema.RequiredMode.REQUIRED)
                    String code,
            @Schema(description = "The name", requiredMode = Schema.RequiredMode.REQUIRED)
                    BilingualText name,
            @Schema(description = "What sort of body", requiredMode = Schema.RequiredMode.REQUIRED)
                    String kind,
            @Schema(description = "Where it belongs", requiredMode = Schema.RequiredMode.REQUIRED)
                    String jurisdiction,
            @Schema(description = "Since when", requiredMode = Schema.RequiredMode.REQUIRED)
                    Instant from,
            @Schema(description = "Until when", type = "string", format = "date-time")
                    Optional<Instant> to,
            @Schema(description = "Its roles", requiredMode = Schema.RequiredMode.REQUIRED)
                    List<RoleDocument> roles) {}

    /** A seat to be given, as sent. */
    @Schema(name = "SeatEntry", description = "A seat to be given.")
    record SeatEntry(
            @Schema(description = "Who") @NotNull UUID person,
            @Schema(description = "The body's code") @NotBlank String body,
            @Schema(description = "The role's code") @NotBlank String role,
            @Schema(description = "The seat whose holder they stand in for")
                    @Nullable UUID deputyOf,
            @Schema(description = "Since when; absent: now") @Nullable Instant from,
            @Schema(description = "Until when") @Nullable Instant to) {}

    /** A seat, as sent. */
    @Schema(name = "Seat", description = "A person's place in a body.")
    record SeatDocument(
            @Schema(description = "The id", requiredMode = Schema.RequiredMode.REQUIRED) UUID id,
            @Schema(description = "Who", requiredMode = Schema.RequiredMode.REQUIRED) UUID person,
            @Schema(description = "The body's code", requiredMode = Schema.RequiredMode.REQUIRED)
                    String body,
            @Schema(description = "The role's code", requiredMode = Schema.RequiredMode.REQUIRED)
                    String role,
            @Schema(
                            description = "The seat whose holder they stand in for",
                            type = "string",
                            format = "uuid")
                    Optional<UUID> deputyOf,
            @Schema(description = "Since when", requiredMode = Schema.RequiredMode.REQUIRED)
                    Instant from,
            @Schema(description = "Until when", type = "string", format = "date-time")
                    Optional<Instant> to) {}
}
