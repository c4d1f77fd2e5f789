package org.airshed.platform.evaluation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.airshed.platform.evaluation.web.AirDocuments.PointDocument;
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
                    List<Edition<RuleRow>> assessment,
            @Schema(description = "The levels of the index, the cleanest first")
                    List<LevelRow> levels) {}

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
            @Schema(description = "Where it was read") String source,
            @Schema(description = "How sure we are", example = "A") String confidence) {}

    @Schema(name = "StandardBreakpoint", description = "A concentration and the index it has")
    record BreakpointRow(
            @Schema(description = "The pollutant", example = "pm2_5") String pollutant,
            @Schema(description = "The mean it is of", example = "24h") String averaging,
            @Schema(description = "The index", example = "100") int index,
            @Schema(description = "The concentration", example = "60") BigDecimal concentration,
            @Schema(description = "Its unit", example = "ug/m3") String unit,
            @Schema(description = "Where it was read") String source,
            @Schema(description = "How sure we are", example = "A") String confidence) {}

    @Schema(name = "StandardRule", description = "A rule of assessment")
    record RuleRow(
            @Schema(description = "Its code", example = "attainment") String code,
            @Schema(description = "Whether it is known and computed") boolean known,
            @Schema(description = "What it says") String text,
            @Schema(description = "How sure we are", example = "M") String confidence) {}

    @Schema(name = "StandardLevel", description = "A level of the index")
    record LevelRow(
            @Schema(description = "Its rank, 1 the cleanest", example = "2") int rank,
            @Schema(description = "How the standard numbers it", example = "二级") String number,
            @Schema(description = "Its lowest index", example = "51") int from,
            @Schema(description = "Its highest; none without end", example = "100")
                    @Nullable Integer to,
            BilingualText name,
            @Schema(description = "The official colour", example = "#FFFF00") String colour,
            @Schema(description = "Where it was read") String source,
            @Schema(description = "How sure we are", example = "B") String confidence) {}

    @Schema(
            name = "StandardIndex",
            description = "The index of concentrations somebody gave, and how it comes about")
    record IndexDocument(
            @Schema(description = "The edition of HJ 633", example = "HJ633-2026") String edition,
            BilingualText title,
            @Schema(description = "Where it was read") String source,
            @Schema(description = "The first observed day it applies to") LocalDate from,
            @Schema(description = "The last one; none while no end is known")
                    @Nullable LocalDate to,
            @Schema(description = "daily or as-published-by-cnemc (one hour)", example = "daily")
                    String report,
            @Schema(description = "The AQI; none where the edition gives none", example = "114")
                    @Nullable Integer aqi,
            @Schema(description = "The rank of its level", example = "3") @Nullable Integer level,
            @Schema(description = "The primary pollutants; none up to 50") List<String> primary,
            @Schema(description = "Why there is no AQI: nothing-observed or pollutant-missing")
                    @Nullable String missing,
            @Schema(description = "The pollutants this is about") List<String> concerned,
            @Schema(description = "The equation of every step, in plain notation") String equation,
            @Schema(description = "One per item given, in report order") List<IndexStep> steps) {}

    @Schema(name = "StandardIndexStep", description = "How one individual index comes about")
    record IndexStep(
            @Schema(description = "The pollutant", example = "pm2_5") String pollutant,
            @Schema(description = "The mean given", example = "24h") String averaging,
            @Schema(description = "Its unit", example = "ug/m3") String unit,
            @Schema(description = "As given", example = "80.4") BigDecimal given,
            @Schema(description = "As used, after the edition's own rounding", example = "80")
                    @Nullable BigDecimal used,
            @Schema(description = "The mean whose breakpoints are used", example = "24h")
                    @Nullable String breakpoints,
            @Nullable PointDocument low,
            @Nullable PointDocument high,
            @Schema(description = "The individual index, rounded up", example = "119")
                    @Nullable Integer index,
            @Schema(description = "The rank of its level", example = "3") @Nullable Integer level,
            @Schema(description = "Why there is no index: beyond-breakpoints or no-breakpoints")
                    @Nullable String none) {}
}
