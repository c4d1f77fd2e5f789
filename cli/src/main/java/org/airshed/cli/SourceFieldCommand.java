package org.airshed.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.airshed.engine.receptormodel.CellGrid;
import org.airshed.engine.receptormodel.CellWeights;
import org.airshed.engine.receptormodel.Endpoints;
import org.airshed.engine.receptormodel.SourceField;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code pscf} and {@code cwt} share: endpoints in, cells out. */
abstract class SourceFieldCommand extends ModelCommand {
    private static final int MOST_HOURS = 100_000;

    @Parameters(
            paramLabel = "FILE",
            description =
                    "Endpoints as CSV, plain or gzip, with a header: columns date (arrival),"
                            + " hour.inc (0, -1, …), lat, lon and the measured one; a trajectory"
                            + " is one date, its endpoints in successive rows.")
    private Path file = Path.of("");

    @Option(
            names = "--value",
            paramLabel = "COLUMN",
            defaultValue = "pm25",
            description = "The column of what was measured (default: ${DEFAULT-VALUE}).")
    private String column = "";

    @Option(
            names = "--step",
            paramLabel = "DEGREES",
            defaultValue = "1",
            description = "The size of cells in both directions (default: ${DEFAULT-VALUE}).")
    private double step_deg;

    @Option(
            names = "--weights",
            paramLabel = "TABLE",
            defaultValue = "",
            description =
                    "Weights by endpoints of a cell: none, or bound:weight pairs and the weight of"
                            + " the rest, such as 80:1,20:0.7,10:0.42,0.05; bounds ending in n are"
                            + " multiples of the mean of crossed cells (2n:1,1n:0.75,0.15)."
                            + " Default: the table of openair.")
    private String weights = "";

    @Option(names = "--geojson", description = "Print the cells as GeoJSON polygons.")
    private boolean geojson;

    abstract CellWeights usual();

    abstract SourceField field(Endpoints endpoints, CellGrid grid, CellWeights weights);

    @Override
    final String run() throws TableFile.Unusable {
        CellWeights chosen = weights.isEmpty() ? usual() : weights(weights);
        CellGrid grid = new CellGrid(step_deg, step_deg);
        progress("read", 0, 1);
        TableFile table = TableFile.read(file);
        Endpoints endpoints = endpoints(table, column);
        progress("read", 1, 1);
        if (endpoints.beyondPole() > 0) {
            say(
                    "%d endpoints lie beyond a pole and are kept there"
                            .formatted(endpoints.beyondPole()));
        }
        SourceField field = table.answer(() -> field(endpoints, grid, chosen));
        say(
                "trajectories=%d left_out=%d endpoints=%d cells=%d"
                        .formatted(
                                endpoints.trajectories(),
                                field.trajectoriesLeftOut(),
                                field.endpoints(),
                                field.cells().size()));
        return geojson ? geojson(field) : json() ? json(field) : csv(field);
    }

    static Endpoints endpoints(TableFile table, String column) throws TableFile.Unusable {
        int date = table.column("date");
        int hourColumn = table.column("hour.inc");
        int value = table.column(column);
        int[] hour =
                table.wholes("hour.inc", -MOST_HOURS, 0, "a whole number of hours of 0 or less");
        double[] latitude_deg = table.numbers("lat", -180, 180, "a latitude");
        double[] longitude_deg = table.numbers("lon", -540, 540, "a longitude");
        double[] measured = table.numbers(column);
        Set<String> arrivals = new HashSet<>();
        Endpoints.Builder builder = new Endpoints.Builder();
        int begin = 0;
        for (int row = 0; row < table.size(); row++) {
            if (Double.isNaN(latitude_deg[row]) || Double.isNaN(longitude_deg[row])) {
                String missing = Double.isNaN(latitude_deg[row]) ? "lat" : "lon";
                throw table.refused("a position", row, table.column(missing));
            }
            if (row == 0 || !table.text(row, date).equals(table.text(begin, date))) {
                begin = row;
                builder.trajectory(measured[row]);
                if (!arrivals.add(table.text(row, date))) {
                    throw table.refused("the endpoints of one date in successive rows", row, date);
                }
            } else if (hour[row] >= hour[row - 1]) {
                throw table.refused("an hour before that of the row above", row, hourColumn);
            } else if (Double.compare(measured[row], measured[begin]) != 0) {
                throw table.refused(
                        "what the first endpoint of the trajectory has, '%s'"
                                .formatted(table.text(begin, value)),
                        row,
                        value);
            }
            builder.endpoint(longitude_deg[row], latitude_deg[row], -hour[row]);
        }
        return builder.build();
    }

