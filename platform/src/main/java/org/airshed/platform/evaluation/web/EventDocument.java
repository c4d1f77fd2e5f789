package org.airshed.platform.evaluation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.evaluation.ExceptionalEvent;
import org.airshed.platform.evaluation.ExceptionalEvent.State;
import org.airshed.platform.observation.Readings;
import org.jspecify.annotations.Nullable;

@Schema(name = "ExceptionalEvent", description = "Days whose readings dust or fire made")
record EventDocument(
        @Schema(description = "Its id", requiredMode = RequiredMode.REQUIRED) UUID id,
        @Schema(
                        description = "The city's code",
                        example = "130600",
                        requiredMode = RequiredMode.REQUIRED)
                String jurisdiction,
        @Schema(description = "dust or fire", requiredMode = RequiredMode.REQUIRED) String kind,
        @Schema(description = "The pollutants it affects", requiredMode = RequiredMode.REQUIRED)
                List<String> pollutants,
        @Schema(description = "The first day", requiredMode = RequiredMode.REQUIRED)
                LocalDate firstDay,
        @Schema(description = "The last day", requiredMode = RequiredMode.REQUIRED)
                LocalDate lastDay,
        @Schema(description = "What shows it", requiredMode = RequiredMode.REQUIRED)
                String evidence,
        @Schema(description = "Who claimed it", requiredMode = RequiredMode.REQUIRED)
                UUID claimedBy,
        @Schema(description = "When", requiredMode = RequiredMode.REQUIRED) Instant claimedAt,
        @Schema(description = "The act of the claim", requiredMode = RequiredMode.REQUIRED)
                UUID claimAct,
        @Schema(description = "claimed, accepted or refused", requiredMode = RequiredMode.REQUIRED)
                String state,
        @Schema(description = "Who decided") @Nullable UUID decidedBy,
        @Schema(description = "When it was decided") @Nullable Instant decidedAt,
        @Schema(description = "Why") @Nullable String reason,
        @Schema(description = "The act of the decision") @Nullable UUID decisionAct) {

    static EventDocument of(ExceptionalEvent event) {
        State.@Nullable Decided decided = event.state() instanceof State.Decided it ? it : null;
        return new EventDocument(
                event.id(),
                event.jurisdiction().value(),
                event.kind(),
                Readings.POLLUTANTS.stream()
                        .filter(event.pollutants()::contains)
                        .map(Pollutant::code)
                        .toList(),
                event.firstDay(),
                event.lastDay(),
                event.evidence(),
                event.claimedBy(),
                event.claimedAt(),
                event.claimAct(),
                event.state().code(),
                decided == null ? null : decided.by(),
                decided == null ? null : decided.at(),
                decided == null ? null : decided.reason(),
                decided == null ? null : decided.act());
    }

    @Schema(name = "ExceptionalEventClaim", description = "A claim with its evidence")
    record ClaimRequest(
            @Schema(description = "The city's code", example = "130600") @NotBlank @Size(max = 12)
                    String jurisdiction,
            @Schema(description = "dust or fire", example = "dust")
                    @Pattern(regexp = "dust|fire")
                    @NotNull
                    String kind,
            @Schema(description = "The pollutants it affects", example = "[\"pm10\",\"pm2_5\"]")
                    @NotEmpty
                    List<@Pattern(regexp = "so2|no2|co|o3|pm10|pm2_5") String> pollutants,
            @Schema(description = "The first day") @NotNull LocalDate firstDay,
            @Schema(description = "The last day, at most 31 days in all") @NotNull
                    LocalDate lastDay,
            @Schema(
                            description = "What shows it: 20 to 4000 characters",
                            example =
                                    "Dust warning of the meteorological office, PM10/PM2.5 above 5")
                    @NotBlank
                    @Size(min = 20, max = 4000)
                    String evidence) {}

    @Schema(name = "ExceptionalEventDecision", description = "A decision with its reason")
    record DecisionRequest(
            @Schema(description = "Whether the claim is accepted") @NotNull Boolean accepted,
            @Schema(description = "Why: 5 to 2000 characters", example = "Satellite image agrees")
                    @NotBlank
                    @Size(min = 5, max = 2000)
                    String reason) {}
}
