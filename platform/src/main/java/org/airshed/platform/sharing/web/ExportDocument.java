package org.airshed.platform.sharing.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.Language;
import org.airshed.platform.server.Words;
import org.airshed.platform.sharing.Export;
import org.airshed.platform.sharing.ExportQuery;
import org.jspecify.annotations.Nullable;

/** An export as sent. */
@Schema(name = "Export", description = "A file asked for, and how far it is.")
record ExportDocument(
        @Schema(description = "Its id", requiredMode = RequiredMode.REQUIRED) UUID id,
        @Schema(description = "What was asked", requiredMode = RequiredMode.REQUIRED) Query query,
        @Schema(description = "When", requiredMode = RequiredMode.REQUIRED) Instant askedAt,
        @Schema(
                        description = "queued, running, done, failed or cancelled",
                        example = "running",
                        requiredMode = RequiredMode.REQUIRED)
                String state,
        @Schema(
                        description =
                                "Rows at most: one per hour or day in which a station or city stood",
                        requiredMode = RequiredMode.REQUIRED)
                long rowsExpected,
        @Schema(
                        description = "Rows written; those without any value are left out",
                        requiredMode = RequiredMode.REQUIRED)
                long rows,
        @Schema(
                        description = "How much of the whole was looked at, 0 to 1",
                        example = "0.42",
                        requiredMode = RequiredMode.REQUIRED)
                BigDecimal share,
        @Schema(description = "Rows written in a second, so far or in all")
                @Nullable Long rowsPerSecond,
        @Schema(description = "About how many seconds it will still take")
                @Nullable Long secondsLeft,
        @Schema(description = "How long the file is") @Nullable Long bytes,
        @Schema(description = "SHA-256 of the file's bytes, hexadecimal") @Nullable String sha256,
        @Schema(description = "When it ended, in whatever way") @Nullable Instant endedAt,
        @Schema(description = "When the file is removed, or was") @Nullable Instant expires,
        @Schema(
                        description = "Whether the file can be fetched",
                        requiredMode = RequiredMode.REQUIRED)
                boolean held,
        @Schema(description = "Whether it holds computed values instead of measured ones")
                @Nullable Boolean synthetic,
        @Schema(description = "Why it could not be written, in the language asked for")
                @Nullable String failure) {

    /** What was asked, as sent. */
    @Schema(name = "ExportedQuery", description = "What an export holds.")
    record Query(
            @Schema(
                            description =
                                    "readings, station-days, city-days, station-statistics or city-statistics",
                            example = "readings",
                            requiredMode = RequiredMode.REQUIRED)
                    String of,
            @Schema(
                            description = "csv, geojson, parquet or xlsx",
                            example = "csv",
                            requiredMode = RequiredMode.REQUIRED)
                    String format,
            @Schema(
                            description =
                                    "Only of these cities; empty: of all that are open to you",
                            requiredMode = RequiredMode.REQUIRED)
                    List<String> cities,
            @Schema(
                            description = "Only of these stations; empty: of all of the cities",
                            requiredMode = RequiredMode.REQUIRED)
                    List<String> stations,
            @Schema(description = "Columns of values", requiredMode = RequiredMode.REQUIRED)
                    List<String> pollutants,
            @Schema(description = "The first day", requiredMode = RequiredMode.REQUIRED)
                    LocalDate from,
            @Schema(description = "The last day", requiredMode = RequiredMode.REQUIRED)
                    LocalDate to,
            @Schema(
                            description = "Whether the flag of each hourly value stands beside it",
                            requiredMode = RequiredMode.REQUIRED)
                    boolean flags) {
        static Query of(ExportQuery query) {
            return new Query(
                    query.of().code(),
                    query.format().code(),
                    query.cities().stream().map(JurisdictionCode::value).toList(),
                    List.copyOf(query.stations()),
                    query.pollutants().stream().map(Pollutant::code).toList(),
                    query.first(),
                    query.last(),
                    query.flags());
        }
    }

    /** How large a file would be, as sent. */
    @Schema(name = "ExportEstimate", description = "How large a file would be.")
    record Estimate(
            @Schema(description = "Rows at most", requiredMode = RequiredMode.REQUIRED) long rows,
            @Schema(description = "Bytes, about", requiredMode = RequiredMode.REQUIRED)
                    long bytes) {}

    static ExportDocument of(Export export, Instant now, Words words, Language language) {
        return switch (export.state()) {
            case Export.Queued queued -> bare(export, null, null);
            case Export.Running running -> running(export, running, now);
            case Export.Done done -> done(export, done);
            case Export.Failed(var at, var reason, var arguments) ->
                    bare(export, at, words.say(reason + ".detail", arguments, language));
            case Export.Cancelled(var at) -> bare(export, at, null);
        };
    }

    private static ExportDocument bare(
            Export export, @Nullable Instant ended, @Nullable String failure) {
        return new ExportDocument(
                export.id(),
                Query.of(export.query()),
                export.askedAt(),
                export.state().code(),
                export.rowsExpected(),
                0,
                BigDecimal.ZERO,
                null,
                null,
                null,
                null,
                ended,
                null,
                false,
                null,
                failure);
    }

    private static ExportDocument running(Export export, Export.Running running, Instant now) {
        double share =
                Math.min(1, running.lookedAt() / (double) Math.max(1, export.rowsExpected()));
        double elapsed_s = Duration.between(running.since(), now).toMillis() / 1000.0;
        return new ExportDocument(
                export.id(),
                Query.of(export.query()),
                export.askedAt(),
                running.code(),
                export.rowsExpected(),
                running.rows(),
                BigDecimal.valueOf(share).setScale(3, RoundingMode.DOWN),
                perSecond(running.rows(), elapsed_s),
                share > 0 ? (Long) Math.round(elapsed_s * (1 - share) / share) : null,
                null,
                null,
                null,
                null,
                false,
                null,
                null);
    }

    private static ExportDocument done(Export export, Export.Done done) {
        return new ExportDocument(
                export.id(),
                Query.of(export.query()),
                export.askedAt(),
                done.code(),
                export.rowsExpected(),
                done.rows(),
                BigDecimal.ONE,
                perSecond(
                        done.rows(), Duration.between(done.since(), done.at()).toMillis() / 1000.0),
                null,
                done.bytes(),
                done.sha256(),
                done.at(),
                done.expires(),
                done.held(),
                done.synthetic(),
                null);
    }

    private static @Nullable Long perSecond(long rows, double elapsed_s) {
        return elapsed_s > 0 ? (Long) Math.round(rows / elapsed_s) : null;
    }
}
