package org.airshed.engine.trajectory;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.airshed.engine.geography.Position;

/**
 * Trajectory endpoint files of HYSPLIT ("tdump"): Draxler et al., HYSPLIT User's Guide, S263
 * (endpoints file). Page: {@code docs/science/trajectory-files.md}.
 */
public final class TdumpFile {
    private static final int MOST_TRAJECTORIES = 1_000_000;

    private TdumpFile() {}

    /**
     * Writes trajectories of one direction; two decimals of a kilometre are lost, as in HYSPLIT.
     */
    public static String write(List<Trajectory> trajectories, Motion motion) {
        var text = new StringBuilder();
        text.append("     1     1\n");
        LocalDateTime first = utc(trajectories.getFirst().points().getFirst());
        text.append(
                line(
                        "%8s%6d%6d%6d%6d%6d",
                        "AIRSHED",
                        first.getYear() % 100,
                        first.getMonthValue(),
                        first.getDayOfMonth(),
                        first.getHour(),
                        0));
        boolean backward = trajectories.getFirst().points().getLast().age_h() < 0;
        text.append(
                line(
                        "%6d %-8s %-8s",
                        trajectories.size(),
                        backward ? "BACKWARD" : "FORWARD",
                        switch (motion) {
                            case KINEMATIC -> "OMEGA";
                            case ISOBARIC -> "ISOBARIC";
                            case CONSTANT_HEIGHT -> "CONST-Z";
                        }));
        for (Trajectory trajectory : trajectories) {
            TrajectoryPoint begin = trajectory.points().getFirst();
            LocalDateTime at = utc(begin);
            text.append(
                    line(
                            "%6d%6d%6d%6d%9.3f%9.3f%8.1f",
                            at.getYear() % 100,
                            at.getMonthValue(),
                            at.getDayOfMonth(),
                            at.getHour(),
                            begin.place().latitude_deg(),
                            begin.place().longitude_deg(),
                            begin.height_m()));
        }
        text.append("     1 PRESSURE\n");
        int longest = trajectories.stream().mapToInt(t -> t.points().size()).max().orElse(0);
        for (int k = 0; k < longest; k++) {
            for (int number = 0; number < trajectories.size(); number++) {
                if (k < trajectories.get(number).points().size()) {
                    text.append(endpoint(number + 1, trajectories.get(number).points().get(k)));
                }
            }
        }
        return text.toString();
    }

    private static String endpoint(int number, TrajectoryPoint point) {
        LocalDateTime at = utc(point);
        return line(
                "%6d%6d%6d%6d%6d%6d%6d%6d%8.1f%9.3f%9.3f%9.1f%9.1f",
                number,
                1,
                at.getYear() % 100,
                at.getMonthValue(),
                at.getDayOfMonth(),
                at.getHour(),
                at.getMinute(),
                0,
                point.age_h(),
                point.place().latitude_deg(),
                point.place().longitude_deg(),
                point.height_m(),
                Double.isNaN(point.pressure_hPa()) ? -999.0 : point.pressure_hPa());
    }

    private static LocalDateTime utc(TrajectoryPoint point) {
        return LocalDateTime.ofInstant(point.time(), ZoneOffset.UTC);
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values) + "\n";
    }

    /**
     * Reads a file. Whether a trajectory stopped short is not written in one: {@link End#NONE}.
     *
     * @param lines of the whole file
     * @param name of the file, for refusals
     */
    public static List<Trajectory> read(List<String> lines, String name) {
        return new Reader(lines, name).read();
    }

    /** Walks the lines once; every refusal names file and line. */
    private static final class Reader {
        private final List<String> lines;
        private final String name;
        private int next;
        private int pressureField = -1;

        Reader(List<String> lines, String name) {
            this.lines = lines;
            this.name = name;
        }

        List<Trajectory> read() {
            int grids = integer(fields(1, "the number of meteorological grids")[0], 0, 1000);
            for (int grid = 0; grid < grids; grid++) {
                fields(1, "a meteorological grid");
            }
            int count = integer(fields(1, "the number of trajectories")[0], 1, MOST_TRAJECTORIES);
            for (int begin = 0; begin < count; begin++) {
                fields(7, "year, month, day, hour, latitude, longitude and height of a begin");
            }
            String[] diagnostics = fields(1, "the diagnostics' names");
            for (int k = 1; k < diagnostics.length; k++) {
                if (diagnostics[k].equals("PRESSURE")) {
                    pressureField = 11 + k;
                }
            }
            List<List<TrajectoryPoint>> points = new ArrayList<>();
            for (int k = 0; k < count; k++) {
                points.add(new ArrayList<>());
            }
            while (next < lines.size()) {
                if (lines.get(next).isBlank()) {
                    next++;
                    continue;
                }
                String[] fields = fields(12, "an endpoint of 12 values or more");
                points.get(integer(fields[0], 1, count) - 1).add(point(fields));
            }
            return points.stream().map(this::trajectory).toList();
        }

        private TrajectoryPoint point(String[] fields) {
            int year = integer(fields[2], 0, 99);
            try {
                var time =
                        LocalDateTime.of(
                                // Two digits as HYSPLIT reads them: 40 and more are of 19xx.
                                year < 40 ? 2000 + year : 1900 + year,
                                integer(fields[3], 1, 12),
                                integer(fields[4], 1, 31),
                                integer(fields[5], 0, 23),
                                integer(fields[6], 0, 59));
                double pressure_hPa =
                        pressureField > 0 && pressureField < fields.length
                                ? number(fields[pressureField], -1000, 2000)
                                : Double.NaN;
                return new TrajectoryPoint(
                        time.toInstant(ZoneOffset.UTC),
                        number(fields[8], -10_000, 10_000),
                        new Position(number(fields[10], -180, 180), number(fields[9], -90, 90)),
                        number(fields[11], 0, 100_000),
                        pressure_hPa < 0 ? Double.NaN : pressure_hPa);
            } catch (DateTimeException noDay) {
                throw refused("a day of the calendar", lines.get(next - 1));
            }
        }

        private Trajectory trajectory(List<TrajectoryPoint> points) {
            if (points.isEmpty()) {
                throw refused("endpoints of every trajectory", "none of one");
            }
            TrajectoryPoint begin = points.getFirst();
            return new Trajectory(
                    new TrajectoryStart(begin.place(), begin.height_m(), begin.time()),
                    points,
                    End.NONE,
                    Set.of());
        }

        private String[] fields(int atLeast, String what) {
            if (next >= lines.size()) {
                throw refused(what, "the end of the file");
            }
            String line = lines.get(next++);
            String[] fields = line.strip().split("\\s+", -1);
            if (line.isBlank() || fields.length < atLeast) {
                throw refused(what, line);
            }
            return fields;
        }

        private int integer(String text, int least, int most) {
            try {
                int value = Integer.parseInt(text);
                if (value >= least && value <= most) {
                    return value;
                }
            } catch (NumberFormatException noNumber) {
                // Refused below with the line it stands in.
            }
            throw refused("a whole number from %d to %d".formatted(least, most), text);
        }

        private double number(String text, double least, double most) {
            try {
                double value = Double.parseDouble(text);
                if (value >= least && value <= most) {
                    return value;
                }
            } catch (NumberFormatException noNumber) {
                // Refused below with the line it stands in.
            }
            throw refused("a number from %s to %s".formatted(least, most), text);
        }

        private IllegalArgumentException refused(String expected, String got) {
            String shown = got.length() > 80 ? got.substring(0, 80) + "…" : got;
            return new IllegalArgumentException(
                    "%s line %d: expected %s, got '%s'".formatted(name, next, expected, shown));
        }
    }
}
