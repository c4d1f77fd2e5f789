package org.airshed.platform.region.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.List;
import org.airshed.platform.region.Compact;
import org.airshed.platform.server.BilingualText;
import org.jspecify.annotations.Nullable;

/** A compact as sent. */
@Schema(name = "Compact", description = "The agreement by which jurisdictions act together.")
record CompactDocument(
        @Schema(
                        description = "Its code",
                        example = "demonstration",
                        requiredMode = RequiredMode.REQUIRED)
                String code,
        @Schema(description = "Its name", requiredMode = RequiredMode.REQUIRED) BilingualText name,
        @Schema(
                        description = "A real agreement, or the demonstration's",
                        allowableValues = {"agreement", "demonstration"},
                        requiredMode = RequiredMode.REQUIRED)
                String kind,
        @Schema(description = "Since when it is in force", requiredMode = RequiredMode.REQUIRED)
                Instant validFrom,
        @Schema(description = "Until when; absent while open") @Nullable Instant validTo,
        @Schema(description = "Where it is written down", requiredMode = RequiredMode.REQUIRED)
                String source,
        @Schema(description = "Its present members, by code", requiredMode = RequiredMode.REQUIRED)
                List<MemberDocument> members) {

    /** A member as sent. */
    @Schema(name = "CompactMember", description = "A jurisdiction that belongs to the compact.")
    record MemberDocument(
            @Schema(
                            description = "The jurisdiction's code",
                            example = "130600",
                            requiredMode = RequiredMode.REQUIRED)
                    String jurisdiction,
            @Schema(description = "Its name", requiredMode = RequiredMode.REQUIRED)
                    BilingualText name,
            @Schema(description = "Since when it belongs", requiredMode = RequiredMode.REQUIRED)
                    Instant validFrom,
            @Schema(description = "Until when; absent while open") @Nullable Instant validTo) {}

    /** Several, as sent. */
    @Schema(name = "Compacts", description = "The compacts in force.")
    record Several(
            @Schema(description = "By code", requiredMode = RequiredMode.REQUIRED)
                    List<CompactDocument> compacts) {}

    static CompactDocument of(Compact compact, List<MemberDocument> members) {
        return new CompactDocument(
                compact.code(),
                compact.name(),
                compact.kind().code(),
                compact.period().from(),
                compact.period().to().orElse(null),
                compact.source(),
                members);
    }
}
