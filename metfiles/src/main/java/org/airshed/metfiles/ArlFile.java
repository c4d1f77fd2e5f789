package org.airshed.metfiles;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.airshed.engine.meteorology.HybridLevels;
import org.airshed.engine.meteorology.MetVariable;

/**
 * Files packed by NOAA's Air Resources Laboratory: for each time an index record, then a record of
 * 50 letters and one byte per point for each field. Written from the published description (HYSPLIT
 * User's Guide, S141); no file of theirs is among our data.
 */
final class ArlFile {
    private static final int LABEL = 50;
    private static final int MOST_RECORDS = 1_000_000;
    private static final int MOST_POINTS = 1 << 26;

    private record Quantity(MetVariable variable, Linear toSi, boolean alongGrid) {
        static Quantity same(MetVariable variable) {
            return new Quantity(variable, Linear.SAME, false);
        }

        static Quantity scaled(MetVariable variable, double scale) {
            return new Quantity(variable, new Linear(scale, 0), false);
        }

        static Quantity wind(MetVariable variable) {
            return new Quantity(variable, Linear.SAME, true);
        }
    }

    private static final Map<String, Quantity> QUANTITIES =
            Map.ofEntries(
                    Map.entry("UWND", Quantity.wind(MetVariable.EASTWARD_WIND)),
                    Map.entry("VWND", Quantity.wind(MetVariable.NORTHWARD_WIND)),
                    Map.entry("WWND", Quantity.scaled(MetVariable.OMEGA, 100)),
                    Map.entry("TEMP", Quantity.same(MetVariable.TEMPERATURE)),
                    Map.entry("DZDT", Quantity.same(MetVariable.UPWARD_WIND)),
                    Map.entry("SPHU", Quantity.same(MetVariable.SPECIFIC_HUMIDITY)),
                    Map.entry("RELH", Quantity.scaled(MetVariable.RELATIVE_HUMIDITY, 0.01)),
                    Map.entry("HGTS", Quantity.same(MetVariable.GEOPOTENTIAL_HEIGHT)),
                    Map.entry("PRSS", Quantity.scaled(MetVariable.SURFACE_PRESSURE, 100)),
                    Map.entry("MSLP", Quantity.scaled(MetVariable.SEA_LEVEL_PRESSURE, 100)),
                    Map.entry("U10M", Quantity.wind(MetVariable.EASTWARD_WIND_10M)),
                    Map.entry("V10M", Quantity.wind(MetVariable.NORTHWARD_WIND_10M)),
                    Map.entry("T02M", Quantity.same(MetVariable.TEMPERATURE_2M)),
                    Map.entry("DP2M", Quantity.same(MetVariable.DEW_POINT_2M)),
                    Map.entry("RH2M", Quantity.scaled(MetVariable.RELATIVE_HUMIDITY_2M, 0.01)),
                    Map.entry("PBLH", Quantity.same(MetVariable.MIXING_HEIGHT)),
                    Map.entry("USTR", Quantity.same(MetVariable.FRICTION_VELOCITY)),
                    Map.entry("SHTF", Quantity.same(MetVariable.SENSIBLE_HEAT_FLUX)),
                    Map.entry("LTHF", Quantity.same(MetVariable.LATENT_HEAT_FLUX)),
                    Map.entry("SHGT", Quantity.same(MetVariable.OROGRAPHY)),
                    Map.entry("TCLD", Quantity.scaled(MetVariable.TOTAL_CLOUD_COVER, 0.01)));

    private final FileBytes bytes;
    private final ArlIndex index;
    private final ArlGrid grid;
    private final long record;
    private final List<Slice> slices = new ArrayList<>();
    private final Map<String, Integer> unread = new TreeMap<>();

    private ArlFile(FileBytes bytes) throws IOException {
        this.bytes = bytes;
        index = ArlIndex.of(bytes, 0);
        grid = ArlGrid.of(bytes, index);
        record = LABEL + (long) index.columns() * index.rows();
        if ((long) index.columns() * index.rows() > MOST_POINTS
                || bytes.size() / record > MOST_RECORDS) {
            throw bytes.refused(
                    0,
                    "expected at most %d records of %d points"
                            .formatted(MOST_RECORDS, MOST_POINTS));
        }
        if (bytes.size() % record != 0) {
            throw bytes.refused(
                    bytes.size() / record * record,
                    "expected whole records of %d bytes, the file ends after %d bytes"
                            .formatted(record, bytes.size()));
        }
    }

    /** Whether the label at the beginning is that of an index record. */
    static boolean begins(FileBytes bytes) throws IOException {
        return bytes.size() >= LABEL + ArlIndex.HEAD
                && ArlIndex.text(bytes.bytes(0, LABEL, "a label"), 14, 4).equals("INDX");
    }

