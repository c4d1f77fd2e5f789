package org.airshed.platform.server;

import io.swagger.v3.oas.annotations.media.Schema;

/** The same words in both languages: names and labels that pages show in either. */
@Schema(description = "The same words in both languages.")
public record BilingualText(
        @Schema(
                        description = "Chinese",
                        example = "保定市",
                        requiredMode = Schema.RequiredMode.REQUIRED)
                String zh,
        @Schema(
                        description = "English",
                        example = "Baoding",
                        requiredMode = Schema.RequiredMode.REQUIRED)
                String en) {

    public String in(Language language) {
        return switch (language) {
            case ZH -> zh;
            case EN -> en;
        };
    }
}
