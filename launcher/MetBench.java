import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.airshed.engine.meteorology.MetStep;
import org.airshed.engine.meteorology.MetVariable;
import org.airshed.metfiles.MetArchive;
import org.airshed.metfiles.NetcdfWriter;
import org.airshed.metfiles.Progress;

/**
 * Measures the decoding of one global step at 0.25° with 37 levels of u, v, w, t and q. {@code
 * generate DIR} writes it as netCDF-3 and as GRIB2 packed with CCSDS; {@code decode NAME FILE} opens
 * a file and decodes all of it in this process, and prints its CPU time and highest memory.
 */
final class MetBench {
    private static final int COLUMNS = 1440;
    private static final int ROWS = 721;
    private static final int LAYER = COLUMNS * ROWS;
    private static final int[] LEVELS_HPA = {
        1, 2, 3, 5, 7, 10, 20, 30, 50, 70, 100, 125, 150, 175, 200, 225, 250, 300, 350, 400, 450,
        500, 550, 600, 650, 700, 750, 775, 800, 825, 850, 875, 900, 925, 950, 975, 1000
    };

    /** A variable of the step: its netCDF names, its GRIB2 numbers, mean and range of its values. */
    private record Quantity(
            String name, String standard, String unit, int category, int number, double mean, double range) {}

    private static final List<Quantity> QUANTITIES =
            List.of(
                    new Quantity("u", "eastward_wind", "m s-1", 2, 2, 5, 40),
                    new Quantity("v", "northward_wind", "m s-1", 2, 3, 0, 30),
                    new Quantity("w", "lagrangian_tendency_of_air_pressure", "Pa s-1", 2, 8, 0, 2),
                    new Quantity("t", "air_temperature", "K", 0, 0, 250, 50),
                    new Quantity("q", "specific_humidity", "kg kg-1", 1, 0, 0.01, 0.01));

    private MetBench() {}

