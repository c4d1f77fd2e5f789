package org.airshed.documents;

import java.util.List;

/** What a document is made of, from top to bottom. */
public sealed interface Block {
    /**
     * A heading; PDF lists it as a bookmark, DOCX in its navigation.
     *
     * @param level 1 to 3, 1 the highest
     */
    record Heading(int level, String text) implements Block {
        public Heading {
            Text.named("heading", text);
            if (level < 1 || level > 3) {
                throw new IllegalArgumentException(
                        "expected a heading of level 1 to 3, got %d (%s)".formatted(level, text));
            }
        }
    }

    record Paragraph(List<Run> runs) implements Block {
        public Paragraph {
            runs = List.copyOf(runs);
        }

        public static Paragraph of(Run... runs) {
            return new Paragraph(List.of(runs));
        }

        public static Paragraph of(String text) {
            return of(new Run.Plain(text));
        }
    }

    /**
     * A table. Its header row is repeated on every page; without rows it is shown with its header
     * and a dash.
     */
    record Table(String caption, List<Column> columns, List<List<Cell>> rows, List<String> notes)
            implements Block {
        /**
         * @throws IllegalArgumentException if there is no column, more than 40, or a row has not as
         *     many cells as there are columns
         */
        public Table {
            Text.oneLine("caption", caption);
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            notes = List.copyOf(notes);
            notes.forEach(note -> Text.checked("note", note));
            if (columns.isEmpty() || columns.size() > 40) {
                throw new IllegalArgumentException(
                        "expected 1 to 40 columns, got %d (table %s)"
                                .formatted(columns.size(), caption));
            }
            for (int row = 0; row < rows.size(); row++) {
                if (rows.get(row).size() != columns.size()) {
                    throw new IllegalArgumentException(
                            "expected %d cells, got %d (row %d of table %s)"
                                    .formatted(
                                            columns.size(),
                                            rows.get(row).size(),
                                            row + 1,
                                            caption));
                }
            }
        }
    }

    /** A chart with its caption below. */
    record Figure(String caption, Chart chart) implements Block {
        public Figure {
            Text.oneLine("caption", caption);
        }
    }

    /** A remark set apart in smaller type. */
    record Note(String text) implements Block {
        public Note {
            Text.checked("note", text);
        }
    }

    record PageBreak() implements Block {}

    /** Who answers for the document, line by line at its right edge, never split between pages. */
    record SignatureBlock(List<String> lines) implements Block {
        public SignatureBlock {
            lines = List.copyOf(lines);
            lines.forEach(line -> Text.oneLine("line of the signature", line));
            if (lines.size() > 20) {
                throw new IllegalArgumentException(
                        "expected at most 20 lines of a signature, got %d".formatted(lines.size()));
            }
        }
    }
}
