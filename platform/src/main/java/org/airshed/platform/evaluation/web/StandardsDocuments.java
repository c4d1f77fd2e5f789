package org.airshed.platform.evaluation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.airshed.platform.server.BilingualText;
import org.jspecify.annotations.Nullable;

/** What the API says of the standards it computes by. */
final class StandardsDocuments {
    private StandardsDocuments() {}

    @Schema(name = "Standards", description = "Every edition that is computed by")
    record All(
            @Schema(description = "GB 3095: concentration limits") List<Edition<LimitRow>> limits,
            @Schema(description = "HJ 633: breakpoints of the index")
                    List<Edition<BreakpointRow>> breakpoints,
            @Schema(description = "HJ 663: rules of assessment, known or not")
                    List<Edition<RuleRow>> assessment) {}

    @Schema(name = "StandardEdition", description = "An edition of a standard")
    record Edition<R>(
            @Schema(description = "The edition", example = "GB3095-2026-transition") String code,
            BilingualText title,
            @Schema(description = "The first observed day it applies to") LocalDate from,
            @Schema(description = "The last one; none while no end is known")
                    @Nullable LocalDate to,
            @Schema(description = "Where it was read") String source,
            @Schema(
                            description =
                                    "How sure we are: A read in the standard, B in two sources, C in one, M remembered,"
                                            + " X computed or chosen by us",
                            example = "A")
                    String confidence,
            @Schema(description = "Its rows") List<R> rows) {}

    @Schema(name = "StandardLimit", description = "A concentration limit")
    record LimitRow(
            @Schema(description = "The pollutant", example = "pm2_5") String pollutant,
            @Schema(description = "The mean it limits", example = "24h") String averaging,
            @Schema(description = "1 specially protected, 2 where people live", example = "2")
                    int areaClass,
            @Schema(description = "The limit", example = "60") BigDecimal limit,
            @Schema(description = "Its unit", example = "ug/m3") String unit,
            @Schema(description = "How sure we are", example = "A") String confidence) {}

    @Schema(name = "StandardBreakpoint", description = "A concentration and the index it has")
    record BreakpointRow(
            @Schema(description = "The pollutant", example = "pm2_5") String pollutant,
            @Schema(description = "The mean it is of", example = "24h") String averaging,
            @Schema(description = "The index", example = "100") int index,
            @Schema(description = "The concentration", example = "60") BigDecimal concentration,
            @Schema(description = "Its unit", example = "ug/m3") String unit,
            @Schema(description = "How sure we are", example = "A") String confidence) {}

    @Schema(name = "StandardRule", description = "A rule of assessment")
    record RuleRow(
            @Schema(description = "Its code", example = "attainment") String code,
            @Schema(description = "Whether it is known and computed") boolean known,
            @Schema(description = "What it says") String text,
            @Schema(description = "How sure we are", example = "M") String confidence) {}
}
