package org.airshed.platform.observation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airshed.platform.observation.StandingCorrection;
import org.airshed.platform.observation.StationRole;
import org.airshed.platform.server.Refusal;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "StandingCorrection",
        description = "What a station is from a day on; a field that is absent stays as it was")
record StandingRequest(
        @Schema(description = "The first day, in the service's zone", example = "2026-03-01")
                @NotNull
                LocalDate from,
        @Schema(description = "Its name", example = "游泳馆") @Size(min = 1, max = 128)
                @Nullable String name,
        @Schema(description = "What it is for", example = "roadside")
                @Pattern(
                        regexp =
                                "evaluation|clean-reference|background|regional-transport|roadside|superstation")
                @Nullable String role,
        @Schema(description = "Who controls it", example = "provincial")
                @Pattern(regexp = "national|provincial|city")
                @Nullable String tier,
        @Schema(description = "Degrees east and north, WGS 84", example = "[115.49, 38.86]")
                @Size(min = 2, max = 2)
                @Nullable List<@NotNull Double> position,
        @Schema(
                        description = "What the correction rests on: 5 to 400 characters",
                        example = "冀环监测〔2026〕12号")
                @NotBlank
                @Size(min = 5, max = 400)
                String source) {
    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);

    /** Refuses days before 1970 or to come, and places that are none. */
    StandingCorrection correction(LocalDate today) {
        if (from.isBefore(FIRST) || from.isAfter(today)) {
            throw Refusal.badInput("observation.day-impossible", Map.of("value", from.toString()));
        }
        if (position != null && (!within(position.get(0), 180) || !within(position.get(1), 90))) {
            throw Refusal.badInput(
                    "observation.position-impossible", Map.of("value", position.toString()));
        }
        return new StandingCorrection(
                from,
                Optional.ofNullable(name),
                Optional.ofNullable(role).map(StationRole::of),
                Optional.ofNullable(tier),
                Optional.ofNullable(position)
                        .map(at -> new StandingCorrection.Position(at.get(0), at.get(1))),
                source);
    }

    private static boolean within(double value_deg, int limit_deg) {
        return value_deg >= -limit_deg && value_deg <= limit_deg;
    }
}
