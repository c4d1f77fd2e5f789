package org.airshed.platform.observation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.airshed.platform.observation.ChangedStation;
import org.jspecify.annotations.Nullable;

/** A station that an import changed, as sent. */
@Schema(name = "ImportStation", description = "A station whose standings an import changed.")
record ChangedStationDocument(
        @Schema(
                        description = "The network's code",
                        example = "1051A",
                        requiredMode = RequiredMode.REQUIRED)
                String station,
        @Schema(
                        description = "The code of the city it stands for",
                        example = "130600",
                        requiredMode = RequiredMode.REQUIRED)
                String jurisdiction,
        @Schema(
                        description =
                                "entered, moved, extended to earlier hours; withdrawn or restored by an"
                                        + " undoing",
                        requiredMode = RequiredMode.REQUIRED)
                String change,
        @Schema(
                        description = "Its periods until then; empty when it was not known",
                        requiredMode = RequiredMode.REQUIRED)
                List<Period> before,
        @Schema(
                        description =
                                "Its periods from then on; empty when nothing is said of it any more",
                        requiredMode = RequiredMode.REQUIRED)
                List<Period> after) {
    static ChangedStationDocument of(ChangedStation station) {
        return new ChangedStationDocument(
                station.code(),
                station.jurisdiction().value(),
                station.change(),
                station.before().stream().map(Period::of).toList(),
                station.after().stream().map(Period::of).toList());
    }

    /** What a station was for a time; with these names and values the tree over them is made. */
    @Schema(name = "ImportStationPeriod", description = "What a station was for a time.")
    record Period(
            @Schema(
                            description = "When it began, UTC",
                            example = "2026-02-28T16:00:00Z",
                            requiredMode = RequiredMode.REQUIRED)
                    String from,
            @Schema(description = "When it ended, UTC; absent when it goes on") @Nullable String to,
            @Schema(description = "Its name", requiredMode = RequiredMode.REQUIRED) String name,
            @Schema(
                            description = "What it is for",
                            example = "evaluation",
                            requiredMode = RequiredMode.REQUIRED)
                    String role,
            @Schema(
                            description = "Who controls it: national, provincial, city",
                            requiredMode = RequiredMode.REQUIRED)
                    String tier,
            @Schema(description = "Degrees east, WGS 84", requiredMode = RequiredMode.REQUIRED)
                    double longitude_deg,
            @Schema(description = "Degrees north, WGS 84", requiredMode = RequiredMode.REQUIRED)
                    double latitude_deg,
            @Schema(
                            description =
                                    "What of it an office settled: name, role, tier, position",
                            requiredMode = RequiredMode.REQUIRED)
                    List<String> settled) {
        static Period of(ChangedStation.Period period) {
            return new Period(
                    period.from(),
                    period.to().orElse(null),
                    period.name(),
                    period.role(),
                    period.tier(),
                    period.longitude_deg(),
                    period.latitude_deg(),
                    period.settled());
        }
    }
}
