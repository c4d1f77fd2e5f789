package org.airshed.platform.bulletin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.airshed.documents.Block;
import org.airshed.documents.Cell;
import org.airshed.documents.Chart;
import org.airshed.documents.Colour;
import org.airshed.documents.Column;
import org.airshed.documents.Document;
import org.airshed.documents.Run;
import org.airshed.platform.bulletin.Content.CellValue;
import org.airshed.platform.server.BilingualText;
import org.airshed.platform.server.Language;
import org.airshed.platform.server.Words;

/**
 * Sets a bulletin as a document of one language: each figure with a note of the address that leads
 * to the query that gives it, and the rule it follows, drafts and synthetic readings marked as
 * such. The same bulletin gives the same document.
 */
public final class Typesetting {
    private static final int MOST_BARS = 60; // more do not fit a page; the table has all
    private static final Colour BAR = new Colour("2F6F8F");

    private final Words words;
    private final ZoneId zone;

    public Typesetting(Words words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
    }

    /** The document. */
    public Document document(Bulletin bulletin, Language language) {
        Content content = bulletin.content();
        Document document =
                Document.of(
                                language == Language.ZH
                                        ? org.airshed.documents.Language.CHINESE
                                        : org.airshed.documents.Language.ENGLISH,
                                in(content.title(), language),
                                say("bulletin.issuer", language),
                                date(bulletin, language))
                        .subtitled(in(content.origin(), language));
        if (bulletin.state() instanceof Bulletin.State.Issued issued) {
            document = document.numbered(issued.number());
        }
        String mark = mark(bulletin, language);
        return (mark.isEmpty() ? document : document.marked(mark))
                .with(
                        blocks(
                                content,
                                date(bulletin, language),
                                "/api/v1/bulletins/%s/figures/".formatted(bulletin.id()),
                                language));
    }

    /** A document of the words and figures alone, to see whether they can be set at all. */
    Document proof(Content content, Language language) {
        return Document.of(
                        language == Language.ZH
                                ? org.airshed.documents.Language.CHINESE
                                : org.airshed.documents.Language.ENGLISH,
                        in(content.title(), language),
                        say("bulletin.issuer", language),
                        "–")
                .with(blocks(content, "–", "", language));
    }

    private String date(Bulletin bulletin, Language language) {
        LocalDate day =
                LocalDate.ofInstant(
                        bulletin.state() instanceof Bulletin.State.Issued issued
                                ? issued.at()
                                : bulletin.draftedAt(),
                        zone);
        return language == Language.ZH
                ? "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth())
                : day.toString();
    }

    private String mark(Bulletin bulletin, Language language) {
        String state =
                switch (bulletin.state()) {
                    case Bulletin.State.Issued issued ->
                            issued.superseded() ? say("bulletin.mark.superseded", language) : "";
                    case Bulletin.State.Draft _, Bulletin.State.Reviewed _ ->
                            say("bulletin.mark.draft", language);
                };
        String synthetic =
                bulletin.content().synthetic() ? say("bulletin.mark.synthetic", language) : "";
        return (synthetic + " " + state).strip();
    }

    private List<Block> blocks(Content content, String date, String address, Language language) {
        List<Block> blocks = new ArrayList<>();
        Notes notes = new Notes(address, language, new HashSet<>());
        for (Content.Section section : content.sections()) {
            blocks.add(new Block.Heading(1, in(section.heading(), language)));
            for (String paragraph : in(section.text(), language).split("\n+")) {
                if (!paragraph.isBlank()) {
                    blocks.add(paragraph(content, paragraph.strip(), notes));
                }
            }
        }
        table(content, language).ifPresent(blocks::add);
        chart(content, language).ifPresent(blocks::add);
        blocks.add(new Block.SignatureBlock(List.of(say("bulletin.issuer", language), date)));
        return blocks;
    }

    /**
     * The notes of a document.
     *
     * @param address what an address that leads to a figure's query begins with: the query itself
     *     names every city
     * @param noted the figures that have stood already
     */
    private record Notes(String address, Language language, Set<String> noted) {}

    private Block paragraph(Content content, String text, Notes notes) {
        List<Run> runs = new ArrayList<>();
        for (Content.Piece piece : content.pieces(text)) {
            runs.add(
                    piece.figure()
                            .map(figure -> run(piece.words(), figure, notes))
                            .orElseGet(() -> new Run.Plain(piece.words())));
        }
        return new Block.Paragraph(runs);
    }

    /** The first time a figure stands, its note says where it comes from. */
    private Run run(String name, Content.Figure figure, Notes notes) {
        String shown = in(figure.text(), notes.language());
        if (figure.standard().isNone() || !notes.noted().add(name)) {
            return new Run.Plain(shown);
        }
        return new Run.Noted(
                shown,
                words.say(
                        "bulletin.note",
                        Map.of(
                                "query",
                                notes.address() + name,
                                "standard",
                                figure.standard().said(words, notes.language())),
                        notes.language()));
    }

    private static Optional<Block> chart(Content content, Language language) {
        return content.chart().bars().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Block.Figure(
                                in(content.chart().caption(), language),
                                new Chart.BarChart(
                                        content.chart().bars().stream()
                                                .limit(MOST_BARS)
                                                .map(bar ->
                                                        new Chart.Bar(
                                                                in(bar.label(), language),
                                                                bar.value(),
                                                                BAR))
                                                .toList(),
                                        content.chart().unit(),
                                        Optional.empty())));
    }

    private static Optional<Block> table(Content content, Language language) {
        Content.Table table = content.table();
        if (table.rows().isEmpty()) {
            return Optional.empty();
        }
        List<Column> columns =
                table.columns().stream()
                        .map(head ->
                                head.number()
                                        ? Column.right(head.name().zh(), head.name().en(), 1)
                                        : Column.left(head.name().zh(), head.name().en(), 1.5))
                        .toList();
        List<List<Cell>> rows =
                table.rows().stream()
                        .map(row -> row.stream().map(cell -> cell(cell, language)).toList())
                        .toList();
        return Optional.of(
                new Block.Table(
                        in(table.caption(), language),
                        columns,
                        rows,
                        table.notes().stream().map(note -> in(note, language)).toList()));
    }

    private static Cell cell(CellValue value, Language language) {
        String text = in(value.text(), language);
        return new Cell(
                text,
                Optional.<BigDecimal>ofNullable(value.number()),
                Optional.ofNullable(value.colour()).map(Colour::new));
    }

    private String say(String code, Language language) {
        return words.say(code, Map.of(), language);
    }

    private static String in(BilingualText text, Language language) {
        return language == Language.ZH ? text.zh() : text.en();
    }
}
