package org.airshed.platform.region.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.airshed.platform.notary.CanonicalJson;
import org.airshed.platform.region.Boundaries;
import org.airshed.platform.region.Compact;
import org.airshed.platform.region.Compacts;
import org.airshed.platform.region.Jurisdiction;
import org.airshed.platform.region.Jurisdictions;
import org.airshed.platform.region.Level;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.rights.OpenToAll;
import org.airshed.platform.server.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The outlines a map draws. */
@RestController
final class BoundaryRoutes {
    private static final String GEO_JSON = "application/geo+json";
    private final Boundaries boundaries;
    private final Jurisdictions jurisdictions;
    private final Compacts compacts;
    private final JsonMapper json;

    BoundaryRoutes(
            Boundaries boundaries,
            Jurisdictions jurisdictions,
            Compacts compacts,
            JsonMapper json) {
        this.boundaries = boundaries;
        this.jurisdictions = jurisdictions;
        this.compacts = compacts;
        this.json = json;
    }

    @OpenToAll
    @GetMapping(path = "/api/v1/boundaries", produces = GEO_JSON)
    @Operation(
            operationId = "boundaries",
            summary = "The outlines of the jurisdictions of a level, or of a compact's members",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "OK",
                            content =
                                    @Content(
                                            mediaType = GEO_JSON,
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    BoundaryDocument.class))))
    ResponseEntity<byte[]> boundaries(
            @Parameter(
                            description =
                                    "Which level to draw; a municipality stands among prefectures and"
                                            + " provinces",
                            example = "prefecture")
                    @RequestParam
                    String level,
            @Parameter(description = "Only members of this compact", example = "demonstration")
                    @RequestParam(required = false)
                    @Nullable String compact) {
        Level asked =
                Level.find(level)
                        .orElseThrow(() ->
                                Refusal.badInput("region.level-unknown", Map.of("value", level)));
        Boundaries.BoundarySet set =
                boundaries
                        .findSet()
                        .orElseThrow(() -> Refusal.notFound("region.no-boundaries", Map.of()));
        byte[] body = json.writeValueAsBytes(document(set, asked, members(compact)));
        // Weak, because a strong tag would switch compression off.
        String tag =
                "W/\""
                        + CanonicalJson.hash(
                                        new String(body, java.nio.charset.StandardCharsets.UTF_8))
                                .substring(0, 32)
                        + "\"";
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .body(body);
    }

    private Predicate<Jurisdiction> members(@Nullable String code) {
        if (code == null) {
            return one -> true;
        }
        Compact compact =
                compacts.findCompact(code, Instant.now())
                        .orElseThrow(() ->
                                Refusal.notFound("region.compact-unknown", Map.of("value", code)));
        List<JurisdictionCode> members =
                compact.members().stream().map(Compact.Member::jurisdiction).toList();
        return one -> members.contains(one.code());
    }

    private BoundaryDocument document(
            Boundaries.BoundarySet set, Level level, Predicate<Jurisdiction> wanted) {
        Map<JurisdictionCode, Jurisdiction> drawn =
                jurisdictions.jurisdictions(Instant.now()).stream()
                        .filter(one -> one.level().standsAt(level))
                        .filter(wanted)
                        .collect(Collectors.toMap(Jurisdiction::code, one -> one));
        List<BoundaryDocument.Feature> features =
                boundaries.boundaries(drawn.keySet()).stream()
                        .flatMap(outline ->
                                Optional.ofNullable(drawn.get(outline.jurisdiction()))
                                        .map(one ->
                                                new BoundaryDocument.Feature(
                                                        "Feature",
                                                        JurisdictionDocument.of(one),
                                                        outline.geometry()))
                                        .stream())
                        .toList();
        return new BoundaryDocument(
                "FeatureCollection",
                set.source(),
                set.licence(),
                set.approvalNumber().orElse(null),
                set.version(),
                set.sha256(),
                features);
    }
}
