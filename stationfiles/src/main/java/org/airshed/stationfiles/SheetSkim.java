package org.airshed.stationfiles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What a walk through one part of a workbook found, whatever part it is: shared texts, merged
 * ranges, which part is which sheet. Refuses what would cost the library memory or hours.
 */
final class SheetSkim {
    /** The most columns of a sheet; Excel allows 16,384. */
    static final int MOST_COLUMNS = 1024;

    private static final int MOST_ROWS = 1 << 20; // Excel's own limit
    private static final int MOST_TEXTS = 2_000_000;
    private static final int MOST_MERGES = 10_000;
    private static final int MOST_DEPTH = 100;
    private static final int MOST_LINKS = 10_000;
    private static final int LONGEST_TEXT = 1 << 20;

    /** A row is held in memory as a whole. */
    private static final int LONGEST_ROW = 4 << 20; // letters

    /** So are all shared texts. */
    private static final int LONGEST_SHARED = 32 << 20; // letters

    /** The XML reader keeps every name it ever met; the format has some hundreds. */
    private static final int MOST_NAMES = 2000;

    /** Each is compared with every cell. */
    private static final int MOST_ARRAY_FORMULAS = 100;

    /** Characters of shared formulas, each spelled out anew for every cell that uses one. */
    private static final long MOST_SPELLING = 1L << 28;

    /** Which text is being kept. */
    private enum Kept {
        NOTHING,
        TEXT_NUMBER,
        SHARED_FORMULA
    }

    private final List<MergedRange> merges = new ArrayList<>();
    private final Map<String, String> targets = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private int links;
    private int texts;
    private int sharedLength;
    private int rowLength;
    private int lastText = -1;
    private int rows;
    private int cellsOfRow;
    private int arrayFormulas;
    private int longestShared;
    private long spelling;
    private int depth;
    private int textLength;
    private boolean namesText; // the cell is the number of a shared text
    private Kept kept = Kept.NOTHING;
    private int keptDepth = -1;
    private final StringBuilder keptText = new StringBuilder(); // at most LONGEST_TEXT

