package org.airshed.stationfiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a separated text, plain or gzip. Its charset, when the mapping does not say it, is
 * decided by the first line in which a needed word is not ASCII.
 */
final class CsvCells implements Cells {
    private final String name;
    private final Lines lines;
    private final Fields fields;
    private final Words words = new Words();
    private final List<String> notes = new ArrayList<>();
    private final List<String> header = new ArrayList<>();
    private final Optional<Charset> declared;
    private boolean charsetKnown;

    private CsvCells(String name, Lines lines, Mapping mapping) {
        this.name = name;
        this.lines = lines;
        this.fields = new Fields(mapping.separator());
        this.declared = mapping.charset();
        declared.ifPresent(this::readAs);
    }

    /** Opens the text and reads its header; closes the stream when that fails. */
    static CsvCells open(String name, InputStream in, Mapping mapping)
            throws UnusableFileException {
        Lines lines = Lines.ofForeign(name, in);
        try {
            CsvCells cells = new CsvCells(name, lines, mapping);
            cells.readHeader(mapping.headerLine());
            return cells;
        } catch (UnusableFileException unusable) {
            lines.close();
            throw unusable;
        }
    }

    private void readHeader(int headerLine) throws UnusableFileException {
        try {
            while (lines.number() < headerLine) {
                if (!lines.advance()) {
                    throw new UnusableFileException(
                            Unusable.HEADER_BEYOND.with(
                                    "line", headerLine, "file", name, "last", lines.number()));
                }
            }
            if (lines.tooLong()) {
                throw new BadField("line", lines.shown(), Expected.LINE_LENGTH.plain());
            }
            fields.split(lines);
            for (int column = 0; column < fields.count(); column++) {
                header.add("");
                header.set(column, text(column));
            }
        } catch (BadField bad) {
            throw findOtherCharset().orElseGet(() -> bad.unusable(name, headerLine));
        } catch (UnusableFileException unusable) {
            throw unusable;
        } catch (IOException failure) {
            throw new UnusableFileException(
                    Unusable.HEADER_UNREADABLE.with("file", name, "failure", failure.getMessage()),
                    failure);
        }
    }

    @Override
    public List<String> header() {
        return List.copyOf(header);
    }

    @Override
    public boolean advance() throws IOException {
        while (lines.advance()) {
            if (!lines.blank()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public long number() {
        return lines.number();
    }

    @Override
    public void requireShape() throws BadField {
        if (lines.tooLong()) {
            throw new BadField("line", lines.shown(), Expected.LINE_LENGTH.plain());
        }
        fields.split(lines);
        if (fields.count() != header.size()) {
            throw new BadField(
                    "line",
                    lines.shown(),
                    Expected.FIELDS.with("expected", header.size(), "found", fields.count()));
        }
    }

    @Override
    public String text(int column) throws BadField {
        if (!charsetKnown && !isAscii(column)) {
            decideCharset();
        }
        return words.word(fields, column, place(column)).strip();
    }

    private boolean isAscii(int column) {
        for (int at = fields.start(column); at < fields.end(column); at++) {
            if (fields.bytes()[at] < 0) {
                return false;
            }
        }
        return true;
    }

    /** By the whole line: a short word of GBK alone may look like UTF-8. */
    private void decideCharset() {
        if (declared.isPresent()) {
            charsetKnown = true;
            if (declared.get().equals(Words.CHINESE) && holds(StandardCharsets.UTF_8)) {
                notes.add(
                        "line %d of %s reads as UTF-8, the mapping says GB18030: compare the names"
                                .formatted(lines.number(), name));
            }
        } else if (holds(StandardCharsets.UTF_8)) {
            readAs(StandardCharsets.UTF_8);
            charsetKnown = true;
        } else if (holds(Words.CHINESE)) {
            readAs(Words.CHINESE);
            charsetKnown = true;
            notes.add(
                    "line %d of %s is not UTF-8: the file was read as GB18030 (GBK)"
                            .formatted(lines.number(), name));
        }
    }

    private boolean holds(Charset charset) {
        try {
            String line =
                    Words.strictly(
                            charset, lines.bytes(), lines.start(), lines.end() - lines.start());
            return charset.equals(StandardCharsets.UTF_8)
                    || line.codePoints().anyMatch(Character::isIdeographic);
        } catch (CharacterCodingException another) {
            return false;
        }
    }

    private void readAs(Charset charset) {
        words.readAs(
                charset,
                charset.equals(StandardCharsets.UTF_8)
                        ? Expected.UTF_8_OR_GB18030
                        : Expected.GB18030_OR_UTF_8);
    }

    @Override
    public Optional<LocalDateTime> findDate(int column) {
        return Optional.empty();
    }

    @Override
    public String place(int column) {
        String title = header.get(column);
        return title.isEmpty() ? "column " + (column + 1) : title;
    }

    /** Every row would be rejected; one sentence about the file says more. */
    @Override
    public Optional<UnusableFileException> findOtherCharset() {
        return words.looksLikeGbk(fields)
                ? Optional.of(
                        new UnusableFileException(
                                Unusable.GBK_UNSAID.with("line", lines.number(), "file", name)))
                : Optional.empty();
    }

    @Override
    public List<String> notes() {
        return List.copyOf(notes);
    }

    @Override
    public void close() throws UnusableFileException {
        lines.close();
    }
}
