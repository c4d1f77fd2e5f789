package org.airshed.metfiles;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.airshed.engine.meteorology.EarthShape;
import org.airshed.engine.meteorology.HybridLevels;
import org.jspecify.annotations.Nullable;

/** The sections of one GRIB2 message: WMO-No. 306, FM 92 edition 2. */
final class Grib2Message {
    private static final int NO_BITMAP = 255;
    private static final int SAME_BITMAP = 254;
    private static final int MISSING = 0xffffffff;

    private final FileBytes bytes;
    private final long begin;
    private final long end;

    /** A section's place, so that decoding can come back for it. */
    private record Place(long offset, long length) {}

    private int centre;
    private Instant reference = Instant.EPOCH;
    private @Nullable GribGrid grid;
    private String gridRefusal = "";
    private int points;
    private @Nullable ByteBuffer product;
    private @Nullable ByteBuffer representation;
    private @Nullable Place bitmap;

    Grib2Message(FileBytes bytes, long begin, long length) {
        this.bytes = bytes;
        this.begin = begin;
        this.end = begin + length - 4;
    }

    void read(GribFile into) throws IOException {
        int discipline = bytes.bytes(begin + 6, 1, "the discipline").get() & 0xff;
        long at = begin + 16;
        while (at < end) {
            ByteBuffer head = bytes.bytes(at, 5, "a GRIB section");
            long length = head.getInt(0) & 0xffffffffL;
            int number = head.get(4);
            if (length < 5 || length > end - at) {
                throw bytes.refused(
                        at,
                        "expected section %d within its message, got %d bytes of %d"
                                .formatted(number, length, end - at));
            }
            switch (number) {
                case 1 -> identification(bytes.bytes(at, Math.min(length, 64), "section 1"));
                case 2 -> {}
                case 3 -> grid(bytes.bytes(at, Math.min(length, 512), "section 3"));
                case 4 -> product = bytes.bytes(at, Math.min(length, 65_536), "section 4");
                case 5 -> representation = bytes.bytes(at, Math.min(length, 512), "section 5");
                case 6 -> bitmap(at, length);
                case 7 -> field(into, discipline, at, length);
                default -> throw bytes.refused(at, "expected sections 1 to 7, got " + number);
            }
            at += length;
        }
    }

    private void identification(ByteBuffer section) {
        centre = section.getShort(5) & 0xffff;
        reference =
                LocalDateTime.of(
                                section.getShort(12) & 0xffff,
                                section.get(14),
                                section.get(15),
                                section.get(16),
                                section.get(17),
                                section.get(18))
                        .toInstant(ZoneOffset.UTC);
    }

    private void bitmap(long at, long length) throws IOException {
        int indicator = bytes.bytes(at + 5, 1, "the bitmap indicator").get() & 0xff;
        if (indicator == NO_BITMAP) {
            bitmap = null;
        } else if (indicator == 0) {
            bitmap = new Place(at + 6, length - 6);
        } else if (indicator != SAME_BITMAP) {
            throw bytes.refused(at, "expected a bitmap in the message, got indicator " + indicator);
        }
    }

    private static double degrees(int value) {
        int magnitude = value & 0x7fffffff;
        return (value < 0 ? -magnitude : magnitude) * 1e-6;
    }

    private void grid(ByteBuffer section) {
        points = section.getInt(6);
        if (points < 1 || points > 1 << 28) {
            throw new IllegalArgumentException("expected 1 to 2^28 points, got " + points);
        }
        int template = section.getShort(12) & 0xffff;
        grid = null;
        switch (template) {
            case 0 -> grid = GribGrid.latLon(corners(section), scan(section, 71, 54));
            case 40 ->
                    grid =
                            GribGrid.gaussian(
                                    corners(section), section.getInt(67), scan(section, 71, 54));
            case 20 -> grid = polar(section);
            case 30 -> grid = lambert(section);
            default -> gridRefusal = "grid template 3." + template;
        }
        if (grid != null && grid.grid().columns() * grid.grid().rows() != points) {
            throw new IllegalArgumentException(
                    "expected %d points as section 3 says, got %d × %d"
                            .formatted(points, grid.grid().columns(), grid.grid().rows()));
        }
    }

