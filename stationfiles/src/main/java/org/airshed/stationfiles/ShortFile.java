package org.airshed.stationfiles;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a file of at most {@link #MOST_ROWS} rows whose first required column is a unique code. */
final class ShortFile {
    static final int MOST_ROWS = 1_000_000;

    /** Makes a row of the product from a line of the file. */
    interface RowMaker<T> {
        T row(Header header, Fields fields, Words words) throws BadField;
    }

    private ShortFile() {}

    static <T> Listing<T> read(Path file, List<String> required, RowMaker<T> maker)
            throws UnusableFileException {
        String name = file.getFileName() + "";
        List<T> rows = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        Map<String, Long> codes = new HashMap<>();
        Fields fields = new Fields();
        Words words = new Words();
        try (Lines lines = Lines.open(file)) {
            Header header = Header.read(name, lines, fields, required);
            while (lines.advance()) {
                if (lines.number() > MOST_ROWS) {
                    throw new UnusableFileException(
                            Unusable.TOO_MANY_LINES.with("most", MOST_ROWS, "file", name));
                }
                if (lines.blank()) {
                    continue;
                }
                try {
                    split(lines, fields, header);
                    T row = maker.row(header, fields, words);
                    requireNew(words, fields, header, required.getFirst(), codes, lines.number());
                    rows.add(row);
                } catch (BadField bad) {
                    if (rows.isEmpty() && words.looksLikeGbk(fields)) {
                        throw gbk(name, lines);
                    }
                    rejects.add(bad.reject(name, lines.number()));
                }
            }
        } catch (UnusableFileException unusable) {
            throw unusable;
        } catch (IOException failure) {
            throw new UnusableFileException(
                    Unusable.CUT.with("file", name, "failure", failure.getMessage()), failure);
        }
        return new Listing<>(rows, rejects);
    }

    /** Splits a line into as many fields as the header has. */
    static void split(Lines lines, Fields fields, Header header) throws BadField {
        if (lines.tooLong()) {
            throw new BadField("line", lines.shown(), Expected.LINE_LENGTH.plain());
        }
        fields.split(lines);
        if (fields.count() != header.width()) {
            throw new BadField(
                    "line",
                    lines.shown(),
                    Expected.FIELDS.with("expected", header.width(), "found", fields.count()));
        }
    }

    /** Every row of a file in GBK would be rejected; one sentence about the file says more. */
    static UnusableFileException gbk(String name, Lines lines) {
        return new UnusableFileException(Unusable.GBK.with("line", lines.number(), "file", name));
    }

    private static void requireNew(
            Words words,
            Fields fields,
            Header header,
            String column,
            Map<String, Long> codes,
            long line)
            throws BadField {
        String code = words.word(fields, header.column(column), column);
        Long earlier = codes.putIfAbsent(code, line);
        if (earlier != null) {
            throw new BadField(column, code, Expected.CODE_ONCE.with("line", earlier));
        }
    }

    /** A field that must hold something. */
    static String required(Header header, Fields fields, Words words, String column)
            throws BadField {
        String word = words.word(fields, header.column(column), column).strip();
        if (word.isEmpty()) {
            throw new BadField(column, word, Expected.VALUE.plain());
        }
        return word;
    }
}
