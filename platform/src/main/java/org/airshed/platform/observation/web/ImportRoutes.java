package org.airshed.platform.observation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.airshed.platform.observation.Imports;
import org.airshed.platform.observation.MappedTable;
import org.airshed.platform.observation.StationRole;
import org.airshed.platform.rights.ActKind;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.Dataset;
import org.airshed.platform.rights.ForActors;
import org.airshed.platform.rights.ForReaders;
import org.airshed.platform.rights.Sight;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.airshed.platform.server.Problem;
import org.airshed.platform.server.Problems;
import org.airshed.platform.server.Refusal;
import org.airshed.platform.server.Words;
import org.airshed.stationfiles.MappedFile;
import org.airshed.stationfiles.Mapping;
import org.airshed.stationfiles.UnusableFileException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files of readings: brought in, listed, taken back. */
@RestController
@Tag(name = "observation")
final class ImportRoutes {
    private static final long LONGEST_BYTES = 512L << 20;
    private static final int CHUNK = 1 << 16;

    private static final int PREVIEWED = 20;
    private static final int SHOWN = 100;
    private static final String MAPPING =
            "The name of a shipped mapping (cnemc, prsa) or the text of one (docs/guide/mapping.md);"
                    + " when not given the file is one of the national network";
    private static final String NETWORK =
            "The word of the network whose new stations a mapped file names";

    private static final String ROLE =
            "What new stations of a mapped file are for: evaluation, clean-reference, background,"
                    + " regional-transport, roadside or superstation";

    /** One import works and one waits; more would hold the connections of everybody. */
    private final Semaphore working = new Semaphore(2);

    private final Imports imports;
    private final Words words;

    ImportRoutes(Imports imports, Words words) {
        this.imports = imports;
        this.words = words;
    }

    private ExpectedWords words(HttpServletRequest request) {
        return new ExpectedWords(words, Problems.language(request));
    }

