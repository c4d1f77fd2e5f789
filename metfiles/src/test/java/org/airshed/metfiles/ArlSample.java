package org.airshed.metfiles;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.airshed.engine.meteorology.MetVariable;

/**
 * A file packed by the rule HYSPLIT's User's Guide publishes (S141), since no file of theirs is
 * among our data: two times, the ground and two pressure levels, 24 by 16 points.
 */
final class ArlSample {
    static final int COLUMNS = 24;
    static final int ROWS = 16;

    /** Pole, reference, size, orientation, cone, then column 1, row 1 at 30°N 110°E. */
    static final String LATLON = "  40.00 117.00   1.00   1.00   0.00   0.00   0.00";

    static final String LAMBERT = "  90.00   0.00  35.00 105.00  50.00   0.00  35.00";

    private ArlSample() {}

    static Path file(Path folder, String projection) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int hour = 0; hour < 24; hour += 12) {
            out.write(index(hour, projection));
            out.write(record(hour, 0, "PRSS", field(MetVariable.SURFACE_PRESSURE)));
            out.write(record(hour, 0, "TPP6", field(MetVariable.PRECIPITATION)));
            for (int level = 1; level <= 2; level++) {
                out.write(record(hour, level, "UWND", field(MetVariable.EASTWARD_WIND)));
                out.write(record(hour, level, "VWND", field(MetVariable.NORTHWARD_WIND)));
                out.write(record(hour, level, "WWND", field(MetVariable.OMEGA)));
            }
        }
        return Files.write(
                folder.resolve("arl-%d".formatted(projection.hashCode())), out.toByteArray());
    }

    /** What is packed, in the file's units, rows from the south. */
    static double[] field(MetVariable variable) {
        double[] values = new double[ROWS * COLUMNS];
        for (int at = 0; at < values.length; at++) {
            double wave = Math.sin(at / 7.0) + at % COLUMNS / 9.0;
            values[at] =
                    switch (variable) {
                        case SURFACE_PRESSURE -> 1000 + 15 * wave;
                        case EASTWARD_WIND -> 8 * wave;
                        case NORTHWARD_WIND -> 0;
                        case OMEGA -> 1e-3 * wave;
                        default -> 0.001 * at;
                    };
        }
        return values;
    }

    private static byte[] index(int hour, String projection) {
        String levels = "0.0000 2PRSS  0 TPP6  0 ";
        for (String level : new String[] {"1000.0", " 850.0"}) {
            levels += level + " 3UWND  0 VWND  0 WWND  0 ";
        }
        String head =
                "TEST  0 0%s   1.00   1.00  30.00 110.00   0.00%3d%3d%3d%2d%4d"
                        .formatted(projection, COLUMNS, ROWS, 3, 2, 108 + levels.length());
        String all = label(hour, 0, "INDX", 0, 0, 0) + head + levels;
        // Records are of one length.
        return (all + " ".repeat(50 + COLUMNS * ROWS - all.length()))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String label(
            int hour, int level, String name, int exponent, double precision, double first) {
        return String.format(
                Locale.ROOT,
                "161120%2d 0%2d99%s%4d%14.7E%14.7E",
                hour,
                level,
                name,
                exponent,
                precision,
                first);
    }

    /** One byte per point: the step from the point before as unpacked, 127 for none. */
    private static byte[] record(int hour, int level, String name, double[] values) {
        double most = 0;
        for (int at = 1; at < values.length; at++) {
            int before = at % COLUMNS == 0 ? at - COLUMNS : at - 1;
            most = Math.max(most, Math.abs(values[at] - values[before]));
        }
        double power = most > 0 ? Math.log(most) / Math.log(2) : 0;
        int exponent = (int) power + (power >= 0 ? 1 : 0);
        double step = Math.pow(2, exponent - 7);
        byte[] packed = new byte[values.length];
        double rowBegin = values[0];
        for (int row = 0; row < ROWS; row++) {
            double before = rowBegin;
            for (int column = 0; column < COLUMNS; column++) {
                int at = row * COLUMNS + column;
                int code = (int) ((values[at] - before) / step + 127.5);
                before += (code - 127) * step;
                rowBegin = column == 0 ? before : rowBegin;
                packed[at] = (byte) code;
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                label(hour, level, name, exponent, Math.pow(2, exponent) / 254, values[0])
                        .getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(packed);
        return out.toByteArray();
    }
}