    static OpenedFile open(FileBytes bytes) throws IOException {
        ArlFile arl = new ArlFile(bytes);
        ArlIndex current = arl.index;
        for (long at = 0; at < bytes.size(); at += arl.record) {
            ByteBuffer label = bytes.bytes(at, LABEL, "a label");
            if (ArlIndex.text(label, 14, 4).equals("INDX")) {
                current = ArlIndex.of(bytes, at);
                if (!current.sameGridAndLevels(arl.index)) {
                    throw bytes.refused(at, "expected the grid and levels of the file's beginning");
                }
            } else {
                arl.add(label, at, current);
            }
        }
        List<String> notes = new ArrayList<>();
        arl.unread.forEach((name, number) ->
                notes.add("%s is not read: not used, or accumulated (%d)".formatted(name, number)));
        return new OpenedFile(
                bytes.file(),
                "ARL packed",
                arl.grid.grid(),
                arl.slices,
                arl.hybrid(),
                Optional.empty(),
                Set.of(),
                notes,
                bytes);
    }

    private void add(ByteBuffer label, long at, ArlIndex current) throws IOException {
        String name = ArlIndex.text(label, 14, 4);
        int level = ArlIndex.whole(bytes, label, at, 10, 2);
        if (level < 0 || level >= index.levels().length) {
            throw bytes.refused(
                    at + 10, "expected a level below %d".formatted(index.levels().length));
        }
        Quantity quantity = QUANTITIES.get(name);
        if (quantity == null || quantity.variable().onLevels() != level > 0) {
            unread.merge(name, 1, Integer::sum);
            return;
        }
        int exponent = ArlIndex.whole(bytes, label, at, 18, 4);
        double precision = ArlIndex.number(bytes, label, at, 22, 14);
        double first = ArlIndex.number(bytes, label, at, 36, 14);
        if (Math.abs(exponent) > 100) {
            throw bytes.refused(at + 18, "expected an exponent up to 100, got " + exponent);
        }
        slices.add(
                new Slice(
                        quantity.variable(),
                        time(label, at, current.minutes()),
                        List.of(key(level)),
                        quantity.alongGrid() && grid.turned(),
                        (into, offsets) -> {
                            if (offsets[0] >= 0) {
                                unpack(at, exponent, precision, first, quantity, into, offsets[0]);
                            }
                        }));
    }

    private LevelKey key(int level) {
        if (level == 0) {
            return LevelKey.NONE;
        }
        return index.pressure()
                ? new LevelKey(
                        LevelKey.Kind.PRESSURE, Math.round(index.levels()[level] * 1e4) / 100.0)
                : new LevelKey(LevelKey.Kind.HYBRID, index.levels().length - level);
    }

    /** Sigma levels are hybrid ones of share sigma and no constant part. */
    private Optional<HybridLevels> hybrid() throws IOException {
        double[] sigma = Arrays.copyOfRange(index.levels(), 1, index.levels().length);
        if (index.pressure() || sigma.length == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new HybridLevels(new double[sigma.length], sigma, HybridLevels.At.FULL));
        } catch (IllegalArgumentException wrong) {
            throw new MetFileRefusedException(bytes.file(), 0, wrong.getMessage() + "", wrong);
        }
    }

    private Instant time(ByteBuffer label, long at, int minutes) throws IOException {
        int year = ArlIndex.whole(bytes, label, at, 0, 2);
        try {
            return LocalDateTime.of(
                            year + (year < 40 ? 2000 : 1900),
                            ArlIndex.whole(bytes, label, at, 2, 2),
                            ArlIndex.whole(bytes, label, at, 4, 2),
                            ArlIndex.whole(bytes, label, at, 6, 2),
                            minutes)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException noTime) {
            String text = new String(label.array(), 0, 8, StandardCharsets.US_ASCII);
            throw new MetFileRefusedException(
                    bytes.file(), at, "expected year, month, day, hour, got " + text, noTime);
        }
    }

    /**
     * Each byte is the step from the point before; a row begins with a step from the row before.
     */
    private void unpack(
            long at,
            int exponent,
            double precision,
            double first,
            Quantity quantity,
            float[] into,
            int offset)
            throws IOException {
        int columns = index.columns();
        byte[] packed = bytes.bytes(at + LABEL, record - LABEL, "a packed field").array();
        double step = StrictMath.scalb(1.0, exponent - 7);
        double rowBegin = first;
        for (int row = 0; row < index.rows(); row++) {
            double value = rowBegin;
            for (int column = 0; column < columns; column++) {
                int from = row * columns + column;
                value += ((packed[from] & 255) - 127) * step;
                rowBegin = column == 0 ? value : rowBegin;
                double cleared = Math.abs(value) < precision ? 0 : value;
                into[offset + from] =
                        (float) (quantity.toSi().scale() * cleared + quantity.toSi().offset());
            }
        }
    }
}
