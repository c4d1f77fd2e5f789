package org.airshed.platform.observation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.OptionalDouble;
import org.airshed.platform.observation.RunningImport;
import org.jspecify.annotations.Nullable;

/** An import that works now, as sent. */
@Schema(name = "RunningImport", description = "An import that works now; how far it is, estimated.")
record RunningDocument(
        @Schema(description = "The file's name", requiredMode = RequiredMode.REQUIRED) String file,
        @Schema(description = "When the work began", requiredMode = RequiredMode.REQUIRED)
                Instant startedAt,
        @Schema(
                        description =
                                "What it is at: waiting (another import works), reading, comparing,"
                                        + " storing or deriving (flags and days)",
                        requiredMode = RequiredMode.REQUIRED)
                String stage,
        @Schema(description = "Rows read so far", requiredMode = RequiredMode.REQUIRED) long rows,
        @Schema(
                        description = "How much of the work is done, 0 to 1",
                        requiredMode = RequiredMode.REQUIRED)
                double share,
        @Schema(description = "Rows read per second of the work so far; absent at first")
                @Nullable Double rowsPerSecond,
        @Schema(description = "Seconds still to go at the pace so far; absent at first")
                @Nullable Double secondsLeft) {

    static RunningDocument of(RunningImport running, Instant now) {
        return new RunningDocument(
                running.file(),
                running.startedAt(),
                running.stage().word(),
                running.rows(),
                running.share(),
                orNull(running.rowsPerSecond(now)),
                orNull(running.secondsLeft(now)));
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
