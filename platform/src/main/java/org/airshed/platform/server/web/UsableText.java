package org.airshed.platform.server.web;

import java.util.Map;
import org.airshed.platform.server.Refusal;

/**
 * Text that can be kept: PostgreSQL refuses NUL in text, and half a surrogate pair is no character,
 * so it has no UTF-8 and no hash.
 */
final class UsableText {
    private UsableText() {}

    static boolean is(String text) {
        return text.codePoints().allMatch(UsableText::usable);
    }

    static Refusal refusal(String place, String value) {
        return Refusal.badInput(
                "server.text-unusable", Map.of("place", shown(place), "value", shown(value)));
    }

    /** What cannot be kept cannot be sent back either: it is written as JSON escapes it. */
    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .forEach(point -> {
                    if (usable(point)) {
                        shown.appendCodePoint(point);
                    } else {
                        shown.append("\\u%04x".formatted(point));
                    }
                });
        return shown.toString();
    }

    private static boolean usable(int point) {
        return point != 0 && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
    }
}