    private static GribGrid.Scan scan(ByteBuffer section, int mode, int components) {
        return GribGrid.Scan.of(section.get(mode) & 0xff, section.get(components) & 0xff);
    }

    private static GribGrid.Corners corners(ByteBuffer section) {
        if (section.getInt(38) != 0 && section.getInt(38) != 1) {
            throw new IllegalArgumentException("expected angles in millionths of a degree");
        }
        return new GribGrid.Corners(
                section.getInt(30),
                section.getInt(34),
                degrees(section.getInt(46)),
                degrees(section.getInt(50)),
                degrees(section.getInt(55)),
                degrees(section.getInt(59)));
    }

    private static GribGrid.Plane plane(ByteBuffer section, int steps) {
        return new GribGrid.Plane(
                section.getInt(30),
                section.getInt(34),
                degrees(section.getInt(38)),
                degrees(section.getInt(42)),
                section.getInt(steps) * 1e-3,
                section.getInt(steps + 4) * 1e-3);
    }

    private static GribGrid polar(ByteBuffer section) {
        double true_deg = degrees(section.getInt(47));
        boolean south = (section.get(63) & 0x80) != 0;
        return GribGrid.polarStereographic(
                earth(section),
                plane(section, 55),
                degrees(section.getInt(51)),
                south ? -Math.abs(true_deg) : Math.abs(true_deg),
                scan(section, 64, 46));
    }

    private static GribGrid lambert(ByteBuffer section) {
        return GribGrid.lambert(
                earth(section),
                plane(section, 55),
                degrees(section.getInt(51)),
                degrees(section.getInt(65)),
                degrees(section.getInt(69)),
                scan(section, 64, 46));
    }

    /** Code table 3.2. */
    private static EarthShape earth(ByteBuffer section) {
        return switch (section.get(14)) {
            case 0 -> EarthShape.sphere(6_367_470);
            case 1 -> EarthShape.sphere(scaled(section.get(15), section.getInt(16)));
            case 2 -> new EarthShape(6_378_160, 1 / 297.0);
            case 3 -> ellipsoid(section, 1000);
            case 4 -> new EarthShape(6_378_137, 1 / 298.257222101);
            case 5 -> EarthShape.WGS_84;
            case 6 -> EarthShape.sphere(6_371_229);
            case 7 -> ellipsoid(section, 1);
            case 8 -> EarthShape.sphere(6_371_200);
            default ->
                    throw new IllegalArgumentException(
                            "expected a figure of the earth 0 to 8, got " + section.get(14));
        };
    }

    private static EarthShape ellipsoid(ByteBuffer section, double unit_m) {
        double major_m = unit_m * scaled(section.get(20), section.getInt(21));
        double minor_m = unit_m * scaled(section.get(25), section.getInt(26));
        return new EarthShape(major_m, 1 - minor_m / major_m);
    }

    private static double scaled(byte factor, int value) {
        int power = (factor & 0x80) == 0 ? factor : -(factor & 0x7f);
        return value * StrictMath.pow(10.0, -power);
    }

    /** The moment a field holds for, and over how long it was gathered (0 where it was not). */
    private record When(Instant time, boolean forecast) {}

    private When when(ByteBuffer section) {
        int template = section.getShort(7) & 0xffff;
        int unit = section.get(17) & 0xff;
        long ahead = section.getInt(18);
        if (template == 8 || template == 11) {
            int to = template == 8 ? 34 : 37;
            Instant time =
                    LocalDateTime.of(
                                    section.getShort(to) & 0xffff,
                                    section.get(to + 2),
                                    section.get(to + 3),
                                    section.get(to + 4),
                                    section.get(to + 5),
                                    section.get(to + 6))
                            .toInstant(ZoneOffset.UTC);
            return new When(time, time.isAfter(reference));
        }
        if (template != 0 && template != 1) {
            throw new IllegalArgumentException(
                    "expected a product at a level (template 4.0, 4.1, 4.8, 4.11), got 4."
                            + template);
        }
        return new When(GribFile.after(reference, unit, ahead), ahead > 0);
    }

