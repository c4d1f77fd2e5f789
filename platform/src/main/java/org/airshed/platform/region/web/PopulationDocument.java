package org.airshed.platform.region.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.LocalDate;
import java.util.List;
import org.airshed.platform.region.Population;
import org.airshed.platform.region.Populations;
import org.airshed.platform.server.Violation;

/** A count as sent. */
@Schema(name = "Population", description = "How many people live in a jurisdiction.")
record PopulationDocument(
        @Schema(
                        description = "The jurisdiction's code",
                        example = "130600",
                        requiredMode = RequiredMode.REQUIRED)
                String jurisdiction,
        @Schema(
                        description = "The day of the count",
                        example = "2020-11-01",
                        requiredMode = RequiredMode.REQUIRED)
                LocalDate countedOn,
        @Schema(
                        description = "Resident population, persons",
                        example = "9242610",
                        requiredMode = RequiredMode.REQUIRED)
                long residents,
        @Schema(description = "Who counted", requiredMode = RequiredMode.REQUIRED) String source,
        @Schema(
                        description = "Counts up with each correction of the same count",
                        requiredMode = RequiredMode.REQUIRED)
                int revision) {

    static PopulationDocument of(Population count) {
        return new PopulationDocument(
                count.jurisdiction().value(),
                count.countedOn(),
                count.residents(),
                count.source(),
                count.revision());
    }

    /** What became of an upload, as sent. */
    @Schema(name = "PopulationUpload", description = "What became of an uploaded file.")
    record Upload(
            @Schema(description = "Counts that were new", requiredMode = RequiredMode.REQUIRED)
                    int entered,
            @Schema(
                            description = "Counts that differed, entered as a further revision",
                            requiredMode = RequiredMode.REQUIRED)
                    int corrected,
            @Schema(description = "Counts known as they are", requiredMode = RequiredMode.REQUIRED)
                    int unchanged,
            @Schema(
                            description = "Rows not entered: line, value, what was expected",
                            requiredMode = RequiredMode.REQUIRED)
                    List<Violation> rejects) {

        static Upload of(Populations.Upload upload) {
            return new Upload(
                    upload.entered(), upload.corrected(), upload.unchanged(), upload.rejects());
        }
    }
}
