package org.airshed.platform.evaluation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.airshed.engine.airquality.AreaClass;
import org.airshed.engine.airquality.Breakpoint;
import org.airshed.engine.airquality.Gb3095;
import org.airshed.engine.airquality.Hj633;
import org.airshed.engine.airquality.Hj663;
import org.airshed.engine.airquality.IndexLevel;
import org.airshed.engine.airquality.IndexScale;
import org.airshed.engine.airquality.Item;
import org.airshed.engine.airquality.ReportForm;
import org.airshed.engine.edition.Provenance;
import org.airshed.engine.edition.Validity;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.evaluation.CalculatedIndex;
import org.airshed.platform.evaluation.web.StandardsDocuments.All;
import org.airshed.platform.evaluation.web.StandardsDocuments.BreakpointRow;
import org.airshed.platform.evaluation.web.StandardsDocuments.Edition;
import org.airshed.platform.evaluation.web.StandardsDocuments.IndexDocument;
import org.airshed.platform.evaluation.web.StandardsDocuments.LevelRow;
import org.airshed.platform.evaluation.web.StandardsDocuments.LimitRow;
import org.airshed.platform.evaluation.web.StandardsDocuments.RuleRow;
import org.airshed.platform.rights.OpenToAll;
import org.airshed.platform.server.BilingualText;
import org.airshed.platform.server.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The standards that are computed by, with where each was read and how sure we are of it. */
@RestController
@Tag(name = "evaluation")
final class StandardsRoutes {
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    @OpenToAll
    @GetMapping("/api/v1/standards")
    @Operation(
            operationId = "standards",
            summary = "Limits, breakpoints and rules of every edition that is computed by")
    All standards() {
        return new All(
                Gb3095.editions().stream().map(StandardsRoutes::limits).toList(),
                Hj633.editions().stream().map(StandardsRoutes::breakpoints).toList(),
                Hj663.editions().stream().map(StandardsRoutes::rules).toList(),
                levels());
    }

