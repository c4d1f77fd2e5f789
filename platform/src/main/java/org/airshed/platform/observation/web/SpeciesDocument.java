package org.airshed.platform.observation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import org.airshed.engine.substance.Species;
import org.airshed.platform.observation.OtherHour;
import org.airshed.platform.server.BilingualText;
import org.jspecify.annotations.Nullable;

@Schema(name = "Species", description = "What a station may read besides the six pollutants")
record SpeciesDocument(
        @Schema(
                        description = "The word in mappings and answers",
                        example = "so4",
                        requiredMode = RequiredMode.REQUIRED)
                String code,
        @Schema(description = "Its name", requiredMode = RequiredMode.REQUIRED) BilingualText name,
        @Schema(
                        description = "gas, carbon, ion, element, voc or meteorology",
                        example = "ion",
                        requiredMode = RequiredMode.REQUIRED)
                String kind,
        @Schema(
                        description = "The unit in which it is kept",
                        example = "ug/m3",
                        requiredMode = RequiredMode.REQUIRED)
                String unit,
        @Schema(
                        description = "Decimals of its values",
                        example = "3",
                        requiredMode = RequiredMode.REQUIRED)
                int decimals,
        @Schema(
                        description = "The smallest value that is believed",
                        requiredMode = RequiredMode.REQUIRED)
                BigDecimal least,
        @Schema(
                        description = "The largest value that is believed",
                        requiredMode = RequiredMode.REQUIRED)
                BigDecimal largest,
        @Schema(
                        description = "Where names, range and mass come from",
                        requiredMode = RequiredMode.REQUIRED)
                String source) {

    static SpeciesDocument of(Species species) {
        return new SpeciesDocument(
                species.code(),
                new BilingualText(species.zh(), species.en()),
                species.kind().code(),
                species.unit(),
                species.decimals(),
                species.least(),
                species.largest(),
                species.provenance().source());
    }

    @Schema(
            name = "OtherReading",
            description = "What a station read of a species besides the six in an hour")
    record Read(
            @Schema(description = "The end of the hour, UTC", requiredMode = RequiredMode.REQUIRED)
                    Instant hourEnd,
            @Schema(
                            description = "The same in the service's zone",
                            example = "2026-03-12T20:00:00+08:00",
                            requiredMode = RequiredMode.REQUIRED)
                    String hourEndLocal,
            @Schema(
                            description = "Of which species",
                            example = "so4",
                            requiredMode = RequiredMode.REQUIRED)
                    String species,
            @Schema(description = "In its unit", requiredMode = RequiredMode.REQUIRED)
                    BigDecimal value,
            @Schema(
                            description = "That unit",
                            example = "ug/m3",
                            requiredMode = RequiredMode.REQUIRED)
                    String unit,
            @Schema(description = "The word that stood for it in the file", example = "NNW")
                    @Nullable String word,
            @Schema(
                            description =
                                    "0 as received, else the number of the revision that stands",
                            requiredMode = RequiredMode.REQUIRED)
                    int revision,
            @Schema(
                            description = "When it was first received",
                            requiredMode = RequiredMode.REQUIRED)
                    Instant receivedAt,
            @Schema(
                            description = "The import that brought it",
                            requiredMode = RequiredMode.REQUIRED)
                    int batch,
            @Schema(description = "What was received first, where a revision stands")
                    @Nullable BigDecimal received) {

        static Read of(OtherHour hour, ZoneId zone) {
            return new Read(
                    hour.hourEnd(),
                    StationDocument.Read.LOCAL.format(hour.hourEnd().atZone(zone)),
                    hour.species().code(),
                    plain(hour.value()),
                    hour.species().unit(),
                    hour.word().orElse(null),
                    hour.revision(),
                    hour.receivedAt(),
                    hour.batch(),
                    hour.received().map(Read::plain).orElse(null));
        }

        private static BigDecimal plain(BigDecimal value) {
            BigDecimal bare = value.stripTrailingZeros();
            return bare.scale() < 0 ? bare.setScale(0) : bare;
        }
    }
}