    /** Walks to the end, or to where the part ceases to be XML. */
    void walk(XMLStreamReader xml) throws XMLStreamException, WorkbookGuard.TooMuch {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    require(++depth <= MOST_DEPTH, "its XML is nested too deeply");
                    textLength = 0;
                    names(xml);
                    start(xml);
                }
                case XMLStreamConstants.CHARACTERS -> {
                    text(xml.getTextLength());
                    if (kept != Kept.NOTHING) {
                        keptText.append(xml.getText());
                        require(
                                keptText.length() <= LONGEST_TEXT,
                                "a text of it is longer than 1 MiB");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth-- == keptDepth) {
                        takeKept();
                    }
                }
                // The next two can hold any length between two signs of mark-up.
                case XMLStreamConstants.CDATA -> require(false, "it holds CDATA");
                case XMLStreamConstants.DTD -> require(false, "it holds a document type");
                default -> {}
            }
        }
    }

    /** Keeps the text of this element, with its children's as the library does, to its end. */
    private void keep(Kept what) {
        if (kept == Kept.NOTHING) {
            kept = what;
            keptDepth = depth;
            keptText.setLength(0);
        }
    }

    private void takeKept() throws WorkbookGuard.TooMuch {
        if (kept == Kept.TEXT_NUMBER) {
            textNumber(keptText.toString());
        } else {
            longestShared = Math.max(longestShared, keptText.length());
        }
        kept = Kept.NOTHING;
        keptDepth = -1;
    }

    private void text(int length) throws WorkbookGuard.TooMuch {
        textLength += length;
        rowLength += rows > 0 ? length : 0;
        sharedLength += texts > 0 ? length : 0;
        require(textLength <= LONGEST_TEXT, "a text of it is longer than 1 MiB");
        require(
                rowLength <= LONGEST_ROW,
                "a row of it holds more than %d Mi letters",
                LONGEST_ROW >> 20);
        require(
                sharedLength <= LONGEST_SHARED,
                "its texts hold more than %d Mi letters",
                LONGEST_SHARED >> 20);
    }

    private void names(XMLStreamReader xml) throws WorkbookGuard.TooMuch {
        names.add(xml.getLocalName());
        for (int attribute = 0; attribute < xml.getAttributeCount(); attribute++) {
            names.add(xml.getAttributeLocalName(attribute));
        }
        require(names.size() <= MOST_NAMES, "it has more than %d different names", MOST_NAMES);
    }

    private void start(XMLStreamReader xml) throws WorkbookGuard.TooMuch {
        switch (xml.getLocalName()) {
            case "si" -> require(++texts <= MOST_TEXTS, "it has more than %d texts", MOST_TEXTS);
            case "row" -> {
                require(++rows <= MOST_ROWS, "a sheet has more than %d rows", MOST_ROWS);
                cellsOfRow = 0;
                rowLength = 0;
            }
            case "c" -> {
                namesText = "s".equals(attribute(xml, "t"));
                cell(attribute(xml, "r"));
            }
            case "v" -> {
                if (namesText) {
                    keep(Kept.TEXT_NUMBER);
                }
            }
            case "f" -> formula(xml);
            case "mergeCell" -> merge(attribute(xml, "ref"));
            case "sheet" -> link();
            case "Relationship" -> {
                link();
                String id = attribute(xml, "Id");
                String target = attribute(xml, "Target");
                String type = attribute(xml, "Type");
                if (id != null && target != null && type != null && type.endsWith("/worksheet")) {
                    targets.put(id, target);
                }
            }
            default -> {}
        }
    }

    private void link() throws WorkbookGuard.TooMuch {
        require(++links <= MOST_LINKS, "it has more than %d links", MOST_LINKS);
    }

    private void cell(@Nullable String address) throws WorkbookGuard.TooMuch {
        cellsOfRow++;
        int column = cellsOfRow - 1;
        if (address != null) {
            int letters = 0;
            while (letters < address.length() && isLetter(address.charAt(letters))) {
                letters++;
            }
            require(
                    letters > 0 && letters <= 3 && address.length() <= 10,
                    "expected the address of a cell, got '%s'",
                    address.substring(0, Math.min(address.length(), 20)));
            column = MergedRange.column(address.substring(0, letters));
        }
        require(
                column < MOST_COLUMNS && cellsOfRow <= MOST_COLUMNS,
                "a sheet has more than %d columns",
                MOST_COLUMNS);
    }

    private static boolean isLetter(char sign) {
        return sign >= 'A' && sign <= 'Z';
    }

    private void formula(XMLStreamReader xml) throws WorkbookGuard.TooMuch {
        String type = attribute(xml, "t");
        String range = attribute(xml, "ref");
        if ("array".equals(type)) {
            require(
                    ++arrayFormulas <= MOST_ARRAY_FORMULAS,
                    "a sheet has more than %d array formulas",
                    MOST_ARRAY_FORMULAS);
        } else if ("shared".equals(type) && range != null) {
            keep(Kept.SHARED_FORMULA);
        } else if ("shared".equals(type)) {
            spelling += longestShared;
            require(spelling <= MOST_SPELLING, "its formulas are too long to be spelled out");
        }
    }

    private void merge(@Nullable String range) throws WorkbookGuard.TooMuch {
        require(merges.size() < MOST_MERGES, "a sheet has more than %d merges", MOST_MERGES);
        if (range != null) {
            MergedRange.find(range).ifPresent(merges::add);
        }
    }

    private void textNumber(String text) throws WorkbookGuard.TooMuch {
        boolean number = text.strip().matches("[0-9]{1,7}");
        require(
                number || text.isEmpty(),
                "expected the number of a shared text, got '%s'",
                text.substring(0, Math.min(text.length(), 20)));
        lastText = number ? Math.max(lastText, Integer.parseInt(text.strip())) : lastText;
    }

    private static void require(boolean holds, String otherwise, Object... arguments)
            throws WorkbookGuard.TooMuch {
        if (!holds) {
            throw new WorkbookGuard.TooMuch(otherwise.formatted(arguments));
        }
    }

    private static @Nullable String attribute(XMLStreamReader xml, String name) {
        return xml.getAttributeValue(null, name);
    }

    List<MergedRange> merges() {
        return merges;
    }

    /** Which part holds the worksheet of a relationship. */
    Map<String, String> targets() {
        return targets;
    }

    /** How many shared texts the part defines. */
    int texts() {
        return texts;
    }

    /** The largest number of a shared text that the part names, -1 when it names none. */
    int lastText() {
        return lastText;
    }
}
