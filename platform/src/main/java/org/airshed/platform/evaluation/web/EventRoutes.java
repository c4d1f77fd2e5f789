package org.airshed.platform.evaluation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.airshed.platform.evaluation.DailyAir;
import org.airshed.platform.evaluation.ExceptionalEvent;
import org.airshed.platform.evaluation.ExceptionalEvents;
import org.airshed.platform.evaluation.Period;
import org.airshed.platform.observation.Readings;
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
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Exceptional events: claimed by one, decided by another, open to all. */
@RestController
@Tag(name = "evaluation")
final class EventRoutes {
    private static final int LONGEST_DAYS = 31;

    private final ExceptionalEvents events;
    private final DailyAir days;
    private final ServiceSettings service;
    private final Clock clock = Clock.systemUTC();

    EventRoutes(ExceptionalEvents events, DailyAir days, ServiceSettings service) {
        this.events = events;
        this.days = days;
        this.service = service;
    }

    @ForReaders(Dataset.PUBLISHED_AIR)
    @GetMapping("/api/v1/air/events")
    @Operation(
            operationId = "exceptionalEvents",
            summary = "Exceptional events claimed and decided, the latest days first")
    Page<EventDocument> events(Sight sight, Paging paging) {
        var page = events.events(paging);
        return new Page<>(page.items().stream().map(EventDocument::of).toList(), page.next());
    }

    @ForActors(ActKind.CLAIM_EVENT)
    @PostMapping("/api/v1/air/events")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "claimExceptionalEvent",
            summary = "Claims that dust or fire was behind the readings of some days")
    EventDocument claim(Authority authority, @Valid @RequestBody EventDocument.ClaimRequest claim) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), service.zone());
        if (claim.firstDay().getYear() < Period.FIRST_YEAR
                || claim.lastDay().isBefore(claim.firstDay())
                || !claim.lastDay().isBefore(today)
                || !claim.lastDay().isBefore(claim.firstDay().plusDays(LONGEST_DAYS))) {
            throw Refusal.badInput(
                    "evaluation.event-days",
                    Map.of(
                            "from", claim.firstDay().toString(),
                            "to", claim.lastDay().toString()));
        }
        JurisdictionCode city = city(claim.jurisdiction());
        authority.mandate(city);
        if (days.cities(Set.of(city), claim.firstDay(), claim.lastDay()).isEmpty()) {
            throw Refusal.badInput("evaluation.event-city", Map.of("value", claim.jurisdiction()));
        }
        return EventDocument.of(
                events.claim(
                        authority,
                        new ExceptionalEvent.Claim(
                                city,
                                claim.kind(),
                                Readings.POLLUTANTS.stream()
                                        .filter(one -> claim.pollutants().contains(one.code()))
                                        .collect(Collectors.toUnmodifiableSet()),
                                claim.firstDay(),
                                claim.lastDay(),
                                claim.evidence())));
    }

    private static JurisdictionCode city(String code) {
        try {
            return new JurisdictionCode(code);
        } catch (IllegalArgumentException misshapen) {
            throw Refusal.badInput("evaluation.event-city", Map.of("value", code));
        }
    }

    @ForActors(ActKind.DECIDE_EVENT)
    @PostMapping("/api/v1/air/events/{id}/decision")
    @Operation(
            operationId = "decideExceptionalEvent",
            summary = "Accepts or refuses a claim of somebody else")
    EventDocument decide(
            Authority authority,
            @Parameter(description = "The event's id") @PathVariable UUID id,
            @Valid @RequestBody EventDocument.DecisionRequest decision) {
        return EventDocument.of(
                events.decide(authority, id, decision.accepted(), decision.reason()));
    }
}
