package org.airshed.metfiles;

import java.nio.ByteBuffer;

/** The types of netCDF values and how they are read from bytes. */
enum NcType {
    BYTE(1),
    CHAR(1),
    SHORT(2),
    INT(4),
    FLOAT(4),
    DOUBLE(8),
    UBYTE(1),
    USHORT(2),
    UINT(4),
    INT64(8),
    UINT64(8);

    private final int bytes;

    NcType(int bytes) {
        this.bytes = bytes;
    }

    int bytes() {
        return bytes;
    }

    /** The value at an index of the buffer, counted in values. */
    double value(ByteBuffer buffer, int index) {
        int at = index * bytes;
        return switch (this) {
            case BYTE -> buffer.get(at);
            case CHAR, UBYTE -> buffer.get(at) & 0xff;
            case SHORT -> buffer.getShort(at);
            case USHORT -> buffer.getShort(at) & 0xffff;
            case INT -> buffer.getInt(at);
            case UINT -> buffer.getInt(at) & 0xffffffffL;
            case FLOAT -> buffer.getFloat(at);
            case DOUBLE -> buffer.getDouble(at);
            case INT64 -> buffer.getLong(at);
            case UINT64 -> unsigned(buffer.getLong(at));
        };
    }

    private static double unsigned(long bits) {
        return bits >= 0 ? bits : (bits >>> 1) * 2.0;
    }
}
