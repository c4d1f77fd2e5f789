package org.airshed.platform.evaluation.web;

import java.math.BigDecimal;
import org.airshed.documents.table.CsvCell;
import org.airshed.platform.evaluation.web.StandardsDocuments.All;
import org.airshed.platform.evaluation.web.StandardsDocuments.BreakpointRow;
import org.airshed.platform.evaluation.web.StandardsDocuments.Edition;
import org.airshed.platform.evaluation.web.StandardsDocuments.LimitRow;

/**
 * Limits and breakpoints as one table; every row says its edition, validity, source and confidence.
 */
final class StandardsCsv {
    private StandardsCsv() {}

    static String of(All standards) {
        StringBuilder table =
                new StringBuilder(
                        "kind,edition,valid_from,valid_to,pollutant,averaging,area_class,index,concentration,unit,"
                                + "source,confidence\r\n");
        for (Edition<LimitRow> edition : standards.limits()) {
            for (LimitRow row : edition.rows()) {
                begin(table, "limit", edition, row.pollutant(), row.averaging());
                table.append(row.areaClass()).append(",,").append(plain(row.limit()));
                end(table, row.unit(), row.source(), row.confidence());
            }
        }
        for (Edition<BreakpointRow> edition : standards.breakpoints()) {
            for (BreakpointRow row : edition.rows()) {
                begin(table, "breakpoint", edition, row.pollutant(), row.averaging());
                table.append(',').append(row.index()).append(',');
                table.append(plain(row.concentration()));
                end(table, row.unit(), row.source(), row.confidence());
            }
        }
        return table.toString();
    }

    private static void begin(
            StringBuilder table,
            String kind,
            Edition<?> edition,
            String pollutant,
            String averaging) {
        table.append(kind).append(',').append(edition.code()).append(',');
        table.append(edition.from()).append(',');
        table.append(edition.to() == null ? "" : edition.to()).append(',');
        table.append(pollutant).append(',').append(averaging).append(',');
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private static void end(StringBuilder table, String unit, String source, String confidence) {
        table.append(',').append(unit).append(',').append(CsvCell.quoted(source)).append(',');
        table.append(confidence).append("\r\n");
    }
}
