package org.airshed.metfiles;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The packed values of a GRIB2 field: data representation templates 5.0 (simple), 5.2 and 5.3
 * (complex, spatial differences), 5.41 (PNG), 5.42 (CCSDS). Source: WMO-No. 306, Manual on Codes,
 * Vol. I.2, FM 92 GRIB.
 *
 * @param section5 the data representation section
 */
record Grib2Values(FileBytes file, long offset, ByteBuffer section5, int points) {
    static Grib2Values of(FileBytes file, long offset, ByteBuffer section5, int most)
            throws IOException {
        if (section5.capacity() < 21) {
            throw file.refused(
                    offset, "expected a data representation section of 21 bytes or more");
        }
        int points = section5.getInt(5);
        if (points < 0 || points > most) {
            throw file.refused(
                    offset, "expected at most %d packed values, got %d".formatted(most, points));
        }
        return new Grib2Values(file, offset, section5, points);
    }

    private int template() {
        return section5.getShort(9) & 0xffff;
    }

    private static int signed(int value, int signBit) {
        return (value & signBit) == 0 ? value : -(value & ~signBit);
    }

    private GribPacking packing() throws IOException {
        int bits = section5.get(19) & 0xff;
        if (bits > 32) {
            throw file.refused(offset, "expected at most 32 bits a value, got " + bits);
        }
        return new GribPacking(
                section5.getFloat(11),
                signed(section5.getShort(15) & 0xffff, 0x8000),
                signed(section5.getShort(17) & 0xffff, 0x8000),
                bits);
    }

    /** The name of the packing, for lists and refusals. */
    String name() {
        return switch (template()) {
            case 0 -> "simple";
            case 2 -> "complex";
            case 3 -> "complex, spatial differences";
            case 4 -> "IEEE";
            case 40 -> "JPEG2000";
            case 41 -> "PNG";
            case 42 -> "CCSDS";
            default -> "template 5." + template();
        };
    }

    boolean readable() {
        return switch (template()) {
            case 0, 2, 3, 41, 42 -> true;
            default -> false;
        };
    }

    /** Decodes the data section's content. */
    float[] decode(byte[] data) throws IOException {
        need(
                switch (template()) {
                    case 2 -> 47;
                    case 3 -> 49;
                    case 42 -> 25;
                    default -> 21;
                });
        GribPacking packing = packing();
        boolean complex = template() == 2 || template() == 3;
        if (packing.bits() == 0 && !complex) {
            float[] constant = new float[points];
            Arrays.fill(constant, (float) packing.offset());
            return constant;
        }
        return switch (template()) {
            case 0 -> simple(file, offset, packing, data, points);
            case 2, 3 -> new Grib2Groups(this, packing).decode(data, template() == 3);
            case 41 -> png(packing, data);
            case 42 -> ccsds(packing, data);
            default ->
                    throw file.refused(
                            offset, "expected a packing that is read here, got " + name());
        };
    }

    private void need(int length) throws IOException {
        if (section5.capacity() < length) {
            throw file.refused(
                    offset,
                    "expected %d bytes of template 5.%d, got %d"
                            .formatted(length, template(), section5.capacity()));
        }
    }

    static float[] simple(FileBytes file, long offset, GribPacking packing, byte[] data, int points)
            throws IOException {
        long bits = (long) points * packing.bits();
        if (bits > data.length * 8L) {
            throw file.refused(
                    offset,
                    "expected %d values of %d bits, got %d bytes"
                            .formatted(points, packing.bits(), data.length));
        }
        double scale = packing.scale();
        double base = packing.offset();
        Bits stored = new Bits(data, 8);
        float[] values = new float[points];
        for (int index = 0; index < points; index++) {
            values[index] = (float) (base + scale * stored.read(packing.bits()));
        }
        return values;
    }

    private float[] png(GribPacking packing, byte[] data) throws IOException {
        PngImage image = PngImage.of(ByteBuffer.wrap(data), file.file(), offset);
        if ((long) image.width() * image.height() < points) {
            throw file.refused(offset, "expected an image of %d points".formatted(points));
        }
        int pixelBits = image.depth() * image.channels();
        if (pixelBits > 32) {
            throw file.refused(offset, "expected pixels of at most 32 bits, got " + pixelBits);
        }
        Bits stored = new Bits(image.samples(), 8);
        float[] values = new float[points];
        for (int index = 0; index < points; index++) {
            if (index > 0 && index % image.width() == 0) {
                stored.alignToByte();
            }
            values[index] = (float) (packing.offset() + packing.scale() * stored.read(pixelBits));
        }
        return values;
    }

    private float[] ccsds(GribPacking packing, byte[] data) throws IOException {
        int flags = section5.get(21) & 0xff;
        int block = section5.get(22) & 0xff;
        int interval = section5.getShort(23) & 0xffff;
        try {
            int[] stored =
                    new AecDecoder(packing.bits(), block, interval, flags).decode(data, points);
            double scale = packing.scale();
            double base = packing.offset();
            float[] values = new float[points];
            for (int index = 0; index < points; index++) {
                values[index] = (float) (base + scale * (stored[index] & 0xffffffffL));
            }
            return values;
        } catch (AecDecoder.DamagedException damaged) {
            throw new MetFileRefusedException(
                    file.file(), offset, damaged.getMessage() + " (CCSDS)", damaged);
        }
    }
}
