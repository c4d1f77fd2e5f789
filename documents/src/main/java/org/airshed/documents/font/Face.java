package org.airshed.documents.font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The shipped fonts, all with TrueType outlines, so that the part of them a document uses can be
 * embedded in it. Whence they are: docs/decisions/0080-font-of-bulletins.md.
 */
public enum Face {
    REGULAR("NotoSansSC-Regular.ttf"),
    BOLD("NotoSansSC-Bold.ttf"),
    MARKS_REGULAR("NotoSans-Marks-Regular.ttf"),
    MARKS_BOLD("NotoSans-Marks-Bold.ttf");

    private static final List<Face> WHEN_REGULAR = List.of(REGULAR, MARKS_REGULAR);
    // The bold face has fewer ideographs: a rare one is printed regular rather than refused.
    private static final List<Face> WHEN_BOLD = List.of(BOLD, MARKS_BOLD, REGULAR, MARKS_REGULAR);

    private final String file;

    Face(String file) {
        this.file = file;
    }

    /** The faces in which a character is looked for, in this order. */
    public static List<Face> chain(boolean bold) {
        return bold ? WHEN_BOLD : WHEN_REGULAR;
    }

    /** The font file, as shipped. */
    public byte[] bytes() {
        try (InputStream stream = Face.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("the font %s is not shipped".formatted(file));
            }
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException("the font %s cannot be read".formatted(file), failure);
        }
    }

    /** Characters that only steer how others are set, and are dropped where a font lacks them. */
    public static boolean isInvisible(int codePoint) {
        return Character.getType(codePoint) == Character.FORMAT
                || codePoint >= 0xFE00 && codePoint <= 0xFE0F
                || codePoint >= 0xE0100 && codePoint <= 0xE01EF;
    }
}
