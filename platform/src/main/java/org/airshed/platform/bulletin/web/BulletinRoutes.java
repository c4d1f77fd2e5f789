package org.airshed.platform.bulletin.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.airshed.platform.bulletin.Bulletin;
import org.airshed.platform.bulletin.Bulletins;
import org.airshed.platform.bulletin.Content;
import org.airshed.platform.bulletin.Template;
import org.airshed.platform.evaluation.Period;
import org.airshed.platform.rights.ActKind;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.Dataset;
import org.airshed.platform.rights.ForActors;
import org.airshed.platform.rights.ForReaders;
import org.airshed.platform.rights.Sight;
import org.airshed.platform.server.BilingualText;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.airshed.platform.server.Refusal;
import org.airshed.platform.server.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Bulletins: drafted, edited, reviewed and issued by those who may, read by all. */
@RestController
@Tag(name = "bulletin")
final class BulletinRoutes {
    private static final String ID = "The bulletin's id";

    private final Bulletins bulletins;
    private final Words words;

    BulletinRoutes(Bulletins bulletins, Words words) {
        this.bulletins = bulletins;
        this.words = words;
    }

    private BulletinDocument.Whole whole(Bulletin bulletin) {
        return BulletinDocument.Whole.of(bulletin, words);
    }

    @ForReaders(Dataset.PUBLISHED_AIR)
    @GetMapping("/api/v1/bulletins")
    @Operation(
            operationId = "bulletins",
            summary = "Issued bulletins, and drafts for who drafts and issues, the latest first")
    Page<BulletinDocument> bulletins(Sight sight, Paging paging) {
        var page = bulletins.bulletins(paging);
        return new Page<>(page.items().stream().map(BulletinDocument::of).toList(), page.next());
    }

    @ForReaders(Dataset.PUBLISHED_AIR)
    @GetMapping("/api/v1/bulletins/{id}")
    @Operation(operationId = "bulletin", summary = "A bulletin with its words and figures")
    BulletinDocument.Whole bulletin(
            Sight sight, @Parameter(description = ID) @PathVariable UUID id) {
        return whole(bulletins.bulletin(id));
    }

    @ForReaders(Dataset.PUBLISHED_AIR)
    @GetMapping("/api/v1/bulletins/{id}/figures/{name}")
    @ResponseStatus(HttpStatus.SEE_OTHER)
    @Operation(
            operationId = "bulletinFigure",
            summary = "Leads to the query that gives a figure, as the notes of documents print it")
    ResponseEntity<Void> figure(
            Sight sight,
            @Parameter(description = ID) @PathVariable UUID id,
            @Parameter(description = "The figure's name", example = "pm2_5") @PathVariable
                    String name) {
        Map<String, Content.Figure> figures = bulletins.bulletin(id).content().figures();
        Content.Figure figure = figures.get(name);
        if (figure == null) {
            throw Refusal.notFound(
                    "bulletin.figure-not-in-it",
                    Map.of("value", name, "known", String.join(", ", figures.keySet())));
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(figure.query()))
                .build();
    }

    @ForActors(ActKind.DRAFT_BULLETIN)
    @PostMapping("/api/v1/bulletins")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "draftBulletin",
            summary = "Drafts a bulletin on the cities of your mandate that have readings")
    BulletinDocument.Whole draft(
            Authority authority, @Valid @RequestBody BulletinDocument.DraftRequest draft) {
        Template template =
                Template.find(draft.template())
                        .orElseThrow(() ->
                                Refusal.badInput(
                                        "bulletin.template-unknown",
                                        Map.of("value", draft.template())));
        Period period =
                Period.find(draft.period())
                        .orElseThrow(() ->
                                Refusal.badInput(
                                        "bulletin.period-unfit",
                                        Map.of(
                                                "template", template.code(),
                                                "value", draft.period())));
        return whole(bulletins.draft(authority, template, period));
    }

    @ForActors(ActKind.DRAFT_BULLETIN)
    @PostMapping("/api/v1/bulletins/{id}/sections/{key}")
    @Operation(operationId = "editBulletin", summary = "Puts your words into a section of a draft")
    BulletinDocument.Whole edit(
            Authority authority,
            @Parameter(description = ID) @PathVariable UUID id,
            @Parameter(description = "The section's key", example = "overview") @PathVariable
                    String key,
            @Valid @RequestBody BulletinDocument.EditRequest text) {
        return whole(bulletins.edit(authority, id, key, new BilingualText(text.zh(), text.en())));
    }

    @ForActors(ActKind.DRAFT_BULLETIN)
    @PostMapping("/api/v1/bulletins/{id}/redraft")
    @Operation(
            operationId = "redraftBulletin",
            summary = "Renews the figures of a draft and keeps what people wrote")
    BulletinDocument.Whole redraft(
            Authority authority, @Parameter(description = ID) @PathVariable UUID id) {
        return whole(bulletins.redraft(authority, id));
    }

    @ForActors(ActKind.ISSUE_BULLETIN)
    @PostMapping("/api/v1/bulletins/{id}/review")
    @Operation(operationId = "reviewBulletin", summary = "Finds a draft of somebody else right")
    BulletinDocument review(
            Authority authority,
            @Parameter(description = ID) @PathVariable UUID id,
            @Parameter(
                            description =
                                    "The contentSha256 that was read; refused when it changed since")
                    @RequestParam(required = false)
                    @Nullable String content) {
        return BulletinDocument.of(bulletins.review(authority, id, Optional.ofNullable(content)));
    }

    @ForActors(ActKind.ISSUE_BULLETIN)
    @PostMapping("/api/v1/bulletins/{id}/return")
    @Operation(
            operationId = "returnBulletin",
            summary = "Gives a reviewed bulletin back to its author: it is a draft again")
    BulletinDocument giveBack(
            Authority authority, @Parameter(description = ID) @PathVariable UUID id) {
        return BulletinDocument.of(bulletins.giveBack(authority, id));
    }

    @ForActors(ActKind.ISSUE_BULLETIN)
    @PostMapping("/api/v1/bulletins/{id}/issue")
    @Operation(
            operationId = "issueBulletin",
            summary = "Numbers and issues a reviewed bulletin; it stands from then on")
    BulletinDocument issue(
            Authority authority, @Parameter(description = ID) @PathVariable UUID id) {
        return BulletinDocument.of(bulletins.issue(authority, id));
    }

    @ForActors(ActKind.DRAFT_BULLETIN)
    @PostMapping("/api/v1/bulletins/{id}/correction")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "correctBulletin",
            summary = "Opens the next version of an issued bulletin as a draft")
    BulletinDocument.Whole correct(
            Authority authority, @Parameter(description = ID) @PathVariable UUID id) {
        return whole(bulletins.correct(authority, id));
    }

    @ForReaders(Dataset.PUBLISHED_AIR)
    @PostMapping("/api/v1/bulletins/{id}/acknowledgement")
    @Operation(
            operationId = "acknowledgeBulletin",
            summary = "Says that you have read an issued bulletin; needs a sign-in")
    BulletinDocument acknowledge(Sight sight, @Parameter(description = ID) @PathVariable UUID id) {
        return BulletinDocument.of(bulletins.acknowledge(sight, id));
    }
}
