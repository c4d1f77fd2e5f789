package org.airshed.platform.notary;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way to write a JSON value, so that the same content has the same hash everywhere: no
 * white space, members sorted by UTF-16 code units, numbers as ECMAScript writes a double, text
 * with the fewest escapes. Source: RFC 8785 (JSON Canonicalization Scheme).
 *
 * <p>Stricter than the RFC where it would change a value: a number that no double holds exactly as
 * written is refused; send it as text.
 */
public final class CanonicalJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DEEPEST = 100;
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /**
     * The canonical text of a value: a record, map, list, text, number, boolean or JSON tree.
     *
     * @throws IllegalArgumentException when the value has none
     */
    public static String write(Object value) {
        JsonNode tree;
        try {
            tree = value instanceof JsonNode node ? node : JSON.valueToTree(value);
        } catch (JacksonException unwritable) {
            throw new IllegalArgumentException(
                    "expected a value that becomes JSON, got " + value.getClass().getName(),
                    unwritable);
        }
        CanonicalJson writer = new CanonicalJson();
        writer.append(tree, 0);
        return writer.out.toString();
    }

    /** SHA-256 of a canonical text's UTF-8 bytes, in lower-case hexadecimal. */
    public static String hash(String canonical) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private void append(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException(
                    "expected JSON at most " + DEEPEST + " levels deep, got more");
        }
        switch (node.getNodeType()) {
            case OBJECT -> appendObject(node, depth);
            case ARRAY -> appendArray(node, depth);
            case STRING -> appendText(node.stringValue());
            case NUMBER -> out.append(number(node));
            case BOOLEAN -> out.append(node.booleanValue());
            case NULL -> out.append("null");
            case BINARY, MISSING, POJO ->
                    throw new IllegalArgumentException(
                            "expected a value that becomes JSON, got " + node.getNodeType());
        }
    }

    private void appendObject(JsonNode object, int depth) {
        List<String> names = new ArrayList<>(object.propertyNames());
        names.sort(null); // String's order is by UTF-16 code units, as the RFC asks
        out.append('{');
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            appendText(names.get(i));
            out.append(':');
            append(object.get(names.get(i)), depth + 1);
        }
        out.append('}');
    }

    private void appendArray(JsonNode array, int depth) {
        out.append('[');
        for (int i = 0; i < array.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            append(array.get(i), depth + 1);
        }
        out.append(']');
    }

    private void appendText(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                    } else if (Character.isSurrogate(c)) {
                        i = appendPair(text, i);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** Appends a surrogate pair and returns where it ends; half a pair is no text. */
    private int appendPair(String text, int at) {
        boolean whole =
                at + 1 < text.length()
                        && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
        if (!whole) {
            throw new IllegalArgumentException(
                    "expected Unicode text, got half a surrogate pair at character " + at);
        }
        out.append(text, at, at + 2);
        return at + 1;
    }

    private static String number(JsonNode node) {
        double value =
                node.isFloatingPointNumber() && !node.isBigDecimal()
                        ? node.doubleValue()
                        : node.decimalValue().doubleValue();
        boolean held =
                !Double.isNaN(value)
                        && !Double.isInfinite(value)
                        && (node.isFloatingPointNumber() && !node.isBigDecimal()
                                || new BigDecimal(Double.toString(value))
                                                .compareTo(node.decimalValue())
                                        == 0);
        if (!held) {
            throw new IllegalArgumentException(
                    "expected a number that a double holds as written, got "
                            + node
                            + ": send it as text");
        }
        return ecmaScript(value);
    }

    /** Number::toString of ECMAScript (ECMA-262, 6.1.6.1.20), from Java's shortest digits. */
    static String ecmaScript(double value) {
        if (value == 0) {
            return "0"; // also for minus zero
        }
        BigDecimal shortest = shortest(Math.abs(value));
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale(); // value = 0.digits × 10^point
        String sign = value < 0 ? "-" : "";
        if (point > 21 || point <= -6) {
            int exponent = point - 1;
            String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
            return sign
                    + digits.charAt(0)
                    + fraction
                    + "e"
                    + (exponent < 0 ? "-" : "+")
                    + Math.abs(exponent);
        }
        if (point <= 0) {
            return sign + "0." + "0".repeat(-point) + digits;
        }
        if (point >= digits.length()) {
            return sign + digits + "0".repeat(point - digits.length());
        }
        return sign + digits.substring(0, point) + "." + digits.substring(point);
    }

    /** The fewest digits that name the double; of equally few, the closest. */
    private static BigDecimal shortest(double value) {
        BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (digits.precision() != 2) {
            return digits;
        }
        // Double.toString writes two digits even where one would do: 4.9E-324 for 5e-324.
        BigDecimal one = digits.round(new MathContext(1, RoundingMode.HALF_EVEN));
        return one.doubleValue() == value ? one.stripTrailingZeros() : digits;
    }
}
