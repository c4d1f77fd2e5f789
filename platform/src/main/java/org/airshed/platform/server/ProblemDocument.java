package org.airshed.platform.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/** A problem as sent: RFC 9457 with the code, its arguments and the request's id. */
@Schema(name = "Problem", description = "Why a request was not answered (RFC 9457).")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDocument(
        @Schema(
                        description = "The kind of problem, as a path",
                        example = "/problems/server.route-unknown",
                        requiredMode = Schema.RequiredMode.REQUIRED)
                String type,
        @Schema(
                        description =
                                "The kind of problem in a few words, in the reader's language",
                        requiredMode = Schema.RequiredMode.REQUIRED)
                String title,
        @Schema(
                        description = "The HTTP status",
                        example = "404",
                        requiredMode = Schema.RequiredMode.REQUIRED)
                int status,
        @Schema(
                        description =
                                "What was wrong: the value, its place, what was expected, in the"
                                        + " reader's language",
                        requiredMode = Schema.RequiredMode.REQUIRED)
                String detail,
        @Schema(
                        description = "The path that was asked for",
                        requiredMode = Schema.RequiredMode.REQUIRED)
                String instance,
        @Schema(
                        description = "The kind of problem, for programs",
                        example = "server.route-unknown",
                        requiredMode = Schema.RequiredMode.REQUIRED)
                String code,
        @Schema(description = "The values named in the detail") Map<String, String> arguments,
        @Schema(description = "Each thing wrong, where there can be several")
                List<Violation> violations,
        @Schema(
                        description = "The request's id, to be quoted when asking for help",
                        requiredMode = Schema.RequiredMode.REQUIRED)
                String requestId) {}
