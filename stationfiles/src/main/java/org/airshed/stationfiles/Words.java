package org.airshed.stationfiles;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The words of a file, each kept once: the same bytes give the same {@code String}, so a million
 * rows of two hundred stations make a few hundred strings. Beyond a fixed number of different words
 * it keeps no more, so memory stays bounded.
 */
final class Words {
    private static final int SLOTS = 1 << 15;
    private static final int MOST = SLOTS / 2;
    private static final int LONGEST = 512;
    static final Charset CHINESE = Charset.forName("GB18030");

    private final byte[] @Nullable [] keys = new byte[SLOTS][];
    private final @Nullable String[] words = new String[SLOTS];
    private int kept;
    private Charset charset = StandardCharsets.UTF_8;
    private Expected expected = Expected.UTF_8;
    private boolean sawUtf8;
    private boolean sawOther;

    /**
     * From now on words are in this charset, which must hold ASCII as it is: so must be all words
     * kept so far.
     *
     * @param expected what a refusal of other bytes says was expected
     */
    void readAs(Charset charset, Expected expected) {
        this.charset = charset;
        this.expected = expected;
    }

    /** The field as text; refuses bytes that are not UTF-8, or not in the charset named. */
    String word(Fields fields, int field, String column) throws BadField {
        byte[] bytes = fields.bytes();
        int start = fields.start(field);
        int end = fields.end(field);
        if (end - start > LONGEST) {
            throw new BadField(
                    column, fields.shown(field), Expected.BYTES.with("longest", LONGEST));
        }
        int slot = hash(bytes, start, end) & (SLOTS - 1);
        for (byte[] key = keys[slot]; key != null; key = keys[slot]) {
            String word = words[slot];
            if (word != null && Arrays.equals(key, 0, key.length, bytes, start, end)) {
                return word;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        String word = decode(fields, field, column);
        if (kept < MOST) {
            keys[slot] = Arrays.copyOfRange(bytes, start, end);
            words[slot] = word;
            kept++;
        }
        return word;
    }

    private String decode(Fields fields, int field, String column) throws BadField {
        int start = fields.start(field);
        int length = fields.end(field) - start;
        try {
            String word = strictly(charset, fields.bytes(), start, length);
            sawUtf8 |= word.length() != length;
            return word.indexOf('"') < 0 ? word : word.replace("\"\"", "\"");
        } catch (CharacterCodingException otherCharset) {
            sawOther = true;
            throw new BadField(column, fields.shown(field), expected.plain());
        }
    }

    /**
     * Whether a field that is not UTF-8 is the first non-ASCII one and reads as Chinese in GB18030
     * (GBK): then the whole file is in that encoding.
     */
    boolean looksLikeGbk(Fields fields) {
        if (sawUtf8 || !sawOther) {
            return false;
        }
        for (int field = 0; field < fields.count(); field++) {
            int start = fields.start(field);
            int length = fields.end(field) - start;
            try {
                String word = strictly(CHINESE, fields.bytes(), start, length);
                if (word.codePoints().anyMatch(Character::isIdeographic)) {
                    return true;
                }
            } catch (CharacterCodingException notChinese) {
                return false;
            }
        }
        return false;
    }

    static String strictly(Charset charset, byte[] bytes, int start, int length)
            throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, start, length))
                .toString();
    }

    private static int hash(byte[] bytes, int start, int end) {
        int hash = 1;
        for (int at = start; at < end; at++) {
            hash = 31 * hash + bytes[at];
        }
        return hash ^ hash >>> 15;
    }
}
