package org.airshed.cli;

import java.nio.file.Path;
import java.util.List;
import org.airshed.engine.receptormodel.PolarPlot;
import org.airshed.engine.receptormodel.WindHours;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code airshed polar}: see docs/science/polar-plot.md. */
@Command(
        name = "polar",
        header = "Concentration over wind direction and speed, smoothed, with its 95 % band.",
        description = {
            "Rows are successive hours of one station. Directions are degrees (360 north, 0 calm)"
                    + " or letters of sixteen sectors."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the results were printed or written", "2:an input was refused"},
        versionProvider = Airshed.Version.class,
        mixinStandardHelpOptions = true)
final class PolarCommand extends ModelCommand {
    private static final List<String> SECTORS =
            List.of("N,NNE,NE,ENE,E,ESE,SE,SSE,S,SSW,SW,WSW,W,WNW,NW,NNW".split(","));

    @Parameters(paramLabel = "FILE", description = "Hourly CSV, plain or gzip, with a header.")
    private Path file = Path.of("");

    @Option(
            names = "--value",
            paramLabel = "COLUMN",
            defaultValue = "PM2.5",
            description = "The column of what was measured (default: ${DEFAULT-VALUE}).")
    private String value = "";

    @Option(
            names = "--speed",
            paramLabel = "COLUMN",
            defaultValue = "WSPM",
            description = "The column of the wind's speed, m/s (default: ${DEFAULT-VALUE}).")
    private String speed = "";

    @Option(
            names = "--direction",
            paramLabel = "COLUMN",
            defaultValue = "wd",
            description = "The column of its direction (default: ${DEFAULT-VALUE}).")
    private String direction = "";

    @Override
    String run() throws TableFile.Unusable {
        progress("read", 0, 1);
        TableFile table = TableFile.read(file);
        progress("read", 1, 1);
        int column = table.column(direction);
        double[] from_deg = new double[table.size()];
        for (int row = 0; row < from_deg.length; row++) {
            int sector = SECTORS.indexOf(table.text(row, column));
            from_deg[row] =
                    sector < 0
                            ? table.number(row, column)
                            : sector == 0 ? 360 : 360.0 * sector / SECTORS.size();
        }
        PolarPlot plot =
                PolarPlot.of(new WindHours(table.numbers(speed), from_deg, table.numbers(value)));
        say(
                format(
                        "hours=%d left_out=%d reach_ms=%s freedom=%.1f persistence=%.2f",
                        plot.hours(),
                        plot.leftOut(),
                        plot.reach_ms(),
                        plot.freedom(),
                        plot.persistence()));
        String rows = rows(plot);
        return json()
                ? "{\"hours\":%d,\"left_out\":%d,\"reach_ms\":%s,\"points\":[%n%s]}%n"
                        .formatted(plot.hours(), plot.leftOut(), plot.reach_ms(), rows)
                : "east_ms,north_ms,value,low,high\n" + rows;
    }

    private String rows(PolarPlot plot) {
        StringBuilder text = new StringBuilder();
        for (PolarPlot.Point point : plot.points()) {
            text.append(json() && !text.isEmpty() ? ",\n" : "");
            text.append(
                    (json()
                                    ? "{\"east_ms\":%s,\"north_ms\":%s,\"value\":%s,\"low\":%s,\"high\":%s}"
                                    : "%s,%s,%s,%s,%s%n")
                            .formatted(
                                    point.east_ms(),
                                    point.north_ms(),
                                    point.value(),
                                    point.low(),
                                    point.high()));
        }
        return text.toString();
    }
}
