package org.airshed.platform.evaluation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.airshed.engine.airquality.AreaClass;
import org.airshed.engine.airquality.Breakpoint;
import org.airshed.engine.airquality.Gb3095;
import org.airshed.engine.airquality.Hj633;
import org.airshed.engine.airquality.Hj663;
import org.airshed.engine.airquality.Item;
import org.airshed.engine.edition.Provenance;
import org.airshed.engine.edition.Validity;
import org.airshed.platform.evaluation.web.StandardsDocuments.All;
import org.airshed.platform.evaluation.web.StandardsDocuments.BreakpointRow;
import org.airshed.platform.evaluation.web.StandardsDocuments.Edition;
import org.airshed.platform.evaluation.web.StandardsDocuments.LimitRow;
import org.airshed.platform.evaluation.web.StandardsDocuments.RuleRow;
import org.airshed.platform.rights.OpenToAll;
import org.airshed.platform.server.BilingualText;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The standards that are computed by, with where each was read and how sure we are of it. */
@RestController
@Tag(name = "evaluation")
final class StandardsRoutes {

    @OpenToAll
    @GetMapping("/api/v1/standards")
    @Operation(
            operationId = "standards",
            summary = "Limits, breakpoints and rules of every edition that is computed by")
    All standards() {
        return new All(
                Gb3095.editions().stream().map(StandardsRoutes::limits).toList(),
                Hj633.editions().stream().map(StandardsRoutes::breakpoints).toList(),
                Hj663.editions().stream().map(StandardsRoutes::rules).toList());
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
