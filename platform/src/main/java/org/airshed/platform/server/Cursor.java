package org.airshed.platform.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The keys of a row as one opaque word: {@code k1.<keys>.<check>}. The check covers the keys and
 * the list they belong to, so that a cut, edited or misplaced cursor is refused instead of
 * answering other rows. It is no signature: a cursor grants nothing, rights are checked afresh.
 */
public final class Cursor {
    private static final String VERSION = "k1";
    private static final int LONGEST = 1_000;
    private static final char BETWEEN_KEYS = '\u001f'; // ASCII unit separator

    private Cursor() {}

    static String write(List<String> keys, String link) {
        String joined = String.join(String.valueOf(BETWEEN_KEYS), keys);
        String body =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(joined.getBytes(StandardCharsets.UTF_8));
        return VERSION + "." + body + "." + check(joined, link);
    }

    /**
     * The keys in a cursor that was written for this list.
     *
     * @throws Refusal when it was not
     */
    public static List<String> read(String cursor, String link) {
        String[] parts = cursor.split("\\.", -1);
        if (cursor.length() > LONGEST || parts.length != 3 || !parts[0].equals(VERSION)) {
            throw refused(cursor);
        }
        String joined;
        try {
            joined = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw refused(cursor);
        }
        if (!check(joined, link).equals(parts[2])) {
            throw refused(cursor);
        }
        return split(joined);
    }

    static Refusal refused(String cursor) {
        return Refusal.badInput("server.cursor-invalid", Map.of("value", cursor));
    }

    private static List<String> split(String joined) {
        List<String> keys = new ArrayList<>();
        int from = 0;
        for (int to = joined.indexOf(BETWEEN_KEYS);
                to >= 0;
                to = joined.indexOf(BETWEEN_KEYS, from)) {
            keys.add(joined.substring(from, to));
            from = to + 1;
        }
        keys.add(joined.substring(from));
        return keys;
    }

    private static String check(String joined, String link) {
        CRC32 sum = new CRC32();
        sum.update(link.getBytes(StandardCharsets.UTF_8));
        sum.update(BETWEEN_KEYS);
        sum.update(joined.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(sum.getValue());
    }
}
