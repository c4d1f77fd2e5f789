package org.airshed.cli;

import java.util.List;
import java.util.function.Function;
import org.airshed.engine.receptormodel.WindHours;
import picocli.CommandLine.Option;

/** What {@code polar} and {@code cpf} share: the wind and a concentration, hour after hour. */
abstract class WindCommand extends HoursCommand {
    private static final List<String> SECTORS =
            List.of("N,NNE,NE,ENE,E,ESE,SE,SSE,S,SSW,SW,WSW,W,WNW,NW,NNW".split(","));

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

    @Option(
            names = "--calm",
            paramLabel = "SPEED",
            defaultValue = "0.3",
            description = "Below this speed, m/s, an hour is calm (default: ${DEFAULT-VALUE}).")
    private double calmBelow_ms;

    /** What a model says of the hours of the file. */
    final <T> T ofWind(Function<WindHours, T> model) throws TableFile.Unusable {
        TableFile table = hours();
        int column = table.column(direction);
        double[] from_deg = new double[table.size()];
        for (int row = 0; row < from_deg.length; row++) {
            int sector = SECTORS.indexOf(table.text(row, column));
            from_deg[row] =
                    sector < 0
                            ? table.number(row, column)
                            : sector == 0 ? 360 : 360.0 * sector / SECTORS.size();
            if (from_deg[row] < 0 || from_deg[row] > 360) {
                throw table.refused("a direction of 0 to 360 degrees or a sector", row, column);
            }
        }
        double[] speed_ms =
                table.numbers(speed, 0, Double.POSITIVE_INFINITY, "a speed of 0 or more");
        double[] measured = table.numbers(value());
        return table.answer(
                () -> model.apply(new WindHours(speed_ms, from_deg, measured, calmBelow_ms)));
    }
}
