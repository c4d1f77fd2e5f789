package org.airshed.platform.bulletin.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.airshed.platform.bulletin.Bulletin;
import org.airshed.platform.bulletin.Bulletin.State;
import org.airshed.platform.bulletin.Content;
import org.airshed.platform.bulletin.Rule;
import org.airshed.platform.server.BilingualText;
import org.airshed.platform.server.Words;
import org.jspecify.annotations.Nullable;

@Schema(name = "Bulletin", description = "A version of a bulletin")
record BulletinDocument(
        @Schema(description = "Its id", requiredMode = RequiredMode.REQUIRED) UUID id,
        @Schema(description = "The id of its first version", requiredMode = RequiredMode.REQUIRED)
                UUID series,
        @Schema(
                        description = "From 1; a correction is the next",
                        requiredMode = RequiredMode.REQUIRED)
                int version,
        @Schema(
                        description = "daily, weekly, monthly or annual",
                        requiredMode = RequiredMode.REQUIRED)
                String template,
        @Schema(
                        description = "The period",
                        example = "2026-03",
                        requiredMode = RequiredMode.REQUIRED)
                String period,
        @Schema(description = "The first day", requiredMode = RequiredMode.REQUIRED)
                LocalDate first,
        @Schema(description = "The last day", requiredMode = RequiredMode.REQUIRED) LocalDate last,
        @Schema(description = "How many cities it is about", requiredMode = RequiredMode.REQUIRED)
                int places,
        @Schema(requiredMode = RequiredMode.REQUIRED) BilingualText title,
        @Schema(
                        description = "draft, reviewed, issued or superseded",
                        requiredMode = RequiredMode.REQUIRED)
                String state,
        @Schema(description = "Its number, once issued", example = "联防通报〔2026〕1号")
                @Nullable String number,
        @Schema(description = "When it was issued") @Nullable Instant issuedAt,
        @Schema(description = "The act that issued it") @Nullable UUID issueAct,
        @Schema(
                        description =
                                "SHA-256 of its words and figures, named by the acts of its life",
                        requiredMode = RequiredMode.REQUIRED)
                String contentSha256,
        @Schema(description = "Who drafted it", requiredMode = RequiredMode.REQUIRED)
                UUID draftedBy,
        @Schema(description = "When", requiredMode = RequiredMode.REQUIRED) Instant draftedAt,
        @Schema(
                        description = "Made of synthetic readings, not of measured ones",
                        requiredMode = RequiredMode.REQUIRED)
                boolean synthetic,
        @Schema(
                        description = "How many people have said that they read it",
                        requiredMode = RequiredMode.REQUIRED)
                int acknowledged) {

    static BulletinDocument of(Bulletin bulletin) {
        State.@Nullable Issued issued = bulletin.state() instanceof State.Issued it ? it : null;
        return new BulletinDocument(
                bulletin.id(),
                bulletin.series(),
                bulletin.version(),
                bulletin.template().code(),
                bulletin.period().text(),
                bulletin.period().first(),
                bulletin.period().last(),
                bulletin.places().size(),
                bulletin.content().title(),
                bulletin.state().code(),
                issued == null ? null : issued.number(),
                issued == null ? null : issued.at(),
                issued == null ? null : issued.act(),
                bulletin.contentSha256(),
                bulletin.draftedBy(),
                bulletin.draftedAt(),
                bulletin.content().synthetic(),
                bulletin.acknowledged());
    }

    @Schema(name = "BulletinWhole", description = "A bulletin with its words and figures")
    record Whole(
            @Schema(requiredMode = RequiredMode.REQUIRED) BulletinDocument bulletin,
            @Schema(description = "The sections in order", requiredMode = RequiredMode.REQUIRED)
                    List<SectionDocument> sections,
            @Schema(
                            description = "The figures its words may name",
                            requiredMode = RequiredMode.REQUIRED)
                    List<FigureDocument> figures) {

        static Whole of(Bulletin bulletin, Words words) {
            return new Whole(
                    BulletinDocument.of(bulletin),
                    bulletin.content().sections().stream().map(SectionDocument::of).toList(),
                    bulletin.content().figures().entrySet().stream()
                            .map(entry ->
                                    FigureDocument.of(entry.getKey(), entry.getValue(), words))
                            .toList());
        }
    }

    @Schema(name = "BulletinSection", description = "A text of a bulletin")
    record SectionDocument(
            @Schema(
                            description = "Its name",
                            example = "overview",
                            requiredMode = RequiredMode.REQUIRED)
                    String key,
            @Schema(requiredMode = RequiredMode.REQUIRED) BilingualText heading,
            @Schema(requiredMode = RequiredMode.REQUIRED) BilingualText text,
            @Schema(description = "Whether a person wrote it", requiredMode = RequiredMode.REQUIRED)
                    boolean edited) {
        static SectionDocument of(Content.Section section) {
            return new SectionDocument(
                    section.key(), section.heading(), section.text(), section.edited());
        }
    }

    @Schema(name = "BulletinFigure", description = "A figure and where it comes from")
    record FigureDocument(
            @Schema(
                            description = "Its name, in braces within texts",
                            example = "pm2_5",
                            requiredMode = RequiredMode.REQUIRED)
                    String name,
            @Schema(requiredMode = RequiredMode.REQUIRED) BilingualText text,
            @Schema(description = "The address that gives it", requiredMode = RequiredMode.REQUIRED)
                    String query,
            @Schema(
                            description =
                                    "Where in that answer it stands, as a JSON pointer; none in"
                                            + " bulletins drafted before answers held every figure",
                            example = "/raw/attainmentPercent")
                    @Nullable String at,
            @Schema(description = "The rule it follows; none for a name or a count")
                    @Nullable RuleDocument rule) {
        static FigureDocument of(String name, Content.Figure figure, Words words) {
            return new FigureDocument(
                    name,
                    figure.text(),
                    figure.query(),
                    figure.at(),
                    figure.standard().isNone() ? null : RuleDocument.of(figure.standard(), words));
        }
    }

    @Schema(name = "BulletinRule", description = "The rule a figure follows")
    record RuleDocument(
            @Schema(
                            description = "Its word",
                            example = "year-on-year",
                            requiredMode = RequiredMode.REQUIRED)
                    String code,
            @Schema(requiredMode = RequiredMode.REQUIRED) BilingualText text) {
        static RuleDocument of(Rule rule, Words words) {
            return new RuleDocument(rule.code(), rule.said(words));
        }
    }

    @Schema(name = "BulletinDraft", description = "Which bulletin to draft")
    record DraftRequest(
            @Schema(description = "daily, weekly, monthly or annual", example = "monthly")
                    @NotBlank
                    @Size(max = 16)
                    String template,
            @Schema(description = "A period of its kind", example = "2026-03")
                    @NotBlank
                    @Size(max = 24)
                    String period) {}

    @Schema(name = "BulletinWords", description = "Words for a section, figures in braces")
    record EditRequest(
            @Schema(description = "In Chinese", example = "区域PM₂.₅平均浓度为{pm2_5}微克/立方米。")
                    @NotBlank
                    @Size(max = 8000)
                    String zh,
            @Schema(description = "In English", example = "Regional PM₂.₅ was {pm2_5} µg/m³.")
                    @NotBlank
                    @Size(max = 8000)
                    String en) {}
}