    @ForActors(ActKind.IMPORT_OBSERVATIONS)
    @PostMapping(
            path = "/api/v1/imports",
            consumes = {"text/csv", "application/gzip", "application/octet-stream"})
    @Operation(
            operationId = "importReadings",
            summary =
                    "Brings in an hourly file of the national network (CSV, plain or gzip); the same"
                            + " file again changes nothing",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            description = "The file's bytes, at most 512 MiB",
                            content =
                                    @Content(schema = @Schema(type = "string", format = "binary"))))
    ImportDocument.Report upload(
            Authority authority,
            @Parameter(
                            description = "The file's name, as messages and the register call it",
                            example = "hourly-20260301.csv.gz")
                    @RequestParam(defaultValue = "upload.csv")
                    String name,
            @Parameter(description = MAPPING, example = "prsa") @RequestParam(required = false)
                    @Nullable String mapping,
            @Parameter(description = NETWORK, example = "prsa")
                    @RequestParam(defaultValue = "imported")
                    String network,
            @Parameter(description = ROLE, example = "evaluation") @RequestParam(required = false)
                    @Nullable String role,
            HttpServletRequest request,
            InputStream body)
            throws IOException {
        requireName(name);
        if (!network.matches("[a-z0-9-]{1,32}") || network.equals("synthetic")) {
            throw Refusal.badInput("observation.network-misshapen", Map.of("value", network));
        }
        if (!working.tryAcquire()) {
            throw Refusal.unavailable("observation.imports-busy", Map.of());
        }
        Path kept = Files.createTempFile("airshed-import-", ".file");
        try {
            keep(body, kept);
            return ImportDocument.Report.of(
                    mapping == null || mapping.isBlank()
                            ? imports.importCnemc(authority, name, kept)
                            : imports.importMapped(
                                    authority,
                                    name,
                                    kept,
                                    new MappedTable(mapping(mapping), network, role(role))),
                    words(request));
        } finally {
            working.release();
            Files.deleteIfExists(kept);
        }
    }

    private static Optional<StationRole> role(@Nullable String word) {
        try {
            return Optional.ofNullable(word).map(StationRole::of);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.badInput(
                    "observation.role-unknown", Map.of("value", String.valueOf(word)));
        }
    }

    @ForActors(ActKind.IMPORT_OBSERVATIONS)
    @PostMapping(
            path = "/api/v1/imports/preview",
            consumes = {"text/csv", "application/gzip", "application/octet-stream"})
    @Operation(
            operationId = "previewImport",
            summary =
                    "How the first rows of a file are understood by a mapping; nothing is imported",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            description = "The file's bytes, at most 512 MiB",
                            content =
                                    @Content(schema = @Schema(type = "string", format = "binary"))))
    PreviewDocument preview(
            Authority authority,
            @Parameter(description = "The file's name", example = "hours.xlsx")
                    @RequestParam(defaultValue = "upload.csv")
                    String name,
            @Parameter(description = MAPPING, example = "prsa")
                    @RequestParam(defaultValue = "cnemc")
                    String mapping,
            HttpServletRequest request,
            InputStream body)
            throws IOException {
        requireName(name);
        Mapping read = mapping(mapping);
        Path kept = Files.createTempFile("airshed-preview-", ".file");
        try {
            keep(body, kept);
            try (InputStream in = Files.newInputStream(kept)) {
                return PreviewDocument.of(
                        MappedFile.preview(name, in, read, Instant.now(), PREVIEWED),
                        words(request));
            } catch (UnusableFileException unusable) {
                Map<String, String> arguments = unusable.arguments();
                arguments.put("file", name);
                throw Refusal.badInput("observation.file-unusable", arguments);
            }
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    /** A shipped mapping by its name, or the text of one. */
    private static Mapping mapping(String text) {
        try {
            return Mapping.SHIPPED.contains(text)
                    ? Mapping.shipped(text)
                    : Mapping.read(
                            "mapping",
                            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (UnusableFileException unusable) {
            throw Refusal.badInput("observation.mapping-unusable", unusable.arguments());
        }
    }

    private static void requireName(String name) {
        if (!name.matches("[\\p{L}\\p{N} ._()-]{1,100}")) {
            throw Refusal.badInput("observation.file-name-misshapen", Map.of("value", name));
        }
    }

    private static void keep(InputStream body, Path kept) throws IOException {
        try (OutputStream out = Files.newOutputStream(kept)) {
            byte[] chunk = new byte[CHUNK];
            long taken = 0;
            for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
                taken += read;
                if (taken > LONGEST_BYTES) {
                    throw new Refusal(
                            new Problem(
                                    413,
                                    "server.upload-too-large",
                                    Map.of("maximum", (LONGEST_BYTES >> 20) + " MiB")));
                }
                out.write(chunk, 0, read);
            }
        }
    }

    @ForActors(ActKind.IMPORT_OBSERVATIONS)
    @GetMapping("/api/v1/imports/running")
    @Operation(
            operationId = "runningImports",
            summary = "Your imports that work now and how far they are, the first begun first")
    Page<RunningDocument> running(Authority authority) {
        Instant now = Instant.now();
        return new Page<>(
                imports.running(authority).stream()
                        .map(running -> RunningDocument.of(running, now))
                        .toList(),
                Optional.empty());
    }

    @ForReaders(Dataset.READINGS)
    @GetMapping("/api/v1/imports")
    @Operation(
            operationId = "imports",
            summary = "The imports of which you see a part or which you made, the latest first")
    Page<ImportDocument> imports(Sight sight, Paging paging) {
        var page = imports.imports(paging);
        return new Page<>(page.items().stream().map(ImportDocument::of).toList(), page.next());
    }

    @ForReaders(Dataset.READINGS)
    @GetMapping("/api/v1/imports/{number}")
    @Operation(
            operationId = "importOf",
            summary = "One import, with the first hundred stations it entered or moved")
    ImportDocument imported(
            Sight sight,
            @Parameter(description = "The import's number", example = "1") @PathVariable
                    int number) {
        return ImportDocument.of(
                imports.imported(number),
                imports
                        .stations(
                                number,
                                new Paging(
                                        SHOWN,
                                        Optional.empty(),
                                        "/api/v1/imports/" + number + "/stations"))
                        .items()
                        .stream()
                        .map(ChangedStationDocument::of)
                        .toList());
    }

    @ForReaders(Dataset.READINGS)
    @GetMapping("/api/v1/imports/{number}/stations")
    @Operation(
            operationId = "importStations",
            summary = "The stations whose standings an import or an undoing changed, by code")
    Page<ChangedStationDocument> stations(
            Sight sight,
            Paging paging,
            @Parameter(description = "The import's number", example = "1") @PathVariable
                    int number) {
        var page = imports.stations(number, paging);
        return new Page<>(
                page.items().stream().map(ChangedStationDocument::of).toList(), page.next());
    }

    @ForReaders(Dataset.READINGS)
    @GetMapping("/api/v1/imports/{number}/rejects")
    @Operation(
            operationId = "importRejects",
            summary = "The lines an import could not use, for who imported; at most ten thousand")
    Page<ImportDocument.Rejected> rejects(
            Sight sight,
            Paging paging,
            @Parameter(description = "The import's number", example = "1") @PathVariable int number,
            HttpServletRequest request) {
        var page = imports.rejects(number, paging);
        return new Page<>(
                page.items().stream().map(words(request)::rejected).toList(), page.next());
    }

    @ForReaders(Dataset.READINGS)
    @GetMapping("/api/v1/imports/{number}/mapping")
    @Operation(
            operationId = "importMapping",
            summary = "The mapping by which a file was read, as its text was at the import")
    ImportDocument.MappingText mapping(
            Sight sight,
            @Parameter(description = "The import's number", example = "1") @PathVariable
                    int number) {
        return new ImportDocument.MappingText(imports.mapping(number));
    }

    @ForActors(ActKind.IMPORT_OBSERVATIONS)
    @PostMapping("/api/v1/imports/{number}/undo")
    @Operation(
            operationId = "undoImport",
            summary = "Takes back what an import brought, by revisions; nothing is deleted")
    ImportDocument.Report undo(
            Authority authority,
            @Parameter(description = "The import's number", example = "1") @PathVariable int number,
            HttpServletRequest request) {
        return ImportDocument.Report.of(imports.undo(authority, number), words(request));
    }
}