    private void field(GribFile into, int discipline, long at, long length) throws IOException {
        ByteBuffer what = product;
        ByteBuffer how = representation;
        if (what == null || how == null || points == 0) {
            throw bytes.refused(at, "expected sections 3, 4 and 5 before the data");
        }
        int category = what.get(9) & 0xff;
        int number = what.get(10) & 0xff;
        int template = what.getShort(7) & 0xffff;
        String name = "parameter %d.%d.%d".formatted(discipline, category, number);
        int levelType = what.capacity() > 27 ? what.get(22) & 0xff : 255;
        boolean layer = what.capacity() > 33 && (what.get(28) & 0xff) != 255;
        if (template > 11 || template > 1 && template != 8 && template != 11) {
            into.unused("%s, product template 4.%d".formatted(name, template));
            return;
        }
        double value = what.getInt(24) == MISSING ? 0 : scaled(what.get(23), what.getInt(24));
        GribLevel level = layer ? new GribLevel.Unused() : GribLevel.edition2(levelType, value);
        Optional<GribVariables.Meaning> meaning =
                GribVariables.edition2(centre, discipline, category, number, level);
        if (meaning.isEmpty()) {
            into.unused("%s on level type %d".formatted(name, levelType));
            return;
        }
        GribGrid laid = grid;
        if (laid == null) {
            throw bytes.refused(
                    at,
                    "expected a grid of latitude and longitude, Gaussian, Lambert or polar"
                            + " stereographic, got "
                            + gridRefusal);
        }
        Grib2Values values = Grib2Values.of(bytes, at, how, points);
        if (!values.readable()) {
            throw bytes.refused(
                    at,
                    "expected simple, complex, PNG or CCSDS packing, got %s (repack it:"
                                    .formatted(values.name())
                            + " grib_set -r -w packingType=grid_jpeg -s packingType=grid_ccsds)");
        }
        When when = when(what);
        Slice slice =
                new Slice(
                        meaning.get().variable(),
                        when.time(),
                        List.of(GribLevel.key(level, meaning.get().variable().onLevels())),
                        laid.alongGrid(),
                        reader(values, laid, meaning.get().toSi(), bitmap, at + 5, length - 5));
        into.add(
                "GRIB2",
                new GribFile.Field(laid, slice, hybrid(what), when.forecast(), values.name()));
    }

    private Slice.Reader reader(
            Grib2Values values,
            GribGrid laid,
            Linear toSi,
            @Nullable Place mask,
            long offset,
            long length) {
        int all = points;
        return (into, offsets) -> {
            float[] decoded = values.decode(bytes.bytes(offset, length, "packed values").array());
            if (mask != null) {
                byte[] bits = bytes.bytes(mask.offset(), mask.length(), "a bitmap").array();
                if (bits.length < (all + 7) / 8) {
                    throw bytes.refused(
                            mask.offset(), "expected a bitmap of %d points".formatted(all));
                }
                decoded = GribFile.unmasked(decoded, bits, all);
            } else if (decoded.length != all) {
                throw bytes.refused(
                        offset, "expected %d values, got %d".formatted(all, decoded.length));
            }
            laid.place(decoded, toSi, into, offsets[0]);
        };
    }

    /** Coefficients behind the product template: a of all boundaries from the top, then b. */
    private static Optional<HybridLevels> hybrid(ByteBuffer section) {
        int number = section.getShort(5) & 0xffff;
        int from = section.capacity() - 4 * number;
        if (number < 4 || number % 2 != 0 || from < 9) {
            return Optional.empty();
        }
        int half = number / 2;
        double[] a_Pa = new double[half];
        double[] b = new double[half];
        for (int index = 0; index < half; index++) {
            a_Pa[half - 1 - index] = section.getFloat(from + 4 * index);
            b[half - 1 - index] = section.getFloat(from + 4 * (half + index));
        }
        return Optional.of(new HybridLevels(a_Pa, b, HybridLevels.At.HALF));
    }
}
