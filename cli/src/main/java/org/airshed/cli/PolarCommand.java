package org.airshed.cli;

import org.airshed.engine.receptormodel.PolarPlot;
import picocli.CommandLine.Command;

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
final class PolarCommand extends WindCommand {
    @Override
    String run() throws TableFile.Unusable {
        PolarPlot plot = ofWind(PolarPlot::of);
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
