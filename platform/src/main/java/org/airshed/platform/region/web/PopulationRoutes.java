package org.airshed.platform.region.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.airshed.platform.region.Populations;
import org.airshed.platform.rights.ActKind;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.ForActors;
import org.airshed.platform.rights.OpenToAll;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.airshed.platform.server.Problem;
import org.airshed.platform.server.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Resident populations. */
@RestController
final class PopulationRoutes {
    private static final int LONGEST_BYTES = 8 * 1024 * 1024;
    private final Populations populations;

    PopulationRoutes(Populations populations) {
        this.populations = populations;
    }

    @OpenToAll
    @GetMapping("/api/v1/populations")
    @Operation(
            operationId = "populations",
            summary = "Resident populations, each with day and source")
    Page<PopulationDocument> populations(
            Paging paging,
            @Parameter(description = "Only of this jurisdiction", example = "130600")
                    @RequestParam(required = false)
                    @Nullable String jurisdiction) {
        var page =
                populations.populations(
                        Optional.ofNullable(jurisdiction).map(Asked::jurisdiction), paging);
        return new Page<>(page.items().stream().map(PopulationDocument::of).toList(), page.next());
    }

    @ForActors(ActKind.CHANGE_REGION)
    @PostMapping(path = "/api/v1/populations", consumes = "text/csv")
    @Operation(
            operationId = "uploadPopulations",
            summary = "Enters the counts of a CSV file; the same file again changes nothing",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            description =
                                    "UTF-8, columns code, area, resident_population, census_date,"
                                            + " source; every row names its source",
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = "string"),
                                            examples =
                                                    @ExampleObject(
                                                            "code,area,resident_population,census_date,source\n"
                                                                    + "130600,保定市,9242610,2020-11-01,"
                                                                    + "Seventh National Population Census"))))
    PopulationDocument.Upload upload(
            Authority authority,
            @Parameter(
                            description = "The file's name, as the answer and the register call it",
                            example = "census-2020.csv")
                    @RequestParam(defaultValue = "upload.csv")
                    String name,
            InputStream body)
            throws IOException {
        if (!name.matches("[\\p{L}\\p{N} ._()-]{1,100}")) {
            throw Refusal.badInput("region.file-name-misshapen", Map.of("value", name));
        }
        Path kept = Files.createTempFile("airshed-populations-", ".csv");
        try {
            byte[] bytes = body.readNBytes(LONGEST_BYTES + 1);
            if (bytes.length > LONGEST_BYTES) {
                throw new Refusal(
                        new Problem(413, "server.upload-too-large", Map.of("maximum", "8 MiB")));
            }
            Files.write(kept, bytes);
            return PopulationDocument.Upload.of(populations.upload(authority, name, kept));
        } finally {
            Files.deleteIfExists(kept);
        }
    }
}
