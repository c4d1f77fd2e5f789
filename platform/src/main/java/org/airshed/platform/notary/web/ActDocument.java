package org.airshed.platform.notary.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.airshed.platform.server.BilingualText;
import org.jspecify.annotations.Nullable;

/** An act as sent. */
@Schema(name = "Act", description = "An official act as it stands in the register.")
record ActDocument(
        @Schema(
                        description = "Its id, in the order of recording",
                        requiredMode = RequiredMode.REQUIRED)
                UUID id,
        @Schema(
                        description = "When it was done",
                        example = "2026-03-01T00:00:00Z",
                        requiredMode = RequiredMode.REQUIRED)
                Instant at,
        @Schema(description = "What was done, as a sentence", requiredMode = RequiredMode.REQUIRED)
                BilingualText what,
        @Schema(description = "Who did it", requiredMode = RequiredMode.REQUIRED) UUID actor,
        @Schema(
                        description = "In what way: signed in, by API key, or the platform itself",
                        allowableValues = {"person", "api-key", "platform"},
                        requiredMode = RequiredMode.REQUIRED)
                String actorKind,
        @Schema(description = "The mandate that allowed it", requiredMode = RequiredMode.REQUIRED)
                UUID mandate,
        @Schema(
                        description = "What kind of act it is",
                        example = "region.change",
                        requiredMode = RequiredMode.REQUIRED)
                String kind,
        @Schema(
                        description = "The jurisdiction it was over, * for every one",
                        example = "130600",
                        requiredMode = RequiredMode.REQUIRED)
                String jurisdiction,
        @Schema(
                        description = "What it changed",
                        example = "region.compact/demonstration",
                        requiredMode = RequiredMode.REQUIRED)
                String subject,
        @Schema(
                        description = "The code of the sentence",
                        example = "region.act.compact-entered",
                        requiredMode = RequiredMode.REQUIRED)
                String summary,
        @Schema(description = "What the sentence names", requiredMode = RequiredMode.REQUIRED)
                Map<String, String> arguments,
        @Schema(
                        description = "SHA-256 of the content's UTF-8 bytes, hexadecimal",
                        requiredMode = RequiredMode.REQUIRED)
                String contentHash,
        @Schema(
                        description =
                                "The content as canonical JSON (RFC 8785), byte for byte what was"
                                        + " hashed; only where one act is asked for")
                @Nullable String content,
        @Schema(description = "The request it was done in") @Nullable String requestId,
        @Schema(description = "Its place in the tree, once it has one") @Nullable Long sequence) {

    ActDocument with(String itsContent) {
        return new ActDocument(
                id,
                at,
                what,
                actor,
                actorKind,
                mandate,
                kind,
                jurisdiction,
                subject,
                summary,
                arguments,
                contentHash,
                itsContent,
                requestId,
                sequence);
    }
}
