package org.airshed.platform.server;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Some rows of a longer list, in the list's order. There is never a count of all rows: on the lists
 * of this platform it would cost more than the rows.
 *
 * @param items the rows
 * @param next the path of the rows that follow, or empty at the end
 */
public record Page<T>(
        @Schema(description = "The rows", requiredMode = Schema.RequiredMode.REQUIRED)
                List<T> items,
        @Schema(
                        description = "Where the rows that follow are; absent on the last page",
                        type = "string",
                        example = "/api/v1/acts?limit=50&cursor=k1.WyIyMDI2Il0.1c2a3b4d")
                Optional<String> next) {
    public Page {
        items = List.copyOf(items);
    }
}
