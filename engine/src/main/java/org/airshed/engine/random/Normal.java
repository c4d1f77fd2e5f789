package org.airshed.engine.random;

/**
 * The standard normal deviate of a random word, by inverting the error function: Giles (2010),
 * "Approximating the erfinv function", GPU Computing Gems 2, single precision. The logarithm is our
 * own series, so that the result is the same to the bit wherever it is computed.
 *
 * <p>The lowest bit chooses the sign, the other 31 the tail probability t/2 with t = (n + ½)/2^31;
 * the largest deviate is 6.2. The constants are here for the vector kernel, which does the same
 * operations in the same order.
 */
public final class Normal {
    /** Giles (2010), table 5: polynomial in w − 2.5 for w below 5, highest power first. */
    private static final float[] CENTRE = {
        2.81022636e-08f,
        3.43273939e-07f,
        -3.5233877e-06f,
        -4.39150654e-06f,
        0.00021858087f,
        -0.00125372503f,
        -0.00417768164f,
        0.246640727f,
        1.50140941f
    };

    /** The same table: polynomial in √w − 3 from 5 on. */
    private static final float[] TAIL = {
        -0.000200214257f,
        0.000100950558f,
        0.00134934322f,
        -0.00367342844f,
        0.00573950773f,
        -0.0076224613f,
        0.00943887047f,
        1.00167406f,
        2.83297682f
    };

    public static final float TAIL_BEGINS = 5.0f;
    public static final float CENTRE_OFFSET = 2.5f;
    public static final float TAIL_OFFSET = 3.0f;
    public static final float SQRT_2 = 1.41421356f;
    public static final float LN_2 = 0.693147181f;

    /** Bits of √½: a mantissa's exponent is counted from here, so that it lies in [√½, √2). */
    public static final int SQRT_HALF_BITS = 0x3F3504F3;

    private Normal() {}

    public static float centre(int power) {
        return CENTRE[power];
    }

    public static float tail(int power) {
        return TAIL[power];
    }

    /** The deviate of a word of which every bit is random. */
    public static float ofWord(int word) {
        // t in float: for a tail of many bits the rounding is to 24 of them, never to 0.
        float t = Math.fma((float) (word >>> 1), 0x1p-31f, 0x1p-32f);
        // (1 − x)(1 + x) with x = 1 − t, without cancelling.
        float w = -naturalLogarithm(t * (2.0f - t));
        float near = w - CENTRE_OFFSET;
        float centre = CENTRE[0];
        float far = (float) Math.sqrt(w) - TAIL_OFFSET;
        float tail = TAIL[0];
        for (int power = 1; power < CENTRE.length; power++) {
            centre = Math.fma(centre, near, CENTRE[power]);
            tail = Math.fma(tail, far, TAIL[power]);
        }
        float magnitude = (w < TAIL_BEGINS ? centre : tail) * (1.0f - t) * SQRT_2;
        return (word & 1) == 0 ? magnitude : -magnitude;
    }

    /** ln of a positive normal float to 3e-7 of max(1, |ln|): 2 atanh((m − 1)/(m + 1)) + e ln 2. */
    static float naturalLogarithm(float value) {
        int bits = Float.floatToRawIntBits(value) - SQRT_HALF_BITS;
        float exponent = (float) (bits >> 23);
        float mantissa = Float.intBitsToFloat((bits & 0x7FFFFF) + SQRT_HALF_BITS);
        float s = (mantissa - 1.0f) / (mantissa + 1.0f);
        float square = s * s;
        float series = Math.fma(square, 2.0f / 9, 2.0f / 7);
        series = Math.fma(series, square, 2.0f / 5);
        series = Math.fma(series, square, 2.0f / 3);
        series = Math.fma(series, square, 2.0f);
        return Math.fma(exponent, LN_2, series * s);
    }
}
