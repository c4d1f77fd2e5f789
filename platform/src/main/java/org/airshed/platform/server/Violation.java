package org.airshed.platform.server;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * One thing wrong with a request.
 *
 * @param place where it stands: a parameter, a field, a line of a file
 * @param value what stands there, shortened when long
 * @param expected what should stand there
 */
@Schema(description = "One thing wrong with a request.")
public record Violation(
        @Schema(
                        description = "Where it stands: a parameter, a field, a line of a file",
                        requiredMode = Schema.RequiredMode.REQUIRED)
                String place,
        @Schema(description = "What stands there", requiredMode = Schema.RequiredMode.REQUIRED)
                String value,
        @Schema(
                        description = "What should stand there",
                        requiredMode = Schema.RequiredMode.REQUIRED)
                String expected) {
    public Violation {
        value = Problem.shorten(value);
    }
}
