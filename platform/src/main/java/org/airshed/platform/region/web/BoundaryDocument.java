package org.airshed.platform.region.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Outlines as sent: a GeoJSON FeatureCollection with its source. */
@Schema(
        name = "BoundaryCollection",
        description =
                "A GeoJSON FeatureCollection (RFC 7946) with source, licence, approval number.")
record BoundaryDocument(
        @Schema(
                        description = "FeatureCollection",
                        example = "FeatureCollection",
                        requiredMode = RequiredMode.REQUIRED)
                String type,
        @Schema(description = "Where the outlines come from", requiredMode = RequiredMode.REQUIRED)
                String source,
        @Schema(description = "Under which terms", requiredMode = RequiredMode.REQUIRED)
                String licence,
        @Schema(description = "The map approval number (审图号), where the source states one")
                @Nullable String approvalNumber,
        @Schema(description = "The source's version", requiredMode = RequiredMode.REQUIRED)
                String version,
        @Schema(
                        description = "SHA-256 of the file imported, hexadecimal",
                        requiredMode = RequiredMode.REQUIRED)
                String sha256,
        @Schema(description = "The outlines", requiredMode = RequiredMode.REQUIRED)
                List<Feature> features) {

    /** One outline as sent. */
    @Schema(name = "BoundaryFeature", description = "The outline of one jurisdiction.")
    record Feature(
            @Schema(
                            description = "Feature",
                            example = "Feature",
                            requiredMode = RequiredMode.REQUIRED)
                    String type,
            @Schema(
                            description = "The jurisdiction it belongs to",
                            requiredMode = RequiredMode.REQUIRED)
                    JurisdictionDocument properties,
            @Schema(
                            description = "A GeoJSON Polygon or MultiPolygon",
                            type = "object",
                            implementation = Object.class,
                            requiredMode = RequiredMode.REQUIRED)
                    Object geometry) {}
}
