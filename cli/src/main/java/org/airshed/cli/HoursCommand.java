package org.airshed.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What commands share that read the hours of one station. */
abstract class HoursCommand extends ModelCommand {
    private static final List<String> NAME_OF_AN_HOUR = List.of("year", "month", "day", "hour");

    @Parameters(
            paramLabel = "FILE",
            description =
                    "Hourly CSV, plain or gzip, with a header. Where it has the columns year, month,"
                            + " day and hour, every hour stands there once and in order.")
    private Path file = Path.of("");

    @Option(
            names = "--value",
            paramLabel = "COLUMN",
            defaultValue = "PM2.5",
            description = "The column of what was measured (default: ${DEFAULT-VALUE}).")
    private String value = "";

    @Option(
            names = "--station",
            paramLabel = "NAME",
            defaultValue = "",
            description =
                    "The station whose rows count; needed where the file has rows of several.")
    private String station = "";

    @Option(
            names = "--station-column",
            paramLabel = "COLUMN",
            defaultValue = "station",
            description = "The column that names the station (default: ${DEFAULT-VALUE}).")
    private String stationColumn = "";

    /** The rows of the one station. */
    final TableFile hours() throws TableFile.Unusable {
        progress("read", 0, 1);
        TableFile hours = ofStation(TableFile.read(file));
        progress("read", 1, 1);
        if (hours.names().containsAll(NAME_OF_AN_HOUR)) {
            checkOrder(hours);
        }
        return hours;
    }

    final String value() {
        return value;
    }

    /** Rows of several stations taken as one would give an answer about no place at all. */
    private TableFile ofStation(TableFile table) throws TableFile.Unusable {
        if (station.isEmpty() && !table.has(stationColumn)) {
            return table;
        }
        int column = table.column(stationColumn);
        TreeSet<String> stations = new TreeSet<>();
        for (int row = 0; row < table.size(); row++) {
            stations.add(table.text(row, column));
        }
        if (station.isEmpty() ? stations.size() > 1 : !stations.contains(station)) {
            throw new TableFile.Unusable(
                    "expected %s, got rows of %s (%s)"
                            .formatted(
                                    station.isEmpty()
                                            ? "one station or --station NAME"
                                            : "rows of station '" + station + "'",
                                    stations.isEmpty()
                                            ? "none"
                                            : TableFile.listed(List.copyOf(stations)),
                                    table));
        }
        return station.isEmpty() ? table : table.only(fields -> fields[column].equals(station));
    }

    private static void checkOrder(TableFile hours) throws TableFile.Unusable {
        int[] year = hours.wholes("year", 1900, 2200, "a year of 1900 to 2200");
        int[] month = hours.wholes("month", 1, 12, "a month of 1 to 12");
        int[] day = hours.wholes("day", 1, 31, "a day of 1 to 31");
        int[] hour = hours.wholes("hour", 0, 24, "an hour of 0 to 24");
        long before = -1;
        for (int row = 0; row < hours.size(); row++) {
            long now = ((year[row] * 100L + month[row]) * 100 + day[row]) * 100 + hour[row];
            if (now <= before) {
                throw new TableFile.Unusable(
                        "expected every hour once and in order, got %s after %s (%s, lines %d and %d)"
                                .formatted(
                                        name(now),
                                        name(before),
                                        hours,
                                        hours.line(row),
                                        hours.line(row - 1)));
            }
            before = now;
        }
    }

    private static String name(long hour) {
        return format(
                "%04d-%02d-%02d %02d:00",
                hour / 1_000_000, hour / 10_000 % 100, hour / 100 % 100, hour % 100);
    }
}
