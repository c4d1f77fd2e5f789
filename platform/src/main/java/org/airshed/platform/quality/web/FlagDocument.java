package org.airshed.platform.quality.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.airshed.platform.quality.FlaggedValue;
import org.airshed.platform.server.BilingualText;
import org.airshed.platform.server.Language;
import org.airshed.platform.server.Words;

@Schema(name = "FlaggedValue", description = "A value that is not good, and why")
record FlagDocument(
        @Schema(
                        description = "The city's code",
                        example = "130600",
                        requiredMode = RequiredMode.REQUIRED)
                String jurisdiction,
        @Schema(
                        description = "The station's code",
                        example = "1051A",
                        requiredMode = RequiredMode.REQUIRED)
                String station,
        @Schema(description = "The end of the hour, UTC", requiredMode = RequiredMode.REQUIRED)
                Instant hourEnd,
        @Schema(
                        description = "The pollutant",
                        example = "pm2_5",
                        requiredMode = RequiredMode.REQUIRED)
                String pollutant,
        @Schema(
                        description = "suspect, bad, missing or not-evaluated",
                        example = "suspect",
                        requiredMode = RequiredMode.REQUIRED)
                String flag,
        @Schema(description = "The flag in words", requiredMode = RequiredMode.REQUIRED)
                BilingualText flagText,
        @Schema(
                        description = "The tests that failed (docs/science/screening.md)",
                        example = "[\"SPIKE\"]",
                        requiredMode = RequiredMode.REQUIRED)
                List<String> failed,
        @Schema(
                        description = "The same tests in words, in the same order",
                        requiredMode = RequiredMode.REQUIRED)
                List<BilingualText> failedTexts,
        @Schema(
                        description = "The rules that say so",
                        example = "house-2026",
                        requiredMode = RequiredMode.REQUIRED)
                String rules,
        @Schema(
                        description = "1 for its first flag, more where it changed",
                        requiredMode = RequiredMode.REQUIRED)
                int revision,
        @Schema(description = "Since when", requiredMode = RequiredMode.REQUIRED) Instant at) {

    static FlagDocument of(FlaggedValue value, Words words) {
        String flag = value.flag().name().toLowerCase(Locale.ROOT).replace('_', '-');
        List<String> failed = value.failed().stream().map(Enum::name).sorted().toList();
        return new FlagDocument(
                value.jurisdiction().value(),
                value.station(),
                value.hourEnd(),
                value.pollutant().code(),
                flag,
                said(words, "quality.flag." + flag),
                failed,
                failed.stream().map(test -> said(words, "quality.test." + test)).toList(),
                value.rules(),
                value.revision(),
                value.at());
    }

    private static BilingualText said(Words words, String code) {
        return new BilingualText(
                words.say(code, Map.of(), Language.ZH), words.say(code, Map.of(), Language.EN));
    }
}
