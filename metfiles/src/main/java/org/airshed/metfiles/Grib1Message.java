package org.airshed.metfiles;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.airshed.engine.meteorology.EarthShape;
import org.airshed.engine.meteorology.HybridLevels;

/** One GRIB1 message with simple packing: WMO-No. 306, FM 92 edition 1. */
final class Grib1Message {
    /** Edition 1 knows one sphere: code table 7. */
    private static final EarthShape SPHERE = EarthShape.sphere(6_367_470);

    private final FileBytes bytes;
    private final long begin;
    private final long end;

    Grib1Message(FileBytes bytes, long begin, long length) {
        this.bytes = bytes;
        this.begin = begin;
        this.end = begin + length - 4;
    }

    private ByteBuffer section(long at, String what) throws IOException {
        int length = bytes.bytes(at, 4, what).getInt() >>> 8;
        if (length < 4 || length > end - at) {
            throw bytes.refused(
                    at, "expected %s within its message, got %d bytes".formatted(what, length));
        }
        return bytes.bytes(at, length, what);
    }

    private static int three(ByteBuffer section, int at) {
        return (section.get(at) & 0xff) << 16
                | (section.get(at + 1) & 0xff) << 8
                | section.get(at + 2) & 0xff;
    }

    /** Signed by its highest bit, not by complement. */
    private static int signed(int value, int signBit) {
        return (value & signBit) == 0 ? value : -(value & ~signBit);
    }

    private static double degrees(ByteBuffer section, int at) {
        return signed(three(section, at), 0x800000) * 1e-3;
    }

    /** A hexadecimal float of IBM: sign, exponent of 16 over 64, 24 bits of fraction. */
    private static double ibm(int bits) {
        double fraction = (bits & 0xffffff) / 16_777_216.0;
        double value = fraction * StrictMath.pow(16.0, (bits >>> 24 & 0x7f) - 64);
        return bits < 0 ? -value : value;
    }

    void read(GribFile into) throws IOException {
        ByteBuffer product = section(begin + 8, "the product section");
        int flags = product.get(7);
        int centre = product.get(4) & 0xff;
        int table = product.get(3) & 0xff;
        int number = product.get(8) & 0xff;
        int levelType = product.get(9) & 0xff;
        GribLevel level = GribLevel.edition1(levelType, product.getShort(10) & 0xffff);
        String name = "parameter %d of table %d".formatted(number, table);
        Optional<GribVariables.Meaning> meaning =
                GribVariables.edition1(centre, table, number, level);
        if (meaning.isEmpty()) {
            into.unused("%s on level type %d".formatted(name, levelType));
            return;
        }
        if ((flags & 0x80) == 0) {
            throw bytes.refused(begin, "expected a grid in the message");
        }
        long at = begin + 8 + product.capacity();
        ByteBuffer described = section(at, "the grid section");
        GribGrid grid = grid(described);
        at += described.capacity();
        long mask = -1;
        if ((flags & 0x40) != 0) {
            mask = at;
            at += section(at, "the bitmap").capacity();
        }
        Slice.Reader reader = reader(grid, meaning.get().toSi(), product, mask, at);
        When when = when(product);
        Slice slice =
                new Slice(
                        meaning.get().variable(),
                        when.time(),
                        List.of(GribLevel.key(level, meaning.get().variable().onLevels())),
                        grid.alongGrid(),
                        reader);
        into.add(
                "GRIB1",
                new GribFile.Field(grid, slice, hybrid(described), when.forecast(), "simple"));
    }

    private record When(Instant time, boolean forecast) {}

    /** Code table 5: which of the two periods says when. */
    private static When when(ByteBuffer product) {
        int century = product.get(24) & 0xff;
        int year = (century - 1) * 100 + (product.get(12) & 0xff);
        Instant reference =
                LocalDateTime.of(
                                year,
                                product.get(13),
                                product.get(14),
                                product.get(15),
                                product.get(16))
                        .toInstant(ZoneOffset.UTC);
        int first = product.get(18) & 0xff;
        int second = product.get(19) & 0xff;
        int ahead =
                switch (product.get(20)) {
                    case 0 -> first;
                    case 1 -> 0;
                    case 2, 3, 4, 5 -> second;
                    case 10 -> product.getShort(18) & 0xffff;
                    default ->
                            throw new IllegalArgumentException(
                                    "expected a time range 0 to 5 or 10, got " + product.get(20));
                };
        return new When(GribFile.after(reference, product.get(17) & 0xff, ahead), ahead > 0);
    }

