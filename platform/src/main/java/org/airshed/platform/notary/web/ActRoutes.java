package org.airshed.platform.notary.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.airshed.platform.notary.Act;
import org.airshed.platform.notary.ActFilter;
import org.airshed.platform.notary.Notary;
import org.airshed.platform.rights.Dataset;
import org.airshed.platform.rights.ForReaders;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.rights.Sight;
import org.airshed.platform.server.BilingualText;
import org.airshed.platform.server.Language;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.airshed.platform.server.Refusal;
import org.airshed.platform.server.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of acts, for those who may read it. */
@RestController
final class ActRoutes {
    private final Notary notary;
    private final Words words;

    ActRoutes(Notary notary, Words words) {
        this.notary = notary;
        this.words = words;
    }

    @ForReaders(Dataset.ACTS)
    @GetMapping("/api/v1/acts")
    @Operation(operationId = "acts", summary = "The official acts open to you, the latest first")
    Page<ActDocument> acts(
            Sight sight,
            Paging paging,
            @Parameter(description = "Only acts over this jurisdiction", example = "130600")
                    @RequestParam(required = false)
                    @Nullable String jurisdiction,
            @Parameter(description = "Only acts of this kind", example = "region.change")
                    @RequestParam(required = false)
                    @Nullable String kind,
            @Parameter(
                            description = "Only acts about this subject",
                            example = "region.compact/demonstration")
                    @RequestParam(required = false)
                    @Nullable String subject) {
        ActFilter filter =
                new ActFilter(
                        Optional.ofNullable(jurisdiction).map(ActRoutes::code),
                        Optional.ofNullable(kind),
                        Optional.ofNullable(subject));
        Page<Act> page = notary.acts(sight, filter, paging);
        return new Page<>(page.items().stream().map(this::document).toList(), page.next());
    }

    @ForReaders(Dataset.ACTS)
    @GetMapping("/api/v1/acts/{id}")
    @Operation(
            operationId = "act",
            summary = "One official act, with the content its hash was made of")
    ActDocument act(
            Sight sight,
            @Parameter(
                            description = "The act's id",
                            example = "019ab2c4-7d11-7c3e-9a55-3f0d5a2b9e10")
                    @PathVariable
                    UUID id) {
        return notary.findAct(sight, id)
                .map(act -> document(act).with(act.content()))
                .orElseThrow(() ->
                        Refusal.notFound("notary.act-unknown", Map.of("value", id.toString())));
    }

    private static JurisdictionCode code(String value) {
        try {
            return new JurisdictionCode(value);
        } catch (IllegalArgumentException misshapen) {
            throw Refusal.badInput("notary.jurisdiction-misshapen", Map.of("value", value));
        }
    }

    private ActDocument document(Act act) {
        return new ActDocument(
                act.id(),
                act.at(),
                new BilingualText(said(act, Language.ZH), said(act, Language.EN)),
                act.actor(),
                act.actorKind().code(),
                act.mandate(),
                act.kind(),
                act.jurisdiction(),
                act.subject(),
                act.summary(),
                act.arguments(),
                act.contentHash(),
                null,
                act.requestId().orElse(null),
                act.sequence().isPresent() ? act.sequence().getAsLong() : null);
    }

    private String said(Act act, Language language) {
        return words.say(act.summary(), act.arguments(), language);
    }
}
