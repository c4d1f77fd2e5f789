package org.airshed.metfiles;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.airshed.engine.meteorology.LatLonGrid;
import org.airshed.engine.meteorology.MetLabel;
import org.airshed.engine.meteorology.MetVariable;

/**
 * Weather of points as the KDD Cup 2018 published it for Beijing: lines of CSV, one per point and
 * hour, times UTC, wind in km/h and the direction it comes from, pressure at the point's own
 * height. The points' positions stand in {@code beijing_grid_gps_info.csv} beside it and must make
 * a regular grid; they were interpolated by their publisher, and are labelled so.
 */
final class PointWeather {
    static final String HEADER =
            "id,station_id,time,weather,temperature,pressure,humidity,wind_direction,wind_speed";

    private static final String POSITIONS = "beijing_grid_gps_info.csv";
    private static final int MOST_BYTES = 64 << 20;
    private static final int MOST_POINTS = 100_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final FileBytes bytes;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<Instant, Map<MetVariable, float[]>> steps = new TreeMap<>();
    private final LatLonGrid grid;

    private PointWeather(FileBytes bytes) throws IOException {
        this.bytes = bytes;
        grid = positions(bytes.file().resolveSibling(POSITIONS));
    }

    /** Whether the first bytes are those of such a file, as text or packed with gzip. */
    static boolean begins(FileBytes bytes) throws IOException {
        byte[] start = new byte[HEADER.length()];
        try (InputStream in = text(bytes, 4096)) {
            int length = in.readNBytes(start, 0, start.length);
            return new String(start, 0, length, StandardCharsets.US_ASCII).equals(HEADER);
        } catch (IOException noGzip) {
            return false;
        }
    }

    private static InputStream text(FileBytes bytes, long most) throws IOException {
        byte[] raw = bytes.bytes(0, Math.min(bytes.size(), most), "text").array();
        InputStream in = new ByteArrayInputStream(raw);
        return raw.length > 1 && raw[0] == 0x1f && raw[1] == (byte) 0x8b
                ? new GZIPInputStream(in)
                : in;
    }

    static OpenedFile open(FileBytes bytes) throws IOException {
        PointWeather weather = new PointWeather(bytes);
        byte[] all;
        try (InputStream in = text(bytes, MOST_BYTES)) {
            all = in.readNBytes(MOST_BYTES);
        } catch (EOFException | ZipException damaged) {
            throw new MetFileRefusedException(
                    bytes.file(), -1, "expected text packed whole with gzip", damaged);
        }
        if (all.length == MOST_BYTES) {
            throw bytes.refused(-1, "expected at most %d bytes of text".formatted(MOST_BYTES));
        }
        int number = 1;
        for (String line : new String(all, StandardCharsets.UTF_8).lines().skip(1).toList()) {
            weather.take(line, ++number);
        }
        if (weather.steps.isEmpty()) {
            throw bytes.refused(-1, "expected lines of weather below the header, got none");
        }
        return weather.opened();
    }

