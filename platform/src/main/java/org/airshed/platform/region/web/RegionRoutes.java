package org.airshed.platform.region.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.airshed.platform.region.Compact;
import org.airshed.platform.region.Compacts;
import org.airshed.platform.region.Jurisdiction;
import org.airshed.platform.region.Jurisdictions;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.rights.OpenToAll;
import org.airshed.platform.server.BilingualText;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The tree of jurisdictions and the compacts. */
@RestController
final class RegionRoutes {
    private final Jurisdictions jurisdictions;
    private final Compacts compacts;

    RegionRoutes(Jurisdictions jurisdictions, Compacts compacts) {
        this.jurisdictions = jurisdictions;
        this.compacts = compacts;
    }

    @OpenToAll
    @GetMapping("/api/v1/jurisdictions")
    @Operation(operationId = "jurisdictions", summary = "The tree of jurisdictions as it is now")
    JurisdictionDocument.Tree jurisdictions() {
        return new JurisdictionDocument.Tree(
                jurisdictions.jurisdictions(Instant.now()).stream()
                        .map(JurisdictionDocument::of)
                        .toList());
    }

    @OpenToAll
    @GetMapping("/api/v1/jurisdictions/{code}")
    @Operation(operationId = "jurisdiction", summary = "One jurisdiction")
    JurisdictionDocument jurisdiction(
            @Parameter(description = "Its code", example = "130600") @PathVariable String code) {
        return JurisdictionDocument.of(
                jurisdictions.jurisdiction(Asked.jurisdiction(code), Instant.now()));
    }

    @OpenToAll
    @GetMapping("/api/v1/compacts")
    @Operation(operationId = "compacts", summary = "The compacts in force, with their members")
    CompactDocument.Several compacts() {
        Instant now = Instant.now();
        Map<JurisdictionCode, BilingualText> names =
                jurisdictions.jurisdictions(now).stream()
                        .collect(Collectors.toMap(Jurisdiction::code, Jurisdiction::name));
        return new CompactDocument.Several(
                compacts.compacts(now).stream()
                        .map(compact -> CompactDocument.of(compact, members(compact, names)))
                        .toList());
    }

    private static List<CompactDocument.MemberDocument> members(
            Compact compact, Map<JurisdictionCode, BilingualText> names) {
        return compact.members().stream()
                .map(member -> {
                    String code = member.jurisdiction().value();
                    return new CompactDocument.MemberDocument(
                            code,
                            names.getOrDefault(
                                    member.jurisdiction(), new BilingualText(code, code)),
                            member.period().from(),
                            member.period().to().orElse(null));
                })
                .toList();
    }
}
