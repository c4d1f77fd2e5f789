package org.airshed.metfiles;

/**
 * What GRIB's packings have in common: value = (reference + stored × 2^binary) × 10^−decimal.
 *
 * @param bits of a stored number
 */
record GribPacking(float reference, int binary, int decimal, int bits) {
    double scale() {
        return StrictMath.scalb(1.0, binary) * StrictMath.pow(10.0, -decimal);
    }

    double offset() {
        return reference * StrictMath.pow(10.0, -decimal);
    }
}
