package org.airshed.platform.access.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.airshed.platform.access.Right;
import org.airshed.platform.access.Rights;
import org.airshed.platform.rights.ActKind;
import org.airshed.platform.rights.Dataset;
import org.airshed.platform.rights.ForReaders;
import org.airshed.platform.rights.ForSignedIn;
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

/** Answers both questions about rights: what may this person do, and who may do this here; why. */
@RestController
final class RightsRoutes {
    private final Rights rights;
    private final Words words;
    private final Clock clock = Clock.systemUTC();

    RightsRoutes(Rights rights, Words words) {
        this.rights = rights;
        this.words = words;
    }

    @ForSignedIn
    @GetMapping("/api/v1/rights/of/{person}")
    @Operation(
            operationId = "rightsOf",
            summary =
                    "What a person may do and see, and why; of others, for those who may see them")
    List<RightDocument> of(
            @Parameter(description = "The person's id") @PathVariable UUID person,
            @Parameter(description = "At this moment instead of now")
                    @RequestParam(required = false)
                    @Nullable Instant at) {
        return rights
                .findRightsOf(person, at == null ? clock.instant() : at)
                .orElseThrow(() ->
                        Refusal.notFound(
                                "access.person-unknown", Map.of("person", person.toString())))
                .stream()
                .map(this::document)
                .toList();
    }

    @ForReaders(Dataset.PEOPLE)
    @GetMapping("/api/v1/rights/over/{jurisdiction}")
    @Operation(
            operationId = "rightsOver",
            summary = "Who may perform an act over a jurisdiction, or see its data, and why")
    Page<RightDocument> over(
            Sight sight,
            Paging paging,
            @Parameter(description = "The jurisdiction's code", example = "130600") @PathVariable
                    String jurisdiction,
            @Parameter(description = "An act's code", example = "observation.import")
                    @RequestParam(required = false)
                    @Nullable String act,
            @Parameter(description = "A dataset's code", example = "air.published")
                    @RequestParam(required = false)
                    @Nullable String dataset,
            @Parameter(description = "At this moment instead of now")
                    @RequestParam(required = false)
                    @Nullable Instant at) {
        String word = act != null ? act : dataset;
        if (word == null || (act != null && dataset != null) || !isKnown(act, dataset)) {
            throw Refusal.badInput(
                    "access.word-unknown",
                    Map.of(
                            "value",
                            String.valueOf(word),
                            "expected",
                            Arrays.stream(ActKind.values()).map(ActKind::code).toList()
                                    + " / "
                                    + Arrays.stream(Dataset.values()).map(Dataset::code).toList()));
        }
        Page<Right> page =
                rights.rightsOver(
                        code(jurisdiction),
                        act != null,
                        word,
                        at == null ? clock.instant() : at,
                        paging);
        return new Page<>(page.items().stream().map(this::document).toList(), page.next());
    }

    private static boolean isKnown(@Nullable String act, @Nullable String dataset) {
        return act != null
                ? Arrays.stream(ActKind.values()).anyMatch(kind -> kind.code().equals(act))
                : Arrays.stream(Dataset.values()).anyMatch(data -> data.code().equals(dataset));
    }

    private static JurisdictionCode code(String jurisdiction) {
        try {
            return new JurisdictionCode(jurisdiction);
        } catch (IllegalArgumentException malformed) {
            throw Refusal.badInput(
                    "access.jurisdiction-unknown",
                    Map.of("place", "jurisdiction", "value", jurisdiction));
        }
    }

    private RightDocument document(Right right) {
        String code =
                right.holder().isEmpty()
                        ? "access.because.public"
                        : right.kind().equals("act")
                                ? "access.because.mandate"
                                : "access.because.grant";
        return new RightDocument(
                right.holder().map(Right.Holder::person),
                right.kind(),
                right.word(),
                right.scope().code(),
                right.holder().map(Right.Holder::seat),
                right.basis(),
                right.validity().from(),
                right.validity().to(),
                code,
                new BilingualText(
                        words.say(code, arguments(right, Language.ZH), Language.ZH),
                        words.say(code, arguments(right, Language.EN), Language.EN)));
    }

    private static Map<String, String> arguments(Right right, Language language) {
        Optional<Right.Holder> holder = right.holder();
        return Map.of(
                "person", holder.map(h -> in(h.name(), language)).orElse(""),
                "role", holder.map(h -> in(h.roleName(), language)).orElse(""),
                "body", holder.map(h -> in(h.bodyName(), language)).orElse(""),
                "date", LocalDate.ofInstant(right.basisFrom(), ZoneOffset.UTC).toString(),
                "source", right.source(),
                "scope", right.scope().code(),
                "word", right.word());
    }

    private static String in(Right.Named name, Language language) {
        return language == Language.ZH ? name.zh() : name.en();
    }

    /** A right and its reason, as sent. */
    @Schema(name = "Right", description = "That somebody may do or see something, and why.")
    record RightDocument(
            @Schema(description = "Who; absent: everybody", type = "string", format = "uuid")
                    Optional<UUID> person,
            @Schema(description = "act or dataset", requiredMode = Schema.RequiredMode.REQUIRED)
                    String kind,
            @Schema(
                            description = "The act's or dataset's code",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String word,
            @Schema(
                            description = "The jurisdiction it covers with all below; * for all",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String scope,
            @Schema(
                            description = "The seat through which it is held",
                            type = "string",
                            format = "uuid")
                    Optional<UUID> seat,
            @Schema(
                            description = "The mandate or data grant it rests on",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    UUID basis,
            @Schema(description = "Since when", requiredMode = Schema.RequiredMode.REQUIRED)
                    Instant from,
            @Schema(description = "Until when", type = "string", format = "date-time")
                    Optional<Instant> to,
            @Schema(description = "The kind of reason", requiredMode = Schema.RequiredMode.REQUIRED)
                    String reason,
            @Schema(description = "The reason", requiredMode = Schema.RequiredMode.REQUIRED)
                    BilingualText because) {}
}
