package org.airshed.platform.sharing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.airshed.platform.access.CurrentViewer;
import org.airshed.platform.rights.ForSignedIn;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.airshed.platform.server.Problems;
import org.airshed.platform.server.Words;
import org.airshed.platform.sharing.Export;
import org.airshed.platform.sharing.ExportQuery;
import org.airshed.platform.sharing.Exports;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Files to take away: asked for, followed, fetched and removed by one and the same person. */
@RestController
@Tag(name = "sharing")
final class ExportRoutes {
    private static final String ID = "The export's id";

    private final Exports exports;
    private final CurrentViewer current;
    private final Words words;
    private final Clock clock = Clock.systemUTC();

    ExportRoutes(Exports exports, CurrentViewer current, Words words) {
        this.exports = exports;
        this.current = current;
        this.words = words;
    }

    @ForSignedIn
    @PostMapping("/api/v1/exports/estimate")
    @Operation(
            operationId = "estimateExport",
            summary = "How large a file would be; nothing is written")
    ExportDocument.Estimate estimate(@Valid @RequestBody ExportRequest request) {
        var estimate = exports.estimate(current.viewer(), request.query());
        return new ExportDocument.Estimate(estimate.rows(), estimate.bytes());
    }

    @ForSignedIn
    @PostMapping("/api/v1/exports")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "requestExport",
            summary = "Asks for a file of what you may see; it is written when its turn comes")
    ResponseEntity<ExportDocument> request(
            @Valid @RequestBody ExportRequest request, HttpServletRequest asked) {
        Export export = exports.request(current.viewer(), request.query());
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/exports/" + export.id()))
                .body(document(export, asked));
    }

    @ForSignedIn
    @GetMapping("/api/v1/exports")
    @Operation(operationId = "exports", summary = "Your own exports, the latest first")
    Page<ExportDocument> exports(Paging paging, HttpServletRequest asked) {
        var page = exports.exports(paging);
        return new Page<>(
                page.items().stream().map(export -> document(export, asked)).toList(), page.next());
    }

    @ForSignedIn
    @GetMapping("/api/v1/exports/{id}")
    @Operation(operationId = "export", summary = "One of your exports, and how far it is")
    ExportDocument export(
            @Parameter(description = ID) @PathVariable UUID id, HttpServletRequest asked) {
        return document(exports.export(id), asked);
    }

    private ExportDocument document(Export export, HttpServletRequest asked) {
        return ExportDocument.of(export, clock.instant(), words, Problems.language(asked));
    }

    @ForSignedIn
    @GetMapping("/api/v1/exports/{id}/about")
    @Operation(
            operationId = "aboutExport",
            summary = "What the columns and values of the file mean: its data dictionary")
    AboutDocument about(@Parameter(description = ID) @PathVariable UUID id) {
        return AboutDocument.of(id, exports.about(id));
    }

    @ForSignedIn
    @GetMapping("/api/v1/exports/{id}/file")
    @Operation(
            operationId = "exportedFile",
            summary = "The file; that it was fetched is put on record",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description =
                                    "The file's bytes; headers X-Airshed-Synthetic,"
                                            + " X-Airshed-Hours and X-Airshed-SHA-256 say what it is,"
                                            + " Link leads to its data dictionary",
                            content =
                                    @Content(
                                            mediaType = "application/octet-stream",
                                            schema = @Schema(type = "string", format = "binary"))))
    ResponseEntity<Resource> file(@Parameter(description = ID) @PathVariable UUID id) {
        Exports.FetchedFile fetched = exports.fetch(current.viewer(), id);
        return ResponseEntity.ok()
                .contentType(
                        MediaType.parseMediaType(fetched.export().query().format().mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name(fetched)).build().toString())
                .header(HttpHeaders.LINK, "</api/v1/exports/" + id + "/about>; rel=\"describedby\"")
                .header("X-Airshed-Synthetic", String.valueOf(fetched.done().synthetic()))
                .header("X-Airshed-Hours", "hour-ending")
                .header("X-Airshed-SHA-256", fetched.done().sha256())
                .header("X-Airshed-Written-At", fetched.done().at().toString())
                .body(new FileSystemResource(fetched.path()));
    }

    private static String name(Exports.FetchedFile fetched) {
        ExportQuery query = fetched.export().query();
        return "airshed-%s%s-%s-%s.%s"
                .formatted(
                        fetched.done().synthetic() ? "SYNTHETIC-" : "",
                        query.of().code(),
                        query.first(),
                        query.last(),
                        query.format().code());
    }

    @ForSignedIn
    @DeleteMapping("/api/v1/exports/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "removeExport",
            summary = "Cancels an export, or removes the file of one that is complete")
    void remove(@Parameter(description = ID) @PathVariable UUID id) {
        exports.remove(id);
    }
}
