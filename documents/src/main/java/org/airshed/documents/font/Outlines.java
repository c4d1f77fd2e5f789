package org.airshed.documents.font;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.airshed.documents.UnprintableCharacterException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The shapes of the shipped fonts' characters, for pictures: a server has no fonts of its own, and
 * its window system's would draw another picture on another machine.
 */
public final class Outlines {
    private record Loaded(TrueTypeFont file, CmapLookup glyphs) {}

    private record Found(TrueTypeFont file, int glyph) {}

    private final Map<Face, Loaded> loaded = new EnumMap<>(Face.class);

    /** The width of a text in em. */
    public double width(String text, boolean bold) {
        return text.codePoints().mapToDouble(codePoint -> width(codePoint, bold, text)).sum();
    }

    /**
     * The shape of a text whose baseline begins at the origin, y downwards, in em times {@code
     * size}.
     */
    public GeneralPath shape(String text, boolean bold, double size) {
        GeneralPath shape = new GeneralPath();
        double x = 0;
        for (int codePoint : text.codePoints().toArray()) {
            if (Face.isInvisible(codePoint)) {
                continue;
            }
            Found found = find(codePoint, bold, text);
            GeneralPath outline = outline(found);
            double scale = size / unitsPerEm(found.file());
            shape.append(
                    outline.getPathIterator(new AffineTransform(scale, 0, 0, -scale, x, 0)), false);
            x += width(codePoint, bold, text) * size;
        }
        return shape;
    }

    private double width(int codePoint, boolean bold, String text) {
        if (Face.isInvisible(codePoint)) {
            return 0;
        }
        Found found = find(codePoint, bold, text);
        try {
            return found.file().getAdvanceWidth(found.glyph()) / unitsPerEm(found.file());
        } catch (IOException failure) {
            throw new IllegalStateException("a shipped font has no widths", failure);
        }
    }

    private static double unitsPerEm(TrueTypeFont file) {
        try {
            return file.getUnitsPerEm();
        } catch (IOException failure) {
            throw new IllegalStateException("a shipped font has no units", failure);
        }
    }

    private static GeneralPath outline(Found found) {
        try {
            GlyphData glyph = found.file().getGlyph().getGlyph(found.glyph());
            return glyph == null ? new GeneralPath() : glyph.getPath();
        } catch (IOException failure) {
            throw new IllegalStateException("a shipped font has no outlines", failure);
        }
    }

    private Found find(int codePoint, boolean bold, String text) {
        for (Face face : Face.chain(bold)) {
            Loaded candidate = loaded.computeIfAbsent(face, Outlines::load);
            int glyph = candidate.glyphs().getGlyphId(codePoint);
            if (glyph != 0) {
                return new Found(candidate.file(), glyph);
            }
        }
        throw new UnprintableCharacterException(codePoint, text);
    }

    private static Loaded load(Face face) {
        try {
            TrueTypeFont file = new TTFParser().parse(new RandomAccessReadBuffer(face.bytes()));
            return new Loaded(file, file.getUnicodeCmapLookup());
        } catch (IOException failure) {
            throw new IllegalStateException(
                    "the shipped font %s is broken".formatted(face), failure);
        }
    }
}
