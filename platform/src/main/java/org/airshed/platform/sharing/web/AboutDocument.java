package org.airshed.platform.sharing.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import java.util.UUID;
import org.airshed.platform.server.BilingualText;
import org.airshed.platform.sharing.ExportAbout;
import org.jspecify.annotations.Nullable;

/** What a file is, as sent: its data dictionary. */
@Schema(name = "ExportAbout", description = "What the columns and values of an export mean.")
record AboutDocument(
        @Schema(description = "The export's id", requiredMode = RequiredMode.REQUIRED) UUID id,
        @Schema(description = "What the table is", requiredMode = RequiredMode.REQUIRED)
                BilingualText title,
        @Schema(description = "The columns in their order", requiredMode = RequiredMode.REQUIRED)
                List<Column> columns,
        @Schema(
                        description =
                                "What is said of the whole: hours, values, origin, synthetic or"
                                        + " measured, licence, query; once written also when and of"
                                        + " which places",
                        requiredMode = RequiredMode.REQUIRED)
                List<Note> notes) {

    /** A column, as sent. */
    @Schema(name = "ExportColumn", description = "A column of an export.")
    record Column(
            @Schema(
                            description = "Its name",
                            example = "pm2_5_ugm3",
                            requiredMode = RequiredMode.REQUIRED)
                    String name,
            @Schema(
                            description = "text, whole, decimal, moment, day or yes-no",
                            example = "decimal",
                            requiredMode = RequiredMode.REQUIRED)
                    String kind,
            @Schema(description = "The unit of its values, where there is one", example = "µg/m³")
                    @Nullable String unit,
            @Schema(description = "What it means", requiredMode = RequiredMode.REQUIRED)
                    BilingualText meaning) {}

    /** Something said of the whole, as sent. */
    @Schema(name = "ExportNote", description = "Something said of the whole of an export.")
    record Note(
            @Schema(
                            description = "What it is about",
                            example = "hours",
                            requiredMode = RequiredMode.REQUIRED)
                    String word,
            @Schema(description = "What is said", requiredMode = RequiredMode.REQUIRED)
                    BilingualText text) {}

    static AboutDocument of(UUID id, ExportAbout about) {
        return new AboutDocument(
                id,
                about.title(),
                about.columns().stream()
                        .map(column ->
                                new Column(
                                        column.field().name(),
                                        column.field().kind().code(),
                                        column.unit().isEmpty() ? null : column.unit(),
                                        column.meaning()))
                        .toList(),
                about.notes().stream().map(note -> new Note(note.word(), note.text())).toList());
    }
}
