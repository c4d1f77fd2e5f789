package org.airshed.engine.trajectory;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Trajectories as CSV, GeoJSON (RFC 7946) and KML (OGC 12-007r2), times in UTC and in a zone of the
 * reader's choice. Labels and ends go with each. Page: {@code docs/science/trajectory-files.md}.
 */
public final class TrajectoryText {
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private final ZoneId zone;

    public TrajectoryText(ZoneId zone) {
        this.zone = zone;
    }

    /** One row per point; trajectories are numbered from 1. */
    public String csv(List<Trajectory> trajectories) {
        var text =
                new StringBuilder(
                        "trajectory,time_utc,time_local,age_h,longitude_deg,latitude_deg,height_m,pressure_hPa,end,labels\n");
        for (int number = 0; number < trajectories.size(); number++) {
            Trajectory trajectory = trajectories.get(number);
            for (TrajectoryPoint point : trajectory.points()) {
                text.append(
                        String.format(
                                Locale.ROOT,
                                "%d,%s,%s,%.3f,%.5f,%.5f,%.1f,%s,%s,%s%n",
                                number + 1,
                                point.time(),
                                local(point),
                                point.age_h(),
                                point.place().longitude_deg(),
                                point.place().latitude_deg(),
                                point.height_m(),
                                pressure(point, ""),
                                trajectory.end(),
                                labels(trajectory)));
            }
        }
        return text.toString();
    }

    /** One line per trajectory, split where it crosses the 180th meridian (RFC 7946, 3.1.9). */
    public String geoJson(List<Trajectory> trajectories) {
        var features = new StringBuilder();
        for (int number = 0; number < trajectories.size(); number++) {
            Trajectory trajectory = trajectories.get(number);
            features.append(number == 0 ? "" : ",\n")
                    .append(
                            String.format(
                                    Locale.ROOT,
                                    "{\"type\":\"Feature\",\"properties\":{\"trajectory\":%d,\"begin_utc\":\"%s\",\"begin_local\":\"%s\",\"hours\":%.3f,\"end\":\"%s\",\"labels\":\"%s\",\"times_utc\":[%s],\"age_h\":[%s],\"pressure_hPa\":[%s]},\"geometry\":{\"type\":\"MultiLineString\",\"coordinates\":[%s]}}",
                                    number + 1,
                                    trajectory.start().time(),
                                    local(trajectory.points().getFirst()),
                                    trajectory.hours(),
                                    trajectory.end(),
                                    labels(trajectory),
                                    joined(trajectory, point -> "\"" + point.time() + "\""),
                                    joined(
                                            trajectory,
                                            point ->
                                                    String.format(
                                                            Locale.ROOT, "%.3f", point.age_h())),
                                    joined(trajectory, point -> pressure(point, "null")),
                                    lines(trajectory)));
        }
        return "{\"type\":\"FeatureCollection\",\"features\":[\n" + features + "\n]}\n";
    }

    private static String lines(Trajectory trajectory) {
        var text = new StringBuilder();
        List<TrajectoryPoint> points = trajectory.points();
        // A line needs two positions: a lone one is given twice.
        text.append('[').append(position(points.getFirst()));
        int inLine = 1;
        for (int k = 1; k < points.size(); k++) {
            double east_deg =
                    points.get(k).place().longitude_deg()
                            - points.get(k - 1).place().longitude_deg();
            if (Math.abs(east_deg) > 180) {
                text.append(inLine == 1 ? "," + position(points.get(k - 1)) : "").append("],[");
                inLine = 0;
            }
            text.append(inLine == 0 ? "" : ",").append(position(points.get(k)));
            inLine++;
        }
        text.append(inLine == 1 ? "," + position(points.getLast()) : "").append(']');
        return text.toString();
    }

    private static String position(TrajectoryPoint point) {
        return String.format(
                Locale.ROOT,
                "[%.5f,%.5f,%.1f]",
                point.place().longitude_deg(),
                point.place().latitude_deg(),
                point.height_m());
    }

    private static String joined(
            Trajectory trajectory, java.util.function.Function<TrajectoryPoint, String> value) {
        return trajectory.points().stream().map(value).collect(Collectors.joining(","));
    }

    /** A line over the ground for each trajectory, heights above the ground. */
    public String kml(List<Trajectory> trajectories) {
        var text =
                new StringBuilder(
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Airshed trajectories</name>
                        """);
        for (int number = 0; number < trajectories.size(); number++) {
            Trajectory trajectory = trajectories.get(number);
            text.append(
                    String.format(
                            Locale.ROOT,
                            "<Placemark><name>%d · %s</name><description>%s · %.1f h · %s %s</description><TimeSpan><begin>%s</begin><end>%s</end></TimeSpan><LineString><altitudeMode>relativeToGround</altitudeMode><coordinates>%s</coordinates></LineString></Placemark>%n",
                            number + 1,
                            trajectory.start().time(),
                            local(trajectory.points().getFirst()),
                            trajectory.hours(),
                            trajectory.end(),
                            labels(trajectory),
                            earlier(trajectory),
                            later(trajectory),
                            trajectory.points().stream()
                                    .map(point -> position(point).replaceAll("[\\[\\]]", ""))
                                    .collect(Collectors.joining(" "))));
        }
        return text.append("</Document></kml>\n").toString();
    }

    private static String earlier(Trajectory trajectory) {
        return (trajectory.points().getLast().age_h() < 0
                        ? trajectory.points().getLast()
                        : trajectory.points().getFirst())
                .time()
                .toString();
    }

    private static String later(Trajectory trajectory) {
        return (trajectory.points().getLast().age_h() < 0
                        ? trajectory.points().getFirst()
                        : trajectory.points().getLast())
                .time()
                .toString();
    }

    private String local(TrajectoryPoint point) {
        return LOCAL.format(point.time().atZone(zone));
    }

    private static String pressure(TrajectoryPoint point, String without) {
        return Double.isNaN(point.pressure_hPa())
                ? without
                : String.format(Locale.ROOT, "%.2f", point.pressure_hPa());
    }

    private static String labels(Trajectory trajectory) {
        return trajectory.labels().stream().map(Enum::name).collect(Collectors.joining(" "));
    }
}