    private static GribGrid grid(ByteBuffer section) {
        int type = section.get(5) & 0xff;
        int columns = section.getShort(6) & 0xffff;
        int rows = section.getShort(8) & 0xffff;
        if (type == 0 || type == 4) {
            var corners =
                    new GribGrid.Corners(
                            columns == 0xffff ? 0 : columns,
                            rows,
                            degrees(section, 10),
                            degrees(section, 13),
                            degrees(section, 17),
                            degrees(section, 20));
            var scan = GribGrid.Scan.of(section.get(27) & 0xff, section.get(16) & 0xff);
            return type == 0
                    ? GribGrid.latLon(corners, scan)
                    : GribGrid.gaussian(corners, section.getShort(25) & 0xffff, scan);
        }
        if (type != 3 && type != 5) {
            throw new IllegalArgumentException(
                    "expected a grid of latitude and longitude, Gaussian, Lambert or polar"
                            + " stereographic, got type "
                            + type);
        }
        var plane =
                new GribGrid.Plane(
                        columns,
                        rows,
                        degrees(section, 10),
                        degrees(section, 13),
                        three(section, 20),
                        three(section, 23));
        var scan = GribGrid.Scan.of(section.get(27) & 0xff, section.get(16) & 0xff);
        boolean south = (section.get(26) & 0x80) != 0;
        double meridian_deg = degrees(section, 17);
        return type == 5
                ? GribGrid.polarStereographic(
                        SPHERE, plane, meridian_deg, south ? -60.0 : 60.0, scan)
                : GribGrid.lambert(
                        SPHERE,
                        plane,
                        meridian_deg,
                        degrees(section, 28),
                        degrees(section, 31),
                        scan);
    }

    private static Optional<HybridLevels> hybrid(ByteBuffer section) {
        int number = section.get(3) & 0xff;
        int from = (section.get(4) & 0xff) - 1;
        if (number < 4 || number % 2 != 0 || from < 6 || from + 4 * number > section.capacity()) {
            return Optional.empty();
        }
        int half = number / 2;
        double[] a_Pa = new double[half];
        double[] b = new double[half];
        for (int index = 0; index < half; index++) {
            a_Pa[half - 1 - index] = ibm(section.getInt(from + 4 * index));
            b[half - 1 - index] = ibm(section.getInt(from + 4 * (half + index)));
        }
        return Optional.of(new HybridLevels(a_Pa, b, HybridLevels.At.HALF));
    }

    private Slice.Reader reader(GribGrid grid, Linear toSi, ByteBuffer product, long mask, long at)
            throws IOException {
        ByteBuffer head = bytes.bytes(at, 11, "the data section");
        int length = head.getInt(0) >>> 8;
        int flags = head.get(3) & 0xff;
        int bits = head.get(10) & 0xff;
        if (length < 11 || length > end - at || bits > 32) {
            throw bytes.refused(
                    at,
                    "expected a data section within its message and at most 32 bits a value,"
                            + " got %d bytes, %d bits".formatted(length, bits));
        }
        if ((flags & 0xe0) != 0) {
            throw bytes.refused(
                    at,
                    "expected simple packing of grid points, got flags 0x%02x".formatted(flags));
        }
        int decimal = signed(product.getShort(26) & 0xffff, 0x8000);
        var packing =
                new GribPacking(
                        (float) ibm(head.getInt(6)),
                        signed(head.getShort(4) & 0xffff, 0x8000),
                        decimal,
                        bits);
        int points = grid.grid().columns() * grid.grid().rows();
        long stored = (length - 11) * 8L - (flags & 0x0f);
        if (mask < 0 && bits > 0 && stored < (long) points * bits) {
            throw bytes.refused(at, "expected %d values of %d bits".formatted(points, bits));
        }
        return (into, offsets) -> {
            byte[] data = bytes.bytes(at + 11, length - 11L, "packed values").array();
            float[] values;
            if (bits == 0) {
                values = new float[points];
                Arrays.fill(values, (float) packing.offset());
            } else {
                int number = (int) Math.min(points, stored / bits);
                values = Grib2Values.simple(bytes, at, packing, data, number);
            }
            if (mask >= 0) {
                byte[] section = section(mask, "the bitmap").array();
                if (section.length < 6 + (points + 7) / 8) {
                    throw bytes.refused(mask, "expected a bitmap of %d points".formatted(points));
                }
                values =
                        GribFile.unmasked(
                                values, Arrays.copyOfRange(section, 6, section.length), points);
            }
            grid.place(values, toSi, into, offsets[0]);
        };
    }
}
