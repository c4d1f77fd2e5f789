package org.airshed.stationfiles;

import org.airshed.engine.quantity.Thousandths;

/** Reads plain decimals from bytes without a detour through text or doubles. */
final class Decimals {
    /** No concentration of ambient air comes near it, in µg/m³ or mg/m³. */
    static final int LARGEST = 1_000_000;

    private static final double[] TENS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12
    };

    private static final int MOST_DECIMALS =
            TENS.length - 1; // with three digits, exact in a double

    private Decimals() {}

    /** A concentration in thousandths, {@link Thousandths#ABSENT} for a mark of "no value". */
    static int concentration(Fields fields, int field, String column) throws BadField {
        if (fields.absent(field)) {
            return Thousandths.ABSENT;
        }
        byte[] bytes = fields.bytes();
        int end = fields.end(field);
        long whole = 0;
        int decimals = -1;
        int at = fields.start(field);
        boolean digits = false;
        for (; at < end; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = true;
                if (decimals < 3) {
                    whole = whole * 10 + digit;
                    decimals += decimals >= 0 ? 1 : 0;
                } else if (digit != 0) {
                    break;
                }
                if (whole > LARGEST * 1000L) {
                    break;
                }
            } else if (bytes[at] == '.' && decimals < 0 && digits) {
                decimals = 0;
            } else {
                break;
            }
        }
        for (int missing = Math.max(decimals, 0); missing < 3; missing++) {
            whole *= 10;
        }
        if (at < end || !digits || whole > LARGEST * 1000L) {
            throw new BadField(
                    column, fields.shown(field), Expected.CONCENTRATION.with("largest", LARGEST));
        }
        return (int) whole;
    }

    /** A whole number from 0 to the largest, {@link Thousandths#ABSENT} for "no value". */
    static int whole(Fields fields, int field, String column, int largest) throws BadField {
        if (fields.absent(field)) {
            return Thousandths.ABSENT;
        }
        byte[] bytes = fields.bytes();
        long whole = 0;
        for (int at = fields.start(field); at < fields.end(field); at++) {
            int digit = bytes[at] - '0';
            whole = digit < 0 || digit > 9 ? Long.MAX_VALUE : whole * 10 + digit;
            if (whole > largest) {
                throw new BadField(
                        column,
                        fields.shown(field),
                        Expected.WHOLE.with("least", 0, "largest", largest));
            }
        }
        return (int) whole;
    }

    /**
     * Degrees within ±limit; a mark of "no value" is refused. More decimals than twelve, as
     * programs print them, say nothing of a place and are passed over.
     */
    static double degrees(Fields fields, int field, String column, int limit) throws BadField {
        byte[] bytes = fields.bytes();
        int at = fields.start(field);
        int end = fields.end(field);
        boolean negative = at < end && bytes[at] == '-';
        at += negative ? 1 : 0;
        long digits = 0;
        boolean any = false;
        int decimals = -1;
        for (; at < end; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) {
                any = true;
                if (decimals < MOST_DECIMALS) {
                    digits = digits * 10 + digit;
                    decimals += decimals >= 0 ? 1 : 0;
                }
                if (decimals < 0 && digits > limit) {
                    break;
                }
            } else if (bytes[at] == '.' && decimals < 0) {
                decimals = 0;
            } else {
                break;
            }
        }
        int shift = Math.max(decimals, 0);
        // Both operands are exact, so the quotient is the double nearest to what is written.
        double value = digits / TENS[shift];
        if (at < end || !any || value > limit) {
            throw new BadField(column, fields.shown(field), Expected.DEGREES.with("limit", limit));
        }
        return negative ? -value : value;
    }
}
