package org.airshed.platform.observation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.airshed.engine.airquality.HourlyIndex;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.stationfiles.FileEnd;
import org.airshed.stationfiles.HourlyRow;
import org.airshed.stationfiles.KeptRow;
import org.airshed.stationfiles.Preview;
import org.jspecify.annotations.Nullable;

@Schema(name = "ImportPreview", description = "How the first rows of a file are understood")
record PreviewDocument(
        @Schema(description = "The header found", requiredMode = RequiredMode.REQUIRED)
                List<String> header,
        @Schema(description = "The first good rows", requiredMode = RequiredMode.REQUIRED)
                List<PreviewRow> rows,
        @Schema(
                        description = "The first lines that cannot be used",
                        requiredMode = RequiredMode.REQUIRED)
                List<ImportDocument.Rejected> rejects,
        @Schema(
                        description = "What one should know of the file",
                        requiredMode = RequiredMode.REQUIRED)
                List<String> notes,
        @Schema(description = "Why the file ends early, if it does") @Nullable String brokenOff) {

    static PreviewDocument of(Preview preview, ExpectedWords words) {
        return new PreviewDocument(
                preview.header(),
                preview.rows().stream().map(PreviewRow::of).toList(),
                preview.rejects().stream().map(words::rejected).toList(),
                preview.notes(),
                preview.end() instanceof FileEnd.BrokenOff broken ? broken.why() : null);
    }

    @Schema(name = "ImportPreviewRow", description = "A row as it is understood")
    record PreviewRow(
            @Schema(
                            description = "Line of the text or row of the sheet",
                            requiredMode = RequiredMode.REQUIRED)
                    long line,
            @Schema(description = "The station's code", requiredMode = RequiredMode.REQUIRED)
                    String station,
            @Schema(description = "Name or code of its city", requiredMode = RequiredMode.REQUIRED)
                    String area,
            @Schema(description = "The end of the hour, UTC", requiredMode = RequiredMode.REQUIRED)
                    Instant hourEnd,
            @Schema(description = "µg/m³, CO in mg/m³", requiredMode = RequiredMode.REQUIRED)
                    Map<String, @Nullable BigDecimal> values,
            @Schema(
                            description = "Other species, each in its own unit",
                            requiredMode = RequiredMode.REQUIRED)
                    Map<String, @Nullable BigDecimal> other) {
        static PreviewRow of(KeptRow row) {
            Map<String, @Nullable BigDecimal> values = new LinkedHashMap<>();
            for (int column = 0; column < HourlyIndex.WIDTH; column++) {
                int value = row.hourly_thousandths(column);
                values.put(
                        HourlyIndex.POLLUTANTS.get(column).code(),
                        value == Thousandths.ABSENT
                                ? null
                                : Thousandths.decimal(value).stripTrailingZeros());
            }
            Map<String, @Nullable BigDecimal> other = new LinkedHashMap<>();
            for (KeptRow.Other one : row.others()) {
                other.put(
                        one.species().code(),
                        one.value() == HourlyRow.NO_VALUE
                                ? null
                                : one.species().decimal(one.value()).stripTrailingZeros());
            }
            return new PreviewRow(
                    row.line(), row.stationCode(), row.area(), row.hourEnd(), values, other);
        }
    }
}
