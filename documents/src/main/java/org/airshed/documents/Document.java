package org.airshed.documents;

import java.util.List;
import java.util.Optional;

/**
 * An official document, before it is a file.
 *
 * <p>{@code Document.of(Language.CHINESE, "空气质量通报", "某联盟秘书处",
 * "2026年1月8日").numbered("〔2026〕3号").marked("草稿").with(blocks)}
 *
 * @param number the number under which the issuer registers it (文号)
 * @param date the date as it is printed; the writers read no clock
 * @param status what the document is not yet, such as 草稿; printed across every page
 */
public record Document(
        Language language,
        String title,
        Optional<String> subtitle,
        Optional<String> number,
        String issuer,
        String date,
        Optional<String> status,
        List<Block> blocks) {
    /**
     * @throws IllegalArgumentException if title or issuer is blank, or a text has a character no
     *     document can carry
     */
    public Document {
        Text.named("title", title);
        Text.named("issuer", issuer);
        Text.oneLine("date", date);
        subtitle.ifPresent(text -> Text.named("subtitle", text));
        number.ifPresent(text -> Text.named("document number", text));
        status.ifPresent(text -> Text.named("status", text));
        blocks = List.copyOf(blocks);
    }

    /** A document of a title block only. */
    public static Document of(Language language, String title, String issuer, String date) {
        return new Document(
                language,
                title,
                Optional.empty(),
                Optional.empty(),
                issuer,
                date,
                Optional.empty(),
                List.of());
    }

    public Document subtitled(String subtitle) {
        return new Document(
                language, title, Optional.of(subtitle), number, issuer, date, status, blocks);
    }

    public Document numbered(String number) {
        return new Document(
                language, title, subtitle, Optional.of(number), issuer, date, status, blocks);
    }

    public Document marked(String status) {
        return new Document(
                language, title, subtitle, number, issuer, date, Optional.of(status), blocks);
    }

    /** The same title block over these blocks. */
    public Document with(List<Block> blocks) {
        return new Document(language, title, subtitle, number, issuer, date, status, blocks);
    }

    public Document with(Block... blocks) {
        return with(List.of(blocks));
    }
}