    static CellWeights weights(String text) {
        if (text.equals("none")) {
            return CellWeights.NONE;
        }
        CellWeights.Measure measure =
                text.contains("n:")
                        ? CellWeights.Measure.TIMES_THE_MEAN
                        : CellWeights.Measure.ENDPOINTS;
        List<CellWeights.Step> steps = new ArrayList<>();
        String[] parts = text.split(",", -1);
        try {
            for (int at = 0; at < parts.length - 1; at++) {
                String[] pair = parts[at].split(":", 2);
                boolean times = measure == CellWeights.Measure.TIMES_THE_MEAN;
                String bound = times ? pair[0].replaceFirst("n$", "") : pair[0];
                steps.add(
                        new CellWeights.Step(
                                Double.parseDouble(bound),
                                Double.parseDouble(pair.length < 2 ? "" : pair[1])));
            }
            return new CellWeights(measure, steps, Double.parseDouble(parts[parts.length - 1]));
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(
                    "expected weights such as 80:1,20:0.7,0.05, got '%s'".formatted(text));
        }
    }

    private static String csv(SourceField field) {
        StringBuilder text = new StringBuilder("lon,lat,endpoints,value,unweighted,weight\n");
        for (SourceField.Cell cell : field.cells()) {
            text.append(
                    format(
                            "%s,%s,%d,%s,%s,%s%n",
                            cell.longitude_deg(),
                            cell.latitude_deg(),
                            cell.endpoints(),
                            cell.value(),
                            cell.unweighted(),
                            cell.weight()));
        }
        return text.toString();
    }

    private static String json(SourceField field) {
        StringBuilder text = new StringBuilder();
        for (SourceField.Cell cell : field.cells()) {
            text.append(text.isEmpty() ? "" : ",\n");
            text.append(
                    "{\"lon\":%s,\"lat\":%s,%s}"
                            .formatted(
                                    cell.longitude_deg(), cell.latitude_deg(), properties(cell)));
        }
        return "{\"endpoints\":%d,\"left_out\":%d,\"cells\":[\n%s]}\n"
                .formatted(field.endpoints(), field.trajectoriesLeftOut(), text);
    }

    private static String properties(SourceField.Cell cell) {
        return "\"endpoints\":%d,\"value\":%s,\"unweighted\":%s,\"weight\":%s"
                .formatted(cell.endpoints(), cell.value(), cell.unweighted(), cell.weight());
    }

    /** The strongest last, so that they are drawn on top. */
    private String geojson(SourceField field) {
        StringBuilder text = new StringBuilder();
        double half = step_deg / 2;
        List<SourceField.Cell> ascending = new ArrayList<>(field.cells());
        ascending.sort(Comparator.comparingDouble(SourceField.Cell::value));
        for (SourceField.Cell cell : ascending) {
            double west = cell.longitude_deg() - half;
            double east = cell.longitude_deg() + half;
            double south = cell.latitude_deg() - half;
            double north = cell.latitude_deg() + half;
            text.append(text.isEmpty() ? "" : ",\n");
            text.append(
                    "{\"type\":\"Feature\",\"properties\":{%s},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[%s,%s],[%s,%s],[%s,%s],[%s,%s],[%s,%s]]]}}"
                            .formatted(
                                    properties(cell),
                                    west,
                                    south,
                                    east,
                                    south,
                                    east,
                                    north,
                                    west,
                                    north,
                                    west,
                                    south));
        }
        return "{\"type\":\"FeatureCollection\",\"features\":[\n" + text + "]}\n";
    }
}