    @OpenToAll
    @GetMapping(value = "/api/v1/standards.csv", produces = "text/csv")
    @Operation(
            operationId = "standardsCsv",
            summary = "The same limits and breakpoints as CSV, a row each, with source")
    ResponseEntity<String> standardsCsv() {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("airshed-standards.csv")
                                .build()
                                .toString())
                .body(StandardsCsv.of(standards()));
    }

    @OpenToAll
    @GetMapping("/api/v1/standards/{edition}/index")
    @Operation(
            operationId = "indexOfConcentrations",
            summary = "The index of concentrations you give, by an edition of HJ 633, step by step")
    IndexDocument index(
            @Parameter(description = "The edition of HJ 633", example = "HJ633-2026") @PathVariable
                    String edition,
            @Parameter(
                            description =
                                    "daily (24-hour means, ozone its highest 8 hours) or"
                                            + " as-published-by-cnemc (one-hour means)",
                            example = "daily")
                    @RequestParam(defaultValue = "daily")
                    String report,
            @Parameter(description = "SO2, µg/m³", example = "12") @RequestParam(required = false)
                    @Nullable String so2,
            @Parameter(description = "NO2, µg/m³", example = "38") @RequestParam(required = false)
                    @Nullable String no2,
            @Parameter(description = "CO, mg/m³", example = "1.2") @RequestParam(required = false)
                    @Nullable String co,
            @Parameter(description = "O3, µg/m³", example = "150") @RequestParam(required = false)
                    @Nullable String o3,
            @Parameter(description = "PM10, µg/m³", example = "110") @RequestParam(required = false)
                    @Nullable String pm10,
            @Parameter(description = "PM2.5, µg/m³", example = "80.4")
                    @RequestParam(required = false)
                    @Nullable String pm2_5) {
        Map<Pollutant, BigDecimal> given = new EnumMap<>(Pollutant.class);
        put(given, Pollutant.SO2, so2);
        put(given, Pollutant.NO2, no2);
        put(given, Pollutant.CO, co);
        put(given, Pollutant.O3, o3);
        put(given, Pollutant.PM10, pm10);
        put(given, Pollutant.PM2_5, pm2_5);
        return StandardsWords.index(CalculatedIndex.of(edition(edition), form(report), given));
    }

    private static void put(
            Map<Pollutant, BigDecimal> given, Pollutant pollutant, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return;
        }
        if (!text.matches("[0-9]{1,6}([.][0-9]{1,6})?")) {
            throw Refusal.badInput(
                    "evaluation.concentration-unreadable",
                    Map.of("parameter", pollutant.code(), "value", text));
        }
        given.put(pollutant, new BigDecimal(text));
    }

    private static Hj633 edition(String id) {
        return Hj633.editions().stream()
                .filter(edition -> edition.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.notFound("evaluation.edition-unknown", Map.of("value", id)));
    }

    private static ReportForm form(String code) {
        return Stream.of(ReportForm.DAILY, ReportForm.AS_PUBLISHED_BY_CNEMC)
                .filter(form -> form.code().equals(code))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.badInput("evaluation.report-unknown", Map.of("value", code)));
    }

    private static List<LevelRow> levels() {
        List<LevelRow> rows = new ArrayList<>();
        IndexScale scale = Hj633.scale();
        int from = 0;
        for (IndexLevel level : scale.levels()) {
            int upTo = scale.upTo(level.rank());
            Provenance provenance = scale.provenance(level);
            rows.add(
                    new LevelRow(
                            level.rank(),
                            level.number(),
                            from,
                            upTo == Integer.MAX_VALUE ? null : upTo,
                            new BilingualText(level.nameZh(), level.nameEn()),
                            level.colour().hex(),
                            provenance.source(),
                            provenance.confidence().name()));
            from = upTo == Integer.MAX_VALUE ? from : upTo + 1;
        }
        return rows;
    }

    private static <R> Edition<R> edition(
            String id,
            BilingualText title,
            Validity validity,
            Provenance provenance,
            List<R> rows) {
        return new Edition<>(
                id,
                title,
                validity.from(),
                validity.to(),
                provenance.source(),
                provenance.confidence().name(),
                rows);
    }

    private static Edition<LimitRow> limits(Gb3095 standard) {
        return edition(
                standard.id(),
                new BilingualText(standard.titleZh(), standard.titleEn()),
                standard.validity(),
                standard.provenance(),
                standard.limits().stream()
                        .map(limit ->
                                new LimitRow(
                                        limit.item().pollutant().code(),
                                        limit.item().period().code(),
                                        limit.area() == AreaClass.CLASS_1 ? 1 : 2,
                                        limit.concentration().value(),
                                        limit.concentration().unit().code(),
                                        limit.provenance().source(),
                                        limit.provenance().confidence().name()))
                        .toList());
    }

    private static Edition<BreakpointRow> breakpoints(Hj633 standard) {
        List<BreakpointRow> rows = new ArrayList<>();
        for (Item item : standard.items()) {
            for (Breakpoint breakpoint : standard.breakpoints(item)) {
                rows.add(
                        new BreakpointRow(
                                item.pollutant().code(),
                                item.period().code(),
                                breakpoint.index(),
                                breakpoint.concentration().value(),
                                breakpoint.concentration().unit().code(),
                                standard.provenance(item).source(),
                                standard.provenance(item).confidence().name()));
            }
        }
        return edition(
                standard.id(),
                new BilingualText(standard.titleZh(), standard.titleEn()),
                standard.validity(),
                standard.provenance(),
                rows);
    }

    private static Edition<RuleRow> rules(Hj663 standard) {
        return edition(
                standard.id(),
                new BilingualText(standard.titleZh(), standard.titleEn()),
                standard.validity(),
                standard.provenance(),
                standard.rules().stream()
                        .map(rule ->
                                new RuleRow(
                                        rule.code(),
                                        rule.known(),
                                        rule.text(),
                                        rule.confidence().name()))
                        .toList());
    }
}
