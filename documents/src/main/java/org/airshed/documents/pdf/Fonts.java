package org.airshed.documents.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.airshed.documents.UnprintableCharacterException;
import org.airshed.documents.font.Face;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The faces a PDF uses, embedded as subsets; each is loaded when a character first needs it. */
final class Fonts implements AutoCloseable {
    private record Loaded(PDType0Font font, TrueTypeFont file, CmapLookup glyphs) {}

    /** The face that has a character, and how wide it is there, in em. */
    private record Found(PDFont font, double width) {}

    /** Characters that follow each other in one face. */
    record Piece(PDFont font, String text) {}

    private final PDDocument document;
    private final Map<Face, Loaded> loaded = new EnumMap<>(Face.class);
    private final Map<Integer, Found> regular = new HashMap<>();
    private final Map<Integer, Found> bold = new HashMap<>();

    Fonts(PDDocument document) {
        this.document = document;
    }

    /**
     * The width of a character in em; invisible characters have none.
     *
     * @throws UnprintableCharacterException if no face has it
     */
    double width(int codePoint, boolean inBold) {
        return Face.isInvisible(codePoint) ? 0 : find(codePoint, inBold, "").width();
    }

    /** The width of a text in em. */
    double width(String text, boolean inBold) {
        return text.codePoints()
                .filter(codePoint -> !Face.isInvisible(codePoint))
                .mapToDouble(codePoint -> find(codePoint, inBold, text).width())
                .sum();
    }

    /**
     * The text in pieces of one face each, without invisible characters.
     *
     * @throws UnprintableCharacterException if no face has one of its characters
     */
    List<Piece> pieces(String text, boolean inBold) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        PDFont font = null;
        for (int codePoint : text.codePoints().toArray()) {
            if (Face.isInvisible(codePoint)) {
                continue;
            }
            PDFont next = find(codePoint, inBold, text).font();
            if (font != null && next != font) {
                pieces.add(new Piece(font, current.toString()));
                current.setLength(0);
            }
            font = next;
            current.appendCodePoint(codePoint);
        }
        if (font != null) {
            pieces.add(new Piece(font, current.toString()));
        }
        return pieces;
    }

    private Found find(int codePoint, boolean inBold, String text) {
        Map<Integer, Found> known = inBold ? bold : regular;
        Found found = known.get(codePoint);
        if (found == null) {
            found = search(codePoint, inBold, text);
            known.put(codePoint, found);
        }
        return found;
    }

    private Found search(int codePoint, boolean inBold, String text) {
        for (Face face : Face.chain(inBold)) {
            Loaded candidate = loaded.computeIfAbsent(face, this::load);
            int glyph = candidate.glyphs().getGlyphId(codePoint);
            if (glyph != 0) {
                return new Found(candidate.font(), width(candidate.file(), glyph));
            }
        }
        String where = text.isEmpty() ? Character.toString(codePoint) : text;
        throw new UnprintableCharacterException(codePoint, where);
    }

    private static double width(TrueTypeFont file, int glyph) {
        try {
            return file.getAdvanceWidth(glyph) / (double) file.getUnitsPerEm();
        } catch (IOException failure) {
            throw new IllegalStateException("a shipped font has no widths", failure);
        }
    }

    private Loaded load(Face face) {
        try {
            TrueTypeFont file = new TTFParser().parse(new RandomAccessReadBuffer(face.bytes()));
            return new Loaded(
                    PDType0Font.load(document, file, true), file, file.getUnicodeCmapLookup());
        } catch (IOException failure) {
            throw new IllegalStateException(
                    "the shipped font %s is broken".formatted(face), failure);
        }
    }

    /** To be called when the document is saved: until then its subsets need the files. */
    @Override
    public void close() throws IOException {
        for (Loaded font : loaded.values()) {
            font.file().close();
        }
    }
}
