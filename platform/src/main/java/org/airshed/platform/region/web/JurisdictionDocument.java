package org.airshed.platform.region.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.List;
import org.airshed.platform.region.Jurisdiction;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.BilingualText;
import org.jspecify.annotations.Nullable;

/** A jurisdiction as sent. */
@Schema(name = "Jurisdiction", description = "A territory with a government.")
record JurisdictionDocument(
        @Schema(
                        description = "Its code, as its own country writes it",
                        example = "130600",
                        requiredMode = RequiredMode.REQUIRED)
                String code,
        @Schema(description = "The jurisdiction above; absent at the top", example = "130000")
                @Nullable String parent,
        @Schema(
                        description = "Its level of government",
                        allowableValues = {
                            "country",
                            "province",
                            "municipality",
                            "prefecture",
                            "county"
                        },
                        requiredMode = RequiredMode.REQUIRED)
                String level,
        @Schema(description = "Its official name", requiredMode = RequiredMode.REQUIRED)
                BilingualText name,
        @Schema(
                        description = "The time zone of its days",
                        example = "Asia/Shanghai",
                        requiredMode = RequiredMode.REQUIRED)
                String zone,
        @Schema(
                        description = "Since when it is known to exist",
                        requiredMode = RequiredMode.REQUIRED)
                Instant validFrom,
        @Schema(description = "Until when it existed; absent while it does")
                @Nullable Instant validTo,
        @Schema(
                        description = "Where all this is taken from",
                        example = "GB/T 2260",
                        requiredMode = RequiredMode.REQUIRED)
                String source) {

    static JurisdictionDocument of(Jurisdiction one) {
        return new JurisdictionDocument(
                one.code().value(),
                one.parent().map(JurisdictionCode::value).orElse(null),
                one.level().code(),
                one.name(),
                one.zone().getId(),
                one.period().from(),
                one.period().to().orElse(null),
                one.source());
    }

    /** The tree as a list: every entry names its parent. */
    @Schema(name = "JurisdictionTree", description = "All jurisdictions; each names its parent.")
    record Tree(
            @Schema(description = "By code", requiredMode = RequiredMode.REQUIRED)
                    List<JurisdictionDocument> jurisdictions) {}
}