    /** The grid the points make, and where in it each of them stands. */
    private LatLonGrid positions(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > 1 << 24) {
            throw bytes.refused(
                    -1, "expected the points' positions beside it as " + file.getFileName());
        }
        Map<String, double[]> points = new HashMap<>();
        for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
            String[] cells = line.split(",", -1);
            double longitude_deg = cells.length == 3 ? number(cells[1]) : Double.NaN;
            double latitude_deg = cells.length == 3 ? number(cells[2]) : Double.NaN;
            boolean placed = Math.abs(longitude_deg) <= 360 && Math.abs(latitude_deg) <= 90;
            if (placed && points.size() < MOST_POINTS) {
                points.put(cells[0], new double[] {longitude_deg, latitude_deg});
            }
        }
        double[] longitudes_deg = equalSteps(file, points, 0);
        double[] latitudes_deg = equalSteps(file, points, 1);
        int columns = longitudes_deg.length;
        double columnStep_deg = (longitudes_deg[columns - 1] - longitudes_deg[0]) / (columns - 1);
        int rows = latitudes_deg.length;
        double rowStep_deg = (latitudes_deg[rows - 1] - latitudes_deg[0]) / (rows - 1);
        points.forEach((name, point) -> {
            long column = Math.round((point[0] - longitudes_deg[0]) / columnStep_deg);
            long row = Math.round((point[1] - latitudes_deg[0]) / rowStep_deg);
            places.put(name, (int) (row * columns + column));
        });
        if (Set.copyOf(places.values()).size() != columns * rows) {
            throw new MetFileRefusedException(
                    file,
                    -1,
                    "expected a point at each of %d × %d places of a grid, got %d"
                            .formatted(columns, rows, places.size()));
        }
        return new LatLonGrid(
                columns, rows, longitudes_deg[0], latitudes_deg[0], columnStep_deg, rowStep_deg);
    }

    private static double[] equalSteps(Path file, Map<String, double[]> points, int axis)
            throws IOException {
        TreeSet<Double> found = new TreeSet<>();
        points.values().forEach(point -> found.add(Math.round(point[axis] * 1e6) / 1e6));
        double[] values = found.stream().mapToDouble(Double::doubleValue).toArray();
        boolean equal = values.length > 1;
        for (int index = 1; equal && index < values.length; index++) {
            double step = (values[values.length - 1] - values[0]) / (values.length - 1);
            equal = Math.abs(values[index] - values[0] - index * step) < 1e-3 * step;
        }
        if (!equal) {
            throw new MetFileRefusedException(
                    file, -1, "expected points of a regular grid, got other positions");
        }
        return values;
    }

    private static double number(String cell) {
        try {
            return cell.length() > 32 ? Double.NaN : Double.parseDouble(cell);
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    private void take(String line, int number) throws IOException {
        String[] cells = line.split(",", -1);
        Integer place = cells.length == 9 ? places.get(cells[1]) : null;
        if (place == null) {
            throw bytes.refused(
                    -1,
                    "expected 9 cells with a point of %s in line %d, got '%.60s'"
                            .formatted(POSITIONS, number, line));
        }
        Instant time;
        try {
            time = LocalDateTime.parse(cells[2], TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException noTime) {
            throw new MetFileRefusedException(
                    bytes.file(),
                    -1,
                    "expected a time such as 2018-04-27 00:00:00 in line %d, got '%.30s'"
                            .formatted(number, cells[2]),
                    noTime);
        }
        var step = steps.computeIfAbsent(time, first -> new EnumMap<>(MetVariable.class));
        put(step, MetVariable.TEMPERATURE_2M, place, within(cells[4], -90, 60) + 273.15);
        put(step, MetVariable.SURFACE_PRESSURE, place, within(cells[5], 300, 1100) * 100);
        put(step, MetVariable.RELATIVE_HUMIDITY_2M, place, within(cells[6], 0, 100) / 100);
        double from_rad = StrictMath.toRadians(within(cells[7], 0, 360));
        double speed_ms = within(cells[8], 0, 400) / 3.6;
        double calmOrFrom_rad = speed_ms == 0 ? 0 : from_rad;
        put(step, MetVariable.EASTWARD_WIND_10M, place, -speed_ms * StrictMath.sin(calmOrFrom_rad));
        put(
                step,
                MetVariable.NORTHWARD_WIND_10M,
                place,
                -speed_ms * StrictMath.cos(calmOrFrom_rad));
    }

    /** The number of a cell; NaN outside what can be, such as the 999999 of a missing value. */
    private static double within(String cell, double least, double greatest) {
        double value = number(cell);
        return value >= least && value <= greatest ? value : Double.NaN;
    }

    private void put(
            Map<MetVariable, float[]> step, MetVariable variable, int place, double value) {
        step.computeIfAbsent(
                                variable,
                                first -> {
                                    float[] none = new float[grid.columns() * grid.rows()];
                                    Arrays.fill(none, Float.NaN);
                                    return none;
                                })[place] =
                (float) value;
    }

    private OpenedFile opened() {
        List<Slice> slices = new ArrayList<>();
        steps.forEach((time, fields) ->
                fields.forEach((variable, values) ->
                        slices.add(
                                new Slice(
                                        variable,
                                        time,
                                        List.of(LevelKey.NONE),
                                        false,
                                        (into, offsets) ->
                                                System.arraycopy(
                                                        values,
                                                        0,
                                                        into,
                                                        offsets[0],
                                                        values.length)))));
        return new OpenedFile(
                bytes.file(),
                "weather of points",
                grid,
                slices,
                Optional.empty(),
                Optional.of(10.0),
                Set.of(MetLabel.SINGLE_LEVEL, MetLabel.INTERPOLATED_FROM_POINTS),
                List.of(),
                bytes);
    }
}
