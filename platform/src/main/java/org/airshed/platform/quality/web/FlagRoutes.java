package org.airshed.platform.quality.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.airshed.platform.quality.Quality;
import org.airshed.platform.rights.Dataset;
import org.airshed.platform.rights.ForReaders;
import org.airshed.platform.rights.Sight;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.airshed.platform.server.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Values that are not good. */
@RestController
@Tag(name = "quality")
final class FlagRoutes {
    private final Quality quality;
    private final Words words;

    FlagRoutes(Quality quality, Words words) {
        this.quality = quality;
        this.words = words;
    }

    @ForReaders(Dataset.READINGS)
    @GetMapping("/api/v1/quality/flags")
    @Operation(
            operationId = "flags",
            summary =
                    "Values flagged suspect, bad, missing or not evaluated, the latest hours first")
    Page<FlagDocument> flags(
            Sight sight,
            Paging paging,
            @Parameter(description = "Only of this station", example = "1051A")
                    @RequestParam(required = false)
                    @Nullable String station) {
        var page = quality.flags(Optional.ofNullable(station), paging);
        return new Page<>(
                page.items().stream().map(value -> FlagDocument.of(value, words)).toList(),
                page.next());
    }
}
