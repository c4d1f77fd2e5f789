package org.airshed.platform.observation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.airshed.platform.observation.ImportReport;
import org.airshed.platform.observation.ImportedFile;
import org.jspecify.annotations.Nullable;

/** An import as sent. */
@Schema(name = "Import", description = "A file of readings brought in, or the undoing of one.")
record ImportDocument(
        @Schema(description = "Its number", requiredMode = RequiredMode.REQUIRED) int number,
        @Schema(
                        description = "Whether it undid another import",
                        requiredMode = RequiredMode.REQUIRED)
                boolean undoing,
        @Schema(description = "The file's name", requiredMode = RequiredMode.REQUIRED) String file,
        @Schema(description = "SHA-256 of the file's bytes, hexadecimal; absent for an undoing")
                @Nullable String sha256,
        @Schema(description = "False when the file broke off", requiredMode = RequiredMode.REQUIRED)
                boolean complete,
        @Schema(description = "Who imported", requiredMode = RequiredMode.REQUIRED) UUID person,
        @Schema(description = "When", requiredMode = RequiredMode.REQUIRED) Instant at,
        @Schema(description = "Good rows of the file", requiredMode = RequiredMode.REQUIRED)
                long rows,
        @Schema(
                        description = "Rows whose station and hour an earlier line already had",
                        requiredMode = RequiredMode.REQUIRED)
                long duplicates,
        @Schema(description = "Lines that could not be used", requiredMode = RequiredMode.REQUIRED)
                long rejected,
        @Schema(description = "Readings that were not known", requiredMode = RequiredMode.REQUIRED)
                long entered,
        @Schema(
                        description = "Readings known with other values, entered as revisions",
                        requiredMode = RequiredMode.REQUIRED)
                long revised,
        @Schema(
                        description = "Values of species besides the six that were not known",
                        requiredMode = RequiredMode.REQUIRED)
                long otherEntered,
        @Schema(
                        description = "Such values that were known otherwise, entered as revisions",
                        requiredMode = RequiredMode.REQUIRED)
                long otherRevised,
        @Schema(description = "The shipped mapping it was read by", example = "prsa")
                @Nullable String mappingName,
        @Schema(description = "SHA-256 of the text of its mapping, hexadecimal")
                @Nullable String mappingSha256,
        @Schema(description = "The import it undid, or the one that undid it")
                @Nullable Integer other,
        @Schema(
                        description = "The shares of the jurisdictions you see",
                        requiredMode = RequiredMode.REQUIRED)
                List<Share> parts,
        @Schema(
                        description =
                                "The first hundred stations it entered or moved, by code; only in the"
                                        + " answer to one import, of which /stations lists all")
                @Nullable List<ChangedStationDocument> stations) {

    static ImportDocument of(ImportedFile imported) {
        return of(imported, null);
    }

    static ImportDocument of(
            ImportedFile imported, @Nullable List<ChangedStationDocument> stations) {
        return new ImportDocument(
                imported.number(),
                imported.undoing(),
                imported.file(),
                imported.sha256().orElse(null),
                imported.complete(),
                imported.person(),
                imported.at(),
                imported.rows(),
                imported.duplicates(),
                imported.rejected(),
                imported.entered(),
                imported.revised(),
                imported.otherEntered(),
                imported.otherRevised(),
                imported.mappingName().orElse(null),
                imported.mappingSha256().orElse(null),
                imported.other().orElse(null),
                imported.parts().stream().map(Share::of).toList(),
                stations);
    }

    /** A jurisdiction's share. */
    @Schema(name = "ImportShare", description = "What an import changed in one jurisdiction.")
    record Share(
            @Schema(
                            description = "The jurisdiction's code",
                            example = "130600",
                            requiredMode = RequiredMode.REQUIRED)
                    String jurisdiction,
            @Schema(description = "Rows changed", requiredMode = RequiredMode.REQUIRED) long rows,
            @Schema(
                            description =
                                    "Root of the RFC 6962 tree over these rows by station code and"
                                            + " hour, hexadecimal",
                            requiredMode = RequiredMode.REQUIRED)
                    String root,
            @Schema(description = "The act that recorded it", requiredMode = RequiredMode.REQUIRED)
                    UUID act,
            @Schema(
                            description = "Stations it entered, moved, withdrew or put back",
                            requiredMode = RequiredMode.REQUIRED)
                    int stations,
            @Schema(
                            description =
                                    "Root of the RFC 6962 tree over these by code, hexadecimal; absent"
                                            + " when there are none")
                    @Nullable String stationsRoot) {

        static Share of(ImportedFile.Share share) {
            return new Share(
                    share.jurisdiction().value(),
                    share.rows(),
                    share.root(),
                    share.act(),
                    share.stations(),
                    share.stationsRoot().orElse(null));
        }
    }

    /** How its file was read. */
    @Schema(name = "ImportMapping", description = "The mapping by which a file was read.")
    record MappingText(
            @Schema(
                            description = "Its text, key = value a line",
                            requiredMode = RequiredMode.REQUIRED)
                    String text) {}

    /** What came of an upload. */
    @Schema(name = "ImportReport", description = "What came of a file.")
    record Report(
            @Schema(description = "The import's number; absent when nothing changed")
                    @Nullable Integer batch,
            @Schema(description = "Good rows of the file", requiredMode = RequiredMode.REQUIRED)
                    long rows,
            @Schema(
                            description = "Concentrations in these rows",
                            requiredMode = RequiredMode.REQUIRED)
                    long values,
            @Schema(
                            description = "Rows whose station and hour an earlier line already had",
                            requiredMode = RequiredMode.REQUIRED)
                    long duplicates,
            @Schema(
                            description = "Readings that were not known",
                            requiredMode = RequiredMode.REQUIRED)
                    long entered,
            @Schema(
                            description = "Readings known with other values, entered as revisions",
                            requiredMode = RequiredMode.REQUIRED)
                    long revised,
            @Schema(
                            description = "Readings known as they are",
                            requiredMode = RequiredMode.REQUIRED)
                    long unchanged,
            @Schema(
                            description = "Values of species besides the six that were not known",
                            requiredMode = RequiredMode.REQUIRED)
                    long otherEntered,
            @Schema(
                            description =
                                    "Such values that were known otherwise, entered as revisions",
                            requiredMode = RequiredMode.REQUIRED)
                    long otherRevised,
            @Schema(
                            description = "Lines that could not be used",
                            requiredMode = RequiredMode.REQUIRED)
                    long rejected,
            @Schema(
                            description = "The first hundred of them and of the duplicates",
                            requiredMode = RequiredMode.REQUIRED)
                    List<Rejected> rejects,
            @Schema(
                            description = "What one should know of the file, such as its charset",
                            requiredMode = RequiredMode.REQUIRED)
                    List<String> notes,
            @Schema(description = "Why the file ended early, if it did")
                    @Nullable String brokenOff) {
        private static final int SHOWN = 100;

        static Report of(ImportReport report, ExpectedWords words) {
            return new Report(
                    report.batch().orElse(null),
                    report.rows(),
                    report.values(),
                    report.duplicates(),
                    report.entered(),
                    report.revised(),
                    report.unchanged(),
                    report.otherEntered(),
                    report.otherRevised(),
                    report.rejected(),
                    report.rejects().stream().limit(SHOWN).map(words::rejected).toList(),
                    report.notes(),
                    report.brokenOff().orElse(null));
        }
    }

    /** A line that was not imported. */
    @Schema(name = "ImportReject", description = "A line of a file that was not imported.")
    record Rejected(
            @Schema(description = "The line, from 1", requiredMode = RequiredMode.REQUIRED)
                    long line,
            @Schema(description = "The column concerned", requiredMode = RequiredMode.REQUIRED)
                    String column,
            @Schema(description = "What stands there", requiredMode = RequiredMode.REQUIRED)
                    String value,
            @Schema(description = "What was expected", requiredMode = RequiredMode.REQUIRED)
                    String expected) {}
}