    public static void main(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "generate" -> generate(Path.of(arguments[1]));
            case "decode" -> decode(arguments[1], Path.of(arguments[2]));
            default -> throw new IllegalArgumentException("expected generate or decode");
        }
    }

    /**
     * Waves with noise of the last few of 16 bits, as an analysis has it: neither constant nor
     * random, so that every packing has work to do.
     */
    private static int[] stored(int quantity, int level) {
        int[] values = new int[LAYER];
        double[] alongRow = new double[COLUMNS];
        for (int column = 0; column < COLUMNS; column++) {
            alongRow[column] = Math.sin(2 * Math.PI * (column * (2 + quantity) + 40.0 * level) / COLUMNS);
        }
        long noise = 88_172_645_463_325_252L + 31L * level + quantity;
        for (int row = 0; row < ROWS; row++) {
            double across = Math.cos(Math.PI * (row - 360) / 721.0 * (1 + level % 5));
            for (int column = 0; column < COLUMNS; column++) {
                noise ^= noise << 13;
                noise ^= noise >>> 7;
                noise ^= noise << 17;
                values[row * COLUMNS + column] =
                        (int) (32_768 + 30_000 * across * alongRow[column] + (noise & 31));
            }
        }
        return values;
    }

    private static void generate(Path folder) throws IOException {
        try (NetcdfWriter netcdf = new NetcdfWriter(folder.resolve("step.nc"));
                OutputStream grib = Files.newOutputStream(folder.resolve("step.grib2"))) {
            declare(netcdf);
            for (int quantity = 0; quantity < QUANTITIES.size(); quantity++) {
                Quantity what = QUANTITIES.get(quantity);
                int exponent = Math.getExponent(what.range() / 32_768);
                float base = (float) (what.mean() - what.range());
                float[] values = new float[LAYER];
                for (int level = 0; level < LEVELS_HPA.length; level++) {
                    int[] stored = stored(quantity, level);
                    for (int at = 0; at < LAYER; at++) {
                        values[at] = (float) (base + Math.scalb((double) stored[at], exponent));
                    }
                    netcdf.write(values);
                    grib.write(message(what, LEVELS_HPA[level], base, exponent, stored));
                }
            }
        }
    }

    private static void declare(NetcdfWriter netcdf) throws IOException {
        netcdf.attribute("Conventions", "CF-1.8")
                .dimension("time", 1)
                .dimension("level", LEVELS_HPA.length)
                .dimension("latitude", ROWS)
                .dimension("longitude", COLUMNS)
                .coordinate("time", Map.of("units", "hours since 2025-01-01 00:00:00"), "time")
                .coordinate("level", Map.of("units", "hPa", "standard_name", "air_pressure"), "level")
                .coordinate("latitude", Map.of("units", "degrees_north"), "latitude")
                .coordinate("longitude", Map.of("units", "degrees_east"), "longitude");
        for (Quantity what : QUANTITIES) {
            netcdf.field(
                    what.name(),
                    Map.of("units", what.unit(), "standard_name", what.standard()),
                    "time",
                    "level",
                    "latitude",
                    "longitude");
        }
        netcdf.write(0.0);
        for (int level : LEVELS_HPA) {
            netcdf.write((double) level);
        }
        for (int row = 0; row < ROWS; row++) {
            netcdf.write(90 - 0.25 * row);
        }
        for (int column = 0; column < COLUMNS; column++) {
            netcdf.write(0.25 * column);
        }
    }

    private static byte[] message(Quantity what, int level_hPa, float base, int exponent, int[] stored)
            throws IOException {
        byte[] packed = new Aec().encode(stored);
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(0x47524942);
        out.write(new byte[] {0, 0, 0, 2});
        out.writeLong(16 + 21 + 72 + 34 + 25 + 6 + 5 + packed.length + 4);
        section(out, 21, 1, "0007 0000 1b 00 01 07e9 01 01 00 00 00 00 00");
        section(out, 72, 3, "00 %08x 00 00 0000 06 ff ffffffff ff ffffffff ff ffffffff".formatted(LAYER)
                + "%08x %08x 00000000 ffffffff".formatted(COLUMNS, ROWS)
                + "%08x 00000000 30 %08x %08x".formatted(90_000_000, 0x80000000 | 90_000_000, 359_750_000)
                + "%08x %08x 00".formatted(250_000, 250_000));
        section(out, 34, 4, "0000 0000 %02x %02x 00 ff ff 0000 00 01 00000000".formatted(what.category(), what.number())
                + "64 00 %08x ff 00 00000000".formatted(level_hPa * 100));
        section(out, 25, 5, "%08x 002a %08x".formatted(LAYER, Float.floatToIntBits(base))
                + "%04x 0000 10 00 0e 20 0080".formatted(exponent < 0 ? 0x8000 | -exponent : exponent));
        section(out, 6, 6, "ff");
        out.writeInt(5 + packed.length);
        out.writeByte(7);
        out.write(packed);
        out.writeInt(0x37373737);
        return bytes.toByteArray();
    }

    private static void section(DataOutputStream out, int length, int number, String hex) throws IOException {
        String digits = hex.replace(" ", "");
        if (digits.length() != (length - 5) * 2) {
            throw new IllegalStateException("section %d has %d bytes".formatted(number, 5 + digits.length() / 2));
        }
        out.writeInt(length);
        out.writeByte(number);
        out.write(java.util.HexFormat.of().parseHex(digits));
    }

    /** Enough of CCSDS 121.0-B to write 16-bit samples: sample splitting in blocks of 32. */
    private static final class Aec {
        private static final int BLOCK = 32;
        private static final int REFERENCE_BLOCKS = 128;
        private static final int LARGEST = 65_535;

        private final byte[] out = new byte[LAYER * 3];
        private int length;
        private long held;
        private int bits;

        byte[] encode(int[] samples) {
            int[] mapped = new int[BLOCK];
            for (int from = 0, block = 0; from < samples.length; from += BLOCK, block++) {
                boolean reference = block % REFERENCE_BLOCKS == 0;
                for (int at = reference ? 1 : 0; at < BLOCK; at++) {
                    mapped[at] = mapped(samples[from + at - 1], samples[from + at]);
                }
                block(mapped, reference ? 1 : 0, samples[from]);
            }
            put(0, (8 - bits % 8) % 8);
            return java.util.Arrays.copyOf(out, length);
        }

        private static int mapped(int before, int now) {
            int difference = now - before;
            int room = Math.min(before, LARGEST - before);
            int size = Math.abs(difference);
            return size <= room ? (difference >= 0 ? 2 * size : 2 * size - 1) : room + size;
        }

        private void block(int[] mapped, int first, int sample) {
            int best = 0;
            long least = Long.MAX_VALUE;
            for (int k = 0; k < 14; k++) {
                long cost = 0;
                for (int at = first; at < BLOCK; at++) {
                    cost += (mapped[at] >>> k) + 1 + k;
                }
                best = cost < least ? k : best;
                least = Math.min(least, cost);
            }
            put(best + 1, 4);
            if (first == 1) {
                put(sample, 16);
            }
            for (int at = first; at < BLOCK; at++) {
                for (int zeros = mapped[at] >>> best; zeros > 0; zeros -= Math.min(zeros, 24)) {
                    put(0, Math.min(zeros, 24));
                }
                put(1, 1);
            }
            for (int at = first; best > 0 && at < BLOCK; at++) {
                put(mapped[at] & (1 << best) - 1, best);
            }
        }

        private void put(int value, int width) {
            held = held << width | value;
            bits += width;
            while (bits >= 8) {
                bits -= 8;
                out[length++] = (byte) (held >>> bits);
            }
        }
    }

    private static void decode(String name, Path file) throws IOException {
        long began_ns = cpu_ns();
        double sum = 0;
        try (MetArchive archive = MetArchive.open(List.of(file), Progress.unwatched())) {
            MetStep step = archive.step(archive.times().first(), EnumSet.allOf(MetVariable.class));
            if (step.fields().size() != QUANTITIES.size() || step.levels().count() != LEVELS_HPA.length) {
                throw new IllegalStateException("expected 5 fields on 37 levels, got " + step.fields().keySet());
            }
            for (int quantity = 0; quantity < QUANTITIES.size(); quantity++) {
                sum += check(step, quantity);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "met decode=%s seconds_cpu=%.2f max_mib=%d checked=%.0f%n",
                name,
                (cpu_ns() - began_ns) / 1e9,
                peak_MiB(),
                sum);
    }

    /** One row of one level must be what was generated: a fast decoder of nothing is no decoder. */
    private static double check(MetStep step, int quantity) {
        Quantity what = QUANTITIES.get(quantity);
        int exponent = Math.getExponent(what.range() / 32_768);
        float base = (float) (what.mean() - what.range());
        int[] stored = stored(quantity, 5);
        MetVariable variable =
                EnumSet.allOf(MetVariable.class).stream()
                        .filter(one -> one.standardName().equals(what.standard()))
                        .findFirst()
                        .orElseThrow();
        int level = LEVELS_HPA.length - 1 - 5;
        for (int column = 0; column < COLUMNS; column++) {
            float expected = (float) (base + Math.scalb((double) stored[100 * COLUMNS + column], exponent));
            float got = step.field(variable).value(level, ROWS - 1 - 100, column);
            if (Math.abs(got - expected) > 1e-6f * Math.abs(expected)) {
                throw new IllegalStateException(
                        "expected %s of %s, got %s".formatted(expected, what.name(), got));
            }
        }
        return COLUMNS;
    }

    private static long cpu_ns() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long peak_MiB() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return 0;
    }
}
